/**
 * MJML to HTML with the package mjml, which only those install who need it. Tags are put aside while it works, because
 * it reads, rewrites and in some places drops what it takes for text; a tag that got lost is told, never missing in the mail.
 */
import {placeOf} from '../../core/templates/parse-template.ts'
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey, MessageValues} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'

type Mjml = typeof import('mjml')

/** lang: of the details. load: the package. Throws MJML_MISSING, TEMPLATE_INVALID with the places in the .mjml file. */
export async function mjmlToHtml(
  source: string,
  file: string,
  lang: Lang,
  load: () => Promise<{readonly default: Mjml}> = () => import('mjml'),
): Promise<string> {
  const stop = (details: readonly string[]) => new AppError('TEMPLATE_INVALID', {template: file}, {details})
  const at = (offset: number, key: MessageKey, values: MessageValues = {}) => {
    const {line, column} = placeOf(source, offset)
    return `${file}:${line}:${column}  ${text(lang, key, values)}`
  }
  const includes = [...withoutHtmlComments(source).matchAll(/<mj-include\b/gi)]
  if (includes.length > 0) throw stop(includes.map(({index}) => at(index, 'template-mjml.include')))

  const {default: compile} = await load().catch((error) => {
    throw isMissing(error) ? new AppError('MJML_MISSING', {file}, {cause: error}) : error
  })
  const aside = putTagsAside(source)
  // Its own fonts would be fetched from another company's server by every reader; mj-font still works.
  const options = {validationLevel: 'soft', fonts: {}, ignoreIncludes: true} as const
  const {html, errors} = await compile(aside.source, options).catch(() => {
    throw stop([at(0, 'template-mjml.malformed')])
  })
  const lost = aside.tags.filter(({mark}) => !html.includes(mark))
  const details = [
    ...errors.map(({line, tagName, message}) => {
      const place = `${file}:${aside.lineOf(line)}:1`
      return `${place}  ${text(lang, 'template-mjml.refused', {tag: tagName, words: message.trim()})}`
    }),
    ...lost.map(({tag, start}) => at(start, 'template-mjml.lost-tag', {tag: tag.slice(0, 60)})),
  ]
  if (details.length > 0) throw stop(details)
  return aside.putBack(html)
}

function isMissing(error: unknown): boolean {
  const {code, message} = error as NodeJS.ErrnoException
  return code === 'ERR_MODULE_NOT_FOUND' && message.includes("'mjml'")
}

/** Blanks in their place keep every offset. */
function withoutHtmlComments(source: string): string {
  return source.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length))
}

interface TagsAside {
  readonly source: string
  readonly tags: readonly {readonly tag: string; readonly mark: string; readonly start: number}[]
  /** Line of the original for a line of source: tags over several lines became one word. */
  lineOf(line: number): number
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
  for (const {0: tag, index} of source.matchAll(/\{\{\{[\s\S]*?\}\}\}|\{\{[\s\S]*?\}\}/g)) {
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
    lineOf: (line) => cuts.reduce((sum, cut) => sum + (cut.line < line ? cut.lines : 0), line),
    putBack: (html) => html.replace(new RegExp(`${word}(\\d+)z`, 'g'), (_, index) => tags[Number(index)]!.tag),
  }
}

function linesIn(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1
}
