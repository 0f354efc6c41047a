/**
 * Reads the Mustache language (logic-less: variables, sections, inverted sections, comments, partials) and keeps every
 * tag's place. `{{name|fallback}}` gives a default for an empty value, `{{name:date}}` a format. What we do not read is a
 * problem with its place, never sent out raw. Linear in the source; never throws. Source: mustache.github.io/mustache.5.html.
 */
import type {Format} from './formats.ts'
import {readFormat} from './formats.ts'

export interface Tag {
  readonly kind: 'variable' | 'section' | 'inverted' | 'close' | 'comment' | 'partial' | 'delimiters'
  /** As between the braces, trimmed and in NFC, without sigil, format and fallback; empty for comments and delimiters. */
  readonly name: string
  readonly fallback: string | null
  readonly format: Format | null
  /** Written so that its value goes in unescaped. */
  readonly isRaw: boolean
  /** Offsets into the source: start of `{{`, end after `}}`. */
  readonly start: number
  readonly end: number
}

/** start: offset into the source. */
export type TemplateNode =
  | {readonly kind: 'literal'; readonly text: string; readonly start: number}
  | (Pick<Tag, 'name' | 'fallback' | 'format' | 'isRaw' | 'start'> & {readonly kind: 'variable'})
  | {
      readonly kind: 'section' | 'inverted'
      readonly name: string
      readonly start: number
      readonly body: readonly TemplateNode[]
    }
  /** indent: blanks before a tag that stands alone on its line; every line of the partial gets them. */
  | {readonly kind: 'partial'; readonly name: string; readonly start: number; readonly indent: string}

export interface TemplateProblem {
  readonly key: TemplateProblemKey
  readonly name: string
  readonly start: number
}

export type TemplateProblemKey =
  | 'template.unclosed-tag'
  | 'template.empty-tag'
  | 'template.unclosed-section'
  | 'template.stray-close'
  | 'template.delimiter-refused'
  | 'template.forbidden-name'
  | 'template.too-deep'

export interface ParsedTemplate {
  readonly nodes: readonly TemplateNode[]
  readonly tags: readonly Tag[]
  readonly problems: readonly TemplateProblem[]
}

/** Nesting limit of sections (reliability.md B2). */
export const MAX_DEPTH = 16
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

/** canSetDelimiters: `{{=<% %>=}}` is read instead of refused. */
export function parseTemplate(source: string, {canSetDelimiters = false} = {}): ParsedTemplate {
  const problems: TemplateProblem[] = []
  const tags = readTags(source, canSetDelimiters, problems)
  const root: TemplateNode[] = []
  const open: {kind: 'section' | 'inverted'; name: string; start: number; body: TemplateNode[]}[] = []
  const here = () => open.at(-1)?.body ?? root
  let at = 0
  for (const [i, tag] of tags.entries()) {
    const alone = tag.kind === 'variable' ? null : lineAround(source, tag, tags[i - 1]?.end ?? 0)
    const until = alone?.from ?? tag.start
    if (until > at) here().push({kind: 'literal', text: source.slice(at, until), start: at})
    at = alone?.to ?? tag.end
    const {kind, name, start} = tag
    if (kind === 'variable') {
      const {fallback, format, isRaw} = tag
      here().push({kind, name, fallback, format, isRaw, start})
    } else if (kind === 'partial') {
      here().push({kind, name, start, indent: alone === null ? '' : source.slice(alone.from, start)})
    } else if (kind === 'section' || kind === 'inverted') {
      if (open.length >= MAX_DEPTH) problems.push({key: 'template.too-deep', name, start})
      else {
        const section = {kind, name, start, body: [] as TemplateNode[]}
        here().push(section)
        open.push(section)
      }
    } else if (kind === 'close') {
      if (open.at(-1)?.name === name) open.pop()
      else problems.push({key: 'template.stray-close', name, start})
    }
  }
  const isCut = problems.some(({key}) => key === 'template.unclosed-tag')
  if (!isCut && at < source.length) here().push({kind: 'literal', text: source.slice(at), start: at})
  if (!isCut)
    for (const section of open)
      problems.push({key: 'template.unclosed-section', name: section.name, start: section.start})
  return {nodes: root, tags, problems}
}

