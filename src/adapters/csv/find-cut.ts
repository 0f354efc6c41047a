/** Where a block of a CSV file can be cut into records: at a line end that stands outside quotes. */
import type {TextEncoding} from '../../core/text-encodings.ts'

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

export interface HowToCut {
  readonly lineEnd: number
  readonly delimiter: string
  /** Of the bytes, in which quotes and line ends are as in ASCII. */
  readonly encoding: TextEncoding
  /** A record over this is broken. */
  readonly recordBytes: number
}

/**
 * Behind the last line end that stands outside quotes. 0 = not yet. When a quote never closes within the record limit,
 * behind the last line end at all: the careful reader then finds the culprit.
 */
export function findCut(bytes: Buffer, how: HowToCut): number {
  const {lineEnd, recordBytes} = how
  const {open, closed} = findQuotes(bytes, how)
  let end = bytes.lastIndexOf(lineEnd, open < 0 ? undefined : open)
  // A line end inside a quoted cell is none, even when the cell has been closed since.
  for (let last = closed.length - 2; last >= 0 && end >= 0; last -= 2)
    if (closed[last]! < end && end < closed[last + 1]!) end = bytes.lastIndexOf(lineEnd, closed[last])
  return end < 0 && bytes.length > recordBytes ? bytes.lastIndexOf(lineEnd) + 1 : end + 1
}

/**
 * The quoted cells of a block: where the quote stands that is open at the end, or -1, and start and end of the closed
 * ones, one after the other. Only a quote that begins a cell opens one: 5" does not.
 */
function findQuotes(
  bytes: Buffer,
  {delimiter, encoding}: HowToCut,
): {readonly open: number; readonly closed: readonly number[]} {
  const last = delimiter.charCodeAt(delimiter.length - 1)
  const closed: number[] = []
  let open = -1
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    const before = bytes[at - 1]
    if (open < 0) {
      const isBehindDelimiter = before === last && !isTrail(bytes, at - 1, encoding)
      if (at === 0 || isBehindDelimiter || before === LF || before === CR) open = at
    } else if (bytes[at + 1] === QUOTE) at += 1
    else if (at + 1 < bytes.length) {
      closed.push(open, at)
      open = -1
    }
    // At the very end nobody knows yet whether the next byte doubles it.
  }
  return {open, closed}
}

/** Bytes below this are never the second half of a character, in any encoding that is cut like this. */
const FIRST_TRAIL = 0x30

/** Whether a byte of ASCII is the end of a character of two bytes or four: the | of ポ in CP932 is no delimiter. */
function isTrail(bytes: Buffer, at: number, encoding: TextEncoding): boolean {
  if (bytes[at]! < FIRST_TRAIL || at === 0 || bytes[at - 1]! < 0x80) return false
  let start = at
  while (start > 0 && bytes[start - 1]! >= FIRST_TRAIL) start -= 1
  while (start < at) start += lengthAt(bytes, start, encoding)
  return start > at
}

/** Bytes of the character that begins at a place. */
function lengthAt(bytes: Buffer, at: number, encoding: TextEncoding): number {
  const lead = bytes[at]!
  const trail = bytes[at + 1] ?? 0
  if (encoding === 'cp932')
    return lead > 0x80 && lead !== 0xa0 && !(lead > 0xa0 && lead < 0xe0) && trail >= 0x40 ? 2 : 1
  if (encoding === 'gb18030' && lead > 0x80 && trail >= 0x30 && trail <= 0x39) return 4
  const isDoubled = encoding === 'gb18030' || encoding === 'big5' || encoding === 'euc-kr'
  return isDoubled && lead > 0x80 && trail >= 0x40 ? 2 : 1
}
