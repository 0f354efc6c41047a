/** The rows of a sheet as text, row by row while its XML streams in; memory does not grow with the sheet. */
import {NOT_WORKED_OUT} from '../../../core/contacts/sheet-errors.ts'
import {numberText, plainText} from './cell-text.ts'
import type {SharedTexts} from './shared-texts.ts'
import type {Workbook} from './workbook.ts'
import type {XmlReader} from './xml.ts'
import {readXml} from './xml.ts'

export interface SheetRow {
  /** As Excel counts, from 1. */
  readonly row: number
  /** Up to the last one that holds anything; never none. */
  readonly cells: string[]
}

/** What Excel itself can hold. */
const MOST_ROWS = 1_048_576

interface SheetLimits {
  readonly columns: number
  /** The error to throw over a limit, by the place. */
  readonly tooBig: (where: string) => Error
}

/**
 * Rows that hold anything, in order, in batches. Formulas are their last result; an error stands as it is (#N/A), and so
 * does a formula that was never worked out (#GETTING_DATA), in rows that hold more; booleans true and false. Hidden rows and columns are rows and columns.
 */
export async function* sheetRows(
  xml: AsyncIterable<Buffer>,
  book: Pick<Workbook, 'looks' | 'is1904'>,
  texts: SharedTexts,
  limits: SheetLimits,
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = []
  const reader = rowReader(book, texts, limits, (row) => rows.push(row))
  for await (const _ of readXml(xml, reader)) {
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

const PLAIN_NUMBER = {kind: 'number'} as const

function rowReader(
  {looks, is1904}: Pick<Workbook, 'looks' | 'is1904'>,
  texts: SharedTexts,
  {columns, tooBig}: SheetLimits,
  give: (row: SheetRow) => void,
): XmlReader {
  let row = 0
  let column = 0
  let place = ''
  let cells: string[] = []
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  let aloud = 0
  let isFormula = false
  let hasValue = false
  let isFilled = false

  const cellText = () => {
    if (type === 's') return texts.at(Number(value))
    if (type === 'str' || type === 'inlineStr') return plainText(value)
    if (type === 'b') return value === '1' || value === 'true' ? 'true' : value === '' ? '' : 'false'
    if (type === 'e') return value
    if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '')
    return numberText(value, looks[style] ?? PLAIN_NUMBER, is1904)
  }

  return {
    open(name, attributes) {
      if (name === 'row') {
        const next = attributes.r === undefined ? row + 1 : Number(attributes.r)
        if (!Number.isInteger(next) || next <= row) throw new Error(`row ${attributes.r} after row ${row}`)
        if (next > MOST_ROWS) throw tooBig(String(next))
        row = next
        column = 0
        cells = []
        isFilled = false
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        place = attributes.r ?? `R${row}C${column}`
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
        isFormula = false
        hasValue = false
      } else if (name === 'f') isFormula = true
      else if (name === 'rPh') aloud += 1
      else if (name === 'v' || (name === 't' && type === 'inlineStr' && aloud === 0)) {
        isValue = true
        hasValue = true
      }
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') aloud -= 1
      else if (name === 'c') {
        // A text may be the result and empty; a number, and a value that is not there, is none.
        const isOpen = value === '' && isFormula && !(type === 'str' && hasValue)
        const text = isOpen ? NOT_WORKED_OUT : value === '' ? '' : cellText()
        if (text === '') return
        if (!isOpen && type !== 'e') isFilled = true
        if (column < 1 || column > columns) throw tooBig(place)
        while (cells.length < column - 1) cells.push('')
        cells[column - 1] = text
      } else if (name === 'row' && isFilled) give({row, cells})
    },
    text(piece) {
      if (isValue) value += piece
    },
  }
}

/** 28 of AB12. */
function columnOf(cell: string): number {
  let column = 0
  for (let i = 0; i < cell.length && i < 4; i += 1) {
    const code = cell.charCodeAt(i) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column
}
