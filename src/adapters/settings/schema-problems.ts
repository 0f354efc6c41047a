/** What a schema says about a YAML file as problems with their place: missing, unknown or unfit keys. */
import type {z} from 'zod'
import {nearestWord} from '../../core/close-names.ts'
import type {Lang, MessageKey} from '../../i18n/text.ts'
import {isMessageKey, text} from '../../i18n/text.ts'
import type {KeyPath, SettingsProblem} from './problem.ts'
import {pathWords, shownValue} from './problem.ts'
import type {YamlTree} from './read-yaml.ts'

export interface SchemaHelp {
  readonly schema: z.ZodType
  readonly lang: Lang
  /** What a key must be, by the message key its schema gives. */
  expected(key: MessageKey): string
  /** Expectations of maps, which no single value meets, and of numbers, which want no quotes. */
  readonly maps: ReadonlySet<MessageKey>
  readonly numbers: ReadonlySet<MessageKey>
  /** Said when a schema gives no words of its own. */
  readonly otherwise: MessageKey
  /** Where a password could stand by mistake, the value is never repeated on the screen. */
  isHidden(path: KeyPath): boolean
  isSecret(name: string): boolean
}

export function problemsOf(issue: z.core.$ZodIssue, tree: YamlTree, help: SchemaHelp): SettingsProblem[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], tree, help))
  const key = isMessageKey(issue.message) ? issue.message : help.otherwise
  const expected = help.expected(key)
  const found = valueAt(tree.value, path)
  if (found === undefined)
    return [{...tree.placeOf(path, 'key'), path, key: 'settings.problem.missing', values: {expected}}]
  const place = tree.placeOf(path, 'value')
  if (help.isHidden(path)) return [{...place, path, key: 'settings.problem.hidden', values: {expected}}]
  const words = foundWords(found, tree.sourceOf(path), key, help)
  return [{...place, path, key: 'settings.problem.value', values: {expected, found: words}}]
}

function unknownKey(path: KeyPath, tree: YamlTree, {schema, isSecret}: SchemaHelp): SettingsProblem {
  const name = String(path.at(-1))
  const place = tree.placeOf(path, 'key')
  if (isSecret(name)) return {...place, path, key: 'settings.problem.secret', values: {}}
  const known = keysAt(schema, path.slice(0, -1))
  const near = nearestWord(name, known)
  return near === null
    ? {...place, path, key: 'settings.problem.unknown', values: {known: known.join(', ')}}
    : {...place, path, key: 'settings.problem.unknown-near', values: {near}}
}

function foundWords(found: unknown, source: string | null, expected: MessageKey, help: SchemaHelp): string {
  const {lang, maps, numbers} = help
  if (found === null) return text(lang, 'settings.found.nothing')
  if (Array.isArray(found)) return text(lang, found.length === 0 ? 'settings.found.empty-list' : 'settings.found.list')
  if (typeof found === 'object') return text(lang, 'settings.found.map')
  if (maps.has(expected)) return text(lang, 'settings.found.text')
  const value = shownValue(source ?? String(found))
  if (typeof found === 'string') return text(lang, 'settings.found.quoted', {value})
  return text(lang, numbers.has(expected) ? 'settings.found.plain' : 'settings.found.unquoted', {value})
}

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
export function inOrder(problems: readonly SettingsProblem[]): SettingsProblem[] {
  const seen = new Set<string>()
  return problems
    .filter(({path, line, column}) => {
      const value = path.length === 0 ? `${line}:${column}` : pathWords(path)
      return !seen.has(value) && seen.add(value)
    })
    .sort((a, b) => a.line - b.line || a.column - b.column)
}
