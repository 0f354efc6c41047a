/**
 * Streams a CSV file as chunks of whole records. The file is cut at line ends outside quotes, in its own bytes or, where
 * those do not show quotes and line ends, in working bytes line for line the same: a bad row keeps its original bytes.
 */
import {isUtf8} from 'node:buffer'
import {CsvError} from 'csv-parse'
import {parse} from 'csv-parse/sync'
import type {TextEncoding} from '../../core/text-encodings.ts'
import type {SourcePlace} from '../../ports/source-place.ts'
import {textDecoder} from './encoding/decode-text.ts'
import {markOf} from './encoding/marks.ts'
import type {WorkingBytes} from './encoding/working-bytes.ts'
import {workingBytes} from './encoding/working-bytes.ts'
import {findCut, RECORD_BYTES} from './find-cut.ts'
import type {Span} from './record-lines.ts'
import {countLines, countQuotes, spansOf, splitLines} from './record-lines.ts'
import {readSource} from './source/read-source.ts'

export interface Dialect {
  readonly encoding: TextEncoding
  readonly hasBom: boolean
  readonly delimiter: string
  /** Lines above the first record that are not read; none when not said. */
  readonly skipLines?: number
}

export interface RecordChunk {
  /** Cells in column order. */
  readonly records: readonly (readonly string[])[]
  /** Lines that cannot be read as a record: an unclosed or misplaced quote, or a record over the limit. */
  readonly broken: readonly (Span & {readonly why: 'quote' | 'too-long'})[]
  /** False when a cell may hold a NUL or bytes that are no text. */
  readonly isClean: boolean
  /** Where each record stands; worked out when first asked, since only bad rows need it. */
  spans(): readonly Span[]
  /** Plain bytes of the file up to the end of this chunk. */
  readonly bytesRead: number
}

/** A cell over this, in characters, breaks its record (reliability.md B3). */
export const CELL_LENGTH = 1 << 16
/** Of a line longer than this only the beginning is kept, or a file without line ends would fill the memory. */
const LINE_BYTES = 1 << 24
const LF = 0x0a
const CR = 0x0d

/**
 * Memory is a few read blocks, whatever the size. Throws what reading a source throws, FILE_CHANGED at the end.
 */
export async function* readRecords(
  {place}: {readonly place: SourcePlace},
  dialect: Dialect,
): AsyncGenerator<RecordChunk> {
  const blocks = readSource(place)
  const working = workingBytes(dialect.encoding, dialect.hasBom)
  const encoding = working?.encoding ?? dialect.encoding
  const markLength = dialect.hasBom && working === null ? markOf(encoding).length : 0
  const decode = textDecoder(encoding)
  try {
    let carry: Buffer = Buffer.alloc(0)
    let line = 1
    let total = 0
    let lineEnd = LF
    let isEndKnown = false
    let width = 0
    let isSkipping = false
    const firstLine = (dialect.skipLines ?? 0) + 1
    for (;;) {
      const {value: block} = await blocks.next()
      const isLast = block === undefined
      const added = working === null ? block : working.add(block)
      let bytes = !added?.length ? carry : carry.length === 0 ? added : Buffer.concat([carry, added])
      if (total === 0) bytes = bytes.subarray(markLength)
      if (!isEndKnown) {
        const end = place.writtenAs === null ? endOfLines(bytes, isLast) : CR
        isEndKnown = end !== null
        lineEnd = end ?? LF
      }
      total += block?.length ?? 0
      if (isSkipping) {
        const end = bytes.indexOf(lineEnd)
        isSkipping = end < 0
        if (end >= 0) line += 1
        bytes = bytes.subarray(end < 0 ? bytes.length : end + 1)
        if (isSkipping) working?.giveUp(line, lineEnd, 0)
      }
      while (line < firstLine && bytes.length > 0) {
        const end = bytes.indexOf(lineEnd)
        if (end >= 0) line += 1
        bytes = bytes.subarray(end < 0 ? bytes.length : end + 1)
      }
      const cut = isLast ? bytes.length : findCut(bytes, {lineEnd, delimiter: dialect.delimiter, encoding})
      if (cut > 0) {
        const how = {lineEnd, decode, isUtf8: encoding === 'utf-8', delimiter: dialect.delimiter, width}
        const read = readChunk(bytes.subarray(0, cut), line, how)
        const chunk = working === null ? read : inOriginal(read, working, line, {lineEnd, isLast})
        line += read.lines
        if (width === 0) width = chunk.records[0]?.length ?? 0
        yield {...chunk, bytesRead: total}
      } else if (bytes.length > LINE_BYTES) {
        const start = working?.giveUp(line, lineEnd, RECORD_BYTES) ?? Buffer.from(bytes.subarray(0, RECORD_BYTES))
        const broken = [{line, bytes: start, why: 'too-long'}] as const
        yield {records: [], broken, isClean: false, spans: () => [], bytesRead: total}
        bytes = bytes.subarray(bytes.length)
        isSkipping = true
      }
      carry = Buffer.from(bytes.subarray(cut))
      if (isLast) break
    }
  } finally {
    await blocks.return(undefined)
  }
}

