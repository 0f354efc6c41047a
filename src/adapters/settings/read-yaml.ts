/** Bytes of todoke.yaml to a YAML tree in which every key and value still knows its line and column. */
import type {Document, Node, Pair, Scalar, YAMLError, YAMLMap} from 'yaml'
import {isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit} from 'yaml'
import type {MessageKey} from '../../i18n/text.ts'
import type {KeyPath, SettingsProblem} from './problem.ts'

export interface YamlTree {
  /** The plain value; undefined when the syntax is too broken to speak of one. */
  readonly value: unknown
  readonly problems: readonly SettingsProblem[]
  /** Where the value at a path stands; where it is not there, its nearest parent's key. */
  placeOf(path: KeyPath, wanted: 'key' | 'value'): {readonly line: number; readonly column: number}
  /** A plain or quoted value as written, without quotes; null for maps, lists and what is not there. */
  sourceOf(path: KeyPath): string | null
}

/** Never throws. bytes: UTF-8, with or without a byte order mark; anything else is a problem with its line. */
export function readYaml(bytes: Uint8Array): YamlTree {
  const source = decode(bytes)
  if (typeof source !== 'string') return onlyProblem(source)
  if (source.trim() === '') return onlyProblem({line: 1, column: 1, key: 'settings.problem.empty', values: {}})

  const lines = new LineCounter()
  // logLevel: 'silent' would also silence the complaint about a second document.
  const document = parseDocument(source, {lineCounter: lines, prettyErrors: false, stringKeys: true, logLevel: 'error'})
  const place = (offset: number) => {
    const {line, col} = lines.linePos(Math.max(0, Math.min(offset, source.length - 1)))
    return {line: Math.max(1, line), column: Math.max(1, col)}
  }
  const complaints = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])
  const broken = complaints.find(({code}) => code !== 'DUPLICATE_KEY')
  // What the parser says after its first stumble is guesswork: one mistake would be told as three.
  const told = broken === undefined ? complaints : complaints.slice(0, complaints.indexOf(broken) + 1)
  const problems = told.map((error) => openBracket(error, document, source, place) ?? asProblem(error, document, place))
  const value = broken === undefined ? plainValue(document, place, problems) : undefined
  return {
    value,
    problems,
    placeOf: (path, wanted) => place(offsetOf(document, path, wanted)),
    sourceOf: (path) => {
      const node = walk(document, path).at(-1)?.value
      return path.length + 1 === walk(document, path).length && isScalar(node) ? (node.source ?? null) : null
    },
  }
}

function onlyProblem(problem: Omit<SettingsProblem, 'path'>): YamlTree {
  const place = {line: problem.line, column: problem.column}
  return {value: undefined, problems: [{...problem, path: []}], placeOf: () => place, sourceOf: () => null}
}

/** The text, or what is wrong with the bytes. */
function decode(bytes: Uint8Array): string | Omit<SettingsProblem, 'path'> {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return {line: 1, column: 1, key: 'settings.problem.encoding', values: {found: 'UTF-16'}}
  const nul = bytes.indexOf(0)
  if (nul >= 0) return {...placeOfByte(bytes, nul), key: 'settings.problem.binary', values: {}}
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    const at = placeOfByte(bytes, firstBadByte(bytes))
    const found = guess(bytes)
    if (found === null) return {...at, key: 'settings.problem.not-utf8', values: {}}
    return {...at, key: 'settings.problem.encoding', values: {found}}
  }
}

/** Null when the bytes are none of the encodings a Japanese editor saves. */
function guess(bytes: Uint8Array): string | null {
  for (const [label, name] of [
    ['euc-jp', 'EUC-JP'],
    ['shift_jis', 'Shift_JIS (CP932)'],
  ] as const) {
    try {
      const decoded = new TextDecoder(label, {fatal: true}).decode(bytes)
      // Half-width katakana everywhere is what Japanese looks like under the wrong one of the two.
      if (!/[\uff61-\uff9f]{2}/.test(decoded)) return name
    } catch {
      // Not this one.
    }
  }
  return null
}

