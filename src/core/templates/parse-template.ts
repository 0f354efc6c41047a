/**
 * Reads the Mustache language (logic-less: variables, sections, inverted sections, comments) and keeps every
 * tag's place. `{{name|fallback}}` gives a default for an empty value. What we do not read is a problem with its
 * place, never sent out raw. Linear in the source; never throws.
 */

export interface Tag {
  readonly kind: 'variable' | 'section' | 'inverted' | 'close' | 'comment'
  /** As between the braces, trimmed and in NFC; empty for comments. */
  readonly name: string
  readonly fallback: string | null
  /** Offsets into the source: start of `{{`, end after `}}`. */
  readonly start: number
  readonly end: number
}

export type TemplateNode =
  | {readonly kind: 'literal'; readonly text: string; readonly start: number}
  | {readonly kind: 'variable'; readonly name: string; readonly fallback: string | null; readonly start: number}
  | {
      readonly kind: 'section' | 'inverted'
      readonly name: string
      readonly start: number
      readonly body: readonly TemplateNode[]
    }

export interface TemplateProblem {
  /** Message key under `template.`: unclosed-tag, unclosed-section, stray-close, raw-refused, … */
  readonly key: TemplateProblemKey
  readonly name: string
  readonly start: number
}

export type TemplateProblemKey =
  | 'template.unclosed-tag'
  | 'template.empty-tag'
  | 'template.unclosed-section'
  | 'template.stray-close'
  | 'template.raw-refused'
  | 'template.partial-refused'
  | 'template.delimiter-refused'
  | 'template.forbidden-name'
  | 'template.too-deep'

export interface ParsedTemplate {
  readonly nodes: readonly TemplateNode[]
  readonly tags: readonly Tag[]
  readonly problems: readonly TemplateProblem[]
}

/** Nesting limit of sections (reliability.md B2). */
const MAX_DEPTH = 16
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

export function parseTemplate(source: string): ParsedTemplate {
  const tags: Tag[] = []
  const problems: TemplateProblem[] = []
  const root: TemplateNode[] = []
  const open: {kind: 'section' | 'inverted'; name: string; start: number; body: TemplateNode[]}[] = []
  const here = () => open.at(-1)?.body ?? root
  const literal = (from: number, to: number) => {
    if (to > from) here().push({kind: 'literal', text: source.slice(from, to), start: from})
  }

  let at = 0
  while (at < source.length) {
    const start = source.indexOf('{{', at)
    if (start < 0) break
    literal(at, start)
    const triple = source.startsWith('{{{', start)
    const closer = triple ? '}}}' : '}}'
    const close = source.indexOf(closer, start + closer.length)
    if (close < 0) {
      problems.push({key: 'template.unclosed-tag', name: source.slice(start, start + 20), start})
      at = source.length
      return {nodes: root, tags, problems}
    }
    const end = close + closer.length
    const inside = source
      .slice(start + closer.length, close)
      .trim()
      .normalize('NFC')
    at = end
    const sigil = inside[0] ?? ''
    if (triple || sigil === '&') {
      problems.push({key: 'template.raw-refused', name: inside.replace(/^&\s*/, ''), start})
      continue
    }
    if (sigil === '!') {
      tags.push({kind: 'comment', name: '', fallback: null, start, end})
      continue
    }
    if (sigil === '>') {
      problems.push({key: 'template.partial-refused', name: inside.slice(1).trim(), start})
      continue
    }
    if (sigil === '=') {
      problems.push({key: 'template.delimiter-refused', name: inside, start})
      continue
    }
    const kind: Tag['kind'] =
      sigil === '#' ? 'section' : sigil === '^' ? 'inverted' : sigil === '/' ? 'close' : 'variable'
    const body = kind === 'variable' ? inside : inside.slice(1).trim()
    const bar = kind === 'variable' ? body.indexOf('|') : -1
    const name = (bar < 0 ? body : body.slice(0, bar)).trim()
    const fallback = bar < 0 ? null : body.slice(bar + 1).trim()
    if (name === '') {
      problems.push({key: 'template.empty-tag', name: source.slice(start, end), start})
      continue
    }
    if (FORBIDDEN_NAMES.has(name)) {
      problems.push({key: 'template.forbidden-name', name, start})
      continue
    }
    tags.push({kind, name, fallback, start, end})
    if (kind === 'variable') here().push({kind, name, fallback, start})
    else if (kind === 'section' || kind === 'inverted') {
      const section = {kind, name, start, body: [] as TemplateNode[]}
      if (open.length >= MAX_DEPTH) problems.push({key: 'template.too-deep', name, start})
      else {
        here().push(section)
        open.push(section)
      }
    } else if (open.at(-1)?.name === name) open.pop()
    else problems.push({key: 'template.stray-close', name, start})
  }
  literal(at, source.length)
  for (const section of open)
    problems.push({key: 'template.unclosed-section', name: section.name, start: section.start})
  return {nodes: root, tags, problems}
}

/** Line and column, both from 1, of an offset; column in UTF-16 units. Lines end at LF, CR LF or CR. */
export function placeOf(source: string, offset: number): {line: number; column: number} {
  let line = 1
  let lineStart = 0
  const breaks = /\r\n|\n|\r/g
  for (let found = breaks.exec(source); found !== null && found.index < offset; found = breaks.exec(source)) {
    const next = found.index + found[0].length
    if (next > offset) break
    line += 1
    lineStart = next
  }
  return {line, column: offset - lineStart + 1}
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
