/**
 * The rejects file of an import: each bad row in its original bytes, behind its line number and reason, ready to be
 * mended and imported again. Cells that must not be stored are masked; a row whose cells cannot be told apart is
 * then left out and only its line is named.
 */
import {closeSync, mkdirSync, openSync, writeSync} from 'node:fs'
import {dirname} from 'node:path'
import {stringify} from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import type {ListMapping} from '../../core/contacts/mapping.ts'
import {isPadded} from '../../core/contacts/read-contact.ts'
import {MASK, maskValue} from '../../core/sensitive/mask.ts'
import type {Dialect} from './read-records.ts'

export interface RejectsFile {
  /** fields: null when the line could not be read as a record. */
  add(line: number, reason: string, bytes: Buffer, fields: readonly string[] | null): void
  close(): void
}

/** Made on the first bad row, 0600; an older file of that name is replaced. */
export function rejectsFile(path: string, dialect: Dialect, headerBytes: Buffer, mapping: ListMapping): RejectsFile {
  const barred = new Set(mapping.filter((column) => column.fate !== 'store').map((column) => column.index))
  const separator = Buffer.from(dialect.delimiter)
  const newline = headerBytes.includes('\r\n') ? '\r\n' : '\n'
  let file: number | null = null

  // One encoding for the whole file, or the reason's column name would be garbage.
  const encode = (text: string): Buffer =>
    dialect.encoding === 'cp932' ? iconv.encode(text, 'cp932') : Buffer.from(text)
  const write = (...pieces: readonly Buffer[]) => writeSync(file!, Buffer.concat([...pieces]))
  const open = () => {
    mkdirSync(dirname(path), {recursive: true, mode: 0o700})
    file = openSync(path, 'w', 0o600)
    if (dialect.hasBom) write(Buffer.from([0xef, 0xbb, 0xbf]))
    write(Buffer.from(`todoke_line${dialect.delimiter}todoke_reason`), separator, withLineEnd(headerBytes, newline))
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
