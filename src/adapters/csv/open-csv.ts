/** Opens a CSV file: encoding, delimiter, header, and the first rows to judge its columns by. */
import {isAddress, parseAddress} from '../../core/contacts/address.ts'
import {AppError} from '../../errors.ts'
import type {Dialect, RecordChunk} from './read-records.ts'
import {readRecords} from './read-records.ts'
import type {FileSurvey, TextEncoding} from './survey-file.ts'
import {surveyFile} from './survey-file.ts'

export interface CsvFile {
  readonly survey: FileSurvey
  readonly dialect: Dialect
  readonly header: readonly string[]
  /** The header's own bytes, line end included. */
  readonly headerBytes: Buffer
  /** Up to 2,000 first rows. */
  readonly sample: readonly (readonly string[])[]
  /** Columns whose sampled values are mostly addresses, best first. */
  readonly addressLike: readonly number[]
}

const SAMPLE_ROWS = 2000
const DELIMITERS = [',', '\t', ';', '|']

/**
 * Throws what surveyFile throws, HEADER_MISSING, HEADER_ONLY, and CSV_BROKEN when the first line is no record. said:
 * what the user knows better; headerIsData: the first line may be a row, so a file of one line is fine.
 */
export async function openCsv(
  path: string,
  said: {encoding?: TextEncoding | null; delimiter?: string | null; headerIsData?: boolean} = {},
): Promise<CsvFile> {
  const survey = await surveyFile(path, said.encoding ?? null)
  let dialect: Dialect = {encoding: survey.encoding, hasBom: survey.hasBom, delimiter: said.delimiter ?? ','}
  let first = await beginning(survey, dialect)
  if (!said.delimiter && first) {
    const delimiter = likelyDelimiter(first)
    if (delimiter !== dialect.delimiter) {
      dialect = {...dialect, delimiter}
      first = await beginning(survey, dialect)
    }
  }
  const header = first?.records[0]
  const [broken] = first?.broken ?? []
  // Without a header nobody can say what the cells mean; a broken first line may be one.
  if (broken && (!header || broken.line < first!.spans()[0]!.line))
    throw new AppError('CSV_BROKEN', {file: path, count: first!.broken.length, line: broken.line})
  if (!first || !header) throw new AppError('FILE_EMPTY', {file: path})
  // Taken for column names, the first person would be lost and the address end up as a word of the store.
  if (!said.headerIsData && header.some((cell) => isAddress(parseAddress(cell))))
    throw new AppError('HEADER_MISSING', {file: path})
  const sample = first.records.slice(1, SAMPLE_ROWS + 1)
  if (!said.headerIsData && sample.length === 0 && first.broken.length === 0)
    throw new AppError('HEADER_ONLY', {file: path})
  return {
    survey,
    dialect,
    header: header.map((name) => name.trim().normalize('NFC')),
    headerBytes: first.spans()[0]!.bytes,
    sample,
    addressLike: findAddressColumns(header.length, sample),
  }
}

/** The header and at least one line after it, if there is one: a quote left open behind the header ends a chunk there. */
async function beginning(survey: FileSurvey, dialect: Dialect): Promise<RecordChunk | null> {
  let found: RecordChunk | null = null
  for await (const chunk of readRecords(survey, dialect)) {
    if (chunk.records.length === 0 && chunk.broken.length === 0) continue
    found = found === null ? chunk : joined(found, chunk)
    if (found.records.length > 1 || found.broken.length > 0) return found
  }
  return found
}

function joined(a: RecordChunk, b: RecordChunk): RecordChunk {
  return {
    records: [...a.records, ...b.records],
    broken: [...a.broken, ...b.broken],
    spans: () => [...a.spans(), ...b.spans()],
    bytesRead: b.bytesRead,
  }
}

/**
 * The delimiter that stands in the first line most often, outside quotes; a comma when none does. Read with the
 * wrong delimiter the line may be broken: `a;"b,c"`.
 */
function likelyDelimiter(chunk: RecordChunk): string {
  const [first] = [...chunk.spans().slice(0, 1), ...chunk.broken.slice(0, 1)].sort((a, b) => a.line - b.line)
  const line = first?.bytes.toString('latin1').replace(/"[^"]*"/g, '') ?? ''
  let best = ','
  let most = 0
  for (const delimiter of DELIMITERS) {
    const count = line.split(delimiter).length - 1
    if (count > most) {
      best = delimiter
      most = count
    }
  }
  return best
}

function findAddressColumns(width: number, sample: readonly (readonly string[])[]): number[] {
  const hits = new Array<number>(width).fill(0)
  for (const row of sample.slice(0, 200))
    for (let i = 0; i < width; i += 1) {
      const cell = row[i] ?? ''
      if (cell.includes('@') && isAddress(parseAddress(cell))) hits[i]! += 1
    }
  const enough = Math.max(1, Math.min(sample.length, 200) * 0.5)
  return hits
    .map((count, index) => ({count, index}))
    .filter((each) => each.count >= enough)
    .sort((a, b) => b.count - a.count)
    .map((each) => each.index)
}
