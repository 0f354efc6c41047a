/**
 * Judges each column of a list by its header and its values, row by row, holding counts only. Words and the numbers of
 * other countries are looked for in the first 10,000 filled cells of a column; マイナンバー and cards in every cell.
 * Never throws, keeps no value.
 */
import {isCardNumber, isCorporateNumber, isMynumber, readDigits} from './check-digits.ts'
import type {ColumnJudgement, SensitiveCategory} from './column-judgement.ts'
import {IDENTIFIERS, isBarred} from './column-judgement.ts'
import type {AgeCount} from './count-ages.ts'
import {startAgeCount} from './count-ages.ts'
import {NAMING_HEADER, OTHER_NUMBER_HEADER} from './dictionaries.ts'
import type {HeaderWord} from './header-words.ts'
import {headerForms, judgeHeader, recognisersFor} from './header-words.ts'
import type {NumberTally} from './number-tally.ts'
import {startNumberTally} from './number-tally.ts'
import {RECOGNISERS} from './recognisers/all.ts'
import {categoriesIn, plainText} from './value-words.ts'

export interface ColumnJudge {
  /** One row's fields, in the order of the headers; missing ones count as empty, surplus ones are not looked at. */
  see(fields: readonly string[]): void
  /** One judgement per header, for all rows seen so far; callable at any time, also before the first row. */
  result(): readonly ColumnJudgement[]
}

/** Rulebook A.3 (jp/mynumber-present): half of at least twenty filled cells make a majority. */
const MAJORITY = 0.5
const ENOUGH_CELLS = 20
const MOST_WORD_CELLS = 10_000
/** Shortest cell that can be a 12-digit number, and the longest with its separators. */
const SHORTEST_NUMBER = 12
const LONGEST_NUMBER = 26

/** asOf: the moment at which the age of persons is judged, UTC milliseconds; null = ages are not counted. */
export function startColumnJudge(headers: readonly string[], asOf: number | null = null): ColumnJudge {
  const columns = headers.map((header, index) => startColumn(header, index, asOf))
  const digits = new Uint8Array(19)
  return {
    see(fields) {
      const count = Math.min(fields.length, columns.length)
      for (let i = 0; i < count; i++) {
        const cell = fields[i]!
        if (cell.length > 0) seeCell(columns[i]!, cell, digits)
      }
    },
    result: () => columns.map(judge),
  }
}

interface ColumnCount {
  readonly index: number
  readonly name: string
  readonly header: HeaderWord | null
  readonly skipsWords: boolean
  readonly hasOtherNumbers: boolean
  filled: number
  wordCells: number
  /** Cells that are one number of twelve digits, and those of them with the check digit of マイナンバー. */
  twelves: number
  mynumbers: number
  /** Cells that are one number as long as a card's, and those of them that are a card's. */
  longs: number
  cards: number
  /** Of the cells looked at for words: those with four digits or more. */
  numeric: number
  readonly words: Map<SensitiveCategory, number>
  readonly numbers: NumberTally
  readonly ages: AgeCount | null
}

function startColumn(header: string, index: number, asOf: number | null): ColumnCount {
  const forms = headerForms(header)
  const judged = judgeHeader(header)
  return {
    index,
    name: header.trim(),
    header: judged,
    skipsWords: judged === null && forms.some((form) => NAMING_HEADER.test(form)),
    hasOtherNumbers: forms.some((form) => OTHER_NUMBER_HEADER.test(form)),
    filled: 0,
    wordCells: 0,
    twelves: 0,
    mynumbers: 0,
    longs: 0,
    cards: 0,
    numeric: 0,
    words: new Map(),
    numbers: startNumberTally(recognisersFor(header, judged)),
    ages: judged?.category === 'birthDate' && asOf !== null ? startAgeCount(asOf) : null,
  }
}

function seeCell(column: ColumnCount, cell: string, digits: Uint8Array): void {
  const first = cell.charCodeAt(0)
  if ((first <= 0x20 || first === 0x3000) && cell.trim() === '') return
  column.filled += 1
  column.ages?.see(cell)
  let count = 0
  if (cell.length >= SHORTEST_NUMBER && cell.length <= LONGEST_NUMBER) {
    count = readDigits(cell, digits)
    if (count === 12 && !isTimestamp(digits)) {
      column.twelves += 1
      if (isMynumber(digits)) column.mynumbers += 1
    } else if (count >= 14) {
      column.longs += 1
      if (isCardNumber(digits, count)) column.cards += 1
    }
  }
  if (column.wordCells >= MOST_WORD_CELLS) return
  column.wordCells += 1
  const text = plainText(cell)
  const isNumber = count >= 12
  if (isNumber || FOUR_DIGITS.test(text)) column.numeric += 1
  // A 法人番号 is public, whatever other check it may pass.
  if (!isCorporateNumber(digits, count)) column.numbers.see(text)
  if (isNumber || column.skipsWords) return
  for (const category of categoriesIn(text)) column.words.set(category, (column.words.get(category) ?? 0) + 1)
}

const FOUR_DIGITS = /(?:\d\D{0,3}){4}/

/** yyyymmddhhmm, the other common number of twelve digits. */
function isTimestamp(digits: Uint8Array): boolean {
  const century = digits[0]! * 10 + digits[1]!
  const month = digits[4]! * 10 + digits[5]!
  const day = digits[6]! * 10 + digits[7]!
  const hour = digits[8]! * 10 + digits[9]!
  return (century === 19 || century === 20) && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24
}

