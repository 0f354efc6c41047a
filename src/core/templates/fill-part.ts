/**
 * Fills a compiled part for one contact. The text goes piece by piece to a sink, so that an encoder can take ready what
 * it has prepared. Names are looked up as own properties only; there is nothing here that runs code (reliability.md B2).
 */
import type {CompiledPart, PartKind, PartNode, SlotNode} from './compile-part.ts'
import type {Formatter} from './formats.ts'
import {formatterOf} from './formats.ts'

/** What a name may stand for: a list's cells are text; data from a file may be nested. */
export type Value = string | number | boolean | null | readonly Value[] | {readonly [name: string]: Value}
export type Data = {readonly [name: string]: Value}

export interface Scope {
  /** What Todoke itself fills; undefined for the list's own names. */
  builtIn(name: string): string | undefined
  readonly data: Data
}

export type FillFault =
  | 'empty-value'
  | 'unsafe-url'
  | 'control-character'
  | 'bad-format'
  | 'too-large'
  | 'too-many-steps'

export interface FillStop {
  readonly ok: false
  readonly why: FillFault | 'not-in-charset'
  readonly name: string
}

export type Filled = {readonly ok: true; readonly text: string} | FillStop

export interface Sink {
  /** id: the literal's number in the part, in the order of walking it once. */
  literal(id: number, text: string): void
  /** Escaped for its place; lines end in \n alone. name: of the tag. */
  value(text: string, name: string): void
}

/** Null when everything went to the sink. */
export type PartFiller = (scope: Scope, sink: Sink) => FillStop | null

/** What a header value must never hold: it would end the header or hide text. */
const HEADER_UNSAFE = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/

export function isHeaderText(text: string): boolean {
  return !HEADER_UNSAFE.test(text) && text.isWellFormed()
}

/** Tab and line ends are fine in a body, other control characters are not. */
const BODY_UNSAFE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/

/** Limits of one part of one mail (reliability.md B2); steps stand for the 50 ms that nobody can measure the same twice. */
const MAX_CHARS = 1_000_000
const MAX_ITEMS = 1000
const MAX_STEPS = 100_000

/** language: for formats. */
export function partFiller(part: CompiledPart, kind: PartKind, language: string): PartFiller {
  const nodes = prepare(part, language)
  const unsafe = kind === 'subject' ? HEADER_UNSAFE : BODY_UNSAFE
  return (scope, sink) => {
    const run: Run = {scope, sink, unsafe, stack: [scope.data], chars: 0, steps: 0}
    return walk(nodes, run)
  }
}

/** The whole text of a part for one contact, lines ending in \n alone. */
export function fillPart(part: CompiledPart, kind: PartKind, language: string): (scope: Scope) => Filled {
  const fill = partFiller(part, kind, language)
  return (scope) => {
    let text = ''
    const add = (piece: string) => {
      text += piece
    }
    const stopped = fill(scope, {literal: (_, piece) => add(piece), value: add})
    return stopped ?? {ok: true, text}
  }
}

/** The literals of a part by the number that a sink is told. */
export function literalsOf(part: CompiledPart): readonly string[] {
  return part.flatMap((node) =>
    node.kind === 'literal' ? [node.text] : node.kind === 'slot' ? [] : [...literalsOf(node.body)],
  )
}

type Ready =
  | {readonly kind: 'literal'; readonly id: number; readonly text: string}
  | (Omit<SlotNode, 'format'> & {readonly path: readonly string[] | null; readonly format: Formatter | null})
  | {
      readonly kind: 'section' | 'inverted'
      readonly name: string
      readonly isPath: boolean
      readonly path: readonly string[] | null
      readonly body: readonly Ready[]
    }

function prepare(part: CompiledPart, language: string): readonly Ready[] {
  let id = 0
  const ready = (node: PartNode): Ready => {
    if (node.kind === 'literal') return {kind: 'literal', id: id++, text: node.text}
    const path = node.name !== '.' && node.name.includes('.') ? node.name.split('.') : null
    if (node.kind === 'slot') {
      const format = node.format === null ? null : formatterOf(node.format, language)
      return {...node, path, format}
    }
    return {kind: node.kind, name: node.name, isPath: node.isPath, path, body: node.body.map(ready)}
  }
  return part.map(ready)
}

interface Run {
  readonly scope: Scope
  readonly sink: Sink
  readonly unsafe: RegExp
  /** Data in sight, the nearest last. */
  readonly stack: Value[]
  chars: number
  steps: number
}

