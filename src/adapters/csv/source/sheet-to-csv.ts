/** A sheet written as the text of a list, one record for each of its rows, blank ones too. */
import type {FileHandle} from 'node:fs/promises'
import {stringify} from 'csv-stringify/sync'
import type {FileLimits} from '../../../core/contacts/file-limits.ts'
import {AppError} from '../../../errors.ts'
import {checkRatio} from './limits.ts'
import {readSharedTexts} from './shared-texts.ts'
import {sheetRows} from './sheet-rows.ts'
import type {Sheet, Workbook} from './workbook.ts'
import {readWorkbook} from './workbook.ts'
import type {Zip} from './zip.ts'
import {shortened} from './zipped-list.ts'

/** How the text is written: see SourcePlace. */
export const WRITTEN_AS = {encoding: 'utf-8', delimiter: ',', lineEnd: '\r'} as const

export interface OpenWorkbook {
  readonly sheet: string
  /** Fills the file. packedBytes: size of the workbook, by which the text is limited. */
  write(file: FileHandle, packedBytes: number): Promise<void>
}

/**
 * wanted: a sheet's name; null = the only visible one that holds anything. file: as errors name it. Throws
 * SHEET_CHOOSE, SHEET_UNKNOWN, SHEET_TOO_BIG, SHEET_DAMAGED, FILE_EMPTY and what reading a zip throws.
 */
export async function openWorkbook(
  zip: Zip,
  file: string,
  wanted: string | null,
  limits: FileLimits,
): Promise<OpenWorkbook> {
  return said(file, async () => {
    const book = await readWorkbook(zip)
    const tooBig = (where: string) => new AppError('SHEET_TOO_BIG', {file, where, columns: limits.columns})
    const texts = await readSharedTexts(zip, book.sharedTexts, () => tooBig('sharedStrings'))
    const rowsOf = (sheet: Sheet) =>
      sheetRows(zip.read(sheet.entry), book, texts, {
        columns: limits.columns,
        tooBig: (at) => tooBig(`${sheet.name}!${at}`),
      })
    const sheet = await chosen(book, file, wanted, rowsOf)
    return {
      sheet: sheet.name,
      write: (out, packedBytes) =>
        said(file, () => writeRows(rowsOf(sheet), out, (bytes) => checkRatio(file, bytes, packedBytes, limits))),
    }
  })
}

type Rows = ReturnType<typeof sheetRows>

async function chosen(
  {sheets}: Workbook,
  file: string,
  wanted: string | null,
  rowsOf: (sheet: Sheet) => Rows,
): Promise<Sheet> {
  const names = (some: readonly Sheet[]) => shortened(some.map(({name}) => name))
  if (wanted !== null) {
    const found = sheets.find(({name}) => name.normalize('NFC') === wanted.normalize('NFC'))
    if (found) return found
    throw new AppError('SHEET_UNKNOWN', {file, sheet: wanted, known: names(sheets)})
  }
  const filled: Sheet[] = []
  for (const sheet of sheets) if (!sheet.isHidden && (await holdsAnything(rowsOf(sheet)))) filled.push(sheet)
  const [first] = filled
  if (first === undefined) throw new AppError('FILE_EMPTY', {file})
  if (filled.length > 1) throw new AppError('SHEET_CHOOSE', {file, names: names(filled)})
  return first
}

async function holdsAnything(rows: Rows): Promise<boolean> {
  for await (const _ of rows) return true
  return false
}

/** A row that ends early is filled up: in a sheet, empty cells at the end of a row are simply not there. */
async function writeRows(rows: Rows, out: FileHandle, check: (bytes: number) => void): Promise<void> {
  let next = 1
  let width = 0
  let bytes = 0
  const write = async (text: string) => {
    bytes += Buffer.byteLength(text)
    check(bytes)
    // Writes all of it, also where the system takes only a part at a time.
    await out.writeFile(text)
  }
  for await (const batch of rows) {
    let text = ''
    let together: string[][] = []
    for (const {row, cells} of batch) {
      if (row > next) {
        text += asCsv(together) + WRITTEN_AS.lineEnd.repeat(row - next)
        together = []
      }
      width = Math.max(width, cells.length)
      while (cells.length < width) cells.push('')
      together.push(cells)
      next = row + 1
    }
    await write(text + asCsv(together))
  }
}

function asCsv(rows: string[][]): string {
  // Line breaks are quoted although they end no record: a reject may be mended in an editor that thinks otherwise.
  return stringify(rows, {delimiter: WRITTEN_AS.delimiter, record_delimiter: WRITTEN_AS.lineEnd, quoted_match: /\n/})
}

/** What is wrong inside a workbook is said of its file. */
async function said<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isSystems = (error as NodeJS.ErrnoException).code !== undefined && !(error instanceof TypeError)
    if (isSystems) throw error
    throw new AppError('SHEET_DAMAGED', {file, why: (error as Error).message}, {cause: error})
  }
}
