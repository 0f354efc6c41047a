/** What a list's column holds, judged by header words and values together. */

/** Categories of rulebook G.8: special-care data, identifiers, and columns a mailing list has no need for. */
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
}

/** What import does with a column: APPI art. 20(2), 番号法 art. 20. */
export type ColumnFate = 'store' | 'leave-out-without-consent' | 'leave-out'

/** strong special-care columns need a recorded consent per row; マイナンバー, cards' and passwords' columns never come in. */
export function fateOf(column: ColumnJudgement): ColumnFate {
  if (column.strength !== 'strong' || column.category === null) return 'store'
  if (column.category === 'mynumber' || column.category === 'card' || column.category === 'password') return 'leave-out'
  return (SPECIAL_CARE as readonly string[]).includes(column.category) ? 'leave-out-without-consent' : 'store'
}
