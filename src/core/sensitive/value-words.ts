/** What one cell's text says: the categories whose words, or labelled numbers, occur in it. Never throws. */
import {isCardNumber, isIban, isMynumber, readDigits} from './check-digits.ts'
import type {SensitiveCategory} from './column-judgement.ts'
import {IDENTIFIER_WORDS, SPECIAL_CARE_WORDS} from './dictionaries.ts'

const WORDS = [...IDENTIFIER_WORDS, ...SPECIAL_CARE_WORDS].flatMap(({category, value}) =>
  value === undefined ? [] : [{category, value}],
)
/** A cell that matches none of them, which is nearly every cell, is done after one pass. */
const ANY_WORD = new RegExp(WORDS.map(({value}) => value.source).join('|'), 'iu')
const LABELLED_MYNUMBER = /(?:マイナンバー|個人番号|my ?number)[^\d]{0,8}(\d{4}[- ]?\d{4}[- ]?\d{4})(?![-\d])/iu
const CARD_IN_TEXT = /(?<![-\d])\d(?:[- ]?\d){13,18}(?![-\d])/u
const TWELVE_DIGITS = /\d(?:[- ]?\d){11}/u
/** What lies beyond is not read, so that a cell of a megabyte costs no more than a page. */
const LONGEST_TEXT = 4_000
const NOTHING: readonly SensitiveCategory[] = []

/** cell: as in the list, not empty. Each category at most once. */
export function categoriesIn(cell: string): readonly SensitiveCategory[] {
  const part = cell.length > LONGEST_TEXT ? cell.slice(0, LONGEST_TEXT) : cell
  const text = /[^\x20-\x7e]/.test(part) ? part.normalize('NFKC').trim() : part.trim()
  const hasNumber = TWELVE_DIGITS.test(text)
  if (!hasNumber && !ANY_WORD.test(text)) return NOTHING
  const found: SensitiveCategory[] = []
  if (hasNumber && isLabelledMynumber(text)) found.push('mynumber')
  if (hasNumber && holdsCard(text)) found.push('card')
  for (const {category, value} of WORDS)
    if (value.test(text) && (category !== 'bank' || text.includes('口座') || isIban(text))) found.push(category)
  return found
}

function isLabelledMynumber(text: string): boolean {
  const digits = new Uint8Array(19)
  const number = LABELLED_MYNUMBER.exec(text)?.[1]
  return number !== undefined && readDigits(number, digits) === 12 && isMynumber(digits)
}

function holdsCard(text: string): boolean {
  const digits = new Uint8Array(19)
  const number = CARD_IN_TEXT.exec(text)?.[0]
  return number !== undefined && isCardNumber(digits, readDigits(number, digits))
}
