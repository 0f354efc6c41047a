/** Lines of a stretch of CSV bytes and the records they belong to. */

export interface Span {
  /** Line of the file on which the record begins, from 1. */
  readonly line: number
  /** Its bytes as they stand in the file, line end included. */
  readonly bytes: Buffer
}

const QUOTE = 0x22
const LF = 0x0a

/** Each with its end; start and end are places in the bytes. */
export function splitLines(bytes: Buffer, lineEnd: number): {start: number; end: number}[] {
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
export function spansOf(bytes: Buffer, firstLine: number, lineEnd: number, expected: number): Span[] {
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

/** Line ends; a last line without one does not count. */
export function countLines(bytes: Buffer, lineEnd: number): number {
  let count = 0
  for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) count += 1
  return count
}

/** Quotes in a part. Looks at that part alone: a search in the whole block would run on to the next quote, however far. */
export function countQuotes(bytes: Buffer, from: number, to: number): number {
  const part = bytes.subarray(from, to)
  let count = 0
  for (let at = part.indexOf(QUOTE); at >= 0; at = part.indexOf(QUOTE, at + 1)) count += 1
  return count
}
