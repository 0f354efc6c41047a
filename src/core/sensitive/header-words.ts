/** What a column's header says about its content. Reads the header as written and split into words. Never throws. */
import type {SensitiveCategory} from './column-judgement.ts'
import {CONSENT_HEADER, IDENTIFIER_WORDS, SPECIAL_CARE_WORDS} from './dictionaries.ts'

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
  for (const {category, weakHeader} of words) if (says(weakHeader)) return {category, strength: 'weak'}
  return null
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
