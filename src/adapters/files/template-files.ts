/** Templates as files: a single .html or .txt, or a folder with template.yaml and body.html, body.txt or both. */
import {stat} from 'node:fs/promises'
import {basename, extname, join} from 'node:path'
import {AppError} from '../../errors.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {TemplateFiles, TemplateSource, TemplateText} from '../../ports/templates.ts'
import {openError} from './open-error.ts'
import {readText} from './read-text.ts'
import {readTemplateSettings} from './template-settings.ts'

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
  raw: [],
  partials: {html: new Map(), text: new Map()},
  images: [],
  attachments: [],
} as const satisfies Partial<TemplateSource>

/** lang: of the details in errors. */
export function templateFiles(lang: Lang): TemplateFiles {
  return {read: (path) => readTemplate(path, lang)}
}

async function readTemplate(path: string, lang: Lang): Promise<TemplateSource> {
  const status = await stat(path).catch((error) => {
    throw openError(path, error)
  })
  return status.isDirectory() ? readFolder(path, lang) : readSingle(path, lang)
}

async function readFolder(path: string, lang: Lang): Promise<TemplateSource> {
  const file = join(path, 'template.yaml')
  const yaml = await ifThere(file, lang)
  if (yaml === null) throw new AppError('TEMPLATE_MISSING', {template: path})
  const settings = readTemplateSettings(yaml.source, file, lang)
  const html = await ifThere(join(path, 'body.html'), lang)
  const plain = await ifThere(join(path, 'body.txt'), lang)
  if (html === null && plain === null)
    throw new AppError('TEMPLATE_INVALID', {template: path}, {details: [`${path}  ${text(lang, 'template.no-body')}`]})
  return {...NOTHING_SAID, name: basename(path), path, html, text: plain, ...settings}
}

async function readSingle(path: string, lang: Lang): Promise<TemplateSource> {
  const body = {file: path, source: await readText(path, lang)}
  const isHtml =
    /^\.x?html?$/i.test(extname(path)) || (extname(path).toLowerCase() !== '.txt' && looksLikeHtml(body.source))
  const title = isHtml ? titleOf(body.source) : null
  return {
    name: basename(path, extname(path)),
    path,
    subject: title?.text ?? null,
    subjectAt: title && {file: path, line: title.line, column: title.column},
    html: isHtml ? body : null,
    text: isHtml ? null : body,
    ...NOTHING_SAID,
  }
}

async function ifThere(file: string, lang: Lang): Promise<TemplateText | null> {
  try {
    return {file, source: await readText(file, lang)}
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_MISSING') return null
    throw error
  }
}

function looksLikeHtml(source: string): boolean {
  return /^\s*(?:<!doctype html|<html|<\?xml|<!--|<(?:body|table|div|p)\b)/i.test(source)
}

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'}

/** The words of the first <title>, or null when it is missing or empty. */
function titleOf(source: string): {text: string; line: number; column: number} | null {
  const found = /<title(?:\s[^>]{0,1000})?>\s*([^<]{1,2000}?)\s*<\/title/i.exec(source)
  if (found === null) return null
  const words = found[1]!
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (written, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : -1
      return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (ENTITIES[name?.toLowerCase()] ?? written)
    })
    .replace(/\s+/g, ' ')
  const before = source.slice(0, found.index + found[0].indexOf(found[1]!)).split(/\r\n|\n|\r/)
  return {text: words, line: before.length, column: before.at(-1)!.length + 1}
}
