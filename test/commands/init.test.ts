import {mkdtemp, readdir} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import stringWidth from 'fast-string-width'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import Init from '../../src/commands/init.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const home = process.cwd()
const {argv} = process
const {write} = process.stdout
let printed: string

beforeEach(async () => {
  process.chdir(await mkdtemp(join(tmpdir(), 'todoke-init-command-')))
  printed = ''
  process.stdout.write = (chunk: string | Uint8Array) => {
    printed += chunk
    return true
  }
})

afterEach(() => {
  process.stdout.write = write
  process.chdir(home)
  process.argv = argv
  process.exitCode = undefined
})

/** Words of a command line; quotes hold words together. */
function wordsOf(line: string): string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, '$1'))
}

/** The language is read from the real command line, so it is set there too. */
function run(words: string[]) {
  process.argv = ['node', 'todoke', 'init', ...words]
  return Init.run(words, root)
}

describe('todoke init', () => {
  it.each(Init.examples)('does what its example says: %s', async (example) => {
    await run(wordsOf(example.replace('<%= config.bin %> <%= command.id %>', '')))
    const folder = example.includes('newsletter') ? 'newsletter' : '.'
    expect((await readdir(folder)).sort()).toEqual(['.gitignore', '.todoke', 'lists', 'templates', 'todoke.yaml'])
    expect(process.exitCode ?? 0).toBe(0)
  })

  it.each(['ja', 'en'])(
    'prints the tree, the lines to edit and the next steps within 80 columns (%s)',
    async (lang) => {
      await run(['newsletter', '--lang', lang])
      const lines = printed.split('\n')
      expect(lines).toContain('  newsletter/todoke.yaml:6   sender.name')
      expect(lines.find((line) => line.includes('sample.csv'))).toMatch(/^ {2}│ {2}└─ sample\.csv {3}\S/)
      expect(lines).toContain('  cd newsletter')
      expect(lines.filter((line) => / {2}todoke /.test(line)).map((line) => line.trim())).toEqual([
        `todoke lint templates/news-${lang}`,
        'todoke list import lists/sample.csv --list news',
        'todoke suppression merge lists/optouts.csv',
        `todoke preview templates/news-${lang} --list news`,
        `todoke send plan may --template templates/news-${lang} --list news`,
        'todoke send run may',
      ])
      for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
    },
  )

  it('answers --json with what it made', async () => {
    await run(['newsletter', '--json'])
    const answer = JSON.parse(printed)
    expect(answer.files).toContainEqual({path: 'todoke.yaml', kind: 'settings'})
    expect(answer.examplesLeft[0]).toEqual({key: 'sender.name', line: 6})
  })

  it('ends with 2 and changes nothing when run again, and names a law that is not known', async () => {
    await run(['.'])
    await run(['.', '--json'])
    expect(process.exitCode).toBe(2)
    expect(JSON.parse(printed.slice(printed.lastIndexOf('\n{'))).error).toMatchObject({
      code: 'WORKSPACE_EXISTS',
      message: 'todoke.yaml is already there; nothing was changed',
    })
    await run(['other', '--law', 'jp,xx', '--json'])
    expect(JSON.parse(printed.slice(printed.lastIndexOf('\n{'))).error.code).toBe('LAW_UNKNOWN')
    expect(await readdir('.')).not.toContain('other')
  })
})
