/**
 * MJML to HTML with the package mjml, which only those install who need it. Tags are put aside while it works, because
 * it reads, rewrites and in some places drops what it takes for text; a tag that got lost is told, never missing in the mail.
 */
import {excerptOf} from '../../core/lint/excerpt.ts'
import type {Spot} from '../../core/lint/spot.ts'
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey, MessageValues} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {TemplatePlace, TemplateText} from '../../ports/templates.ts'
import {withVariable} from '../system/environment.ts'
import {TAG} from './mjml-elements.ts'
import {expandMjml} from './mjml-includes.ts'
import {withLanguage} from './mjml-language.ts'
import {markMjml} from './mjml-marks.ts'
import type {JoinedPieces} from './mjml-pieces.ts'
import {commentsOfOurs} from './template-comments.ts'

type Mjml = typeof import('mjml')

interface MjmlChoice {
  /** Of the mail, BCP 47; null = not known. */
  readonly language?: string | null
  /** The package. */
  readonly load?: () => Promise<{readonly default: Mjml}>
}

/** The HTML alone. lang: of the details. Throws TEMPLATE_INVALID with all that compileMjml tells, and what it throws. */
export async function mjmlToHtml(source: string, file: string, lang: Lang, choice: MjmlChoice = {}): Promise<string> {
  const details = new Set<string>()
  const made = await compileMjml(
    {file, source},
    (at, key, values = {}) => details.add(`${at.file}:${at.line}:${at.column}  ${text(lang, key, values)}`),
    choice,
  )
  if (made === null) throw new AppError('TEMPLATE_INVALID', {template: file}, {details: [...details]})
  return made.source
}

/**
 * text: includes are read in the folder of its file and nowhere else. The HTML bears the file's name and knows where in
 * the .mjml files each place of it was written. Null after telling what is wrong. Throws MJML_MISSING, FILE_BINARY.
 */
export async function compileMjml(
  {file, source}: TemplateText,
  say: (at: TemplatePlace, key: MessageKey, values?: MessageValues) => void,
  {language = null, load = loadMjml}: MjmlChoice = {},
): Promise<Required<TemplateText> | null> {
  let isFaulty = false
  const tell: typeof say = (at, key, values) => {
    isFaulty = true
    say(at, key, values)
  }
  const whole = await expandMjml({file, source}, tell)
  if (isFaulty) return null

  const {default: compile} = await load().catch((error) => {
    throw isMissing(error) ? new AppError('MJML_MISSING', {file}, {cause: error}) : error
  })
  const marked = markMjml(whole.source)
  const aside = putTagsAside(marked.source)
  // Its own fonts would be fetched from another company's server by every reader; mj-font still works.
  const options = {validationLevel: 'soft', fonts: {}, ignoreIncludes: true} as const
  const compiled = await compile(
    language === null ? aside.source : withLanguage(aside.source, language),
    options,
  ).catch(() => null)
  if (compiled === null) {
    tell({file, line: 1, column: 1}, 'template-mjml.malformed')
    return null
  }
  const {html, errors} = compiled
  for (const {line, tagName, message} of errors) {
    const at = {...whole.placeOf(marked.original(aside.lineStart(line))), column: 1}
    tell(at, 'template-mjml.refused', {tag: tagName, words: message.trim()})
  }
  for (const {tag, mark, start} of aside.tags)
    if (!html.includes(mark))
      tell(whole.placeOf(marked.original(start)), 'template-mjml.lost-tag', {tag: tag.slice(0, 60)})
  if (isFaulty) return null
  const made = marked.unmark(aside.putBack(html))
  return withOurComments({file, source: made.html, placeOf: (offset) => spotIn(whole, made.originOf(offset))}, whole)
}

/** Comments that speak to us stand in no mail: those that mjml left out come behind it, as what is taken out of a mail. */
function withOurComments(made: Required<TemplateText>, whole: JoinedPieces): Required<TemplateText> {
  const length = made.source.length
  let source = made.source
  const places: {readonly start: number; readonly at: number}[] = []
  for (const {words, offset} of commentsOfOurs(whole.source)) {
    if (made.source.includes(words)) continue
    source += '\n{{!'
    places.push({start: source.length, at: offset})
    source += `${words}}}`
  }
  if (places.length === 0) return made
  const placeOf = (offset: number) => {
    const place = places.findLast(({start}) => start <= offset)
    if (place !== undefined && offset < source.length) return spotIn(whole, place.at + offset - place.start)
    return made.placeOf(offset < source.length ? offset : length)
  }
  return {...made, source, placeOf}
}

function spotIn({source, placeOf}: JoinedPieces, offset: number): Spot {
  return {...placeOf(offset), excerpt: excerptOf(source, offset)}
}

/** While it is loaded, mjml runs the code that a .mjmlconfig of the current folder names, except where this is set. */
function loadMjml() {
  return withVariable('MJML_BROWSER', '1', () => import('mjml'))
}

function isMissing(error: unknown): boolean {
  const {code, message} = error as NodeJS.ErrnoException
  return code === 'ERR_MODULE_NOT_FOUND' && message.includes("'mjml'")
}

interface TagsAside {
  readonly source: string
  readonly tags: readonly {readonly tag: string; readonly mark: string; readonly start: number}[]
  /** Offset in the original where a line of source begins: tags over several lines became one word. */
  lineStart(line: number): number
  putBack(html: string): string
}

/** Each tag becomes a word that stands nowhere in the source; comments are left out, as they would be from the mail. */
function putTagsAside(source: string): TagsAside {
  let word = 'tag'
  while (source.includes(word)) word += 'x'
  const tags: {tag: string; mark: string; start: number}[] = []
  const cuts: {line: number; lines: number}[] = []
  let written = ''
  let at = 0
  for (const {0: tag, index} of source.matchAll(TAG)) {
    written += source.slice(at, index)
    const lines = linesIn(tag)
    if (lines > 0) cuts.push({line: linesIn(written) + 1, lines})
    const mark = `${word}${tags.length}z`
    if (!/^\{\{\s*!/.test(tag)) {
      tags.push({tag, mark, start: index})
      written += mark
    }
    at = index + tag.length
  }
  written += source.slice(at)
  return {
    source: written,
    tags,
    lineStart: (line) => {
      const original = cuts.reduce((sum, cut) => sum + (cut.line < line ? cut.lines : 0), line)
      const end = [...source.matchAll(/\r\n|\n|\r/g)][original - 2]
      return end === undefined ? 0 : end.index + end[0].length
    },
    putBack: (html) => html.replace(new RegExp(`${word}(\\d+)z`, 'g'), (_, index) => tags[Number(index)]!.tag),
  }
}

function linesIn(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1
}
