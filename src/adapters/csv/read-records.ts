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
  /** Where each record stands; worked out when first asked, since only bad rows need it. */
  spans(): readonly Span[]
  /** Bytes of the file up to the end of this chunk. */
  readonly bytesRead: number
}

const READ_BYTES = 1 << 16
/** A record over this is broken (reliability.md B3): an unclosed quote fails here, not at the end of the file. */
const RECORD_BYTES = 1 << 20
/** Of a line longer than this only the beginning is kept, or a file without line ends would fill the memory. */
const LINE_BYTES = 1 << 24
const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/**
 * Memory is a few read blocks, whatever the size. Throws FILE_CHANGED at the end when the file is not the one that
 * was surveyed or was written to while it was read, FILE_MISSING and FILE_UNREADABLE.
 */
export async function* readRecords(
  survey: Pick<FileSurvey, 'path' | 'sizeBytes' | 'modifiedMs'>,
  dialect: Dialect,
): AsyncGenerator<RecordChunk> {
  const file = await open(survey.path, 'r').catch((error) => Promise.reject(openError(survey.path, error)))
  const decoder = new TextDecoder(dialect.encoding === 'cp932' ? 'shift_jis' : 'utf-8', {ignoreBOM: true})
  try {
    let carry: Buffer = Buffer.alloc(0)
    let line = 1
    let total = 0
    let lineEnd = LF
    let width = 0
    let isSkipping = false
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
      if (isSkipping) {
        const end = bytes.indexOf(lineEnd)
        isSkipping = end < 0
        if (end >= 0) line += 1
        bytes = bytes.subarray(end < 0 ? bytes.length : end + 1)
      }
      const cut = isLast ? bytes.length : safeCut(bytes, lineEnd, dialect.delimiter)
      if (cut > 0) {
        const how = {lineEnd, decoder, delimiter: dialect.delimiter, width}
        const chunk = readChunk(bytes.subarray(0, cut), line, how)
        line += chunk.lines
        if (width === 0) width = chunk.records[0]?.length ?? 0
        yield {...chunk, bytesRead: total}
      } else if (bytes.length > LINE_BYTES) {
        const broken = [{line, bytes: Buffer.from(bytes.subarray(0, RECORD_BYTES)), why: 'too-long'}] as const
        yield {records: [], broken, spans: () => [], bytesRead: total}
        bytes = bytes.subarray(bytes.length)
        isSkipping = true
      }
      carry = Buffer.from(bytes.subarray(cut))
      if (isLast) break
    }
    const {mtimeMs} = await file.stat()
    if (total !== survey.sizeBytes || mtimeMs !== survey.modifiedMs)
      throw new AppError('FILE_CHANGED', {file: survey.path})
  } finally {
    await file.close()
  }
}

/**
 * Where the bytes can be cut: after the last line end that stands outside quotes. 0 = not yet. When a quote never
 * closes within the record limit, after the last line end at all: the careful reader then finds the culprit.
 */
function safeCut(bytes: Buffer, lineEnd: number, delimiter: string): number {
  const {open, closed} = findQuotes(bytes, delimiter.charCodeAt(delimiter.length - 1))
  let end = bytes.lastIndexOf(lineEnd, open < 0 ? undefined : open)
  // A line end inside a quoted cell is none, even when the cell has been closed since.
  for (let last = closed.length - 2; last >= 0 && end >= 0; last -= 2)
    if (closed[last]! < end && end < closed[last + 1]!) end = bytes.lastIndexOf(lineEnd, closed[last])
  return end < 0 && bytes.length > RECORD_BYTES ? bytes.lastIndexOf(lineEnd) + 1 : end + 1
}

/**
 * The quoted cells of a block: where the quote stands that is open at the end, or -1, and start and end of the closed
 * ones, one after the other. Only a quote that begins a cell opens one: 5" does not.
 */
function findQuotes(bytes: Buffer, delimiter: number): {readonly open: number; readonly closed: readonly number[]} {
  const closed: number[] = []
  let open = -1
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    const before = bytes[at - 1]
    if (open < 0) {
      if (at === 0 || before === delimiter || before === LF || before === CR) open = at
    } else if (bytes[at + 1] === QUOTE) at += 1
    else if (at + 1 < bytes.length) {
      closed.push(open, at)
      open = -1
    }
    // At the very end nobody knows yet whether the next byte doubles it.
  }
  return {open, closed}
}

/** Looks at the part alone: a search in the whole block would run on to the next quote, however far. */
function countQuotes(bytes: Buffer, from: number, to: number): number {
  const part = bytes.subarray(from, to)
  let count = 0
  for (let at = part.indexOf(QUOTE); at >= 0; at = part.indexOf(QUOTE, at + 1)) count += 1
  return count
}

