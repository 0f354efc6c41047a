/** What a list's column holds, judged by header words and values together. */
import type {KeptOn} from './kept-on.ts'

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
  /** What it is first of all; what else it holds stands in others. */
  readonly category: SensitiveCategory | null
  /** strong: header words, or a clear majority of values; weak: some values only. */
  readonly strength: 'strong' | 'weak' | null
  /** What spoke: header words, values, or both. */
  readonly by: 'header' | 'values' | 'both' | null
  /** Cells seen that are not empty, and those of them whose value matched. */
  readonly filled: number
  readonly matched: number
  /** Free text may hold several kinds: each with its own strength, most cells first. Absent = none. */
  readonly others?: readonly OtherKind[]
  /** The kind of number that matched most (us-ssn), where it is one. */
  readonly kind?: string
  /** How such a value looks, a dot for each sign: all that a report may show of it. */
  readonly shape?: string
  /** Where the first cells stand that speak for it: lines of a file, or public ids. */
  readonly rows?: readonly (number | string)[]
  /** The user took it in on this ground. */
  readonly kept?: KeptOn
  /** Of birth dates: cells that are a date, and how many of those persons are younger on the day judged. */
  readonly ages?: {readonly dated: number; readonly under16: number; readonly under18: number}
}

/** A further kind of data in a column, beside the one that it is first of all. */
export type OtherKind = Pick<ColumnJudgement, 'matched' | 'kind' | 'shape'> & {
  readonly category: SensitiveCategory
  readonly strength: 'strong' | 'weak'
  readonly by: 'header' | 'values' | 'both'
}

/**
 * The column once per kind of data it holds, as if it held that one alone; [] when it holds none. A ground covers what
 * the column surely holds; nothing covers what is barred, nor what has slipped into some cells.
 */
export function kindsOf({others = [], kept, ...first}: ColumnJudgement): readonly ColumnJudgement[] {
  const {index, name, filled, category} = first
  if (category === null) return []
  const ground = kept === undefined ? {} : {kept}
  return [
    {...first, ...(isBarred(category) ? {} : ground)},
    ...others.map((other) => ({
      ...{index, name, filled, ...other},
      ...(other.strength === 'strong' && !isBarred(other.category) ? ground : {}),
    })),
  ]
}

/**
 * What import does with a column: APPI art. 20(2) and 22, 番号法 art. 20. without-consent: rows that record one come
 * in; without-ground: only a ground said for the whole column brings it in; leave-out: nothing does.
 */
export type ColumnFate = 'store' | 'leave-out-without-consent' | 'leave-out-without-ground' | 'leave-out'

/** Worst first. */
const FATES = ['leave-out', 'leave-out-without-ground', 'leave-out-without-consent'] as const

/** Of all that it surely holds, the worst. */
export function fateOf(column: ColumnJudgement): ColumnFate {
  const fates = kindsOf(column).map(fateOfKind)
  return FATES.find((fate) => fates.includes(fate)) ?? 'store'
}

/** The kind of data for which the column is left out; of a column that comes in, what it is first of all. */
export function decidingCategory(column: ColumnJudgement): SensitiveCategory | null {
  const fate = fateOf(column)
  return kindsOf(column).find((kind) => fateOfKind(kind) === fate)?.category ?? column.category
}

/** Whether any cell of a column with that fate may come in. */
export function mayComeIn(fate: ColumnFate): boolean {
  return fate === 'store' || fate === 'leave-out-without-consent'
}

/** A date of birth identifies nobody to an authority or a bank, and some mails need it. */
function fateOfKind({category, strength}: ColumnJudgement): ColumnFate {
  if (strength !== 'strong' || category === null || category === 'birthDate') return 'store'
  if (isBarred(category)) return 'leave-out'
  return (SPECIAL_CARE as readonly string[]).includes(category)
    ? 'leave-out-without-consent'
    : 'leave-out-without-ground'
}

/** What no consent makes fit for a mailing list. */
export function isBarred(category: SensitiveCategory): boolean {
  return category === 'mynumber' || category === 'card' || category === 'password'
}
