/**
 * A part of a mail (subject, text, HTML) compiled once and filled per contact: literals and slots, each slot with
 * the escape its place wants, partials included where they stand. Strict: an empty value without default stops the
 * recipient, never the escape. What is compiled is plain JSON, which a plan freezes.
 */
import type {Spot} from '../lint/spot.ts'
import type {Format} from './formats.ts'
import type {HtmlContext, HtmlScanner} from './html-context.ts'
import {startHtmlScanner} from './html-context.ts'
import {startLinkFinder} from './link-in-text.ts'
import type {NameFault, OfferedNames} from './offered-names.ts'
import {nameFault} from './offered-names.ts'
import type {TemplateNode} from './parse-template.ts'
import {MAX_DEPTH, parseTemplate, placesIn} from './parse-template.ts'

export type PartKind = 'html' | 'text' | 'subject'

export interface LiteralNode {
  readonly kind: 'literal'
  /** Lines end in \n alone. */
  readonly text: string
}

export interface SlotNode {
  readonly kind: 'slot'
  readonly name: string
  readonly fallback: string | null
  readonly format: Format | null
  /** A name with dots is followed part by part, and never the name of a column as it stands (the specification's way). */
  readonly isPath: boolean
  readonly context: HtmlContext | 'plain' | 'raw'
  /** Hyphens and exclamation marks, which could end a comment, are escaped too. */
  readonly isInComment: boolean
}

export type PartNode =
  | LiteralNode
  | SlotNode
  | {
      readonly kind: 'section' | 'inverted'
      readonly name: string
      readonly isPath: boolean
      readonly body: readonly PartNode[]
    }

export type CompiledPart = readonly PartNode[]

export interface PartText {
  readonly file: string
  readonly source: string
  /** Where in the file the source begins; null = at line 1, column 1. */
  readonly at?: {readonly line: number; readonly column: number} | null
  /** Where an offset was written, when the source was made from other files. */
  readonly placeOf?: (offset: number) => Spot
}

export type FillMode = 'strict' | 'lenient'

export interface PartAsk {
  readonly kind: PartKind
  /** Names the list offers, or null when that is not known; built-in names are always known. */
  readonly known: OfferedNames | null
  readonly partials: ReadonlyMap<string, PartText>
  /** Names that may go in unescaped. */
  readonly raw: ReadonlySet<string>
  /** What stands in a file instead of a stretch of it, by file, such as the address of a picture that travels with the mail. */
  readonly replacements: ReadonlyMap<string, readonly Replacement[]>
  /** lenient: unknown names and empty values leave nothing, delimiters may be set, as Mustache says. */
  readonly mode: FillMode
}

/** start, end: offsets into the file's source; a stretch without tags. In order, not overlapping. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface PartProblem {
  /** Message key. */
  readonly key: string
  /** Of the tag. */
  readonly name: string
  /** What fills the message. */
  readonly values: Readonly<Record<string, string>>
  /** Offset into the source of the part, or of the partial it stands in. */
  readonly start: number
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Partials within partials that grow without end are cut off here; a template without any is as large as its file. */
const MAX_INCLUDED_NODES = 100_000
const MAX_INCLUDED_CHARS = 4_000_000

export interface CompileResult {
  readonly part: CompiledPart
  readonly problems: readonly PartProblem[]
  /** The part's own file and those of the partials it includes. */
  readonly files: ReadonlySet<string>
}

export function compilePart(text: PartText, ask: PartAsk): CompileResult {
  const {include, problems, files} = startCompiler(ask)
  return {part: include({text, indent: '', above: [], depth: 0}), problems, files}
}

interface Inclusion {
  readonly text: PartText
  readonly indent: string
  /** Names of the partials around this one. */
  readonly above: readonly string[]
  /** Sections around this one. */
  readonly depth: number
}

