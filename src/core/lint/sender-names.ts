/** Compares the sender's declared name with what a text shows. */
import type {Catalogue} from './find-phrases.ts'
import {anyOf} from './find-phrases.ts'
import {fold, squash} from './fold-text.ts'
import {COMPANY_FORMS, SAME_FORMS} from './phrases/company-forms.ts'

const FORMS = anyOf(COMPANY_FORMS as Catalogue)
/** Words before a company's name that the pattern may have caught with it. */
const LABELS = /^(?:配信元|発行元|送信者|運営会社|運営|会社名)/u

/** Blanks, widths, case and spellings of one legal form (株式会社, ㈱) make no difference. */
export function showsName(text: string, name: string): boolean {
  return sameSpelling(text).includes(sameSpelling(name))
}

function sameSpelling(text: string): string {
  return SAME_FORMS.reduce((words, [form, short]) => words.replaceAll(form, short), squash(text))
}

/** Declared name without its legal form, e.g. サンプル for 株式会社サンプル; null when nothing is left or nothing goes. */
export function shortName(name: string): string | null {
  const bare = SAME_FORMS.reduce((words, [form, short]) => words.replace(form, '').replace(short, ''), squash(name))
    .replace(/,?(?:inc\.?|ltd\.?|co\.,|llc|gmbh|k\.k\.|corp\.?|corporation|limited)/giu, '')
    .trim()
  return bare.length < 2 || bare === squash(name) ? null : bare
}

/** The first legal name that a text shows, or null: to tell people which name the mail does carry. */
export function firstCompany(text: string): string | null {
  const found = fold(text).text.match(FORMS)?.[0]
  return found === undefined ? null : found.replace(LABELS, '').slice(0, 40)
}
