/** Is there a postal address in a text? Judged by forms of addresses, not by single numbers (rulebook G.4). */
import type {Phrases} from './find-phrases.ts'
import {anyOf, mayHold} from './find-phrases.ts'
import {fold} from './fold-text.ts'
import {ADDRESS_FORMS, ADDRESS_PLACEHOLDER, OTHERS_ADDRESS} from './phrases/postal-addresses.ts'
import {showsSystemTag} from './sending-system.ts'

interface Form {
  readonly near: number
  readonly all: readonly string[]
  /** By which each of them is told to be absent, whatever the case. */
  readonly words: readonly Phrases[]
  /** Made when first needed: a text holds few forms. */
  searches: readonly RegExp[] | null
}

const FORMS = ADDRESS_FORMS.map(
  ({near, all}): Form => ({near, all, words: all.map((pattern) => anyOf({pattern: [pattern]})), searches: null}),
)
/** So far before an address, or a part of it, we look for words that tell whose it is. */
const OWNER_REACH = 80

/** text: as seen. A tag or placeholder for the sender's address counts; the reader's address does not. */
export function hasPostalAddress(text: string): boolean {
  if (showsSystemTag(text, 'address') || ADDRESS_PLACEHOLDER.test(text)) return true
  // Lines of an address often stand in table cells of their own.
  const folded = fold(text).text.replaceAll('\n', ' ')
  return FORMS.some((form) => standsIn(folded, form))
}

function standsIn(text: string, form: Form): boolean {
  if (!form.words.every((each) => mayHold(each, text))) return false
  form.searches ??= form.all.map((pattern) => new RegExp(pattern, 'gu'))
  return standTogether(text, form.searches, form.near)
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
