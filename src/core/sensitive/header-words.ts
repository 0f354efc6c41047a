/** What a column's header says about its content. Reads the header as written and split into words. Never throws. */
import type {SensitiveCategory} from './column-judgement.ts'
import {CONSENT_HEADER, IDENTIFIER_WORDS, SPECIAL_CARE_WORDS} from './dictionaries.ts'
import {RECOGNISERS} from './recognisers/all.ts'
import type {Recogniser} from './recognisers/recogniser.ts'

export interface HeaderWord {
  readonly category: SensitiveCategory
  readonly strength: 'strong' | 'weak'
}

/** header: as written. Strong words win over weak ones, identifiers over special care. */
export function judgeHeader(header: string): HeaderWord | null {
  const forms = headerForms(header)
  const says = (pattern: RegExp | undefined) => pattern !== undefined && forms.some((form) => pattern.test(form))
  const isConsent = says(CONSENT_HEADER)
  const words = isConsent ? IDENTIFIER_WORDS : [...IDENTIFIER_WORDS, ...SPECIAL_CARE_WORDS]
  for (const {category, header: pattern} of words) if (says(pattern)) return {category, strength: 'strong'}
  if (NATIONAL.some(({label}) => says(label))) return {category: 'nationalId', strength: 'strong'}
  for (const {category, weakHeader} of words) if (says(weakHeader)) return {category, strength: 'weak'}
  return null
}

/** Numbers of other categories have header words of their own, with their traps, in the dictionaries. */
const NATIONAL = RECOGNISERS.filter((each) => each.category === 'nationalId' && each.isSharedWithCompanies !== true)

/**
 * The recognisers to try on a column's cells. judged: what judgeHeader says. Where it says nothing, those whose short
 * words the header has: such a header counts only where the cells agree.
 */
export function recognisersFor(header: string, judged: HeaderWord | null): readonly Recogniser[] {
  const forms = headerForms(header)
  const says = (pattern: RegExp | undefined) => pattern !== undefined && forms.some((form) => pattern.test(form))
  if (judged === null || judged.strength === 'weak') return RECOGNISERS.filter(({hint}) => says(hint))
  const all = RECOGNISERS.filter(({category}) => category === judged.category)
  // A header says passport, not whose; a national number is named by itself.
  const named = judged.category === 'nationalId' ? all.filter(({label, hint}) => says(label) || says(hint)) : []
  return named.length > 0 ? named : all
}

/** Words apart at `_`, `-` and `.` (\b sees no border at `_`), as written and split at camelCase. */
export function headerForms(header: string): readonly string[] {
  const words = header
    .normalize('NFKC')
    .replace(/[\s_\-.・/]+/gu, ' ')
    .trim()
  const split = words.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
  return split === words ? [words] : [words, split]
}
