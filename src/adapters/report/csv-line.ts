/** A line of a CSV file that we write ourselves (RFC 4180), safe to open in a spreadsheet. */
import {guardFormula} from '../../core/contacts/formula-guard.ts'

/** Ends in CR LF. Cells that a spreadsheet would run get an apostrophe; null is an empty cell. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

function cellText(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = guardFormula(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
