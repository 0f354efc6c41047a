/**
 * The columns of our own in an exported list, and how an import knows such a file again: first the address, last our
 * columns in their order, and whatever stands between are attributes, be their headers what they may.
 */
import {EVIDENCE_NAMES, sureHeader} from './evidence-words.ts'
import type {Field} from './fields.ts'

/** The name most mailing services know the column by. */
export const ADDRESS_COLUMN = 'email'
/** Its name where a column of the list has the other. */
const OTHER_NAME = 'mail_address'

export function addressHeader(headers: ReadonlyMap<string, unknown>): string {
  return headers.has(ADDRESS_COLUMN) ? OTHER_NAME : ADDRESS_COLUMN
}

interface OwnColumnOf<Name extends string> {
  readonly name: Name
  readonly field: Field
  /** There only when an import of the list filled the field. */
  readonly isOptional: boolean
}

const BEFORE_PROOF = [
  {name: 'country', field: 'country', isOptional: false},
  {name: 'locale', field: 'locale', isOptional: false},
  {name: 'time_zone', field: 'time_zone', isOptional: true},
  {name: 'consent', field: 'consent', isOptional: false},
  {name: 'consent_basis', field: 'basis', isOptional: false},
  {name: 'consent_at', field: 'consent_at', isOptional: false},
  {name: 'consent_source', field: 'consent_source', isOptional: false},
  {name: 'consent_method', field: 'consent_method', isOptional: true},
  {name: 'consent_wording', field: 'consent_wording', isOptional: true},
  {name: 'consent_topic', field: 'consent_topic', isOptional: true},
  {name: 'purpose', field: 'purpose', isOptional: true},
] as const satisfies readonly OwnColumnOf<string>[]

const AFTER_PROOF = [
  {name: 'opt_out', field: 'opt_out', isOptional: false},
  {name: 'opt_out_at', field: 'withdrawn_at', isOptional: false},
] as const satisfies readonly OwnColumnOf<string>[]

/** The columns that hold no proof. */
export type PlainColumn = (typeof BEFORE_PROOF | typeof AFTER_PROOF)[number]['name']

/** The columns of the proof, each under the header that an import surely knows it by. */
export const PROOF_COLUMNS = EVIDENCE_NAMES.map((field) => ({name: sureHeader(field), field, isOptional: true}))

/** In the order in which they stand. */
export const OWN_COLUMNS: readonly OwnColumnOf<string>[] = [...BEFORE_PROOF, ...PROOF_COLUMNS, ...AFTER_PROOF]

/** The fields of all columns when the headers are those of a whole export of ours, else null. */
export function ownFields(headers: readonly string[]): readonly Field[] | null {
  const first = headers.findIndex((header) => header === ADDRESS_COLUMN || header === OTHER_NAME)
  const start = headers.lastIndexOf(BEFORE_PROOF[0].name)
  // A rejects file has the line and the reason in front.
  if (first < 0 || start <= first || !headers.slice(0, first).every((header) => /^todoke_\w+$/.test(header)))
    return null
  const own: Field[] = []
  let next = start
  for (const {name, field, isOptional} of OWN_COLUMNS) {
    if (headers[next] === name) {
      own.push(field)
      next += 1
    } else if (!isOptional) return null
  }
  if (next !== headers.length) return null
  return headers.map((_, index) =>
    index < first ? 'ignore' : index === first ? 'address' : index < start ? 'attribute' : own[index - start]!,
  )
}
