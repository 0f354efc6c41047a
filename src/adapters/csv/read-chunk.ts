/** Reads a stretch of whole CSV records: as one where nothing is wrong with it, else carefully, line by line. */
import {isUtf8} from 'node:buffer'
import {CsvError} from 'csv-parse'
import {parse} from 'csv-parse/sync'
import type {Broken, HowToRead} from './read-carefully.ts'
import {readCarefully} from './read-carefully.ts'
import type {Span} from './record-lines.ts'
import {countLines, spansOf} from './record-lines.ts'

export interface Records {
  /** Cells in column order. */
  readonly records: readonly (readonly string[])[]
  /** Lines that cannot be read as a record: an unclosed or misplaced quote, or a record over the limit. */
  readonly broken: readonly Broken[]
  /** False when a cell may hold a NUL or bytes that are no text. */
  readonly isClean: boolean
  /** The line of the first record where each line is one record and each record one line; null where that is not so. */
  readonly evenFrom: number | null
  /** Where each record stands; worked out when first asked, since only bad rows need it. */
  spans(): readonly Span[]
}

export interface HowToReadChunk extends HowToRead {
  /** Whether that is what the bytes are in, unless they are damaged. */
  readonly isUtf8: boolean
}

const CR = 0x0d

/** firstLine: of the file, from 1. Never throws. */
export function readChunk(bytes: Buffer, firstLine: number, how: HowToReadChunk): Records & {readonly lines: number} {
  const {cellLength} = how.limits
  const found = readAtOnce(bytes, firstLine, how) ?? readLines(bytes, firstLine, how)
  const isOver = bytes.length > cellLength && found.records.some((record) => hasLongCell(record, cellLength))
  const kept = isOver ? withoutLongCells(found, cellLength) : found
  const lines = countLines(bytes, how.lineEnd)
  // A record takes a line at least, and what is none takes lines beside them; the last line may lack its end.
  const begun = lines + (bytes.length > 0 && bytes.at(-1) !== how.lineEnd ? 1 : 0)
  return {...kept, evenFrom: begun === kept.records.length ? firstLine : null, lines}
}

/** Line of the file on which a record begins, from 1: cheaper than its span. */
export function lineOf({evenFrom, spans}: Pick<Records, 'evenFrom' | 'spans'>, record: number): number {
  return evenFrom === null ? spans()[record]!.line : evenFrom + record
}

type Found = Omit<Records, 'evenFrom'>

function hasLongCell(record: readonly string[], most: number): boolean {
  for (const cell of record) if (cell.length > most) return true
  return false
}

function withoutLongCells({records, broken, isClean, spans}: Found, most: number): Found {
  const isKept = (_: unknown, index: number) => !hasLongCell(records[index]!, most)
  const long = spans().filter((span, index) => !isKept(span, index))
  const kept = spans().filter(isKept)
  return {
    records: records.filter(isKept),
    isClean,
    broken: [...broken, ...long.map((span) => ({...span, why: 'too-long' as const}))],
    spans: () => kept,
  }
}

/** Null when something is wrong with it. */
function readAtOnce(bytes: Buffer, firstLine: number, how: HowToReadChunk): Found | null {
  // The parser works on UTF-8: text that is that already need not be decoded and encoded again.
  const input = how.isUtf8 && isUtf8(bytes) ? bytes : how.decode(bytes)
  let records: string[][]
  try {
    records = parseRecords(input, how)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return null
  }
  const width = how.width || records[0]?.length || 0
  // A quote that opens by mistake and happens to close rows later swallows them into one odd record.
  if (records.some((record) => record.length !== width && record.some((cell) => cell.includes('\n')))) return null
  let places: readonly Span[] | null = null
  const spans = () => (places ??= spansOf(bytes, firstLine, how.lineEnd, records.length))
  return {records, broken: [], isClean: !input.includes('\0') && !input.includes('\ufffd'), spans}
}

/**
 * The line ends are said: found out by the parser, a first line that ends in CR LF would join all that end in LF. It
 * compares each byte with each of them, and measures each record, so what cannot occur is not asked for.
 */
function parseRecords(input: string | Buffer, {delimiter, lineEnd, limits}: HowToRead): string[][] {
  return parse(input, {
    delimiter,
    record_delimiter: lineEnd === CR ? '\r' : lineEndsOf(input),
    relax_column_count: true,
    skip_empty_lines: true,
    ...(input.length > limits.recordBytes / 4 ? {max_record_size: limits.recordBytes} : {}),
  }) as string[][]
}

function lineEndsOf(input: string | Buffer): string[] {
  if (!input.includes('\r')) return ['\n']
  const isCr = (at: number) => (typeof input === 'string' ? input.charCodeAt(at) : input[at]) === CR
  for (let at = input.indexOf('\n'); at >= 0; at = input.indexOf('\n', at + 1)) if (!isCr(at - 1)) return ['\n', '\r\n']
  return ['\r\n']
}

function readLines(bytes: Buffer, firstLine: number, how: HowToRead): Found {
  const {records, places, broken} = readCarefully(bytes, firstLine, how)
  return {records, broken, isClean: false, spans: () => places}
}
