/** Opens a CSV file: encoding, delimiter, where its header stands, and the first rows to judge its columns by. */
import {isAddress, parseAddress} from '../../core/contacts/address.ts'
import {ourColumns} from '../../core/contacts/mapping.ts'
import type {TextEncoding} from '../../core/text-encodings.ts'
import {AppError} from '../../errors.ts'
import type {SourcePlace} from '../../ports/source-place.ts'
import {findDelimiter, isAddressCell, separatorLine} from './dialect/find-delimiter.ts'
import {findHeader, linesWithAddress} from './dialect/find-header.ts'
import {nameColumns} from './dialect/name-columns.ts'
import {readBeginning} from './dialect/read-beginning.ts'
import {splitRows} from './dialect/split-rows.ts'
import type {Dialect, RecordChunk} from './read-records.ts'
import {readRecords} from './read-records.ts'
import type {FileSurvey} from './survey-file.ts'
import {surveyFile} from './survey-file.ts'

export interface CsvFile {
  readonly survey: FileSurvey
  readonly dialect: Dialect & {readonly skipLines: number}
  /** Line of the header, from 1; null = the file has none. */
  readonly headerLine: number | null
  /** Lines among the skipped ones in which an address stands. */
  readonly skippedAddresses: readonly number[]
  /** One name per column, no two alike, made up where the file has none. */
  readonly header: readonly string[]
  /** As the header has them, empty where it has none. */
  readonly headerWords: readonly string[]
  /** The header's own bytes, line end included; empty without one. */
  readonly headerBytes: Buffer
  /** Up to 2,000 first rows. */
  readonly sample: readonly (readonly string[])[]
  /** Columns whose sampled values are mostly addresses, best first. */
  readonly addressLike: readonly number[]
}

export interface SaidOfCsv {
  readonly encoding?: TextEncoding | null
  readonly delimiter?: string | null
  readonly header?: number | 'none' | null
  /** Whether a cell names somebody to be mailed, which no header does; an address when not said. */
  readonly isPerson?: (cell: string) => boolean
  /** A header without rows is fine. */
  readonly mayBeEmpty?: boolean
}

const SAMPLE_ROWS = 2000
const JUDGED_ROWS = 200

/**
 * said: what the user knows better. Throws what surveyFile throws, HEADER_ONLY, HEADER_BEYOND, HEADER_TOO_LONG,
 * COLUMNS_TOO_MANY, and CSV_BROKEN or LINE_TOO_LONG when the first line is no record.
 */
export async function openCsv(place: SourcePlace, said: SaidOfCsv = {}): Promise<CsvFile> {
  const survey = await surveyFile(place, said.encoding ?? null)
  const file = place.name
  const lines = await readBeginning(survey)
  const separator = separatorLine(lines[0])
  const own = separator === null ? lines : ['', ...lines.slice(1)]
  const delimiter = place.writtenAs?.delimiter ?? said.delimiter ?? separator ?? findDelimiter(own)
  const {headerLine, firstLine} = beginningOf(file, own, delimiter, said)
  const dialect = {encoding: survey.encoding, hasBom: survey.hasBom, delimiter, skipLines: firstLine - 1}
  const first = await firstRecords(survey, dialect, headerLine === null ? 1 : 2)
  refuseBroken(place, first)
  const header = headerLine === null ? null : first.records[0]!
  const sample = first.records.slice(header === null ? 0 : 1).slice(0, SAMPLE_ROWS)
  if (!said.mayBeEmpty && sample.length === 0 && first.broken.length === 0) throw new AppError('HEADER_ONLY', {file})
  const {names, words} = nameColumns(header, sample, {file, line: firstLine}, place.limits)
  return {
    survey,
    dialect,
    headerLine,
    skippedAddresses: linesWithAddress(own, firstLine),
    header: names,
    headerWords: words,
    headerBytes: header === null ? Buffer.alloc(0) : first.spans()[0]!.bytes,
    sample,
    addressLike: findAddressColumns(names.length, sample),
  }
}

function beginningOf(path: string, lines: readonly string[], delimiter: string, said: SaidOfCsv) {
  const rows = splitRows(lines, delimiter, JUDGED_ROWS)
  const [first] = rows
  if (first === undefined) throw new AppError('FILE_EMPTY', {file: path})
  // What was said of a list does not hold for the file of its rejected rows, which begins with a header of our own.
  if (ourColumns(first.cells) > 0) return {headerLine: first.line, firstLine: first.line}
  if (typeof said.header !== 'number') return findHeader(rows, said.isPerson ?? isAddressCell, said.header === 'none')
  const asked = said.header
  const row = rows.find((each) => each.line >= asked)
  if (row === undefined) throw new AppError('HEADER_BEYOND', {file: path, line: asked, last: rows.at(-1)!.line})
  return {headerLine: row.line, firstLine: row.line}
}

/** The first records, so many at least if there are: a quote left open behind the header ends a chunk there. */
async function firstRecords(survey: FileSurvey, dialect: Dialect, atLeast: number): Promise<RecordChunk> {
  let found: RecordChunk = {records: [], broken: [], isClean: true, evenFrom: null, spans: () => [], bytesRead: 0}
  for await (const chunk of readRecords(survey, dialect)) {
    found = joined(found, chunk)
    if (found.records.length >= atLeast || found.broken.length > 0) break
  }
  return found
}

function joined(a: RecordChunk, b: RecordChunk): RecordChunk {
  return {
    records: [...a.records, ...b.records],
    broken: [...a.broken, ...b.broken],
    isClean: a.isClean && b.isClean,
    evenFrom: null,
    spans: () => [...a.spans(), ...b.spans()],
    bytesRead: b.bytesRead,
  }
}

/** Without its first line nobody can say what the cells mean. */
function refuseBroken({name: file, limits}: SourcePlace, {records, broken, spans}: RecordChunk): void {
  const [worst] = broken
  if (!worst || (records.length > 0 && spans()[0]!.line < worst.line)) return
  if (worst.why === 'too-long')
    throw new AppError('LINE_TOO_LONG', {
      ...{file, line: worst.line},
      ...{record: Math.floor(limits.recordBytes / 1024), cell: limits.cellLength},
    })
  throw new AppError('CSV_BROKEN', {file, count: broken.length, line: worst.line})
}

function findAddressColumns(width: number, sample: readonly (readonly string[])[]): number[] {
  const hits = new Array<number>(width).fill(0)
  for (const row of sample.slice(0, JUDGED_ROWS))
    for (let i = 0; i < width; i += 1) {
      const cell = row[i] ?? ''
      if (cell.includes('@') && isAddress(parseAddress(cell))) hits[i]! += 1
    }
  const enough = Math.max(1, Math.min(sample.length, JUDGED_ROWS) * 0.5)
  return hits
    .map((count, index) => ({count, index}))
    .filter((each) => each.count >= enough)
    .sort((a, b) => b.count - a.count)
    .map((each) => each.index)
}
