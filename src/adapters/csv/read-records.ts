/**
 * Streams a CSV file as chunks of whole records. The file is cut at line ends outside quotes, in its own bytes
 * (quote, comma and line end are single bytes in every encoding read here), so a bad row keeps its original bytes.
 */
import {open} from 'node:fs/promises'
import {CsvError} from 'csv-parse'
import {parse} from 'csv-parse/sync'
import {AppError} from '../../errors.ts'
import {openError} from '../files/open-error.ts'
import type {FileSurvey, TextEncoding} from './survey-file.ts'

export interface Dialect {
  readonly encoding: TextEncoding
  readonly hasBom: boolean
  readonly delimiter: string
}

export interface Span {
  /** Line of the file on which the record begins, from 1. */
  readonly line: number
  /** Its bytes as they stand in the file, line end included. */
  readonly bytes: Buffer
}

export interface RecordChunk {
  /** Cells in column order. */
  readonly records: readonly (readonly string[])[]
  /** Lines that cannot be read as a record: an unclosed or misplaced quote, or a record over the limit. */
  readonly broken: readonly (Span & {readonly why: 'quote' | 'too-long'})[]
  /** Where each record stands; worked out only when asked, since only bad rows need it. */
  spans(): readonly Span[]
  /** Bytes of the file up to the end of this chunk. */
  readonly bytesRead: number
}

const READ_BYTES = 1 << 18
/** A record over this is broken (reliability.md B3): an unclosed quote fails here, not at the end of the file. */
const RECORD_BYTES = 1 << 20
const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/**
 * Memory is a few read blocks, whatever the size. Throws FILE_CHANGED when the file shrinks or grows while it is
 * read, FILE_MISSING and FILE_UNREADABLE.
 */
export async function* readRecords(
  survey: Pick<FileSurvey, 'path' | 'sizeBytes'>,
  dialect: Dialect,
): AsyncGenerator<RecordChunk> {
  const file = await open(survey.path, 'r').catch((error) => Promise.reject(openError(survey.path, error)))
  const decoder = new TextDecoder(dialect.encoding === 'cp932' ? 'shift_jis' : 'utf-8', {ignoreBOM: true})
  try {
    let carry: Buffer = Buffer.alloc(0)
    let line = 1
    let total = 0
    let lineEnd = LF
    for (;;) {
      const block = Buffer.allocUnsafe(READ_BYTES)
      const {bytesRead} = await file.read(block, 0, READ_BYTES)
      const isLast = bytesRead === 0
      let bytes = isLast
        ? carry
        : carry.length === 0
          ? block.subarray(0, bytesRead)
          : Buffer.concat([carry, block.subarray(0, bytesRead)])
      if (total === 0) {
        if (dialect.hasBom) bytes = bytes.subarray(3)
        if (bytes.indexOf(LF) < 0 && bytes.indexOf(CR) >= 0) lineEnd = CR
      }
      total += bytesRead
      const cut = isLast ? bytes.length : safeCut(bytes, lineEnd)
      if (cut > 0) {
        const chunk = readChunk(bytes.subarray(0, cut), line, lineEnd, decoder, dialect.delimiter, total)
        line = chunk.nextLine
        yield chunk
      }
      carry = Buffer.from(bytes.subarray(cut))
      if (isLast) break
    }
    if (total !== survey.sizeBytes) throw new AppError('FILE_CHANGED', {file: survey.path})
  } finally {
    await file.close()
  }
}

/**
 * Where the bytes can be cut: after the last line end that stands outside quotes. 0 = not yet. When a quote never
 * closes within the record limit, after the last line end at all: the careful reader then finds the culprit.
 */
function safeCut(bytes: Buffer, lineEnd: number): number {
  let cut = bytes.lastIndexOf(lineEnd) + 1
  if (bytes.indexOf(QUOTE) < 0) return cut
  let quotes = countQuotes(bytes, 0, cut)
  while (cut > 0 && quotes % 2 === 1) {
    const before = cut > 1 ? bytes.lastIndexOf(lineEnd, cut - 2) + 1 : 0
    quotes -= countQuotes(bytes, before, cut)
    cut = before
  }
  return cut === 0 && bytes.length > RECORD_BYTES ? bytes.lastIndexOf(lineEnd) + 1 : cut
}

function countQuotes(bytes: Buffer, from: number, to: number): number {
  let count = 0
  for (let at = bytes.indexOf(QUOTE, from); at >= 0 && at < to; at = bytes.indexOf(QUOTE, at + 1)) count += 1
  return count
}

