/**
 * The apostrophe before a cell that a spreadsheet would run as a formula (reliability.md B3). An import takes it off
 * again, and what is guarded and freed is what it was, also when it began with an apostrophe of its own.
 */

/** Apostrophes count as nothing, or a cell that has one already would lose it on the way back. */
const RISKY = /^'*(?:[\t\r\n\0]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/

export function guardFormula(cell: string): string {
  return RISKY.test(cell) ? `'${cell}` : cell
}

const APOSTROPHE = 0x27

/** The cell that guardFormula, or another program that does the same, was given. Costs nothing for all other cells. */
export function withoutGuard(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && RISKY.test(cell) ? cell.slice(1) : cell
}
