/** What a list's column holds, judged by header words and values together. */

/** Categories of rulebook G.8 that no list should hold without consent: the laws name different ones, see below. */
export const SPECIAL_CARE = [
  'race',
  'creed',
  'socialStatus',
  'unionEtc',
  'medical',
  'disability',
  'testResult',
  'guidance',
  'criminal',
  'crimeVictim',
  'criminalProcedure',
  'juvenile',
  'sexLife',
  'biometric',
] as const
export const IDENTIFIERS = [
  'mynumber',
  'licence',
  'passport',
  'pension',
  'insurance',
  'residence',
  'nationalId',
  'card',
  'bank',
  'password',
  'birthDate',
] as const
/** 要配慮個人情報. Source: APPI art. 2(3), Order art. 2. */
export const APPI_SPECIAL_CARE: readonly SpecialCareCategory[] = [
  'race',
  'creed',
  'socialStatus',
  'medical',
  'disability',
  'testResult',
  'guidance',
  'criminal',
  'crimeVictim',
  'criminalProcedure',
  'juvenile',
]
/** Special categories of personal data: a test result is data on health, or genetic data. Source: GDPR art. 9(1). */
export const GDPR_ARTICLE_9: readonly SpecialCareCategory[] = [
  'race',
  'creed',
  'unionEtc',
  'medical',
  'disability',
  'testResult',
  'guidance',
  'sexLife',
  'biometric',
]
/** Criminal convictions and offences. Source: GDPR art. 10. */
export const GDPR_ARTICLE_10: readonly SpecialCareCategory[] = ['criminal', 'criminalProcedure', 'juvenile']

export type SpecialCareCategory = (typeof SPECIAL_CARE)[number]
export type IdentifierCategory = (typeof IDENTIFIERS)[number]
export type SensitiveCategory = SpecialCareCategory | IdentifierCategory

export interface ColumnJudgement {
  /** Position from 0. */
  readonly index: number
  /** Header as written, trimmed. */
  readonly name: string
  readonly category: SensitiveCategory | null
  /** strong: header words, or a clear majority of values; weak: some values only. */
  readonly strength: 'strong' | 'weak' | null
  /** What spoke: header words, values, or both. */
  readonly by: 'header' | 'values' | 'both' | null
  /** Cells seen that are not empty, and those of them whose value matched. */
  readonly filled: number
  readonly matched: number
  /** The kind of number that matched most (us-ssn), where it is one. */
  readonly kind?: string
  /** How such a value looks, a dot for each sign: all that a report may show of it. */
  readonly shape?: string
  /** The user took it in on this ground. */
  readonly kept?: {readonly basis: string; readonly evidence: string}
  /** Of birth dates: cells that are a date, and how many of those persons are younger on the day judged. */
  readonly ages?: {readonly dated: number; readonly under16: number; readonly under18: number}
}

/** What import does with a column: APPI art. 20(2), 番号法 art. 20. */
export type ColumnFate = 'store' | 'leave-out-without-consent' | 'leave-out'

/** strong special-care columns need a recorded consent per row; マイナンバー, cards' and passwords' columns never come in. */
export function fateOf(column: ColumnJudgement): ColumnFate {
  if (column.strength !== 'strong' || column.category === null) return 'store'
  if (isBarred(column.category)) return 'leave-out'
  return (SPECIAL_CARE as readonly string[]).includes(column.category) ? 'leave-out-without-consent' : 'store'
}

/** A column of numbers that identify a person to a state, an insurer or a bank, beyond doubt. */
export function isIdentifying({category, strength}: ColumnJudgement): boolean {
  return (
    strength === 'strong' && category !== 'birthDate' && (IDENTIFIERS as readonly string[]).includes(category ?? '')
  )
}

/** What no consent makes fit for a mailing list. */
export function isBarred(category: SensitiveCategory): boolean {
  return category === 'mynumber' || category === 'card' || category === 'password'
}
