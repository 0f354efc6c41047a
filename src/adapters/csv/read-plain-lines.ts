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
      const line = bytes.toString('utf8', start, end)
      const cells = line.includes(QUOTE) ? readCells(line, delimiter) : line.split(delimiter)
      if (typeof cells === 'string') return null
      records.push(cells)
    }
    start = next
  }
  return records
}
