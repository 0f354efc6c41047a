/** The first lines of a list as rows of cells, read leniently: only to judge how the file is written, never to import. */

export interface RoughRow {
  /** Line of the text on which the row begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** A quote stands where the real reader would stumble over it. */
  readonly isOdd: boolean
}

/** How many lines a quoted cell may span before its quote is taken for a stray one. */
const MOST_JOINED = 20

/** lines: without their ends; blank ones are left out. delimiter: one character. Never throws. */
export function splitRows(lines: readonly string[], delimiter: string, most: number): RoughRow[] {
  const rows: RoughRow[] = []
  for (let at = 0; at < lines.length && rows.length < most; ) {
    if (lines[at] === '') {
      at += 1
      continue
    }
    const row = rowAt(lines, at, delimiter)
    rows.push({line: at + 1, cells: row.cells, isOdd: row.isOdd})
    at += row.lines
  }
  return rows
}

function rowAt(lines: readonly string[], at: number, delimiter: string) {
  let text = lines[at]!
  for (let count = 1; ; count += 1) {
    const read = cellsOf(text, delimiter)
    // A quote that another one closes lines later, amid a cell, was a stray one.
    const isStray = read.isClosed && read.isOdd && count > 1
    if (read.isClosed && !isStray) return {...read, lines: count}
    if (isStray || count === MOST_JOINED || at + count >= lines.length)
      return {cells: lines[at]!.split(delimiter), isOdd: true, lines: 1}
    text += `\n${lines[at + count]!}`
  }
}

/** isClosed: no quote is open at the end. */
function cellsOf(text: string, delimiter: string) {
  if (!text.includes('"')) return {cells: text.split(delimiter), isOdd: false, isClosed: true}
  const cells: string[] = []
  let isOdd = false
  for (let from = 0; from <= text.length; ) {
    if (text[from] !== '"') {
      const end = endOf(text, delimiter, from)
      const cell = text.slice(from, end)
      if (cell.includes('"')) isOdd = true
      cells.push(cell)
      from = end + 1
      continue
    }
    const close = closingQuote(text, from + 1)
    if (close < 0) return {cells, isOdd: true, isClosed: false}
    const end = endOf(text, delimiter, close)
    if (end > close + 1) isOdd = true
    cells.push(text.slice(from + 1, close).replaceAll('""', '"'))
    from = end + 1
  }
  return {cells, isOdd, isClosed: true}
}

function endOf(text: string, delimiter: string, from: number): number {
  const end = text.indexOf(delimiter, from)
  return end < 0 ? text.length : end
}

/** The quote that is not doubled; -1 = none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return -1
}