function judge(column: ColumnCount): ColumnJudgement {
  const values = strongestValues(column)
  const header = isFlagColumn(column)
    ? null
    : column.header?.strength === 'strong'
      ? column.header
      : (hinted(column) ?? column.header)
  // A column full of individual or card numbers is one, whatever its header claims to be.
  const byValues = values !== null && values.strength === 'strong' && (isNumber(values.category) || header === null)
  const chosen: HeaderWord | null = byValues
    ? values
    : header?.strength === 'strong'
      ? header
      : values?.strength === 'strong'
        ? values
        : (header ?? values)
  const {index, name, filled} = column
  if (chosen === null) return {index, name, category: null, strength: null, by: null, filled, matched: 0}
  const {category, strength} = chosen
  const matched = countOf(column, category)
  const by = header?.category !== category ? 'values' : matched > 0 ? 'both' : 'header'
  const number = column.numbers.of(category)
  const shape = number?.shape ?? shapeOf(category)
  return {
    ...{index, name, category, strength, by, filled, matched},
    ...(number !== null && {kind: number.kind}),
    ...(shape !== null && {shape}),
    ...(column.ages !== null && category === 'birthDate' && {ages: column.ages.result()}),
  }
}

/** Passport: yes. A header names a number, and no cell holds one. What must never come in is not let off so. */
function isFlagColumn({header, wordCells, numeric}: ColumnCount): boolean {
  if (header === null || wordCells === 0 || numeric > 0) return false
  return (IDENTIFIERS as readonly string[]).includes(header.category) && !isBarred(header.category)
}

/** A short word such as TIN names a number only where half of the cells hold it. */
function hinted({header, numbers, wordCells}: ColumnCount): HeaderWord | null {
  if (header !== null && header.strength === 'strong') return null
  const held = numbers.held()
  if (held === null || held.count < Math.max(1, wordCells * MAJORITY)) return null
  return {category: held.category, strength: 'strong'}
}

/** The category that most cells speak for, or null. Chance hits in columns of other numbers are passed over. */
function strongestValues(column: ColumnCount): HeaderWord | null {
  let best: {category: SensitiveCategory; strength: 'strong' | 'weak'; count: number} | null = null
  for (const category of ['mynumber', 'card', ...column.words.keys()] as const) {
    const count = (column.words.get(category) ?? 0) + checkedOf(column, category)
    if (count === 0) continue
    const strength = isMajority(column, count, seenFor(column, category)) ? 'strong' : 'weak'
    const isNamed = column.words.has(category)
    if (strength === 'weak' && isNumber(category) && !isNamed && (column.hasOtherNumbers || isChance(column, category)))
      continue
    if (best === null || rank(strength, count) > rank(best.strength, best.count)) best = {category, strength, count}
  }
  const proved = column.numbers.proved()
  if (proved === null) return best
  const {category, count, proof} = proved
  const isMost = isMajority(column, count, column.wordCells)
  if (!isMost && (proof.alone !== true || column.hasOtherNumbers)) return best
  const strength = isMost ? proof.strength : 'weak'
  if (strength === 'weak' && column.hasOtherNumbers) return best
  return best === null || rank(strength, count) > rank(best.strength, best.count) ? {category, strength} : best
}

/**
 * Whether no more cells pass than of random numbers: one in ten has the check digit, so of twenty numbers a fifth is
 * more than that, and of fewer two fifths.
 */
function isChance({twelves, mynumbers, longs, cards}: ColumnCount, category: SensitiveCategory): boolean {
  const [all, passed] = category === 'mynumber' ? [twelves, mynumbers] : [longs, cards]
  if (all <= 2) return false
  return passed < all * (all < ENOUGH_CELLS ? 0.4 : 0.2)
}

function isMajority({filled}: ColumnCount, count: number, seen: number): boolean {
  return filled >= ENOUGH_CELLS && count >= seen * MAJORITY
}

function rank(strength: 'strong' | 'weak', count: number): number {
  return strength === 'strong' ? count + Number.MAX_SAFE_INTEGER / 2 : count
}

function isNumber(category: SensitiveCategory): boolean {
  return category === 'mynumber' || category === 'card'
}

/** Cells that hold it: whole cells by check digit or form, and cells whose words name it. */
function countOf(column: ColumnCount, category: SensitiveCategory): number {
  const checked = checkedOf(column, category)
  const named = column.words.get(category) ?? 0
  if (isNumber(category)) return checked + named
  // A cell that words name is one that the recognisers hold too, so the larger of the counts.
  return Math.max(named, column.numbers.of(category)?.count ?? 0)
}

/** Cells that are nothing but such a number, over all rows. */
function checkedOf({mynumbers, cards}: ColumnCount, category: SensitiveCategory): number {
  return category === 'mynumber' ? mynumbers : category === 'card' ? cards : 0
}

/** How many cells were looked at for a category: words stop at their cap, numbers never do. */
function seenFor(column: ColumnCount, category: SensitiveCategory): number {
  return isNumber(category) ? column.filled : Math.min(column.filled, MOST_WORD_CELLS)
}

function shapeOf(category: SensitiveCategory): string | null {
  if (!isNumber(category)) return null
  return RECOGNISERS.find(({kind}) => kind === category)?.shape ?? null
}
