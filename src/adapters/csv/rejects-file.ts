/**
 * The rejects file of an import: each bad row in its original bytes, behind its line number and reason, ready to be
 * mended and imported again. Cells that must not be stored are masked; a row whose cells cannot be told apart is
 * then left out and only its line is named.
 */
import {closeSync, mkdirSync, openSync, readSync, statSync, writeSync} from 'node:fs'
import {dirname} from 'node:path'
import {stringify} from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import type {ListMapping} from '../../core/contacts/mapping.ts'
import {isPadded} from '../../core/contacts/read-contact.ts'
import {MASK, maskValue} from '../../core/sensitive/mask.ts'
import {AppError} from '../../errors.ts'
import type {Dialect} from './read-records.ts'

export interface RejectsFile {
  /** fields: null when the line could not be read as a record. */
  add(line: number, reason: string, bytes: Buffer, fields: readonly string[] | null): void
  close(): void
}

/** What every rejects file begins with, behind a byte order mark where the list has one. */
const FIRST_WORD = 'todoke_line'

/**
 * Throws FLAG_INVALID when the path is the input itself under any name, FILE_EXISTS when another file than one of our
 * rejects files (or an empty one) stands there, FILE_UNWRITABLE for a folder.
 */
export function checkRejectsPath(path: string, input: string): void {
  const there = statSync(path, {throwIfNoEntry: false})
  if (there === undefined) return
  const read = statSync(input, {throwIfNoEntry: false})
  if (read !== undefined && there.dev === read.dev && there.ino === read.ino)
    throw new AppError('FLAG_INVALID', {
      flag: '--rejects',
      given: path,
      expected: `≠ ${input}`,
      command: 'list import',
    })
  if (there.isDirectory()) throw new AppError('FILE_UNWRITABLE', {file: path, why: 'EISDIR'})
  // A device is written to, not replaced.
  if (there.isFile() && there.size > 0 && !isRejectsFile(path)) throw new AppError('FILE_EXISTS', {file: path})
}

function isRejectsFile(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(3 + FIRST_WORD.length)
    const length = readSync(file, start, 0, start.length, 0)
    return start
      .toString('utf8', 0, length)
      .replace(/^\ufeff/, '')
      .startsWith(FIRST_WORD)
  } finally {
    closeSync(file)
  }
}

/** Made on the first bad row, 0600; an older rejects file of that name is replaced. Throws what checkRejectsPath throws. */
export function rejectsFile(
  path: string,
  input: string,
  dialect: Dialect,
  headerBytes: Buffer,
  mapping: ListMapping,
): RejectsFile {
  const barred = new Set(mapping.filter((column) => column.fate !== 'store').map((column) => column.index))
  const separator = Buffer.from(dialect.delimiter)
  const newline = headerBytes.includes('\r\n') ? '\r\n' : '\n'
  let file: number | null = null

  // One encoding for the whole file, or the reason's column name would be garbage.
  const encode = (text: string): Buffer =>
    dialect.encoding === 'cp932' ? iconv.encode(text, 'cp932') : Buffer.from(text)
  const write = (...pieces: readonly Buffer[]) => writeSync(file!, Buffer.concat([...pieces]))
  const open = () => {
    checkRejectsPath(path, input)
    mkdirSync(dirname(path), {recursive: true, mode: 0o700})
    file = openSync(path, 'w', 0o600)
    if (dialect.hasBom) write(Buffer.from([0xef, 0xbb, 0xbf]))
    write(Buffer.from(`${FIRST_WORD}${dialect.delimiter}todoke_reason`), separator, withLineEnd(headerBytes, newline))
  }
  const masked = (fields: readonly string[] | null): Buffer => {
    const isWhole = fields?.length === mapping.length || (fields && isPadded(fields, mapping.length))
    if (!fields || !isWhole) return Buffer.from(`${MASK}${newline}`)
    const cells = fields
      .slice(0, mapping.length)
      .map((cell, index) => (barred.has(index) && cell.trim() !== '' ? maskValue(cell) : cell))
    const text = stringify([cells], {delimiter: dialect.delimiter, record_delimiter: newline})
    return encode(text)
  }

  return {
    add(line, reason, bytes, fields) {
      if (file === null) open()
      const row = barred.size === 0 ? withLineEnd(bytes, newline) : masked(fields)
      write(encode(`${line}${dialect.delimiter}${reason}`), separator, row)
    },
    close() {
      if (file !== null) closeSync(file)
    },
  }
}

function withLineEnd(bytes: Buffer, newline: string): Buffer {
  const last = bytes.at(-1)
  return last === 10 || last === 13 ? bytes : Buffer.concat([bytes, Buffer.from(newline)])
}