/** CR only where no LF is; null = not to be told yet. A CR at the very end may be half of CR LF. */
function endOfLines(bytes: Buffer, isLast: boolean): number | null {
  if (isLast || bytes.length > RECORD_BYTES || bytes.indexOf(LF) >= 0)
    return bytes.includes(CR) && !bytes.includes(LF) ? CR : LF
  const at = bytes.indexOf(CR)
  return at >= 0 && at < bytes.length - 1 ? CR : null
}

type Chunk = ReturnType<typeof readChunk>

/** A chunk of working bytes with the original bytes of its lines. */
function inOriginal(
  chunk: Chunk,
  working: WorkingBytes,
  firstLine: number,
  {lineEnd, isLast}: {lineEnd: number; isLast: boolean},
): Chunk {
  const bytes = working.take(firstLine, isLast ? Number.POSITIVE_INFINITY : chunk.lines, lineEnd)
  let split: readonly Buffer[] | null = null
  let places: readonly Span[] | null = null
  const original = <S extends Span>(span: S): S => {
    split ??= working.lines(bytes, lineEnd)
    const start = span.line - firstLine
    const count = countLines(span.bytes, lineEnd) + (span.bytes.at(-1) === lineEnd ? 0 : 1)
    return {...span, bytes: Buffer.concat(split.slice(start, start + count))}
  }
  return {...chunk, broken: chunk.broken.map(original), spans: () => (places ??= chunk.spans().map(original))}
}

interface HowToRead {
  readonly lineEnd: number
  readonly decode: (bytes: Buffer) => string
  readonly isUtf8: boolean
  readonly delimiter: string
  /** Cells of the file's first record; 0 = not read yet. */
  readonly width: number
}

type Part = Omit<RecordChunk, 'bytesRead'>

function readChunk(bytes: Buffer, firstLine: number, how: HowToRead): Part & {readonly lines: number} {
  const part = readPart(bytes, firstLine, how)
  const isOver = bytes.length > CELL_LENGTH && part.records.some(hasLongCell)
  return {...(isOver ? withoutLongCells(part) : part), lines: countLines(bytes, how.lineEnd)}
}

function hasLongCell(record: readonly string[]): boolean {
  for (const cell of record) if (cell.length > CELL_LENGTH) return true
  return false
}

function withoutLongCells({records, broken, isClean, spans}: Part): Part {
  const isKept = (_: unknown, index: number) => !hasLongCell(records[index]!)
  const long = spans().filter((span, index) => !isKept(span, index))
  const kept = spans().filter(isKept)
  return {
    records: records.filter(isKept),
    isClean,
    broken: [...broken, ...long.map((span) => ({...span, why: 'too-long' as const}))],
    spans: () => kept,
  }
}

function readPart(bytes: Buffer, firstLine: number, how: HowToRead): Part {
  try {
    // The parser works on UTF-8: text that is that already need not be decoded and encoded again.
    const input = how.isUtf8 && isUtf8(bytes) ? bytes : how.decode(bytes)
    const records = parseRecords(input, how)
    const width = how.width || records[0]?.length || 0
    // A quote that opens by mistake and happens to close rows later swallows them into one odd record.
    const swallowed = records.some((record) => record.length !== width && record.some((cell) => cell.includes('\n')))
    let places: readonly Span[] | null = null
    const spans = () => (places ??= spansOf(bytes, firstLine, how.lineEnd, records.length))
    if (!swallowed) return {records, broken: [], isClean: !input.includes('\0') && !input.includes('\ufffd'), spans}
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return readCarefully(bytes, firstLine, how)
}

/**
 * The line ends are said: found out by the parser, a first line that ends in CR LF would join all that end in LF. It
 * compares each byte with each of them, and measures each record, so what cannot occur is not asked for.
 */
function parseRecords(input: string | Buffer, {delimiter, lineEnd}: HowToRead): string[][] {
  return parse(input, {
    delimiter,
    record_delimiter: lineEnd === CR ? '\r' : lineEndsOf(input),
    relax_column_count: true,
    skip_empty_lines: true,
    ...(input.length > RECORD_BYTES / 4 ? {max_record_size: RECORD_BYTES} : {}),
  }) as string[][]
}

function lineEndsOf(input: string | Buffer): string[] {
  if (!input.includes('\r')) return ['\n']
  const isCr = (at: number) => (typeof input === 'string' ? input.charCodeAt(at) : input[at]) === CR
  for (let at = input.indexOf('\n'); at >= 0; at = input.indexOf('\n', at + 1)) if (!isCr(at - 1)) return ['\n', '\r\n']
  return ['\r\n']
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
  return {records, broken, isClean: false, spans: () => places}
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
      const [record] = parseRecords(how.decode(bytes.subarray(start, end)), how)
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
