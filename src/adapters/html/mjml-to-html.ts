/**
 * MJML to HTML with the package mjml, which only those install who need it. Tags are put aside while it works, because
 * it reads, rewrites and in some places drops what it takes for text; a tag that got lost is told, never missing in the mail.
 */
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey, MessageValues} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {TemplatePlace} from '../../ports/templates.ts'
import {withVariable} from '../system/environment.ts'
import {TAG} from './mjml-elements.ts'
import {expandMjml} from './mjml-includes.ts'
import {withLanguage} from './mjml-language.ts'

type Mjml = typeof import('mjml')

/**
 * file: includes are read in its folder and nowhere else. lang: of the details. language: of the mail, BCP 47; null = not
 * known. load: the package. Throws MJML_MISSING,
 * TEMPLATE_INVALID with the places in the .mjml file and what it includes, FILE_BINARY.
 */
export async function mjmlToHtml(
  source: string,
  file: string,
  lang: Lang,
  {language = null, load = loadMjml}: {language?: string | null; load?: () => Promise<{readonly default: Mjml}>} = {},
): Promise<string> {
  const details = new Set<string>()
  const tell = (at: TemplatePlace, key: MessageKey, values: MessageValues = {}) =>
    details.add(`${at.file}:${at.line}:${at.column}  ${text(lang, key, values)}`)
  const stop = () => new AppError('TEMPLATE_INVALID', {template: file}, {details: [...details]})
  const whole = await expandMjml({file, source}, tell)
  if (details.size > 0) throw stop()

  const {default: compile} = await load().catch((error) => {
    throw isMissing(error) ? new AppError('MJML_MISSING', {file}, {cause: error}) : error
  })
  const aside = putTagsAside(whole.source)
  // Its own fonts would be fetched from another company's server by every reader; mj-font still works.
  const options = {validationLevel: 'soft', fonts: {}, ignoreIncludes: true} as const
  const {html, errors} = await compile(
    language === null ? aside.source : withLanguage(aside.source, language),
    options,
  ).catch(() => {
    tell({file, line: 1, column: 1}, 'template-mjml.malformed')
    throw stop()
  })
  for (const {line, tagName, message} of errors) {
    const at = {...whole.placeOf(aside.lineStart(line)), column: 1}
    tell(at, 'template-mjml.refused', {tag: tagName, words: message.trim()})
  }
  for (const {tag, mark, start} of aside.tags)
    if (!html.includes(mark)) tell(whole.placeOf(start), 'template-mjml.lost-tag', {tag: tag.slice(0, 60)})
  if (details.size > 0) throw stop()
  return aside.putBack(html)
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
