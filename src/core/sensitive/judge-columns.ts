/**
 * Judges each column of a list by its header and its values, row by row, holding counts only. Words and the numbers of
 * other countries are looked for in the first 10,000 filled cells of a column; マイナンバー and cards in every cell.
 * Never throws, keeps no value.
 */
import {isCardNumber, isCorporateNumber, isMynumber, readDigits} from './check-digits.ts'
import type {ColumnJudgement, OtherKind, SensitiveCategory} from './column-judgement.ts'
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
  /**
   * One row's fields, in the order of the headers; missing ones count as empty, surplus ones are not looked at. Gives
   * the positions of cells that look like sensitive data, by whatever category, in an array that the next row reuses.
   */
  see(fields: readonly string[]): readonly number[]
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
  const hits: number[] = []
  return {
    see(fields) {
      const count = Math.min(fields.length, columns.length)
      hits.length = 0
      for (let i = 0; i < count; i++) {
        const cell = fields[i]!
        if (cell.length > 0 && seeCell(columns[i]!, cell, digits)) hits.push(i)
      }
      return hits
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

/** True when the cell looks like sensitive data. */
function seeCell(column: ColumnCount, cell: string, digits: Uint8Array): boolean {
  const first = cell.charCodeAt(0)
  if ((first <= 0x20 || first === 0x3000) && cell.trim() === '') return false
  column.filled += 1
  column.ages?.see(cell)
  let count = 0
  let isHit = false
  if (cell.length >= SHORTEST_NUMBER && cell.length <= LONGEST_NUMBER) {
    count = readDigits(cell, digits)
    if (count === 12 && !isTimestamp(digits)) {
      column.twelves += 1
      isHit = isMynumber(digits)
      if (isHit) column.mynumbers += 1
    } else if (count >= 14) {
      column.longs += 1
      isHit = isCardNumber(digits, count)
      if (isHit) column.cards += 1
    }
  }
  if (column.wordCells >= MOST_WORD_CELLS) return isHit
  column.wordCells += 1
  const text = plainText(cell)
  const isNumber = count >= 12
  if (isNumber || FOUR_DIGITS.test(text)) column.numeric += 1
  // A 法人番号 is public, whatever other check it may pass.
  if (!isCorporateNumber(digits, count) && column.numbers.see(text)) isHit = true
  if (isNumber || column.skipsWords) return isHit
  for (const category of categoriesIn(text)) {
    column.words.set(category, (column.words.get(category) ?? 0) + 1)
    isHit = true
  }
  return isHit
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
  const kinds = kindsInValues(column)
  const values = kinds[0] ?? null
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
  const others = othersThan(chosen, header, kinds).map((other) => describe(column, other, header))
  return {
    ...{index, name, filled},
    ...describe(column, chosen, header),
    ...(others.length > 0 && {others}),
    ...(column.ages !== null && chosen.category === 'birthDate' && {ages: column.ages.result()}),
  }
}

function describe(column: ColumnCount, {category, strength}: HeaderWord, header: HeaderWord | null): OtherKind {
  const matched = countOf(column, category)
  const by = header?.category !== category ? 'values' : matched > 0 ? 'both' : 'header'
  const number = column.numbers.of(category)
  const shape = number?.shape ?? shapeOf(category)
  return {
    ...{category, strength, by, matched},
    ...(number !== null && {kind: number.kind}),
    ...(shape !== null && {shape}),
  }
}

/**
 * What a column holds beside the chosen kind. Whole cells of a column of numbers pass several checks by chance: there
 * only numbers that words name, or that hardly anything else looks like, are told beside it.
 */
function othersThan(chosen: HeaderWord, header: HeaderWord | null, kinds: readonly ValueKind[]): readonly HeaderWord[] {
  const isOfNumbers = isIdentifier(chosen.category) && chosen.strength === 'strong'
  const told = kinds.filter(({isSure}) => isSure || !isOfNumbers)
  const strong =
    header?.strength === 'strong' && !told.some(({category}) => category === header.category) ? [header] : []
  return [...strong, ...told].filter(({category}) => category !== chosen.category)
}

function isIdentifier(category: SensitiveCategory): boolean {
  return (IDENTIFIERS as readonly string[]).includes(category)
}

/** Passport: yes. A header names a number, and no cell holds one. What must never come in is not let off so. */
function isFlagColumn({header, wordCells, numeric}: ColumnCount): boolean {
  if (header === null || wordCells === 0 || numeric > 0) return false
  return isIdentifier(header.category) && !isBarred(header.category)
}

/** A short word such as TIN names a number only where half of the cells hold it. */
function hinted({header, numbers, wordCells}: ColumnCount): HeaderWord | null {
  if (header !== null && header.strength === 'strong') return null
  const held = numbers.held()
  if (held === null || held.count < Math.max(1, wordCells * MAJORITY)) return null
  return {category: held.category, strength: 'strong'}
}

interface ValueKind extends HeaderWord {
  readonly count: number
  /** Words or a proof of its own told it; a check digit alone may be chance. */
  readonly isSure: boolean
}

/** The categories that cells speak for, the strongest first. Chance hits in columns of other numbers are passed over. */
function kindsInValues(column: ColumnCount): readonly ValueKind[] {
  const kinds: ValueKind[] = []
  for (const category of new Set(['mynumber', 'card', ...column.words.keys()] as const)) {
    const count = (column.words.get(category) ?? 0) + checkedOf(column, category)
    if (count === 0) continue
    const strength = isMajority(column, count, seenFor(column, category)) ? 'strong' : 'weak'
    const isNamed = column.words.has(category)
    if (strength === 'weak' && isNumber(category) && !isNamed && (column.hasOtherNumbers || isChance(column, category)))
      continue
    kinds.push({category, strength, count, isSure: isNamed})
  }
  for (const kind of provedKinds(column)) {
    const same = kinds.findIndex(({category}) => category === kind.category)
    if (same < 0) kinds.push(kind)
    else if (weight(kind) > weight(kinds[same]!)) kinds[same] = kind
  }
  return kinds.sort((a, b) => weight(b) - weight(a))
}

/** Whole cells that are a number of some country beyond doubt. */
function provedKinds(column: ColumnCount): readonly ValueKind[] {
  return column.numbers.proved().flatMap(({category, count, proof}, index): readonly ValueKind[] => {
    const isSure = proof.alone === true
    const isMost = isMajority(column, count, column.wordCells)
    // The same cells may pass the checks of several countries: of those that need most cells the first is meant.
    if (isMost ? index > 0 && !isSure : !isSure || column.hasOtherNumbers) return []
    const strength = isMost ? proof.strength : 'weak'
    return strength === 'weak' && column.hasOtherNumbers ? [] : [{category, strength, count, isSure}]
  })
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

function weight({strength, count}: ValueKind): number {
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
