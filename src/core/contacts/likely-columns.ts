/** What a column's first values say of it where its header does not, or says two things. */
import {readMoment} from './read-moment.ts'
import {isSheetError} from './sheet-errors.ts'
import {isWordOfMail, readStatus, saysNothing, stopColumnOf} from './status-words.ts'

type Sample = readonly (readonly string[])[]

/** Rows looked at: enough to tell, few enough to cost nothing. */
const ROWS = 500

function filledCells(sample: Sample, index: number): string[] {
  return sample
    .slice(0, ROWS)
    .map((row) => (row[index] ?? '').trim())
    .filter((cell) => !saysNothing(cell) && !isSheetError(cell))
}

/** Four of five filled cells are words that only mail states use (配信停止, unsubscribed). */
export function holdsStates(sample: Sample, index: number): boolean {
  return isMost(filledCells(sample, index), (cell) => cell.length < 40 && isWordOfMail(cell))
}

/** For a column without a name, of which nothing else will ever say it: known states, one at least of mail alone. */
export function holdsSomeStates(sample: Sample, index: number): boolean {
  const cells = filledCells(sample, index)
  const column = stopColumnOf('')
  const isKnown = (cell: string) => cell.length < 40 && readStatus(cell, column) !== 'unknown'
  return isMost(cells, isKnown) && cells.some(isWordOfMail)
}

export function holdsDates(sample: Sample, index: number): boolean {
  return isMost(filledCells(sample, index), (cell) => readMoment(cell, 0) !== null)
}

function isMost(cells: readonly string[], fits: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(fits).length >= cells.length * 0.8
}
