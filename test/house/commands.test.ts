/** What every command owes its user: examples, Japanese, and a standard input that stays untouched. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import {PARTS} from '../../src/cli/first-screen.ts'
import {en} from '../../src/i18n/en.ts'
import {commandsJa, globalFlagsJa, topicsJa} from '../../src/i18n/help-ja.ts'
import {root} from './sources.ts'

interface CommandClass {
  readonly summary?: string
  readonly description?: string
  readonly examples?: readonly string[]
  readonly enableJsonFlag: boolean
  readonly args: Readonly<Record<string, {description?: string; ignoreStdin?: boolean}>>
  readonly flags: Readonly<Record<string, {summary?: string}>>
  readonly baseFlags: Readonly<Record<string, {summary?: string}>>
}

const folder = join(root, 'src', 'commands')
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.ts'))
const commands = await Promise.all(
  files.map(async (path) => {
    const {default: command} = await import(pathToFileURL(join(folder, path)).href)
    return [path.replace(/\.ts$/, '').replaceAll(/[\\/]/g, ' '), command as CommandClass] as const
  }),
)
const manifest = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')).commands
const {oclif} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

describe.each(commands)('todoke %s', (name, command) => {
  it('has a summary and at least one example that runs it', () => {
    expect(command.summary ?? '').not.toBe('')
    expect(command.examples ?? []).not.toEqual([])
    for (const example of command.examples ?? []) expect(example).toMatch(/^<%= config.bin %> <%= command.id %>/)
  })

  it('says what its arguments and flags are, and never reads standard input for an argument', () => {
    for (const [arg, {description, ignoreStdin}] of Object.entries(command.args ?? {}))
      expect([arg, ignoreStdin, Boolean(description)]).toEqual([arg, true, true])
    for (const [flag, {summary}] of Object.entries({...command.flags, ...command.baseFlags}))
      expect([flag, Boolean(summary)]).toEqual([flag, true])
  })

  it('has Japanese for itself, its arguments and its flags, and for nothing else', () => {
    const words = commandsJa[name]
    expect(words?.summary ?? '').toMatch(/[ぁ-んァ-ヶ一-龠]/)
    expect(words?.description !== undefined).toBe(command.description !== undefined)
    expect(Object.keys(words?.args ?? {}).sort()).toEqual(Object.keys(command.args ?? {}).sort())
    expect(Object.keys(words?.flags ?? {}).sort()).toEqual(Object.keys(command.flags ?? {}).sort())
    expect(Object.keys(globalFlagsJa)).toEqual(expect.arrayContaining(Object.keys(command.baseFlags)))
  })

  it('stands once on the first screen, and in the manifest', () => {
    expect(
      Object.values(PARTS)
        .flat()
        .filter((each) => each === name),
    ).toEqual([name])
    expect(en).toHaveProperty([`help.step.${name}`])
    expect(Object.keys(manifest)).toContain(name.replaceAll(' ', ':'))
  })
})

interface Topics {
  readonly [name: string]: {readonly subtopics?: Topics}
}

describe('the help', () => {
  it('has Japanese for exactly the commands and topics there are', () => {
    expect(Object.keys(commandsJa).sort()).toEqual([...commands.map(([name]) => name), 'autocomplete'].sort())
    const namesOf = (topics: Topics): string[] =>
      Object.entries(topics).flatMap(([name, {subtopics = {}}]) => [
        name,
        ...namesOf(subtopics).map((below) => `${name} ${below}`),
      ])
    expect(Object.keys(topicsJa).sort()).toEqual(namesOf(oclif.topics).sort())
    const topics = commands.flatMap(([name]) => {
      const words = name.split(' ').slice(0, -1)
      return words.map((_, at) => words.slice(0, at + 1).join(' '))
    })
    expect([...new Set(topics)].sort()).toEqual(Object.keys(topicsJa).sort())
  })
})
