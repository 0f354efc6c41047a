/** The import law: which part of the house may know which. Change a line here in the commit that needs it, openly. */
import {describe, expect, it} from 'vitest'
import type {Import, SourceFile} from './sources.ts'
import {readSources} from './sources.ts'

const sources = readSources()
const of = (path: string) => path.split('/')[0]!.replace(/\.ts$/, '')
const folderOf = (path: string) => path.split('/')[1]!

/** What each part may import of ours, besides itself. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  core: ['errors'],
  ports: ['core', 'errors'],
  rules: ['core', 'errors'],
  rulebook: ['core', 'errors'],
  flows: ['ports', 'rules', 'rulebook', 'core', 'errors'],
  i18n: [],
  adapters: ['ports', 'core', 'errors', 'i18n'],
  wiring: ['adapters', 'flows', 'ports', 'rulebook', 'core', 'errors', 'i18n'],
  cli: ['wiring', 'adapters', 'flows', 'ports', 'rulebook', 'core', 'errors', 'i18n'],
  // Doors for programs and threads, as commands are doors for people.
  api: ['wiring', 'flows', 'ports', 'rulebook', 'core', 'errors', 'i18n'],
  commands: ['cli', 'wiring', 'flows', 'ports', 'rulebook', 'core', 'errors', 'i18n'],
}

const LAWS: readonly (readonly [why: string, breaks: (file: SourceFile, other: Import) => boolean])[] = [
  [
    'imports run downwards, so that a change below never asks who stands above',
    (file, other) => other.isOurs && of(other.of) !== of(file.path) && !MAY_KNOW[of(file.path)]!.includes(of(other.of)),
  ],
  [
    'cli and wiring know flows as shapes only: a command alone starts a job (or a door of api)',
    (file, other) => ['cli', 'wiring'].includes(of(file.path)) && of(other.of) === 'flows' && !other.isType,
  ],
  [
    'cli takes from adapters the process it runs in and the words of the report, nothing that touches data',
    (file, other) =>
      of(file.path) === 'cli' &&
      of(other.of) === 'adapters' &&
      !/^adapters\/(system\/environment|report\/(finding-)?words)\.ts$/.test(other.of),
  ],
  [
    'adapters do not know each other, so that one can be replaced; all may use files/ and system/, a thread (workers/) ' +
      'carries smtp/, mime/, csv/ and store/ to where the work is',
    (file, other) =>
      of(file.path) === 'adapters' &&
      of(other.of) === 'adapters' &&
      folderOf(file.path) !== folderOf(other.of) &&
      !['files', 'system'].includes(folderOf(other.of)) &&
      !(folderOf(file.path) === 'workers' && ['smtp', 'mime', 'csv', 'store'].includes(folderOf(other.of))),
  ],
  [
    'a rule stands alone: neither another rule nor the law that asks for it',
    (file, other) => /^rules\/\w+\//.test(file.path) && /^(rules|rulebook)\//.test(other.of),
  ],
  [
    'core decides from values alone: of Node it knows hashing, URLs and bytes, which touch nothing outside',
    (file, other) =>
      of(file.path) === 'core' && !other.isOurs && !['node:crypto', 'node:url', 'node:buffer'].includes(other.of),
  ],
  [
    'packages of others are used in adapters and, for the screen, in cli (oclif also where a command is declared)',
    (file, other) =>
      !other.isOurs &&
      !other.of.startsWith('node:') &&
      !['adapters', 'cli'].includes(of(file.path)) &&
      !(of(file.path) === 'commands' && other.of === '@oclif/core'),
  ],
]

describe('the import law', () => {
  it.each(LAWS)('%s', (_, breaks) => {
    const broken = sources.flatMap((file) =>
      file.imports.filter((other) => breaks(file, other)).map((other) => `${file.path} imports ${other.of}`),
    )
    expect(broken).toEqual([])
  })

  it('knows every part of the house and sees its imports', () => {
    expect(new Set(sources.map(({path}) => of(path)))).toEqual(new Set(Object.keys(MAY_KNOW)))
    const paths = new Set(sources.map(({path}) => path))
    const ours = sources.flatMap(({imports}) => imports.filter((each) => each.isOurs).map((each) => each.of))
    expect(ours.length).toBeGreaterThan(500)
    expect(ours.filter((path) => !paths.has(path))).toEqual([])
  })

  it('has no circles, not even through types', () => {
    const edges = new Map(sources.map((file) => [file.path, file.imports.filter((i) => i.isOurs).map((i) => i.of)]))
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (path: string, way: readonly string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' > '))
      if (way.includes(path) || done.has(path)) return
      for (const next of edges.get(path) ?? []) walk(next, [...way, path])
      done.add(path)
    }
    for (const path of edges.keys()) walk(path, [])
    expect(circles).toEqual([])
  })
})
