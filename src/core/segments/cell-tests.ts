/**
 * Comparisons of a cell: as numbers when both sides are numbers, as dates when both are dates, else as text. An empty
 * cell fits none of them.
 */
import {makeMomentReader} from '../contacts/read-moment.ts'
import {remember} from '../contacts/remember.ts'
import {readYesNo} from '../contacts/words.ts'
import {isCode, readNumber, startFolding} from './cells.ts'
import type {Stretch} from './dates.ts'
import type {CompareSign, MatchWord} from './syntax.ts'
import type {Value} from './values.ts'

export type CellTest = (cell: string) => boolean
export type OrderSign = Exclude<CompareSign, '=' | '!='>

export interface CellTests {
  /** True when the cell equals one of the values. */
  equal(values: readonly Value[]): CellTest
  order(sign: OrderSign, value: Exclude<Value, {readonly kind: 'boolean'}>): CellTest
  /** folded: from foldText, not empty. */
  match(how: MatchWord, folded: string): CellTest
}

/** offsetMinutes: zone of dates in cells that name none. Cells are folded and read once per distinct value. */
export function startCellTests(offsetMinutes: number): CellTests {
  const fold = startFolding()
  const momentOf = makeMomentReader(offsetMinutes, 'ymd')
  const yesNoOf = remember(readYesNo)

  return {
    equal(values) {
      const {texts, codesApart, numbers, stretches, said} = sorted(values)
      return (cell) => {
        const folded = fold(cell)
        if (folded === '') return false
        if (texts.has(folded)) return true
        if (numbers.size + codesApart.size > 0) {
          const number = readNumber(folded)
          if (number !== null && (numbers.has(number) || (codesApart.has(number) && !isCode(folded)))) return true
        }
        if (said.size > 0) {
          const is = yesNoOf(cell)
          if (is !== null && said.has(is)) return true
        }
        if (stretches.length === 0) return false
        const moment = momentOf(cell)
        return moment !== null && stretches.some((stretch) => isWithin(moment, stretch))
      }
    },
    order(sign, value) {
      const stretch = value.kind === 'number' ? null : value.stretch
      if (stretch !== null) {
        const fits = momentOrder(sign, stretch)
        return (cell) => {
          const moment = momentOf(cell)
          return moment !== null && fits(moment)
        }
      }
      const number = value.kind === 'date' ? null : value.number
      if (number !== null)
        return (cell) => {
          const other = readNumber(fold(cell))
          return other !== null && isInOrder(sign, other, number)
        }
      const text = value.kind === 'text' ? value.folded : ''
      return (cell) => {
        const folded = fold(cell)
        return folded !== '' && isInOrder(sign, folded, text)
      }
    },
    match(how, folded) {
      if (how === 'contains') return (cell) => fold(cell).includes(folded)
      return how === 'starts with' ? (cell) => fold(cell).startsWith(folded) : (cell) => fold(cell).endsWith(folded)
    },
  }
}

/** Values by what they are compared as, so that a long `in (…)` costs no more than a short one. */
function sorted(values: readonly Value[]) {
  const texts = new Set<string>()
  /** Numbers in quotes: a cell that is a code (007) is not the same as 7. */
  const codesApart = new Set<number>()
  const numbers = new Set<number>()
  const said = new Set<boolean>()
  const stretches: Stretch[] = []
  for (const value of values) {
    if (value.kind === 'boolean') said.add(value.is)
    else if (value.kind === 'number') numbers.add(value.number)
    else if (value.stretch !== null) stretches.push(value.stretch)
    if (value.kind !== 'text') continue
    texts.add(value.folded)
    if (value.number !== null) codesApart.add(value.number)
  }
  return {texts, codesApart, numbers, said, stretches}
}

/** Tells for a moment (UTC milliseconds) whether it comes before, in or after all that a date means. */
export function momentOrder(sign: OrderSign, {from, until}: Stretch): (moment: number) => boolean {
  if (sign === '<') return (moment) => moment < from
  if (sign === '<=') return (moment) => moment < until
  return sign === '>' ? (moment) => moment >= until : (moment) => moment >= from
}

export function isWithin(moment: number, {from, until}: Stretch): boolean {
  return moment >= from && moment < until
}

function isInOrder<T extends string | number>(sign: OrderSign, left: T, right: T): boolean {
  if (sign === '<') return left < right
  if (sign === '<=') return left <= right
  return sign === '>' ? left > right : left >= right
}
