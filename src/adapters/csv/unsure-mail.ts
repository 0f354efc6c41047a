/**
 * The list of mails that a person must read: a CSV file, 0600, whose last column takes their decision. What they wrote
 * there is read again before the file is written anew, in whatever program they saved it.
 */
import {isUtf8} from 'node:buffer'
import {mkdir, readFile, unlink} from 'node:fs/promises'
import {dirname} from 'node:path'
import {parse} from 'csv-parse/sync'
import {guardFormula, withoutGuard} from '../../core/contacts/formula-guard.ts'
import {isoWithZone} from '../../core/zoned-moment.ts'
import {AppError} from '../../errors.ts'
import type {ListedMail, UnsureFile, UnsureMail} from '../../ports/mailboxes.ts'
import {openError} from '../files/open-error.ts'
import {writeWholeFile} from '../files/write-file.ts'
import {textDecoder} from './encoding/decode-text.ts'
import {readingsOf} from './encoding/detect.ts'
import {markedEncoding} from './encoding/marks.ts'

const COLUMNS = ['mail', 'decision', 'file', 'from', 'arrived', 'subject', 'why'] as const

export function unsureFile(path: string, offsetMinutes: number): UnsureFile {
  return {
    async read() {
      const bytes = await readFile(path).catch((error) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
        throw openError(path, error)
      })
      if (bytes.length === 0) return new Map()
      const listed = listedIn(textOf(bytes))
      // Whatever else stands there is somebody's: it would be lost.
      if (listed === null) throw new AppError('FILE_EXISTS', {file: path})
      return listed
    },
    async write(mails, kept) {
      const rows = [...kept.map(({cells}) => cells), ...mails.map((mail) => cellsOf(mail, offsetMinutes))]
      if (rows.length === 0) return void (await unlink(path).catch(() => {}))
      const text = [[...COLUMNS], ...rows].map(lineOf).join('')
      try {
        await mkdir(dirname(path), {recursive: true, mode: 0o700})
        await writeWholeFile(path, `\ufeff${text}`, {mode: 0o600, existing: 'replace'})
      } catch (error) {
        const why = (error as NodeJS.ErrnoException).code ?? 'unknown'
        throw new AppError('FILE_UNWRITABLE', {file: path, why}, {cause: error})
      }
    },
  }
}

function cellsOf({id, decision, place, from, arrivedAt, subject, why}: UnsureMail, offsetMinutes: number): string[] {
  const arrived = arrivedAt === null ? '' : isoWithZone(arrivedAt, offsetMinutes)
  return [id, decision ?? '', place, from, arrived, subject.replace(/[\p{C}\s]+/gu, ' ').trim(), why]
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${guardFormula(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
}

/** As the program that saved it wrote it: with a mark, in UTF-8, or in the encoding of its country. */
function textOf(bytes: Buffer): string {
  const marked = markedEncoding(bytes)
  const encoding = marked ?? (isUtf8(bytes) ? 'utf-8' : readingsOf(bytes)[0]!.encoding)
  return textDecoder(encoding)(bytes).replace(/^\ufeff/, '')
}

/** Null where that is no list of unsure mails. */
function listedIn(text: string): ReadonlyMap<string, ListedMail> | null {
  for (const delimiter of [',', ';', '\t']) {
    const [header = [], ...rows] = rowsOf(text, delimiter)
    const places = COLUMNS.map((column) => header.indexOf(column))
    if (places[0]! < 0 || places[1]! < 0) continue
    const listed = rows.map((row) => places.map((at) => withoutGuard(row[at] ?? '').trim()))
    return new Map(listed.map((cells) => [cells[0]!, {decision: decisionIn(cells[1]!), cells}]))
  }
  return null
}

function decisionIn(cell: string): ListedMail['decision'] {
  const said = cell.toLowerCase()
  return said === 'stop' || said === 'keep' ? said : null
}

function rowsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true})
  } catch {
    return []
  }
}
