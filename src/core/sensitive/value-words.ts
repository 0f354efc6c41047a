/** What one cell's text says: the categories whose words, or labelled numbers, occur in it. Never throws. */
import {anyOf} from './any-of.ts'
import {isCardNumber, readDigits} from './check-digits.ts'
import type {SensitiveCategory} from './column-judgement.ts'
import {IDENTIFIER_WORDS, SPECIAL_CARE_WORDS} from './dictionaries.ts'
import {labelledIn} from './recognisers/all.ts'

const WORDS = [...IDENTIFIER_WORDS, ...SPECIAL_CARE_WORDS].flatMap(({category, value}) =>
  value === undefined ? [] : [{category, value}],
)
/** A cell that matches none of them, which is nearly every cell, is done after one pass. */
const hasAnyWord = anyOf(WORDS.map(({value}) => value))
const CARD_IN_TEXT = /(?<![-\d])\d(?:[- ]?\d){13,18}(?![-\d])/u
const SOME_DIGITS = /\d{4}/
/** What lies beyond is not read, so that a cell of a megabyte costs no more than a page. */
const LONGEST_TEXT = 4_000
const NOTHING: readonly SensitiveCategory[] = []

/** cell: as in the list, not empty. In NFKC and trimmed, its beginning only; hyphens of other scripts become hyphens. */
export function plainText(cell: string): string {
  const part = cell.length > LONGEST_TEXT ? cell.slice(0, LONGEST_TEXT) : cell
  return NOT_ASCII.test(part) ? part.normalize('NFKC').replace(LIKE_HYPHENS, '-').trim() : part.trim()
}

const NOT_ASCII = /[^\x20-\x7e]/
/** Between digits only: the long vowel of Japanese is one of them. */
const LIKE_HYPHENS = /(?<=\d)[\u2010-\u2015\u2212\u30fc](?=\d)/g

/** text: as plainText gives it. Each category at most once. */
export function categoriesIn(text: string): readonly SensitiveCategory[] {
  const labelled = labelledIn(text)
  const hasCard = SOME_DIGITS.test(text) && holdsCard(text)
  const hasWord = hasAnyWord(text.toLowerCase())
  if (labelled.length === 0 && !hasCard && !hasWord) return NOTHING
  const found = new Set<SensitiveCategory>(labelled.map(({category}) => category))
  if (hasCard) found.add('card')
  if (hasWord) for (const {category, value} of WORDS) if (value.test(text)) found.add(category)
  return [...found]
}

function holdsCard(text: string): boolean {
  const digits = new Uint8Array(19)
  const number = CARD_IN_TEXT.exec(text)?.[0]
  return number !== undefined && isCardNumber(digits, readDigits(number, digits))
}