function readChunk(
  bytes: Buffer,
  firstLine: number,
  lineEnd: number,
  decoder: InstanceType<typeof TextDecoder>,
  delimiter: string,
  bytesRead: number,
): RecordChunk & {nextLine: number} {
  const nextLine = firstLine + countLines(bytes, lineEnd)
  try {
    const records = parseText(decoder.decode(bytes), delimiter)
    const width = records[0]?.length ?? 0
    // A quote that opens by mistake and happens to close rows later swallows them into one odd record.
    const swallowed = records.some((record) => record.length !== width && record.some((cell) => cell.includes('\n')))
    if (!swallowed)
      return {records, broken: [], spans: () => spansOf(bytes, firstLine, lineEnd, records.length), bytesRead, nextLine}
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return {...readCarefully(bytes, firstLine, lineEnd, decoder, delimiter), bytesRead, nextLine}
}

function parseText(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_BYTES,
  }) as string[][]
}

/** Line by line: a line that cannot be a record, alone or with the next ones, is broken; the next line starts anew. */
function readCarefully(
  bytes: Buffer,
  firstLine: number,
  lineEnd: number,
  decoder: InstanceType<typeof TextDecoder>,
  delimiter: string,
) {
  const records: string[][] = []
  const places: Span[] = []
  const broken: (Span & {why: 'quote' | 'too-long'})[] = []
  const lines = splitLines(bytes, lineEnd)
  let width = 0
  for (let at = 0; at < lines.length; ) {
    const found = recordAt(bytes, lines, at, decoder, delimiter, width)
    const end = lines[at + Math.max(found.lines, 1) - 1]!.end
    const span = {line: firstLine + at, bytes: bytes.subarray(lines[at]!.start, end)}
    if (found.record !== null) {
      if (width === 0) width = found.record.length
      records.push(found.record)
      places.push(span)
    } else if (!found.isBlank) broken.push({...span, why: span.bytes.length > RECORD_BYTES ? 'too-long' : 'quote'})
    at += Math.max(found.lines, 1)
  }
  return {records, broken, spans: () => places}
}

/** How many lines a quoted cell may span when its record has to be pieced together. */
const MAX_JOINED_LINES = 100

function recordAt(
  bytes: Buffer,
  lines: readonly {start: number; end: number}[],
  at: number,
  decoder: InstanceType<typeof TextDecoder>,
  delimiter: string,
  width: number,
): {record: string[] | null; lines: number; isBlank: boolean} {
  const start = lines[at]!.start
  let quotes = 0
  for (let count = 1; count <= MAX_JOINED_LINES && at + count <= lines.length; count += 1) {
    const {start: from, end} = lines[at + count - 1]!
    if (end - start > RECORD_BYTES) break
    quotes += countQuotes(bytes, from, end)
    if (quotes % 2 === 1) continue
    try {
      const [record] = parseText(decoder.decode(bytes.subarray(start, end)), delimiter)
      if (record === undefined) return {record: null, lines: 1, isBlank: true}
      if (count === 1 || width === 0 || record.length === width) return {record, lines: count, isBlank: false}
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      if (count === 1) break
    }
  }
  return {record: null, lines: 1, isBlank: false}
}

function splitLines(bytes: Buffer, lineEnd: number): {start: number; end: number}[] {
  const lines: {start: number; end: number}[] = []
  for (let start = 0; start < bytes.length; ) {
    const at = bytes.indexOf(lineEnd, start)
    const end = at < 0 ? bytes.length : at + 1
    lines.push({start, end})
    start = end
  }
  return lines
}

/** Places of the records of a clean chunk: lines that begin outside quotes and are not empty. */
function spansOf(bytes: Buffer, firstLine: number, lineEnd: number, expected: number): Span[] {
  const spans: Span[] = []
  const lines = splitLines(bytes, lineEnd)
  for (let at = 0; at < lines.length; ) {
    let last = at
    let quotes = countQuotes(bytes, lines[at]!.start, lines[at]!.end)
    while (quotes % 2 === 1 && last + 1 < lines.length) {
      last += 1
      quotes += countQuotes(bytes, lines[last]!.start, lines[last]!.end)
    }
    const span = {line: firstLine + at, bytes: bytes.subarray(lines[at]!.start, lines[last]!.end)}
    if (!isBlankLine(span.bytes)) spans.push(span)
    at = last + 1
  }
  if (spans.length !== expected)
    throw new Error(`records and lines disagree: ${expected} records, ${spans.length} places`)
  return spans
}

function isBlankLine(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte !== LF && byte !== CR) return false
  return true
}

function countLines(bytes: Buffer, lineEnd: number): number {
  let count = 0
  for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) count += 1
  return count
}
