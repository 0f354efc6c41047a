/** Compiles every part of a template against the names that will be filled in; each problem is told with its place. */

import {foreignTagsIn} from '../core/lint/foreign-tags.ts'
import type {CharsetWriter} from '../core/sending/charset.ts'
import type {Charset, SendContent} from '../core/sending/send-content.ts'
import {assemble} from '../core/templates/assemble.ts'
import type {CompiledPart, PartAsk, PartKind, PartProblem, PartText} from '../core/templates/compile-part.ts'
import {compilePart} from '../core/templates/compile-part.ts'
import {isHeaderText} from '../core/templates/fill-part.ts'
import type {OfferedNames} from '../core/templates/offered-names.ts'
import {withPreheader} from '../core/templates/preheader.ts'
import type {WrittenPart} from '../core/templates/tag-places.ts'
import {tagPlaces} from '../core/templates/tag-places.ts'
import {AppError} from '../errors.ts'
import type {InlineImage, TemplatePlace, TemplateSource} from '../ports/templates.ts'
import {partialsFor} from './template-partials.ts'

export interface CompileAsk {
  /** As the user named it. */
  readonly template: string
  /** Wins over the template's own subject. */
  readonly subject: string | null
  /** Names the list offers; null = not known. */
  readonly names: OfferedNames | null
}

export interface CompileNeeds {
  /** Text part of a mail that has none. */
  readonly textOf: (html: string) => Promise<string>
  readonly charsetOf: (charset: Charset) => Promise<CharsetWriter>
  /** A message in the user's language, with the way out on a line of its own. */
  readonly say: (key: PartProblem['key'], values: Readonly<Record<string, string>>) => string
}

/** Throws TEMPLATE_INVALID with each place. */
export async function compileTemplate(
  ask: CompileAsk,
  needs: CompileNeeds,
  source: TemplateSource,
): Promise<Pick<SendContent, 'subject' | 'html' | 'text'> & {readonly images: readonly InlineImage[]}> {
  const details: string[] = []
  /** Files that went into a part; a picture of a partial that nobody includes stays at home. */
  const read = new Set<string>()
  const charset = await needs.charsetOf(source.charset)
  const made = source.text === null ? await textFrom(source, needs) : null
  const compile = (text: PartText, kind: PartKind, partials: PartAsk['partials'] = new Map()): CompiledPart => {
    const {part, problems, files} = compilePart(text, {
      kind,
      known: ask.names,
      partials,
      raw: new Set(source.raw),
      replacements: kind === 'html' ? replacementsOf(source) : new Map(),
      mode: source.filling,
    })
    for (const file of files) read.add(file)
    // What a text part was made of is told where it was written, in the HTML.
    for (const {file, line, column, key, values} of text === made ? inHtml(problems, source) : problems)
      details.push(`${file}:${line}:${column}  ${needs.say(key, values)}`)
    const whole = assemble(text, partials)
    const tell = (offset: number, key: string, values: Readonly<Record<string, string>>) => {
      const {file, line, column} = whole.placeOf(offset)
      details.push(`${file}:${line}:${column}  ${needs.say(key, values)}`)
    }
    const lack = lackingIn(part, charset)
    if (lack !== null) tell(whole.source.indexOf(lack), 'template.not-in-charset', {name: lack, charset: charset.name})
    if (text !== made)
      for (const {tag, offset} of foreignTagsIn(whole.source, kind)) tell(offset, 'known-names.foreign', {tag})
    return part
  }

  const subject = compile(subjectOf(ask, source), 'subject')
  const preheader =
    source.preheader === null ? null : compile(textAt(source.preheader, source.preheaderAt, source), 'text')
  const html = source.html === null ? null : compile(source.html, 'html', partialsFor('html', source))
  const text = compile(made ?? source.text!, 'text', partialsFor('text', source))
  if (details.length > 0)
    throw new AppError('TEMPLATE_INVALID', {template: ask.template}, {details: [...new Set(details)]})
  const images = source.images.filter(({uses}) => uses.some(({file}) => read.has(file)))
  return {subject, html: html === null || preheader === null ? html : withPreheader(html, preheader), text, images}
}

/** The text part of a template that has none, from what its HTML shows; what is wrong with a tag is told of the HTML. */
async function textFrom(source: TemplateSource, {textOf}: CompileNeeds): Promise<PartText> {
  const {html} = source
  if (html === null) return {file: source.path, source: ''}
  return {file: html.file, source: await textOf(assemble(html, partialsFor('html', source)).source)}
}

/** What is wrong in the text alone, at the tags of that name: words with a tag behind them that become an address. */
function inHtml(problems: readonly PartProblem[], source: TemplateSource): readonly PartProblem[] {
  const {html} = source
  if (html === null) return []
  const parts = [{text: html, partials: partialsFor('html', source)}]
  return problems
    .filter(({key}) => key === 'template.unsafe-place')
    .flatMap((problem) =>
      tagPlaces(parts, {why: 'unsafe-url', name: problem.name}).map((place) => ({...problem, ...place})),
    )
}

function replacementsOf({images}: TemplateSource): PartAsk['replacements'] {
  const byFile = new Map<string, {start: number; end: number; text: string}[]>()
  for (const {cid, uses} of images)
    for (const {file, start, end} of uses)
      byFile.set(file, [...(byFile.get(file) ?? []), {start, end, text: `cid:${cid}`}])
  for (const edits of byFile.values()) edits.sort((a, b) => a.start - b.start)
  return byFile
}

function subjectOf(ask: Pick<CompileAsk, 'template' | 'subject'>, source: TemplateSource): PartText {
  const subject = ask.subject ?? source.subject
  const refuse = (what: string) =>
    new AppError('TEMPLATE_INVALID', {template: ask.template}, {details: [`${ask.template}: subject: ${what}`]})
  if (subject === null || subject.trim() === '') throw refuse('--subject, <title>, template.yaml')
  if (!isHeaderText(subject)) throw refuse('line end or control character')
  return ask.subject === null ? textAt(subject, source.subjectAt, source) : {file: '--subject', source: subject}
}

function textAt(source: string, at: TemplatePlace | null, {path}: TemplateSource): PartText {
  return at === null ? {file: path, source} : {file: at.file, source, at}
}

/** The first character of a template's own words that its character set cannot write; null when there is none. */
function lackingIn(part: CompiledPart, charset: CharsetWriter): string | null {
  if (charset.name === 'utf-8') return null
  for (const node of part) {
    if (node.kind === 'slot') continue
    const lack =
      node.kind === 'literal'
        ? [...node.text].find((char) => char !== '\n' && charset.write(char) === null)
        : lackingIn(node.body, charset)
    if (lack) return lack
  }
  return null
}

/** What is compiled of a template, as written: for telling where a tag stands. subject: wins over the template's own. */
export function writtenParts(source: TemplateSource, subject: string | null): readonly WrittenPart[] {
  const {preheader, preheaderAt, text, html} = source
  const none = new Map<string, PartText>()
  return [
    {text: subjectOf({template: source.path, subject}, source), partials: none},
    ...(preheader === null ? [] : [{text: textAt(preheader, preheaderAt, source), partials: none}]),
    ...(text === null ? [] : [{text, partials: partialsFor('text', source)}]),
    ...(html === null ? [] : [{text: html, partials: partialsFor('html', source)}]),
  ]
}