interface HowToRead {
  readonly lineEnd: number
  readonly decoder: InstanceType<typeof TextDecoder>
  readonly delimiter: string
  /** Cells of the file's first record; 0 = not read yet. */
  readonly width: number
}

function readChunk(
  bytes: Buffer,
  firstLine: number,
  how: HowToRead,
): Omit<RecordChunk, 'bytesRead'> & {readonly lines: number} {
  const lines = countLines(bytes, how.lineEnd)
  try {
    const records = parseText(how.decoder.decode(bytes), how)
    const width = how.width || records[0]?.length || 0
    // A quote that opens by mistake and happens to close rows later swallows them into one odd record.
    const swallowed = records.some((record) => record.length !== width && record.some((cell) => cell.includes('\n')))
    let places: readonly Span[] | null = null
    const spans = () => (places ??= spansOf(bytes, firstLine, how.lineEnd, records.length))
    if (!swallowed) return {records, broken: [], spans, lines}
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return {...readCarefully(bytes, firstLine, how), lines}
}

/** The line ends are said: found out by the parser, a first line that ends in CR LF would join all that end in LF. */
function parseText(text: string, {delimiter, lineEnd}: HowToRead): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: lineEnd === LF ? ['\n', '\r\n'] : ['\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_BYTES,
  }) as string[][]
}

type Broken = RecordChunk['broken'][number]

/** Line by line: a line that cannot be a record, alone or with the next ones, is broken; the next line starts anew. */
function readCarefully(bytes: Buffer, firstLine: number, how: HowToRead) {
  const records: string[][] = []
  const places: Span[] = []
  const broken: Broken[] = []
  const lines = splitLines(bytes, how.lineEnd)
  let {width} = how
  for (let at = 0; at < lines.length; ) {
    const found = recordAt(bytes, lines, at, {...how, width})
    const span = {line: firstLine + at, bytes: bytes.subarray(lines[at]!.start, lines[at + found.lines - 1]!.end)}
    if (found.why !== null) broken.push({...span, why: found.why})
    else if (found.record !== undefined) {
      if (width === 0) width = found.record.length
      records.push(found.record)
      places.push(span)
    }
    at += found.lines
  }
  return {records, broken, spans: () => places}
}

/** How many lines a quoted cell may span when its record has to be pieced together. */
const MAX_JOINED_LINES = 100

/**
 * The record that begins on a line: with the lines after it while a quote is open. record undefined: a blank line.
 * A joined record of another width than the file's is taken for a stray quote that met another one.
 */
function recordAt(
  bytes: Buffer,
  lines: readonly {start: number; end: number}[],
  at: number,
  how: HowToRead,
): {record: string[] | undefined; lines: number; why: null} | {lines: 1; why: Broken['why']} {
  const {start} = lines[at]!
  let quotes = 0
  for (let count = 1; count <= MAX_JOINED_LINES && at + count <= lines.length; count += 1) {
    const {start: from, end} = lines[at + count - 1]!
    if (end - start > RECORD_BYTES) return {lines: 1, why: count === 1 ? 'too-long' : 'quote'}
    quotes += countQuotes(bytes, from, end)
    if (quotes % 2 === 1 && count > 1) continue
    try {
      const [record] = parseText(how.decoder.decode(bytes.subarray(start, end)), how)
      const isWhole = count === 1 || how.width === 0 || record?.length === how.width
      return isWhole ? {record, lines: count, why: null} : {lines: 1, why: 'quote'}
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      if (error.code === 'CSV_MAX_RECORD_SIZE') return {lines: 1, why: 'too-long'}
      // Only a quote that is still open can be mended by the lines that follow.
      if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return {lines: 1, why: 'quote'}
    }
  }
  return {lines: 1, why: 'quote'}
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
    if (!isBlankLine(span.bytes, lineEnd)) spans.push(span)
    at = last + 1
  }
  if (spans.length !== expected)
    throw new Error(`records and lines disagree: ${expected} records, ${spans.length} places`)
  return spans
}

/** What the parser skips: nothing before the line end. */
function isBlankLine(bytes: Buffer, lineEnd: number): boolean {
  return bytes.length === 1 ? bytes[0] === lineEnd : lineEnd === LF && bytes.length === 2 && bytes.equals(CRLF)
}

const CRLF = Buffer.from('\r\n')

function countLines(bytes: Buffer, lineEnd: number): number {
  let count = 0
  for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) count += 1
  return count
}
