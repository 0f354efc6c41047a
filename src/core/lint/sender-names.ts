/** Compares the sender's declared name with what a text shows. */
import type {Catalogue} from './find-phrases.ts'
import {exactlyAnyOf, matchesIn, mayHold} from './find-phrases.ts'
import {fold, squash} from './fold-text.ts'
import {COMPANY_FORMS, SAME_FORMS} from './phrases/company-forms.ts'

const FORMS = exactlyAnyOf(COMPANY_FORMS as Catalogue)
/** Words before a company's name that the pattern may have caught with it. */
const LABELS = /^(?:配信元|発行元|送信者|運営会社|運営|会社名)/u

/** Blanks, widths, case and spellings of one legal form (株式会社, ㈱) make no difference. */
export function showsName(text: string, name: string): boolean {
  return sameSpelling(text).includes(sameSpelling(name))
}

function sameSpelling(text: string): string {
  return SAME_FORMS.reduce((words, [form, short]) => words.replaceAll(form, short), squash(text))
}

/** True when a text shows the name without its legal form, as a word: サンプル for 株式会社サンプル, not サンプルビル. */
export function showsShortName(text: string, name: string): boolean {
  const short = SAME_FORMS.reduce(
    (words, [form, abbreviated]) => words.replace(form, '').replace(abbreviated, ''),
    squash(name),
  )
    .replace(/,?(?:inc\.?|ltd\.?|co\.,|llc|gmbh|k\.k\.|corp\.?|corporation|limited)/giu, '')
    .trim()
  if (short.length < 2 || short === squash(name)) return false
  const escaped = short.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return new RegExp(`(?<!${WORD})${escaped}(?!${WORD})`, 'u').test(squash(text))
}

/** What continues a Japanese or Latin name; particles such as より do not. squash writes ー as -. */
const WORD = '[\\p{sc=Katakana}\\p{sc=Han}a-z0-9-]'

/** The first legal name that a text shows, or null: to tell people which name the mail does carry. */
export function firstCompany(text: string): string | null {
  if (!mayHold(FORMS, fold(text).text)) return null
  for (const line of text.split('\n')) {
    const [found] = matchesIn(FORMS, fold(line).text)
    if (found !== undefined) return found[0].replace(LABELS, '').slice(0, 40)
  }
  return null
}
