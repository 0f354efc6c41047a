/**
 * A part of a mail (subject, text, HTML) compiled once and filled per contact: literals and slots, each slot with
 * the escape its place wants. Strict: an empty value without default stops the recipient, never the escape.
 */

import type {HtmlContext} from './html-context.ts'
import {startHtmlScanner} from './html-context.ts'
import type {TemplateNode} from './parse-template.ts'
import {BUILT_IN_NAMES, parseTemplate, placeOf} from './parse-template.ts'

export type PartKind = 'html' | 'text' | 'subject'

type PartNode =
  | {readonly kind: 'literal'; readonly text: string}
  | {
      readonly kind: 'slot'
      readonly name: string
      readonly fallback: string | null
      readonly context: HtmlContext | 'plain'
    }
  | {readonly kind: 'section' | 'inverted'; readonly name: string; readonly body: readonly PartNode[]}

export type CompiledPart = readonly PartNode[]

export interface PartProblem {
  /** Message key. */
  readonly key: string
  readonly name: string
  readonly line: number
  readonly column: number
}

/** known: names the list offers, or null when that is not known; built-in names are always known. */
export function compilePart(
  source: string,
  kind: PartKind,
  known: ReadonlySet<string> | null,
): {part: CompiledPart; problems: readonly PartProblem[]} {
  const parsed = parseTemplate(source)
  const problems: PartProblem[] = parsed.problems.map(({key, name, start}) => ({key, name, ...placeOf(source, start)}))
  const scanner = kind === 'html' ? startHtmlScanner() : null
  const isKnown = (name: string) => known === null || known.has(name) || BUILT_IN_NAMES.has(name)

  const compile = (nodes: readonly TemplateNode[]): PartNode[] =>
    nodes.map((node): PartNode => {
      if (node.kind === 'literal') {
        scanner?.read(node.text)
        return {kind: 'literal', text: node.text}
      }
      if (!isKnown(node.name))
        problems.push({key: 'template.unknown-name', name: node.name, ...placeOf(source, node.start)})
      if (node.kind !== 'variable') return {kind: node.kind, name: node.name, body: compile(node.body)}
      const context = scanner?.context() ?? 'plain'
      if (context === 'refused')
        problems.push({key: 'template.unsafe-place', name: node.name, ...placeOf(source, node.start)})
      return {kind: 'slot', name: node.name, fallback: node.fallback, context}
    })
  return {part: compile(parsed.nodes), problems}
}

/** Looks a name up; '' when the contact has no value for it. */
export type ValueFor = (name: string) => string

export type Filled =
  | {readonly ok: true; readonly text: string}
  | {readonly ok: false; readonly why: 'empty-value' | 'unsafe-url' | 'control-character'; readonly name: string}

/** What a header value must never hold: it would end the header or hide text. */
export const HEADER_UNSAFE = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/
/** Tab and line ends are fine in a body, other control characters are not. */
const BODY_UNSAFE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/

export function fillPart(part: CompiledPart, kind: PartKind, valueFor: ValueFor): Filled {
  let text = ''
  const unsafe = kind === 'subject' ? HEADER_UNSAFE : BODY_UNSAFE
  const walk = (nodes: CompiledPart): Filled | null => {
    for (const node of nodes) {
      if (node.kind === 'literal') text += node.text
      else if (node.kind === 'slot') {
        const value = valueFor(node.name) || (node.fallback ?? '')
        if (value === '' && node.fallback === null) return {ok: false, why: 'empty-value', name: node.name}
        if (unsafe.test(value) || !value.isWellFormed()) return {ok: false, why: 'control-character', name: node.name}
        const escaped = escapeFor(value, node.context)
        if (escaped === null) return {ok: false, why: 'unsafe-url', name: node.name}
        text += escaped
      } else if ((valueFor(node.name) !== '') === (node.kind === 'section')) {
        const stopped = walk(node.body)
        if (stopped) return stopped
      }
    }
    return null
  }
  return walk(part) ?? {ok: true, text}
}

const HTML_SPECIAL = /[&<>"']/g
const HTML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeFor(value: string, context: HtmlContext | 'plain'): string | null {
  if (context === 'plain') return value
  // The apostrophe is left alone by the runtime's function and would end an attribute in single quotes.
  if (context === 'url-part') return encodeURIComponent(value).replaceAll("'", '%27')
  if (context === 'refused') return null
  if (context === 'url' && !/^(https?:\/\/|mailto:|tel:)/i.test(value)) return null
  return value.replace(HTML_SPECIAL, (char) => HTML_ESCAPES[char]!)
}
