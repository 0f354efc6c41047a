/** Templates as files: a single .html, .txt or .mjml, or a folder with template.yaml, its bodies and what belongs to them. */
import {statSync} from 'node:fs'
import {basename, dirname, extname, join} from 'node:path'
import {placeOf as placeIn} from '../../core/templates/parse-template.ts'
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey} from '../../i18n/text.ts'
import type {TemplateFiles, TemplateMarkup, TemplatePlace, TemplateSource, TemplateText} from '../../ports/templates.ts'
import {openError} from './open-error.ts'
import {readInside} from './read-inside.ts'
import {MOST_TEXT_BYTES, readText, textOfBytes} from './read-text.ts'
import {readAttachments, readPictures, startParcels} from './template-parcels.ts'
import {readPartials} from './template-partials.ts'
import type {TemplateProblems} from './template-problems.ts'
import {startProblems} from './template-problems.ts'
import {titleOf} from './template-title.ts'

/** What a single file leaves open. */
const NOTHING_SAID = {
  preheader: null,
  preheaderAt: null,
  from: null,
  replyTo: null,
  topic: null,
  purpose: null,
  mailClass: null,
  languages: [],
  charset: 'utf-8',
  filling: 'strict',
  raw: [],
  partials: {html: new Map(), text: new Map()},
  attachments: [],
} as const satisfies Partial<TemplateSource>

/** lang: of the details in errors. */
export function templateFiles(lang: Lang, markup: TemplateMarkup): TemplateFiles {
  return {
    read: async (path) => {
      const problems = startProblems(path, lang)
      const isFolder = isFolderAt(path)
      return isFolder ? readFolder(path, problems, markup) : readSingle(path, readText(path, lang), problems, markup)
    },
  }
}

/** Throws FILE_MISSING, FILE_UNREADABLE. */
export function isFolderAt(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    throw openError(path, error)
  }
}

/** problems: a lenient one is told all there is, and what can be read comes back. Throws as TemplateFiles.read. */
export async function readFolder(
  path: string,
  problems: TemplateProblems,
  markup: TemplateMarkup,
): Promise<TemplateSource> {
  const yaml = await bodyIn(path, 'template.yaml', problems)
  problems.stopIfAny()
  if (yaml === null) throw new AppError('TEMPLATE_MISSING', {template: path})
  const [written, mjml, text] = [
    await bodyIn(path, 'body.html', problems),
    await bodyIn(path, 'body.mjml', problems),
    await bodyIn(path, 'body.txt', problems),
  ]
  if (written !== null && mjml !== null) problems.tell(path, 'template.two-bodies')
  problems.stopIfAny()
  // A file of its own has no settings to read.
  const {readTemplateSettings} = await import('./template-settings.ts')
  const {wanted, ...settings} = readTemplateSettings(yaml.source, yaml.file, problems)
  const html = written ?? (mjml && (await htmlOf(mjml, settings.languages[0] ?? null, problems, markup)))
  if (written === null && mjml === null && text === null) problems.tell(path, 'template.no-body')

  const partials = await readPartials(path, problems)
  const parcels = startParcels(path, problems)
  const images = await readPictures(withPictures([html, ...partials.html.values()], markup), parcels, problems)
  const attachments = await readAttachments(wanted, parcels, problems)
  parcels.weigh()
  problems.stopIfAny()
  return {name: basename(path), path, isFolder: true, html, text, ...settings, partials, images, attachments}
}

/** path: gives the name and the kind. content: what it holds. Throws as TemplateFiles.read. */
export async function readSingle(
  path: string,
  content: Promise<string>,
  problems: TemplateProblems,
  markup: TemplateMarkup,
): Promise<TemplateSource> {
  const body = {file: path, source: await content}
  const kind = kindOf(body)
  const html = kind === 'html' ? body : kind === 'mjml' ? await htmlOf(body, null, problems, markup) : null
  // The title of MJML may stand in a file that it includes.
  const title = (kind === 'mjml' ? titleIn(body, 'mj-title') : null) ?? (html && titleIn(html, 'title'))
  const parcels = startParcels(dirname(path), problems)
  const images = await readPictures(withPictures([html], markup), parcels, problems)
  parcels.weigh()
  problems.stopIfAny()
  return {
    name: basename(path, extname(path)),
    path,
    subject: title?.text ?? null,
    subjectAt: title?.at ?? null,
    html,
    text: kind === 'text' ? body : null,
    images,
    ...NOTHING_SAID,
  }
}

function titleIn({file, source, placeOf}: TemplateText, element: 'title' | 'mj-title') {
  const title = titleOf(source, element)
  return title && {text: title.text, at: placeOf?.(title.offset) ?? {file, ...placeIn(source, title.offset)}}
}

/** By the ending; where that says nothing, by how the text begins. */
function kindOf({file, source}: TemplateText): 'html' | 'mjml' | 'text' {
  const ending = extname(file).toLowerCase()
  if (ending === '.mjml') return 'mjml'
  if (/^\.x?html?$/.test(ending)) return 'html'
  if (ending === '.txt') return 'text'
  if (/^\s*<mjml[\s>]/i.test(source)) return 'mjml'
  return /^\s*(?:<!doctype html|<html|<\?xml|<!--|<(?:body|table|div|p)\b)/i.test(source) ? 'html' : 'text'
}

/** language: as said in template.yaml; null = as the letters tell. Null after telling why nothing comes of it. */
async function htmlOf(
  mjml: TemplateText,
  language: string | null,
  problems: TemplateProblems,
  markup: TemplateMarkup,
): Promise<TemplateText | null> {
  const tell = (at: TemplatePlace, key: string, values = {}) => problems.tell(at, key as MessageKey, values)
  const html = await markup.htmlOfMjml(mjml, language ?? scriptLanguage(mjml.source), tell)
  if (html === null) problems.stopIfAny()
  return html
}

/** Null where the letters do not tell: no language is better than a wrong one. */
function scriptLanguage(words: string): string | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) return 'ja'
  return /\p{Script=Hangul}/u.test(words) ? 'ko' : null
}

function withPictures(html: readonly (TemplateText | null)[], markup: TemplateMarkup) {
  return html.flatMap((part) => (part === null ? [] : [{...part, named: markup.picturesIn(part.source)}]))
}

/** A text of the folder, or null when it is not there. Throws FILE_EMPTY, FILE_BINARY. */
async function bodyIn(folder: string, name: string, problems: TemplateProblems): Promise<TemplateText | null> {
  const file = join(folder, name)
  const read = await readInside(folder, name, MOST_TEXT_BYTES)
  if (read.ok) {
    const source = textOfBytes(read.content, file)
    if (source.trim() === '') throw new AppError('FILE_EMPTY', {file})
    return {file, source}
  }
  if (read.why === 'too-big') problems.tell(file, 'template.too-big', {limit: MOST_TEXT_BYTES / 1000})
  else if (read.why !== 'missing') problems.tell(file, `template-file.${read.why}`, {file: name, limit: 1})
  return null
}