/** Offset of the first byte that is not UTF-8: the longest prefix that decodes, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return good
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}

function placeOfByte(bytes: Uint8Array, offset: number): {line: number; column: number} {
  const before = new TextDecoder().decode(bytes.subarray(0, offset), {stream: true})
  const lines = before.split(/\r\n|\n|\r/)
  return {line: lines.length, column: lines.at(-1)!.length + 1}
}

/** Words for the parser's error codes that a reader can act on; all others say "cannot be read here". */
const SYNTAX_WORDS: Readonly<Record<string, MessageKey>> = {
  DUPLICATE_KEY: 'settings.problem.duplicate',
  TAB_AS_INDENT: 'settings.problem.tab',
  BAD_INDENT: 'settings.problem.indent',
  BLOCK_AS_IMPLICIT_KEY: 'settings.problem.indent',
  MISSING_CHAR: 'settings.problem.unclosed',
  MULTIPLE_DOCS: 'settings.problem.documents',
  TAG_RESOLVE_FAILED: 'settings.problem.tag',
  BAD_ALIAS: 'settings.problem.alias',
}

type PlaceOf = (offset: number) => {readonly line: number; readonly column: number}

function asProblem(error: YAMLError, document: Document, place: PlaceOf): SettingsProblem {
  const key = SYNTAX_WORDS[error.code] ?? 'settings.problem.syntax'
  const path = error.code === 'DUPLICATE_KEY' ? pathAt(document, error.pos[0]) : []
  return {...place(error.pos[0]), path, key, values: {}}
}

/**
 * The parser finds a bracket that nothing closes where the text is indented less than it, and calls that bad
 * indentation; who wrote it has to look at the bracket. Null when the error is another.
 */
function openBracket(error: YAMLError, document: Document, source: string, place: PlaceOf): SettingsProblem | null {
  if (error.code !== 'BAD_INDENT') return null
  let start = -1
  visit(document, {
    Collection(_, node) {
      const [from, to] = node.range ?? [0, 0]
      if (node.flow && from < error.pos[0] && !'}]'.includes(source[to - 1] ?? '')) start = Math.max(start, from)
    },
  })
  if (start < 0) return null
  const values = {open: source[start]!, close: source[start] === '[' ? ']' : '}'}
  return {...place(start), path: [], key: 'settings.problem.open-bracket', values}
}

/** The path of the key that starts at an offset. */
function pathAt(document: Document, offset: number): KeyPath {
  let found: KeyPath = []
  visit(document, {
    Pair(_, pair, parents) {
      const key = pair.key as Scalar
      if (key?.range?.[0] !== offset) return undefined
      found = [...parents.filter(isPair).map((parent) => String((parent.key as Scalar).value)), String(key.value)]
      return visit.BREAK
    },
  })
  return found
}

function plainValue(document: Document, place: PlaceOf, problems: SettingsProblem[]): unknown {
  const problemAt = (offset: number, key: MessageKey) => problems.push({...place(offset), path: [], key, values: {}})
  if (document.contents === null) return void problemAt(0, 'settings.problem.empty')
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined) problemAt(alias.range?.[0] ?? 0, 'settings.problem.alias')
    },
  })
  try {
    return document.toJS({maxAliasCount: 50})
  } catch {
    // References that multiply are refused by the limit above, and have no single place.
    if (problems.every(({key}) => key !== 'settings.problem.alias')) problemAt(0, 'settings.problem.alias')
    return undefined
  }
}

interface Step {
  readonly key: Node | null
  readonly value: Node | null
}

/** The nodes along a path, as far as the tree has them; the first is the root. */
function walk(document: Document, path: KeyPath): Step[] {
  const steps: Step[] = [{key: null, value: resolved(document, document.contents)}]
  for (const name of path) {
    const parent = steps.at(-1)!.value
    const step = isMap(parent)
      ? pairIn(document, parent, String(name))
      : isSeq(parent)
        ? itemIn(document, parent.items[Number(name)])
        : null
    if (step === null) break
    steps.push(step)
  }
  return steps
}

function pairIn(document: Document, map: YAMLMap, name: string): Step | null {
  const pairs = map.items as Pair<Scalar, Node | null>[]
  const pair = pairs.findLast(({key}) => String(key?.value) === name)
  return pair === undefined ? null : {key: pair.key, value: resolved(document, pair.value)}
}

function itemIn(document: Document, item: unknown): Step | null {
  if (item === undefined || item === null) return null
  return {key: item as Node, value: resolved(document, item as Node)}
}

function resolved(document: Document, node: Node | null): Node | null {
  return isAlias(node) ? (node.resolve(document) ?? null) : node
}

function offsetOf(document: Document, path: KeyPath, wanted: 'key' | 'value'): number {
  const steps = walk(document, path)
  const last = steps.at(-1)!
  const isThere = steps.length === path.length + 1
  const node = isThere && wanted === 'value' ? (last.value ?? last.key) : (last.key ?? last.value)
  const start = node?.range?.[0] ?? 0
  return path.length === 0 && !isThere ? 0 : start
}
