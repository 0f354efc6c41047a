/**
 * The rejects file of an import: each bad row in its original bytes, behind its line number and reason, ready to be
 * mended and imported again. Cells that must not be stored are masked. Of a row whose cells are not those of the
 * columns any may be one of them: it keeps its addresses, and its reason says so.
 */
import {closeSync, existsSync, mkdirSync, openSync, readSync, statSync, writeSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {stringify} from 'csv-stringify/sync'
import {isAddress, parseAddress} from '../../core/contacts/address.ts'
import type {ListMapping} from '../../core/contacts/mapping.ts'
import {isPadded} from '../../core/contacts/read-contact.ts'
import {MASK, maskValue} from '../../core/sensitive/mask.ts'
import {AppError} from '../../errors.ts'
import {encodeText} from './encoding/encode-text.ts'
import {lineEndOf} from './encoding/line-ends.ts'
import {markedEncoding, markOf} from './encoding/marks.ts'
import type {Dialect} from './read-records.ts'

export interface RejectsFile {
  /** fields: null when the line could not be read as a record. */
  add(line: number, reason: string, bytes: Buffer, fields: readonly string[] | null): void
  close(): void
}

/** Behind the reason of a row in which nobody can say which cell must not be stored. */
const MASKED = '+masked-since-cells-match-no-columns'

/** What every rejects file begins with, behind a byte order mark where the list has one. */
const FIRST_WORD = 'todoke_line'

/** What every line of rejected JSON lines begins with. */
export const REJECTED_JSON = '{"todoke_line":'

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
    const start = Buffer.alloc(4 + 2 * REJECTED_JSON.length)
    readSync(file, start, 0, start.length, 0)
    const marked = markedEncoding(start)
    const text = start.subarray(marked === null ? 0 : markOf(marked).length)
    // In every other encoding the word is written as in UTF-8.
    return (
      text.toString('latin1').startsWith(REJECTED_JSON) ||
      (['utf-8', 'utf-16le', 'utf-16be'] as const).some((encoding) => {
        const word = encodeText(FIRST_WORD, encoding)
        return text.subarray(0, word.length).equals(word)
      })
    )
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
  const {encoding, delimiter} = dialect
  // Records of a sheet end in CR; beside a line break in a cell, few programs would take that for an end.
  const newline = lineEndOf(headerBytes, encoding) === '\r\n' ? '\r\n' : '\n'
  let file: number | null = null

  // One encoding for the whole file, or it could not be read again.
  const encode = (text: string): Buffer => encodeText(text, encoding)
  const whole = (line: Buffer): Buffer => {
    const end = lineEndOf(line, encoding)
    if (end === '\n' || end === '\r\n') return line
    const text = end === null ? line : line.subarray(0, line.length - encode(end).length)
    return Buffer.concat([text, encode(newline)])
  }
  const write = (...pieces: readonly Buffer[]) => {
    const bytes = Buffer.concat([...pieces])
    try {
      // A disk that is nearly full takes a part and says so by the count alone.
      for (let at = 0; at < bytes.length; ) at += writeSync(file!, bytes, at)
    } catch (error) {
      throw unwritable(path, error)
    }
  }
  const open = () => {
    checkRejectsPath(path, input)
    try {
      // Asked first: in a place like /proc the making of folders would never end.
      if (!existsSync(dirname(dirname(resolve(path))))) throw Object.assign(new Error(), {code: 'ENOENT'})
      if (!existsSync(dirname(path))) mkdirSync(dirname(path), {mode: 0o700})
      file = openSync(path, 'w', 0o600)
    } catch (error) {
      throw unwritable(path, error)
    }
    if (dialect.hasBom) write(markOf(encoding))
    write(encode(`${FIRST_WORD}${delimiter}todoke_reason${delimiter}`), whole(headerBytes))
  }
  const masked = (fields: readonly string[], isBarred: (cell: string, index: number) => boolean): Buffer => {
    const cells = fields.map((cell, index) => (cell.trim() !== '' && isBarred(cell, index) ? maskValue(cell) : cell))
    return encode(stringify([cells], {delimiter, record_delimiter: newline}))
  }
  /** The words behind the line number, and the row. */
  const shown = (reason: string, bytes: Buffer, fields: readonly string[] | null): readonly [string, Buffer] => {
    const {length} = mapping
    if (barred.size === 0) return [reason, whole(bytes)]
    if (fields !== null && (fields.length === length || isPadded(fields, length)))
      return [reason, masked(fields.slice(0, length), (_, index) => barred.has(index))]
    return [`${reason}${MASKED}`, masked(fields ?? [MASK], (cell) => !isAddress(parseAddress(cell)))]
  }

  return {
    add(line, reason, bytes, fields) {
      if (file === null) open()
      const [why, row] = shown(reason, bytes, fields)
      write(encode(`${line}${delimiter}${why}${delimiter}`), row)
    },
    close() {
      if (file !== null) closeSync(file)
    },
  }
}

function unwritable(path: string, error: unknown): AppError {
  return new AppError('FILE_UNWRITABLE', {file: path, why: (error as NodeJS.ErrnoException).code ?? ''}, {cause: error})
}
