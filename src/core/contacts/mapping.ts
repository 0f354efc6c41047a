/** What each column of a file means and what becomes of it: proposed from headers, changed by --map, kept with the import. */
import type {ColumnFate, ColumnJudgement, SensitiveCategory} from '../sensitive/column-judgement.ts'
import {fateOf} from '../sensitive/column-judgement.ts'
import type {Field} from './fields.ts'
import {FIELDS, fieldOfHeader} from './fields.ts'

export interface MappedColumn {
  readonly index: number
  readonly header: string
  readonly field: Field
  readonly fate: ColumnFate
  readonly category: SensitiveCategory | null
}

export type ListMapping = readonly MappedColumn[]

export interface MappingFault {
  readonly given: string
  readonly what: 'not-a-pair' | 'unknown-column' | 'unknown-field'
}

/**
 * overrides: "COLUMN=FIELD" as given. addressLike: columns whose values look like addresses, best first; used when
 * no header names one. A field that only one column may fill (address, basis, consent …) keeps its first column.
 */
export function proposeMapping(
  headers: readonly string[],
  judged: readonly ColumnJudgement[],
  overrides: readonly string[],
  addressLike: readonly number[],
): {mapping: ListMapping; faults: readonly MappingFault[]} {
  const {chosen, faults} = readOverrides(headers, overrides)
  const taken = new Set<Field>(chosen.values())
  const addressColumn = addressColumnOf(headers, addressLike)
  const fields = headers.map((header, index): Field => {
    const said = chosen.get(index)
    if (said !== undefined) return said
    const field = fieldOfHeader(header)
    if (MANY.has(field)) return field
    if (field === 'address' && index !== addressColumn) return 'attribute'
    if (taken.has(field)) return 'attribute'
    taken.add(field)
    return field
  })
  if (!fields.includes('address')) {
    const unnamed = addressLike.find((index) => !chosen.has(index))
    if (unnamed !== undefined) fields[unnamed] = 'address'
  }
  const mapping = headers.map((header, index): MappedColumn => {
    const field = fields[index]!
    const column = judged[index]
    const fate = column ? fateOf(column) : 'store'
    const isJudged = ATTRIBUTE_LIKE.has(field) || (fate === 'leave-out' && field !== 'address')
    return {
      index,
      header: header.trim(),
      field,
      fate: isJudged ? fate : 'store',
      category: column && isJudged ? column.category : null,
    }
  })
  return {mapping, faults}
}

/**
 * The column whose header names addresses, or -1. Of several the first that holds addresses: a column “address” may
 * be the postal one.
 */
export function addressColumnOf(headers: readonly string[], addressLike: readonly number[]): number {
  const named = headers.flatMap((header, index) => (fieldOfHeader(header) === 'address' ? [index] : []))
  const holding = named.find((index) => addressLike.includes(index))
  if (holding !== undefined) return holding
  const isPostal = named.length === 1 && addressLike.length > 0 && /^\W*address\W*$/i.test(headers[named[0]!]!)
  return isPostal ? addressLike[0]! : (named[0] ?? -1)
}

/** Fields that several columns may share: a list with a status and an unsubscribe flag means both. */
const MANY: ReadonlySet<Field> = new Set(['attribute', 'ignore', 'opt_out', 'withdrawn_at'])
/**
 * Fields in which special-care data can lie; an address or a date of consent is none. What must never be stored
 * (マイナンバー) is barred under any name, also one given by --map.
 */
const ATTRIBUTE_LIKE: ReadonlySet<Field> = new Set(['attribute', 'name'])

function readOverrides(headers: readonly string[], overrides: readonly string[]) {
  const chosen = new Map<number, Field>()
  const faults: MappingFault[] = []
  for (const given of overrides) {
    const split = given.lastIndexOf('=')
    if (split <= 0) {
      faults.push({given, what: 'not-a-pair'})
      continue
    }
    const name = given.slice(0, split).trim()
    const field = given.slice(split + 1).trim() as Field
    const index = headers.findIndex((header) => header.trim() === name)
    if (index < 0) faults.push({given, what: 'unknown-column'})
    else if (!FIELDS.includes(field)) faults.push({given, what: 'unknown-field'})
    else chosen.set(index, field)
  }
  return {chosen, faults}
}
