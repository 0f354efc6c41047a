/**
 * Where a list begins: the line of its header, and the lines above it that are not read. Found by header words, by
 * the width of the rows, and by the first row that holds an address. A row that looks like a person is never skipped.
 */
import {fieldOfHeader} from '../../../core/contacts/field-of-header.ts'
import {readMoment} from '../../../core/contacts/read-moment.ts'
import {isAddressCell, usualWidth} from './find-delimiter.ts'
import type {RoughRow} from './split-rows.ts'

export interface Beginning {
  /** Line of the header, from 1; null = the file has none. */
  readonly headerLine: number | null
  /** The first line that is read: the header, else the first row. */
  readonly firstLine: number
}

/** A header stands among so many first rows. */
const MOST_ABOVE = 50
/** No header word is longer, and the expressions that know them are not meant for prose. */
const LONGEST_WORD = 64

/**
 * rows: the first ones of the file, at least one. isPerson: whether a cell names who is mailed, which no header does.
 * hasNone: it is said that there is no header.
 */
export function findHeader(rows: readonly RoughRow[], isPerson = isAddressCell, hasNone = false): Beginning {
  const holding = rows.filter((row) => row.cells.some(isPerson))
  const {width} = usualWidth(holding.length > 0 ? holding : rows)
  const column = personColumn(holding, isPerson)
  const body = rows.findIndex((row) => row.cells.length === width && isPerson(row.cells[column] ?? ''))
  const above = rows.slice(0, Math.min(body < 0 ? rows.length : body, MOST_ABOVE)).map((row) => weigh(row, width))
  const others = above.filter(({row}) => !row.cells.some(isPerson))
  const header = hasNone ? null : (wordedHeader(others, width) ?? plainHeader(above, isPerson))
  if (header !== null) return {headerLine: header.line, firstLine: header.line}
  const first = rows.find((row) => row.cells.length === width || row.cells.some(isPerson)) ?? rows[0]!
  return {headerLine: null, firstLine: first.line}
}

/** The column in which most rows name who is mailed. */
function personColumn(rows: readonly RoughRow[], isPerson: (cell: string) => boolean): number {
  const counts: number[] = []
  for (const {cells} of rows)
    for (const [index, cell] of cells.entries()) if (isPerson(cell)) counts[index] = (counts[index] ?? 0) + 1
  let best = 0
  for (const [index, count] of counts.entries()) if ((count ?? 0) > (counts[best] ?? 0)) best = index
  return best
}

interface Weighed {
  readonly row: RoughRow
  /** Header words of fields we know, and whether one names the address. */
  readonly words: number
  readonly namesAddress: boolean
  /** As wide as the rows below, more or less, and filled like a header. */
  readonly fits: boolean
}

function weigh(row: RoughRow, width: number): Weighed {
  const fields = row.cells.map((cell) => (cell.length > LONGEST_WORD ? 'attribute' : fieldOfHeader(cell)))
  const words = fields.filter((field) => field !== 'attribute').length
  const fits = row.cells.length * 2 > width && filled(row) * 2 > Math.min(width, row.cells.length)
  return {row, words, namesAddress: fields.includes('address'), fits}
}

/** The row with the most header words. A first row that fits yields only to one that names the address column. */
function wordedHeader(rows: readonly Weighed[], width: number): RoughRow | null {
  let best: Weighed | null = null
  for (const each of rows) {
    const mayBe = each.words > 0 && (each.fits || (each.namesAddress && each.row.cells.length === width))
    if (mayBe && (best === null || rank(each) > rank(best))) best = each
  }
  const first = rows.find((each) => each.fits)
  if (best === null || first === undefined || best.namesAddress || first.words > 0 || looksLikeData(first.row))
    return best?.row ?? null
  return first.row
}

function rank({words, namesAddress, row}: Weighed): number {
  return (namesAddress ? 1e6 : 0) + words * 1e3 + Math.min(filled(row), 999)
}

/** Without a known word: the first row that fits, unless a row that looks like data comes before. */
function plainHeader(rows: readonly Weighed[], isPerson: (cell: string) => boolean): RoughRow | null {
  for (const {row, fits} of rows) {
    if (row.cells.some(isPerson) || (fits && looksLikeData(row))) return null
    if (fits) return row
  }
  return null
}

/** What nobody calls a column: something with an @, a date, or numbers for the better part. */
function looksLikeData(row: RoughRow): boolean {
  if (row.cells.some((cell) => cell.includes('@') || readMoment(cell, 0) !== null)) return true
  const numbers = row.cells.filter((cell) => /^\s*[-+]?\d[\d.,\s]*$/.test(cell)).length
  return numbers > 0 && numbers * 2 >= filled(row)
}

function filled(row: RoughRow): number {
  return row.cells.filter((cell) => cell.trim() !== '').length
}

/** Lines among those above the first one read in which an address stands, also amid other words. */
export function linesWithAddress(lines: readonly string[], firstLine: number): number[] {
  const holds = (line: string) =>
    line.includes('@') &&
    line
      .slice(0, 10_000)
      .split(/[\s,;:|"'<>()（）「」、：；]+/)
      .some(isAddressCell)
  return lines.slice(0, firstLine - 1).flatMap((line, index) => (holds(line) ? [index + 1] : []))
}
