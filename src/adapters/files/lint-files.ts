/**
 * The files that lint is given: a template, a finished mail, or something that is neither. What cannot be used is told as
 * a fault of that file, so that one of them never stops the others.
 */
import {closeSync, openSync, readSync, statSync} from 'node:fs'
import {extname} from 'node:path'
import {deeperThan} from '../../core/lint/nesting.ts'
import type {FileFault} from '../../core/lint/template-view.ts'
import {placeOf} from '../../core/templates/parse-template.ts'
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey} from '../../i18n/text.ts'
import type {LintFiles, LintSource, MailSource, MailText} from '../../ports/lint-files.ts'
import type {TemplateMarkup, TemplateSource} from '../../ports/templates.ts'
import {pictureType} from './media-types.ts'
import {openError} from './open-error.ts'
import {MOST_TEXT_BYTES, textOfBytes} from './read-text.ts'
import {isFolderAt, readFolder, readSingle} from './template-files.ts'
import type {TemplateProblems} from './template-problems.ts'
import {startProblems} from './template-problems.ts'

/** What Gmail takes at most, 25 MB of attachments, in base64 with its headers; more than that nobody can send. */
const MOST_MAIL_BYTES = 36_000_000
/** Browsers end at 512; what is nested deeper than this was made by a machine that went wrong, or to do harm. */
const MOST_NESTED = 10_000

export interface LintFileNeeds {
  readonly markup: TemplateMarkup
  readonly readMail: (bytes: Uint8Array, file: string) => Promise<MailSource>
  /** What `-` stands for, under which name its kind is told and it is spoken of. */
  readonly stdin: {
    readonly name: string | null
    /** No more than so many bytes and a block. */
    read(most: number): Promise<Uint8Array>
  }
}

/** lang: of the details in errors. */
export function lintFiles(lang: Lang, needs: LintFileNeeds): LintFiles {
  return {
    read: async (path) => {
      const {stdin} = needs
      if (path === '-') return readBytes(stdin.name ?? path, await stdin.read(MOST_MAIL_BYTES), lang, needs)
      if (isFolderAt(path)) return readTemplate(path, lang, (problems) => readFolder(path, problems, needs.markup))
      try {
        return await readBytes(path, bytesOf(path), lang, needs)
      } catch (error) {
        return unusable(path, faultOf(error, path))
      }
    },
  }
}

/** Of a huge file its size is told instead; of what has none, such as a pipe, no more is read than may be. */
function bytesOf(path: string): Uint8Array | number {
  try {
    const {size} = statSync(path)
    if (size > MOST_MAIL_BYTES) return size
    return readSome(path)
  } catch (error) {
    throw openError(path, error)
  }
}

/** A small file is read in less time than it takes to wait for it. */
function readSome(path: string): Uint8Array | number {
  const file = openSync(path, 'r')
  try {
    const blocks: Buffer[] = []
    let length = 0
    while (length <= MOST_MAIL_BYTES) {
      const block = Buffer.allocUnsafe(1 << 16)
      const count = readSync(file, block)
      if (count === 0) break
      blocks.push(block.subarray(0, count))
      length += count
    }
    return length > MOST_MAIL_BYTES ? length : Buffer.concat(blocks)
  } finally {
    closeSync(file)
  }
}

async function readBytes(
  path: string,
  given: Uint8Array | number,
  lang: Lang,
  {markup, readMail}: LintFileNeeds,
): Promise<LintSource> {
  const isMail =
    extname(path).toLowerCase() === '.eml' || (!/\.(?:x?html?|txt|mjml)$/i.test(path) && looksLikeMail(given))
  const most = isMail ? MOST_MAIL_BYTES : MOST_TEXT_BYTES
  const size = typeof given === 'number' ? given : given.length
  if (typeof given === 'number' || size > most)
    return unusable(path, fileFault('readable.too-big', path, {size: (size / 1e6).toFixed(1), limit: most / 1e6}))
  const kind = otherKind(given)
  if (kind !== null) return unusable(path, fileFault('readable.other-kind', path, {kind}))
  if (isMail) {
    if (given.every((byte) => byte <= 0x20)) return unusable(path, fileFault('readable.empty', path))
    const mail = await readMail(given, path)
    const deep = mail.html === null ? null : tooDeep(mail.html)
    return deep === null ? {path, template: null, mail, faults: mail.faults} : unusable(path, deep)
  }
  return readTemplate(path, lang, (problems) => readSingle(path, textIn(given, path), problems, markup))
}

