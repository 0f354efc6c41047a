/** Reads a small text file whole: UTF-8, else CP932 (Shift_JIS). For templates; lists are streamed elsewhere. */
import {open} from 'node:fs/promises'
import {AppError} from '../../errors.ts'
import type {Lang} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import {openError} from './open-error.ts'

/** A mail may be 1 MB (reliability.md B2); more than that is no template. */
export const MOST_TEXT_BYTES = 1_000_000

/** A byte order mark is left out. lang: of the details in errors. Throws FILE_MISSING, FILE_IS_FOLDER, FILE_UNREADABLE, FILE_EMPTY, FILE_BINARY, TEMPLATE_INVALID. */
export async function readText(path: string, lang: Lang): Promise<string> {
  const bytes = await readBytes(path)
  if (bytes.length > MOST_TEXT_BYTES) throw tooBig(path, lang)
  const words = textOfBytes(bytes, path)
  if (words.trim() === '') throw new AppError('FILE_EMPTY', {file: path})
  return words
}

/** The same for bytes that are already read; path: for errors. Throws FILE_BINARY. */
export function textOfBytes(bytes: Uint8Array, path: string): string {
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw binaryAt(path, 0, nul)
  return decode(path, bytes)
}

/** At most one byte more than allowed: a device or a huge file never fills the memory. */
async function readBytes(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path, 'r')
    const buffer = new Uint8Array(MOST_TEXT_BYTES + 1)
    let length = 0
    while (length < buffer.length) {
      const {bytesRead} = await file.read(buffer, length, buffer.length - length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return buffer.subarray(0, length)
  } catch (error) {
    throw openError(path, error)
  }
}

function decode(path: string, bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, {fatal: true}).decode(bytes)
    } catch {
      // Not that encoding: the next one is tried, and below it is said that none fits.
    }
  }
  const at = bytes.findIndex((byte) => byte > 0x7f)
  throw binaryAt(path, bytes[at] ?? 0, at)
}

function tooBig(path: string, lang: Lang): AppError {
  const what = text(lang, 'template.too-big', {limit: MOST_TEXT_BYTES / 1000})
  return new AppError('TEMPLATE_INVALID', {template: path}, {details: [`${path}  ${what}`]})
}

function binaryAt(path: string, byte: number, offset: number): AppError {
  return new AppError('FILE_BINARY', {file: path, byte: `0x${byte.toString(16).padStart(2, '0')}`, offset})
}