function startCompiler({kind, known, partials, raw, replacements, mode}: PartAsk) {
  const problems: PartProblem[] = []
  const files = new Set<string>()
  const scanner = kind === 'html' ? startHtmlScanner() : null
  const links = kind === 'text' ? startLinkFinder() : null
  const isLenient = mode === 'lenient'
  const faults = new Map<string, NameFault | null>()
  const faultOf = (name: string): NameFault | null => {
    if (isLenient || known === null) return null
    if (!faults.has(name)) faults.set(name, nameFault(name, known))
    return faults.get(name)!
  }
  const isPath = (name: string) => isLenient && name !== '.' && name.includes('.')
  let nodesIncluded = 0
  let charsIncluded = 0
  let hasGrown = false

  function include({text, indent, above, depth}: Inclusion): PartNode[] {
    const source = indented(text.source, indent)
    files.add(text.file)
    const placer = lazy(() => placesIn(source))
    const tell = (key: string, name: string, start: number, values: PartProblem['values'] = {name}) =>
      problems.push({key, name, values, start, ...placeIn(text, placer()(start), indent, start)})
    const parsed = parseTemplate(source, {canSetDelimiters: isLenient})
    for (const {key, name, start} of parsed.problems) tell(key, name, start)
    const edits = shifted(replacements.get(text.file) ?? [], text.source, indent)

    const compile = (nodes: readonly TemplateNode[], depthHere: number): PartNode[] =>
      nodes.flatMap((node): PartNode[] => {
        if (hasGrown) return []
        if (above.length > 0) nodesIncluded += 1
        if (node.kind === 'literal') {
          const written = edited(node, edits)
          scanner?.read(written)
          links?.read(written)
          return [{kind: 'literal', text: written.replace(/\r\n?/g, '\n')}]
        }
        if (node.kind === 'partial') return partial(node, depthHere)
        const fault = faultOf(node.name)
        if (fault !== null) tell(fault.key, node.name, node.start, fault.values)
        if (node.kind === 'variable') return [slot(node)]
        if (depthHere >= MAX_DEPTH) {
          if (!isLenient) tell('template.too-deep', node.name, node.start)
          return []
        }
        const before = scanner?.place()
        const [beginnings, ends] = [scanner?.beginnings(), links?.ends()]
        const body = compile(node.body, depthHere + 1)
        if (beginnings !== undefined) scanner?.mayHaveBegun(beginnings)
        if (ends !== undefined) links?.mayEndIn(ends)
        if (scanner?.place() !== before) tell('template.torn-section', node.name, node.start)
        return [{kind: node.kind, name: node.name, isPath: isPath(node.name), body}]
      })

    const partial = (node: Extract<TemplateNode, {kind: 'partial'}>, depthHere: number): PartNode[] => {
      const found = partials.get(node.name)
      const isCircular = above.includes(node.name)
      if (found === undefined || (isCircular && !isLenient)) {
        if (!isLenient)
          tell(found === undefined ? 'template.partial-unknown' : 'template.partial-circular', node.name, node.start)
        return []
      }
      if (above.length >= MAX_DEPTH) {
        if (!isLenient) tell('template.too-deep', node.name, node.start)
        return []
      }
      const inner = indent + node.indent
      charsIncluded += found.source.length + (inner === '' ? 0 : inner.length * found.source.split('\n').length)
      if (nodesIncluded > MAX_INCLUDED_NODES || charsIncluded > MAX_INCLUDED_CHARS) {
        hasGrown = true
        tell('template.grows', node.name, node.start)
        return []
      }
      return include({text: found, indent: inner, above: [...above, node.name], depth: depthHere})
    }

    const slot = (node: Extract<TemplateNode, {kind: 'variable'}>): SlotNode => {
      const {name, format, start} = node
      const fallback = node.fallback ?? (isLenient ? '' : null)
      const isInComment = scanner?.isInComment() ?? false
      const spot = links?.spot() ?? 'outside'
      const context = spot === 'outside' ? contextOf(scanner, node.isRaw, fallback === '') : spot
      if (context === 'refused') tell('template.unsafe-place', name, start)
      else if (node.isRaw && !raw.has(name)) tell('template.raw-refused', name, start)
      return {
        kind: 'slot',
        name,
        fallback,
        format,
        isPath: isPath(name),
        context,
        isInComment,
      }
    }

    return compile(parsed.nodes, depth)
  }

  return {include, problems, files}
}

function contextOf(scanner: HtmlScanner | null, isRaw: boolean, canBeEmpty: boolean): SlotNode['context'] {
  const context = scanner?.context(canBeEmpty) ?? 'plain'
  // In an attribute or a link the escape stays: raw is for HTML between tags.
  return isRaw && context === 'text' ? 'raw' : context
}

function indented(source: string, indent: string): string {
  return indent === '' ? source : source.replace(/(^|\n)(?=[\s\S])/g, `$1${indent}`)
}

/** The same stretches in a source whose lines were indented. */
function shifted(edits: readonly Replacement[], source: string, indent: string): readonly Replacement[] {
  if (indent === '' || edits.length === 0) return edits
  const by = (at: number) => at + indent.length * source.slice(0, at).split('\n').length
  return edits.map(({start, end, text}) => ({start: by(start), end: by(end), text}))
}

function edited({text, start}: {text: string; start: number}, edits: readonly Replacement[]): string {
  let written = ''
  let at = 0
  for (const edit of edits) {
    if (edit.start < start + at || edit.end > start + text.length) continue
    written += text.slice(at, edit.start - start) + edit.text
    at = edit.end - start
  }
  return at === 0 ? text : written + text.slice(at)
}

function lazy<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

type Place = {readonly line: number; readonly column: number}

function placeIn({file, at, placeOf}: PartText, {line, column}: Place, indent: string, start: number) {
  // Only a whole part is made from other files, and that has no indent.
  if (placeOf !== undefined && indent === '') return placeOnly(placeOf(start))
  const own = Math.max(1, column - indent.length)
  if (!at) return {file, line, column: own}
  return {file, line: at.line + line - 1, column: line === 1 ? at.column + own - 1 : own}
}

function placeOnly({file, line, column}: Spot) {
  return {file, line, column}
}

/** A part as it would be written: its words, and the tags of what is filled in. */
export function writtenForm(part: CompiledPart): string {
  return part
    .map((node) => {
      if (node.kind === 'literal') return node.text
      if (node.kind === 'slot') return tagOf(node)
      return `{{${node.kind === 'section' ? '#' : '^'}${node.name}}}${writtenForm(node.body)}{{/${node.name}}}`
    })
    .join('')
}

function tagOf({name, format, fallback, context}: SlotNode): string {
  const inside = `${name}${format === null ? '' : `:${format}`}${fallback === null ? '' : `|${fallback}`}`
  return context === 'raw' ? `{{{${inside}}}}` : `{{${inside}}}`
}