/** Throws FILE_BINARY, FILE_EMPTY. */
async function textIn(bytes: Uint8Array, path: string): Promise<string> {
  const words = textOfBytes(bytes, path)
  if (words.trim() === '') throw new AppError('FILE_EMPTY', {file: path})
  return words
}

async function readTemplate(
  path: string,
  lang: Lang,
  read: (problems: TemplateProblems) => Promise<TemplateSource>,
): Promise<LintSource> {
  const problems = startProblems(path, lang, {isLenient: true})
  try {
    const template = await read(problems)
    const {html} = template
    const deep = html && tooDeep({placeOf: (offset) => ({file: html.file, ...placeOf(html.source, offset)}), ...html})
    return deep === null ? {path, template, mail: null, faults: problems.faults()} : unusable(path, deep)
  } catch (error) {
    return unusable(path, ...problems.faults(), faultOf(error, path))
  }
}

function unusable(path: string, ...faults: readonly FileFault[]): LintSource {
  return {path, template: null, mail: null, faults}
}

function fileFault(key: MessageKey, file: string, values: FileFault['values'] = {}): FileFault {
  return {kind: 'file', key, values, place: {file, line: 1, column: 1}}
}

/** What the bytes are where they are no text that anybody wrote by hand; null where they may be. */
function otherKind(bytes: Uint8Array): string | null {
  const beginning = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (beginning.startsWith('%PDF')) return 'PDF'
  if (beginning.startsWith('PK\x03\x04')) return 'ZIP, Word, Excel'
  if (beginning.startsWith('\xff\xfe') || beginning.startsWith('\xfe\xff')) return 'UTF-16'
  if (beginning.startsWith('\x1f\x8b')) return 'gzip'
  return PICTURES.get(pictureType(bytes.subarray(0, 12)) ?? '') ?? null
}

const PICTURES: ReadonlyMap<string, string> = new Map(
  ['PNG', 'JPEG', 'GIF', 'WebP'].map((name) => [`image/${name.toLowerCase()}`, name]),
)

function tooDeep({source, placeOf}: MailText): FileFault | null {
  const at = deeperThan(source, MOST_NESTED)
  return at === null ? null : {kind: 'file', key: 'readable.too-deep', values: {limit: MOST_NESTED}, place: placeOf(at)}
}

/** The first lines are headers, and one of them is of those that every mail has. */
function looksLikeMail(given: Uint8Array | number): boolean {
  if (typeof given === 'number') return false
  const beginning = Buffer.from(given.subarray(0, 20_000)).toString('latin1')
  const [headers = ''] = beginning.split(/\r?\n\r?\n/, 1)
  return (
    /^[!-9;-~]+:[^\n]*(?:\r?\n|$)/.test(headers) && /^(?:from|date|received|mime-version|message-id):/im.test(headers)
  )
}

/** What a user must mend in the file is a fault of it; anything else stops the command. */
function faultOf(error: unknown, path: string): FileFault {
  if (!(error instanceof AppError)) throw error
  const {code, values} = error
  const file = String(values.file ?? path)
  if (code === 'FILE_EMPTY') return fileFault('readable.empty', file)
  if (code === 'FILE_BINARY') return fileFault('readable.binary', file, {byte: values.byte!, offset: values.offset!})
  if (code === 'FILE_UNREADABLE') return fileFault('readable.unreadable', file, {why: values.why!})
  if (code === 'MJML_MISSING') return fileFault('readable.mjml-missing', file)
  throw error
}
