/**
 * Judges each column of a list by its header and its values, row by row, holding counts only. Words are looked for
 * in the first 10,000 filled cells of a column; check digits are tried in every cell. Never throws, keeps no value.
 */
import {isCardNumber, isMynumber, readDigits} from './check-digits.ts'
import type {ColumnJudgement, SensitiveCategory} from './column-judgement.ts'
import {NAMING_HEADER, OTHER_NUMBER_HEADER} from './dictionaries.ts'
import type {HeaderWord} from './header-words.ts'
import {headerForms, judgeHeader} from './header-words.ts'
import {categoriesIn} from './value-words.ts'

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

export function startColumnJudge(headers: readonly string[]): ColumnJudge {
  const columns = headers.map(startColumn)
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
  mynumbers: number
  cards: number
  readonly words: Map<SensitiveCategory, number>
}

function startColumn(header: string, index: number): ColumnCount {
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
    mynumbers: 0,
    cards: 0,
    words: new Map(),
  }
}

function seeCell(column: ColumnCount, cell: string, digits: Uint8Array): void {
  const first = cell.charCodeAt(0)
  if ((first <= 0x20 || first === 0x3000) && cell.trim() === '') return
  column.filled += 1
  if (cell.length >= SHORTEST_NUMBER && cell.length <= LONGEST_NUMBER) {
    const count = readDigits(cell, digits)
    if (count === 12 && isMynumber(digits) && !isTimestamp(digits)) column.mynumbers += 1
    else if (count > 12 && isCardNumber(digits, count)) column.cards += 1
    if (count >= 12) return
  }
  if (column.skipsWords || column.wordCells >= MOST_WORD_CELLS) return
  column.wordCells += 1
  for (const category of categoriesIn(cell)) column.words.set(category, (column.words.get(category) ?? 0) + 1)
}

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
  const {header} = column
  // A column full of individual or card numbers is one, whatever its header claims to be.
  const byValues = values !== null && values.strength === 'strong' && (isNumber(values.category) || header === null)
  const chosen: HeaderWord | null = byValues
    ? values
    : header?.strength === 'strong'
      ? header
      : values?.strength === 'strong'
        ? values
        : (header ?? values)
  if (chosen === null) return verdict(column, null, null, null, 0)
  const matched = countOf(column, chosen.category)
  const saidByHeader = header?.category === chosen.category
  return verdict(
    column,
    chosen.category,
    chosen.strength,
    saidByHeader ? (matched > 0 ? 'both' : 'header') : 'values',
    matched,
  )
}

function verdict(
  column: ColumnCount,
  category: ColumnJudgement['category'],
  strength: ColumnJudgement['strength'],
  by: ColumnJudgement['by'],
  matched: number,
): ColumnJudgement {
  return {index: column.index, name: column.name, category, strength, by, filled: column.filled, matched}
}

/** The category that most cells speak for, or null. Chance hits in columns of other numbers are passed over. */
function strongestValues(column: ColumnCount): HeaderWord | null {
  let best: {category: SensitiveCategory; strength: 'strong' | 'weak'; count: number} | null = null
  for (const category of ['mynumber', 'card', ...column.words.keys()] as const) {
    const count = countOf(column, category)
    if (count === 0) continue
    const strength = column.filled >= ENOUGH_CELLS && count >= seenFor(column, category) * MAJORITY ? 'strong' : 'weak'
    if (strength === 'weak' && column.hasOtherNumbers && isNumber(category) && !column.words.has(category)) continue
    if (best === null || rank(strength, count) > rank(best.strength, best.count)) best = {category, strength, count}
  }
  return best
}

function rank(strength: 'strong' | 'weak', count: number): number {
  return strength === 'strong' ? count + Number.MAX_SAFE_INTEGER / 2 : count
}

function isNumber(category: SensitiveCategory): boolean {
  return category === 'mynumber' || category === 'card'
}

/** Cells that hold it: whole cells by check digit, and cells whose words name it. */
function countOf(column: ColumnCount, category: SensitiveCategory): number {
  const named = column.words.get(category) ?? 0
  if (category === 'mynumber') return column.mynumbers + named
  return category === 'card' ? column.cards + named : named
}

/** How many cells were looked at for a category: words stop at their cap, numbers never do. */
function seenFor(column: ColumnCount, category: SensitiveCategory): number {
  return isNumber(category) ? column.filled : Math.min(column.filled, MOST_WORD_CELLS)
}
