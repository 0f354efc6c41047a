/**
 * Streams a CSV file as chunks of whole records. The file is cut at line ends outside quotes, in its own bytes or, where
 * those do not show quotes and line ends, in working bytes line for line the same: a bad row keeps its original bytes.
 */
import type {TextEncoding} from '../../core/text-encodings.ts'
import type {SourcePlace} from '../../ports/source-place.ts'
import {textDecoder} from './encoding/decode-text.ts'
import {markOf} from './encoding/marks.ts'
import type {WorkingBytes} from './encoding/working-bytes.ts'
import {workingBytes} from './encoding/working-bytes.ts'
import {findCut} from './find-cut.ts'
import type {Records} from './read-chunk.ts'
import {readChunk} from './read-chunk.ts'
import type {Span} from './record-lines.ts'
import {countLines} from './record-lines.ts'
import {readSource} from './source/read-source.ts'

export interface Dialect {
  readonly encoding: TextEncoding
  readonly hasBom: boolean
  readonly delimiter: string
  /** Lines above the first record that are not read; none when not said. */
  readonly skipLines?: number
}

export interface RecordChunk extends Records {
  /** Plain bytes of the file up to the end of this chunk. */
  readonly bytesRead: number
}

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
  const {recordBytes} = place.limits
  const markLength = dialect.hasBom && working === null ? markOf(encoding).length : 0
  const decode = textDecoder(encoding)
  try {
    let carry: Buffer = Buffer.alloc(0)
    // Blocks behind it in which its line does not end either.
    let behind: Buffer[] = []
    let behindBytes = 0
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
      const added = (working === null ? block : working.add(block)) ?? Buffer.alloc(0)
      const isFirst = total === 0
      total += block?.length ?? 0
      if (carry.length > recordBytes && !isLast && !added.includes(lineEnd)) {
        // Looking through a line again with each of its blocks would take the square of its length.
        behind.push(added)
        behindBytes += added.length
        if (carry.length + behindBytes <= LINE_BYTES) continue
      } else behind.push(added)
      let bytes = carry.length === 0 && behind.length === 1 ? added : Buffer.concat([carry, ...behind])
      behind = []
      behindBytes = 0
      if (isFirst) bytes = bytes.subarray(markLength)
      if (!isEndKnown) {
        const end = place.writtenAs === null ? endOfLines(bytes, isLast || bytes.length > recordBytes) : CR
        isEndKnown = end !== null
        lineEnd = end ?? LF
      }
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
      const cut = isLast ? bytes.length : findCut(bytes, {lineEnd, delimiter: dialect.delimiter, encoding, recordBytes})
      if (cut > 0) {
        const how = {
          lineEnd,
          decode,
          isUtf8: encoding === 'utf-8',
          delimiter: dialect.delimiter,
          width,
          limits: place.limits,
        }
        const read = readChunk(bytes.subarray(0, cut), line, how)
        const chunk = working === null ? read : inOriginal(read, working, line, {lineEnd, isLast})
        line += read.lines
        if (width === 0) width = chunk.records[0]?.length ?? 0
        yield {...chunk, bytesRead: total}
      } else if (bytes.length > LINE_BYTES) {
        const start = working?.giveUp(line, lineEnd, recordBytes) ?? Buffer.from(bytes.subarray(0, recordBytes))
        const broken = [{line, bytes: start, why: 'too-long'}] as const
        yield {records: [], broken, isClean: false, evenFrom: null, spans: () => [], bytesRead: total}
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

/** CR only where no LF is; null = not to be told yet, unless it must be. A CR at the very end may be half of CR LF. */
function endOfLines(bytes: Buffer, mustBeTold: boolean): number | null {
  if (mustBeTold || bytes.indexOf(LF) >= 0) return bytes.includes(CR) && !bytes.includes(LF) ? CR : LF
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
