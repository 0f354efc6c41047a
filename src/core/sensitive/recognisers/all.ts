/** All recognisers of identifying numbers, and the first of them that find something in a cell. Never throws. */
import {anyOf} from '../any-of.ts'
import {americas} from './americas.ts'
import {asiaAndSouth} from './asia.ts'
import {britain} from './britain.ts'
import {common} from './common.ts'
import {europe} from './europe.ts'
import {germany} from './germany.ts'
import {japan} from './japan.ts'
import type {Recogniser} from './recogniser.ts'
import {compactOf, holdsLabelled} from './recogniser.ts'

/** Those of one country's own words before those with words of many. */
export const RECOGNISERS: readonly Recogniser[] = [
  ...common,
  ...japan,
  ...britain,
  ...germany,
  ...europe,
  ...asiaAndSouth,
  ...americas,
]

const PROVING: readonly (readonly Recogniser[])[] = Array.from({length: 41}, (_, length) =>
  RECOGNISERS.filter(({proves}) => proves?.lengths.includes(length)),
)
const LONGEST_CELL = 50
const SHORTEST = 8

/** The recognisers whose number is the whole cell, proved without words. text: in NFKC, trimmed. */
export function provedBy(text: string): readonly Recogniser[] {
  if (text.length < SHORTEST || text.length > LONGEST_CELL || !WHOLE_NUMBER.test(text)) return NOBODY
  const compact = compactOf(text)
  const candidates = PROVING[compact.length]
  if (candidates === undefined || candidates.length === 0) return NOBODY
  return candidates.filter((recogniser) => isWhole(recogniser, text, compact))
}

const NOBODY: readonly Recogniser[] = []
/** Four digits with few letters between them, and nothing but letters, digits and what parts them. */
const WHOLE_NUMBER = /^[A-Z]{0,6}(?:[ .+/()-]?[A-Z]{0,4}[ .+/()-]?\d){4}[A-Z\d .+/()-]*$/i

function isWhole({form, holds, proves}: Recogniser, text: string, compact: string): boolean {
  form.lastIndex = 0
  const found = form.exec(text)
  form.lastIndex = 0
  if (found === null || found[0].length !== text.length) return false
  if (proves?.written?.test(text) === false) return false
  return (holds?.(compact) ?? true) && proves!.test(compact)
}

/** The recognisers whose words stand in the text with such a number behind them. text: in NFKC. */
export function labelledIn(text: string): readonly Recogniser[] {
  // In this order: most cells have no number, most numbers no words, and the words take longest.
  if (!SOME_DIGITS.test(text) || !SOME_WORD.test(text) || !hasLabel(text.toLowerCase())) return NOBODY
  return RECOGNISERS.filter((recogniser) => holdsLabelled(recogniser, text))
}

/** Five digits with at most two letters between one and the next: no number here has fewer. */
const SOME_DIGITS = /\d(?:[- ./:]?[A-Z]{0,2}\d){4}/i
const SOME_WORD = /[A-Z]{3}|[^\0-\x7f]{2}/i
const hasLabel = anyOf(RECOGNISERS.map(({label}) => label))
