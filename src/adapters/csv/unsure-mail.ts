/**
 * The list of mails that a person must read: a CSV file, 0600, whose last column takes their decision. What they wrote
 * there is read again before the file is written anew, in whatever program they saved it.
 */
import {mkdir, readFile, unlink} from 'node:fs/promises'
import {dirname} from 'node:path'
import {parse} from 'csv-parse/sync'
import {guardFormula, withoutGuard} from '../../core/contacts/formula-guard.ts'
import {isoWithZone} from '../../core/zoned-moment.ts'
import {AppError} from '../../errors.ts'
import type {Decision, UnsureFile, UnsureMail} from '../../ports/mailboxes.ts'
import {openError} from '../files/open-error.ts'
import {writeWholeFile} from '../files/write-file.ts'

const COLUMNS = ['mail', 'decision', 'file', 'from', 'arrived', 'subject', 'why'] as const

export function unsureFile(path: string, offsetMinutes: number): UnsureFile {
  return {
    async decisions() {
      const bytes = await readFile(path).catch((error) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw openError(path, error)
      })
      return bytes === null ? new Map() : decisionsIn(bytes.toString('latin1'))
    },
    async write(mails) {
      if (mails.length === 0) return void (await unlink(path).catch(() => {}))
      const text = [[...COLUMNS], ...mails.map((mail) => cellsOf(mail, offsetMinutes))].map(lineOf).join('')
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

/** Ids and decisions are ASCII in any encoding a spreadsheet saves in, UTF-16 left aside. */
function decisionsIn(text: string): ReadonlyMap<string, Decision> {
  const found = new Map<string, Decision>()
  for (const delimiter of [',', ';', '\t']) {
    const rows = rowsOf(text.replace(/^\u00ef\u00bb\u00bf/, ''), delimiter)
    const [mail, decision] = [rows[0]?.indexOf('mail') ?? -1, rows[0]?.indexOf('decision') ?? -1]
    if (mail < 0 || decision < 0) continue
    for (const row of rows.slice(1)) {
      const said = withoutGuard(row[decision] ?? '')
        .trim()
        .toLowerCase()
      if (said === 'stop' || said === 'keep') found.set((row[mail] ?? '').trim(), said)
    }
  }
  return found
}

function rowsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true})
  } catch {
    return []
  }
}
