/** template.yaml as a tree: its keys with their nodes, and readers of single values that tell each mistake's place. */
import type {Node, Pair} from 'yaml'
import {isMap, isScalar, isSeq, LineCounter, parseDocument} from 'yaml'
import {closestName} from '../../core/close-names.ts'
import {isHeaderText} from '../../core/templates/fill-part.ts'
import type {MessageKey, MessageValues} from '../../i18n/text.ts'
import type {TemplatePlace} from '../../ports/templates.ts'
import type {TemplateProblems} from './template-problems.ts'

export interface YamlEntry {
  /** Path for messages, e.g. from.address, attachments[2]. */
  readonly path: string
  readonly node: Node | null
  /** Of the key, or of the item of a list. */
  readonly at: TemplatePlace
}

export interface YamlText {
  readonly text: string
  /** Where the text itself begins, inside its quotes. */
  readonly at: TemplatePlace
}

export interface YamlReader {
  /** The file's entries by key; null when there is nothing to read. known: unknown keys are told, with the nearest. */
  root(known: readonly string[]): ReadonlyMap<string, YamlEntry> | null
  /** Text on one line that may stand in a header, trimmed; null after telling why not. */
  text(entry: YamlEntry): YamlText | null
  /** One of the words, in any case. */
  word<Word extends string>(entry: YamlEntry, words: readonly Word[]): Word | null
  list(entry: YamlEntry): readonly YamlEntry[]
  /** The same where one item may stand alone. */
  listOrOne(entry: YamlEntry): readonly YamlEntry[]
  map(entry: YamlEntry, known: readonly string[]): ReadonlyMap<string, YamlEntry> | null
  isMap(entry: YamlEntry): boolean
}

/** source: of template.yaml. Never throws; mistakes go to problems. */
export function readYaml(source: string, file: string, problems: TemplateProblems): YamlReader {
  const lines = new LineCounter()
  const document = parseDocument(source, {lineCounter: lines})
  const placeOf = (offset: number): TemplatePlace => {
    const {line, col} = lines.linePos(offset)
    return {file, line: Math.max(line, 1), column: Math.max(col, 1)}
  }
  const tell = (entry: YamlEntry, key: MessageKey, values: MessageValues = {}) => {
    problems.tell(entry.at, key, {key: entry.path, ...values})
    return null
  }

  const entriesOf = (pairs: readonly Pair[], path: string, known: readonly string[]) => {
    const entries = new Map<string, YamlEntry>()
    for (const {key, value} of pairs) {
      const name = isScalar(key) ? String(key.value) : ''
      const at = placeOf((isScalar(key) ? key.range?.[0] : undefined) ?? 0)
      const entry = {path: path + name, node: value as Node | null, at}
      const near = closestName(name, new Set(known))
      if (known.includes(name)) entries.set(name, entry)
      else if (near === null) tell(entry, 'template-yaml.unknown-key', {keys: known.join(', ')})
      else tell(entry, 'template-yaml.unknown-key-near', {keys: known.join(', '), near})
    }
    return entries
  }

  const textOf = (entry: YamlEntry): YamlText | null => {
    const {node} = entry
    if (!isScalar(node) || typeof node.value !== 'string' || node.value.trim() === '')
      return tell(entry, 'template-yaml.not-text')
    const words = node.value.trim()
    if (/[\r\n]/.test(words)) return tell(entry, 'template-yaml.not-one-line')
    if (!isHeaderText(words)) return tell(entry, 'template-yaml.control')
    const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0
    return {text: words, at: placeOf((node.range?.[0] ?? 0) + quote)}
  }

  const list = (entry: YamlEntry): readonly YamlEntry[] => {
    const {node} = entry
    if (!isSeq(node)) return tell(entry, 'template-yaml.not-a-list') ?? []
    return (node.items as (Node | null)[]).map((item, index) => ({
      path: `${entry.path}[${index + 1}]`,
      node: item,
      at: placeOf(item?.range?.[0] ?? 0),
    }))
  }

  return {
    root: (known) => {
      for (const {pos, message} of document.errors)
        problems.tellWords(placeOf(pos[0]), message.split('\n')[0]!.replace(/ at line .*/, ''))
      if (document.errors.length > 0) return null
      if (isMap(document.contents)) return entriesOf(document.contents.items, '', known)
      problems.tell(placeOf(0), 'template-yaml.no-map', {keys: known.join(', ')})
      return null
    },
    text: textOf,
    word: (entry, words) => {
      const given = textOf(entry)
      if (given === null) return null
      const found = words.find((each) => each === given.text.toLowerCase())
      return found ?? tell(entry, 'template-yaml.not-a-word', {words: words.join(', ')})
    },
    list,
    listOrOne: (entry) => (isScalar(entry.node) ? [entry] : list(entry)),
    map: (entry, known) =>
      isMap(entry.node)
        ? entriesOf(entry.node.items, `${entry.path}.`, known)
        : tell(entry, 'template-yaml.not-a-map', {keys: known.join(', ')}),
    isMap: (entry) => isMap(entry.node),
  }
}
