/**
 * Columns of special-care data that a user takes in all the same, saying on which ground: recorded with the import.
 * What no consent makes fit for a list (マイナンバー, cards, passwords) is refused.
 */
import {AppError} from '../../errors.ts'
import type {ColumnFate, SensitiveCategory} from './column-judgement.ts'

/**
 * Grounds for holding such data: the person's consent, a law that demands it, or that the person made it public.
 * Source: APPI art. 20(2), GDPR art. 9(2)(a), (b), (e).
 */
export const KEEP_BASES = ['consent', 'law', 'public'] as const
export type KeepBasis = (typeof KEEP_BASES)[number]

/** evidence: where it can be read (wording, form, record), in the user's words. */
export interface KeptOn {
  readonly basis: KeepBasis
  readonly evidence: string
}

export interface KeepAsk extends KeptOn {
  /** Headers as the file has them. */
  readonly columns: readonly string[]
}

interface Keepable {
  readonly header: string
  readonly fate: ColumnFate
  readonly category: SensitiveCategory | null
}

/** The mapping with those columns taken in. Throws KEEP_BARRED, and FLAG_INVALID for a column that is not left out. */
export function keepColumns<Column extends Keepable>(
  mapping: readonly Column[],
  keep: KeepAsk | null,
): readonly (Column & {readonly kept?: KeptOn})[] {
  if (keep === null) return mapping
  const chosen = new Set(keep.columns.map((name) => indexOf(mapping, name)))
  const {basis, evidence} = keep
  return mapping.map((column, index) =>
    chosen.has(index) ? {...column, fate: 'store' as const, kept: {basis, evidence}} : column,
  )
}

function indexOf(mapping: readonly Keepable[], name: string): number {
  const index = mapping.findIndex(({header}) => header === name.trim())
  const column = mapping[index]
  if (column?.fate === 'leave-out')
    throw new AppError('KEEP_BARRED', {column: column.header, category: column.category!})
  if (column?.fate === 'leave-out-without-consent') return index
  const keepable = mapping.filter(({fate}) => fate === 'leave-out-without-consent').map(({header}) => header)
  throw new AppError('FLAG_INVALID', {
    flag: '--keep',
    given: name.slice(0, 100),
    expected: keepable.length === 0 ? '–' : keepable.join(', ').slice(0, 400),
    command: 'list import',
  })
}
