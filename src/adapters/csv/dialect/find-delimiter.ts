/** The character between the columns of a list, told from many lines: what cuts them alike and leaves addresses whole. */
import {isAddress, parseAddress} from '../../../core/contacts/address.ts'
import type {RoughRow} from './split-rows.ts'
import {splitRows} from './split-rows.ts'

const CANDIDATES = [',', '\t', ';', '|']
const MOST_ROWS = 100

/** Excel's own first line, `sep=;`, says it; null when the line is not one. */
export function separatorLine(line: string | undefined): string | null {
  const found = /^"?sep=([\t\x20-\x7e])"?$/i.exec(line ?? '')?.[1]
  return found === undefined || /["\w]/.test(found) ? null : found
}

/** lines: the beginning of the file, without line ends. A comma when nothing else cuts most of the lines. */
export function findDelimiter(lines: readonly string[]): string {
  let best = {delimiter: ',', score: 0, width: 1}
  for (const delimiter of CANDIDATES) {
    const {score, width} = judge(splitRows(lines, delimiter, MOST_ROWS))
    if (score > best.score || (score === best.score && width > best.width)) best = {delimiter, score, width}
  }
  return best.delimiter
}

/** score: the share of rows of the usual width plus the share of rows with a whole address in them; 0 = cuts too few. */
function judge(all: readonly RoughRow[]): {score: number; width: number} {
  // A line with an @ is no title: else one last row of two addresses would speak for all that it does not cut.
  const first = all.findIndex(({cells}) => cells.length > 1 || cells[0]!.includes('@'))
  const rows = first < 0 ? [] : all.slice(first)
  const wide = rows.filter((row) => row.cells.length > 1 && !row.isOdd)
  if (wide.length === 0 || wide.length * 2 < rows.length) return {score: 0, width: 1}
  const {width, count} = usualWidth(wide)
  return {score: (count + rows.filter(hasAddress).length) / rows.length, width}
}

/** The width most rows have; of several the largest. */
export function usualWidth(rows: readonly Pick<RoughRow, 'cells'>[]): {readonly width: number; readonly count: number} {
  const counts = new Map<number, number>()
  for (const {cells} of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let usual = {width: 0, count: 0}
  for (const [width, count] of counts)
    if (count > usual.count || (count === usual.count && width > usual.width)) usual = {width, count}
  return usual
}

export function hasAddress(row: RoughRow): boolean {
  return row.cells.some(isAddressCell)
}

export function isAddressCell(cell: string): boolean {
  return cell.includes('@') && isAddress(parseAddress(cell))
}
