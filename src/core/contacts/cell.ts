/** One cell of a row, without blanks around it and without the apostrophe that guards it from a spreadsheet. */
import {withoutGuard} from './formula-guard.ts'
import {isSheetError} from './sheet-errors.ts'

/** '' for a cell that is not there. Most cells have no blanks, and telling so is cheaper than trimming them. */
export function cellOf(fields: readonly string[], index: number): string {
  const cell = fields[index]
  if (cell === undefined || cell === '') return ''
  const trimmed = isBare(cell.charCodeAt(0)) && isBare(cell.charCodeAt(cell.length - 1)) ? cell : cell.trim()
  return withoutGuard(trimmed)
}

/** A cell as a value to keep: a formula without a result is none, or somebody would be greeted as #N/A. */
export function valueIn(fields: readonly string[], index: number): string {
  const cell = cellOf(fields, index)
  return isSheetError(cell) ? '' : cell
}

/** Printable ASCII, or a letter of Japanese: nothing that trim would take. */
function isBare(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xfeff)
}
