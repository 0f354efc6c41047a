/** The source files of the project with what they import, for the tests that watch over the house. */
import {readdirSync, readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Import {
  /** A path below src/ such as `core/settings.ts`, or a package's name. */
  readonly of: string
  readonly isOurs: boolean
  readonly isType: boolean
}

export interface SourceFile {
  /** Below src/, with slashes. */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

export function readSources(): SourceFile[] {
  const paths = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'})
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, 'src', path), 'utf8')
      return {path, text, imports: importsOf(path, text)}
    })
}

const STATEMENT = /^(?:import|export)\s+(type\s)?[^'"]*?from\s*'([^']+)'/gm
const LOADED = /\bimport\('([^']+)'\)/g

function importsOf(path: string, text: string): Import[] {
  const found = [...text.matchAll(STATEMENT)].map(([, type, of]) => ({of: of!, isType: type !== undefined}))
  const loaded = [...text.matchAll(LOADED)].map(([, of]) => ({of: of!, isType: false}))
  return [...found, ...loaded].map(({of, isType}) => {
    const isOurs = of.startsWith('.')
    return {of: isOurs ? posix.join(posix.dirname(path), of) : of, isOurs, isType}
  })
}