function walk(nodes: readonly Ready[], run: Run): FillStop | null {
  for (const node of nodes) {
    run.steps += 1
    if (run.steps > MAX_STEPS) return {ok: false, why: 'too-many-steps', name: 'name' in node ? node.name : ''}
    if (node.kind === 'literal') {
      run.chars += node.text.length
      run.sink.literal(node.id, node.text)
    } else {
      const stopped = node.kind === 'slot' ? fillSlot(node, run) : fillSection(node, run)
      if (stopped !== null) return stopped
    }
    if (run.chars > MAX_CHARS) return {ok: false, why: 'too-large', name: 'name' in node ? node.name : ''}
  }
  return null
}

function fillSlot(slot: Extract<Ready, {kind: 'slot'}>, run: Run): FillStop | null {
  const {name, context, fallback} = slot
  const own = run.scope.builtIn(name)
  let value = own ?? textOf(lookUp(slot, run.stack))
  if (value === '') {
    if (fallback === null) return {ok: false, why: 'empty-value', name}
    value = fallback
  } else if (slot.format !== null) {
    const written = slot.format(value)
    if (written === null) return {ok: false, why: 'bad-format', name}
    value = written
  }
  if (value.includes('\r') && run.unsafe === BODY_UNSAFE) value = value.replace(/\r\n?/g, '\n')
  if (run.unsafe.test(value) || !value.isWellFormed()) return {ok: false, why: 'control-character', name}
  if (context === 'url' && !isOwnLink(own, name) && value !== '' && !SAFE_LINK.test(value))
    return {ok: false, why: 'unsafe-url', name}
  if (context === 'refused') return {ok: false, why: 'unsafe-url', name}
  const escaped = escapeFor(value, slot.isInComment, context)
  run.chars += escaped.length
  if (escaped !== '') run.sink.value(escaped, name)
  return null
}

/** The opt-out page is the settings' own; the other names that we fill are no links. */
function isOwnLink(own: string | undefined, name: string): boolean {
  return own !== undefined && name === 'unsubscribe_url'
}

function fillSection(section: Extract<Ready, {kind: 'section' | 'inverted'}>, run: Run): FillStop | null {
  const value = run.scope.builtIn(section.name) ?? lookUp(section, run.stack)
  if (section.kind === 'inverted') return isTruthy(value) ? null : walk(section.body, run)
  if (!isTruthy(value)) return null
  const items = Array.isArray(value) ? (value as readonly Value[]) : [value!]
  if (items.length > MAX_ITEMS) return {ok: false, why: 'too-large', name: section.name}
  for (const item of items) {
    // A section that holds nothing costs its turns too.
    run.steps += 1
    if (run.steps > MAX_STEPS) return {ok: false, why: 'too-many-steps', name: section.name}
    run.stack.push(item)
    const stopped = walk(section.body, run)
    run.stack.pop()
    if (stopped !== null) return stopped
  }
  return null
}

/** The nearest data that has the name; a dotted name that no data has as it stands is followed part by part. */
function lookUp(
  {name, isPath, path}: {name: string; isPath: boolean; path: readonly string[] | null},
  stack: readonly Value[],
): Value | undefined {
  if (name === '.') return stack.at(-1)
  for (let at = stack.length - 1; at >= 0; at -= 1) {
    const here = stack[at]!
    if (!isPath && hasOwn(here, name)) return here[name]
    if (path !== null && hasOwn(here, path[0]!)) return follow(here, path)
  }
  return undefined
}

function follow(from: Value, path: readonly string[]): Value | undefined {
  let here: Value | undefined = from
  for (const part of path) {
    if (here === undefined || !hasOwn(here, part)) return undefined
    here = here[part]
  }
  return here
}

function hasOwn(value: Value, name: string): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
}

function isTruthy(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false || value === 0) return false
  return !Array.isArray(value) || value.length > 0
}

function textOf(value: Value | undefined): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Schemes of links that a value may begin with (reliability.md B2). */
const SAFE_LINK = /^(?:https:\/\/|mailto:|tel:)/i
const HTML_SPECIAL = /[&<>"']/
const HTML_SPECIALS = /[&<>"']/g
const HTML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const COMMENT_ESCAPES: Readonly<Record<string, string>> = {'-': '&#45;', '!': '&#33;'}

function escapeFor(value: string, isInComment: boolean, context: Exclude<SlotNode['context'], 'refused'>): string {
  if (context === 'raw') return value
  const escaped = escapeOutside(value, context)
  return isInComment ? escaped.replace(/[-!]/g, (char) => COMMENT_ESCAPES[char]!) : escaped
}

function escapeOutside(value: string, context: Exclude<SlotNode['context'], 'refused' | 'raw'>): string {
  if (context === 'plain') return value
  // The apostrophe is left alone by the runtime's function and would end an attribute in single quotes.
  if (context === 'url-part') return encodeURIComponent(value).replaceAll("'", '%27')
  return HTML_SPECIAL.test(value) ? value.replace(HTML_SPECIALS, (char) => HTML_ESCAPES[char]!) : value
}
