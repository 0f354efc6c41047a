/** The whole check of todoke.yaml: bytes in, settings or every mistake with its place out. Reads nothing itself. */
import type {z} from 'zod'
import type {Settings} from '../../core/settings.ts'
import type {Lang, MessageKey} from '../../i18n/text.ts'
import {isMessageKey, text} from '../../i18n/text.ts'
import {crossProblems, isSecretKey} from './cross-checks.ts'
import {nearestWord} from './nearest-key.ts'
import type {KeyPath, SettingsProblem} from './problem.ts'
import {pathWords, shownValue} from './problem.ts'
import type {YamlTree} from './read-yaml.ts'
import {readYaml} from './read-yaml.ts'
import type {SchemaChoice, WrittenSettings} from './schema.ts'
import {settingsSchema} from './schema.ts'

/** problems are sorted by place, at most one for each value; settings is null exactly when there are some. */
export interface SettingsCheck {
  readonly settings: Settings | null
  readonly problems: readonly SettingsProblem[]
  /** Line, from 1, of the value at a key path such as sender.from.address. */
  lineOf(path: KeyPath): number
}

/** Never throws. choice.lang is the language of the words inside the problems' values. */
export function checkSettings(bytes: Uint8Array, choice: SchemaChoice): SettingsCheck {
  const tree = readYaml(bytes)
  const lineOf = (path: KeyPath) => tree.placeOf(path, 'value').line
  if (tree.value === undefined) return {settings: null, problems: inOrder(tree.problems), lineOf}
  const read = settingsSchema(choice).safeParse(tree.value)
  const problems = [
    ...tree.problems,
    ...(read.success ? [] : read.error.issues.flatMap((issue) => problemsOf(issue, tree, choice))),
    ...crossProblems(tree.value).map((problem) => ({...problem, ...tree.placeOf(problem.path, 'value')})),
  ]
  const isFit = read.success && problems.length === 0
  return {settings: isFit ? toSettings(read.data) : null, problems: inOrder(problems), lineOf}
}

function problemsOf(issue: z.core.$ZodIssue, tree: YamlTree, choice: SchemaChoice): SettingsProblem[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], tree, choice))
  const key = isMessageKey(issue.message) ? issue.message : 'settings.expect.map'
  const expected = text(choice.lang, key, {laws: choice.laws.join(', ')})
  const found = valueAt(tree.value, path)
  if (found === undefined)
    return [{...tree.placeOf(path, 'key'), path, key: 'settings.problem.missing', values: {expected}}]
  const place = tree.placeOf(path, 'value')
  if (isHidden(path)) return [{...place, path, key: 'settings.problem.hidden', values: {expected}}]
  const words = foundWords(found, tree.sourceOf(path), key, choice.lang)
  return [{...place, path, key: 'settings.problem.value', values: {expected, found: words}}]
}

function unknownKey(path: KeyPath, tree: YamlTree, {laws, lang}: SchemaChoice): SettingsProblem {
  const name = String(path.at(-1))
  const place = tree.placeOf(path, 'key')
  if (isSecretKey(name)) return {...place, path, key: 'settings.problem.secret', values: {}}
  const known = keysAt(settingsSchema({laws, lang}), path.slice(0, -1))
  const near = nearestWord(name, known)
  return near === null
    ? {...place, path, key: 'settings.problem.unknown', values: {known: known.join(', ')}}
    : {...place, path, key: 'settings.problem.unknown-near', values: {near}}
}

/** Where a password could stand by mistake, the value is never repeated on the screen. */
function isHidden(path: KeyPath): boolean {
  return /^relay\.(user|passwordFile|passwordEnv)$|^store$/.test(pathWords(path))
}

function foundWords(found: unknown, source: string | null, expected: MessageKey, lang: Lang): string {
  if (found === null) return text(lang, 'settings.found.nothing')
  if (Array.isArray(found)) return text(lang, found.length === 0 ? 'settings.found.empty-list' : 'settings.found.list')
  if (typeof found === 'object') return text(lang, 'settings.found.map')
  if (expected === 'settings.expect.map') return text(lang, 'settings.found.text')
  const value = shownValue(source ?? String(found))
  if (typeof found === 'string') return text(lang, 'settings.found.quoted', {value})
  const isTextWanted = !NUMBERS.has(expected)
  return text(lang, isTextWanted ? 'settings.found.unquoted' : 'settings.found.plain', {value})
}

const NUMBERS: ReadonlySet<MessageKey> = new Set([
  'settings.expect.port',
  'settings.expect.connections',
  'settings.expect.per-second',
  'settings.expect.count',
])

function valueAt(value: unknown, path: KeyPath): unknown {
  let at = value
  for (const step of path)
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined
  return at
}

/** The keys a map may have, by walking the schema along the path. */
function keysAt(schema: z.ZodType, path: KeyPath): string[] {
  let at = schema as z.ZodType & {shape?: Record<string, z.ZodType>; element?: z.ZodType; unwrap?: () => z.ZodType}
  for (const step of [...path, null]) {
    while (at.unwrap !== undefined && at.shape === undefined && at.element === undefined) at = at.unwrap()
    if (step === null) break
    at = (typeof step === 'number' ? at.element : at.shape?.[step]) ?? at
  }
  return Object.keys(at.shape ?? {})
}

/** By place; of several problems with one value the first says enough. */
function inOrder(problems: readonly SettingsProblem[]): SettingsProblem[] {
  const seen = new Set<string>()
  return problems
    .filter(({path, line, column}) => {
      const value = path.length === 0 ? `${line}:${column}` : pathWords(path)
      return !seen.has(value) && seen.add(value)
    })
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

const USUAL_PORT = {implicit: 465, starttls: 587, none: 25} as const

/** Fills in what the file may leave out; docs of each default stand in the key's description. */
function toSettings({sender, optOut, relay, limits, ...rest}: WrittenSettings): Settings {
  const tls = relay.tls ?? ((relay.port ?? 465) === 465 ? 'implicit' : 'starttls')
  return {
    sender: {...sender, replyTo: sender.replyTo ?? null},
    optOut,
    relay: {
      host: relay.host,
      port: relay.port ?? USUAL_PORT[tls],
      tls,
      user: relay.user ?? null,
      passwordFile: relay.passwordFile ?? null,
      passwordEnv: relay.passwordEnv ?? null,
      clientName: relay.clientName ?? sender.from.address.slice(sender.from.address.lastIndexOf('@') + 1),
      connections: relay.connections ?? 8,
    },
    laws: rest.laws,
    audienceCountry: rest.audienceCountry,
    purposes: rest.purposes.map(({name, notice}) => ({name, notice: notice.trim()})),
    limits: {perSecond: limits?.perSecond ?? null, unattended: limits?.unattended ?? null},
    store: (rest.store ?? 'sqlite:.todoke/store.db').slice('sqlite:'.length),
  }
}
