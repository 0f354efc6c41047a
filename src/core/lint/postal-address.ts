/** Is there a postal address in a text? Judged by forms of addresses, not by single numbers (rulebook G.4). */
import {exactlyAnyOf, possibleIn, searchOf} from './find-phrases.ts'
import {fold} from './fold-text.ts'
import {ADDRESS_FORMS, ADDRESS_PLACEHOLDER, OTHERS_ADDRESS} from './phrases/postal-addresses.ts'
import {showsSystemTag} from './sending-system.ts'

const PATTERNS = [...new Set(ADDRESS_FORMS.flatMap(({all}) => all))]
const WORDS = exactlyAnyOf({patterns: PATTERNS})
/** all: places in PATTERNS. */
const FORMS = ADDRESS_FORMS.map(({near, all}) => ({near, all: all.map((pattern) => PATTERNS.indexOf(pattern))}))
/** So far before an address, or a part of it, we look for words that tell whose it is. */
const OWNER_REACH = 80

/** text: as seen. A tag or placeholder for the sender's address counts; the reader's address does not. */
export function hasPostalAddress(text: string): boolean {
  if (showsSystemTag(text, 'address') || ADDRESS_PLACEHOLDER.test(text)) return true
  // Lines of an address often stand in table cells of their own.
  const folded = fold(text).text.replaceAll('\n', ' ')
  const possible = new Set(possibleIn(WORDS, folded))
  return FORMS.some(
    ({all, near}) =>
      all.every((index) => possible.has(index)) &&
      standTogether(
        folded,
        all.map((index) => searchOf(WORDS, index)),
        near,
      ),
  )
}

/** True when a match of each pattern lies within near characters of a match of the first. */
function standTogether(text: string, patterns: readonly RegExp[], near: number): boolean {
  const [first, ...others] = patterns
  // matchAll copies its pattern; most texts hold no number of that form at all.
  if (text.search(first!) < 0) return false
  let last = 0
  for (const match of text.matchAll(first!)) {
    const around = text.slice(Math.max(0, match.index - near), match.index + match[0].length + near)
    // Words before another address were said of that one.
    const before = text.slice(Math.max(last, match.index - OWNER_REACH), match.index)
    if (others.every((pattern) => around.search(pattern) >= 0) && !OTHERS_ADDRESS.test(before)) return true
    last = match.index + match[0].length
  }
  return false
}
