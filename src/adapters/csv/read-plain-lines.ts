/** Records of which each is one line: no parser is needed to find their ends, and most have no quotes either. */
import {RECORD_BYTES} from './find-cut.ts'
import {readCells} from './record-cells.ts'

const QUOTE = '"'
const CR = 0x0d
const LF = 0x0a

/**
 * Cells in column order, as csv-parse would give them; empty lines are skipped. bytes: UTF-8. lineEnd: LF (also CR LF)
 * or CR. Null where a quote is not closed in its line or misplaced, or a line is over the limit. A cell is a view into
 * its own line at most, so that whoever keeps one keeps no more.
 */
export function readPlainLines(
  bytes: Buffer,
  {lineEnd, delimiter}: {readonly lineEnd: number; readonly delimiter: string},
): string[][] | null {
  const records: string[][] = []
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(lineEnd, start)
    let end = found < 0 ? bytes.length : found
    const next = end + 1
    if (lineEnd === LF && found > start && bytes[found - 1] === CR) end -= 1
    if (end - start > RECORD_BYTES) return null
    if (end > start) {
      // Byte by byte: quotes and delimiters are ASCII, and no byte of another letter is.
      const line = bytes.toString('latin1', start, end)
      const cells = line.includes(QUOTE)
        ? readCells(bytes.toString('utf8', start, end), delimiter)
        : decodedCells(line.split(delimiter), bytes, start, delimiter.length)
      if (typeof cells === 'string') return null
      records.push(cells)
    }
    start = next
  }
  return records
}

const NOT_ASCII = /[\x80-\xff]/

/** Letters of ASCII are what they are: such cells stay strings of one byte a letter, which all that follows reads faster. */
function decodedCells(cells: string[], bytes: Buffer, start: number, gap: number): string[] {
  let at = start
  for (let i = 0; i < cells.length; i += 1) {
    const {length} = cells[i]!
    if (NOT_ASCII.test(cells[i]!)) cells[i] = bytes.toString('utf8', at, at + length)
    at += length + gap
  }
  return cells
}