function readTags(source: string, canSetDelimiters: boolean, problems: TemplateProblem[]): readonly Tag[] {
  const tags: Tag[] = []
  let [opener, closer] = ['{{', '}}']
  let at = 0
  for (let start = source.indexOf(opener); start >= 0; start = source.indexOf(opener, at)) {
    const inner = start + opener.length
    const isTriple = source[inner] === '{'
    const end = isTriple ? `}${closer}` : source[inner] === '=' ? `=${closer}` : closer
    const close = source.indexOf(end, inner + (isTriple || end !== closer ? 1 : 0))
    if (close < 0) {
      problems.push({key: 'template.unclosed-tag', name: source.slice(start, start + 20), start})
      break
    }
    at = close + end.length
    const inside = source
      .slice(isTriple ? inner + 1 : inner, close)
      .trim()
      .normalize('NFC')
    if (end.startsWith('=')) {
      const pair = inside.slice(1).trim().split(/\s+/)
      const [newOpener, newCloser] = pair
      if (!canSetDelimiters || pair.length !== 2 || !newOpener || !newCloser || inside.slice(1).includes('=')) {
        problems.push({key: 'template.delimiter-refused', name: inside.slice(1).trim(), start})
      } else {
        tags.push({...PLAIN, kind: 'delimiters', start, end: at})
        opener = newOpener
        closer = newCloser
      }
      continue
    }
    const tag = readTag(inside, isTriple)
    if ('key' in tag)
      problems.push({...tag, name: tag.key === 'template.empty-tag' ? source.slice(start, at) : tag.name, start})
    else tags.push({...tag, start, end: at})
  }
  return tags
}

const PLAIN = {name: '', fallback: null, format: null, isRaw: false} as const

const SIGILS: Readonly<Record<string, Tag['kind']>> = {
  '#': 'section',
  '^': 'inverted',
  '/': 'close',
  '!': 'comment',
  '>': 'partial',
}

/** inside: trimmed, between the delimiters. */
function readTag(
  inside: string,
  isTriple: boolean,
): Omit<Tag, 'start' | 'end'> | Pick<TemplateProblem, 'key' | 'name'> {
  const kind = (isTriple ? undefined : SIGILS[inside[0] ?? '']) ?? 'variable'
  if (kind === 'comment') return {...PLAIN, kind}
  const isRaw = isTriple || inside.startsWith('&')
  const body = kind === 'variable' && !(isRaw && !isTriple) ? inside : inside.slice(1).trim()
  const {name, fallback, format} = kind === 'variable' ? readVariable(body) : {...PLAIN, name: body}
  if (name === '') return {key: 'template.empty-tag', name}
  if (name.split('.').some((part) => FORBIDDEN_NAMES.has(part))) return {key: 'template.forbidden-name', name}
  return {kind, name, fallback, format, isRaw}
}

function readVariable(body: string): Pick<Tag, 'name' | 'fallback' | 'format'> {
  const bar = body.indexOf('|')
  const written = (bar < 0 ? body : body.slice(0, bar)).trim()
  const fallback = bar < 0 ? null : body.slice(bar + 1).trim()
  const colon = written.lastIndexOf(':')
  const format = colon <= 0 ? null : readFormat(written.slice(colon + 1).trim())
  return {name: format === null ? written : written.slice(0, colon).trim(), fallback, format}
}

/** The whole line of a tag that stands alone on it, line end included; null when something else does. before: end of the tag before. */
function lineAround(source: string, {start, end}: Tag, before: number): {from: number; to: number} | null {
  let from = start
  while (from > before && isBlank(source.charCodeAt(from - 1))) from -= 1
  if (from > 0 && (from === before || source.charCodeAt(from - 1) !== LF)) return null
  let to = end
  while (to < source.length && isBlank(source.charCodeAt(to))) to += 1
  if (to === source.length) return {from, to}
  if (source.charCodeAt(to) === CR && source.charCodeAt(to + 1) === LF) return {from, to: to + 2}
  return source.charCodeAt(to) === LF ? {from, to: to + 1} : null
}

const LF = 0x0a
const CR = 0x0d

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** Line and column, both from 1, of an offset; column in UTF-16 units. Lines end at LF, CR LF or CR. */
export function placeOf(source: string, offset: number): {line: number; column: number} {
  return placesIn(source)(offset)
}

type Places = (offset: number) => {line: number; column: number}

/** Whoever asks for one place mostly asks for more of the same source. */
let last: {readonly source: string; readonly places: Places} | null = null

/** The same for many offsets of one source, which is read once. */
export function placesIn(source: string): Places {
  if (last?.source !== source) last = {source, places: readPlaces(source)}
  return last.places
}

function readPlaces(source: string): Places {
  const starts = [0]
  for (const {index, 0: end} of source.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return {line: low + 1, column: offset - starts[low]! + 1}
  }
}

/**
 * Names that Todoke itself fills, beside the list's columns: the opt-out page of this contact, and the sender's
 * facts from the settings.
 */
export const BUILT_IN_NAMES: ReadonlySet<string> = new Set([
  'unsubscribe_url',
  'sender.name',
  'sender.address',
  'sender.contact',
  'email',
])
