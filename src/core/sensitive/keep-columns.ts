/**
 * Columns of special-care data or identifying numbers that a user takes in all the same, saying on which ground:
 * recorded with the import.
 * What no consent makes fit for a list (マイナンバー, cards, passwords) is refused.
 */
import {AppError} from '../../errors.ts'
import type {ColumnFate, SensitiveCategory} from './column-judgement.ts'
import type {KeptOn} from './kept-on.ts'

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
  if (column !== undefined && isKeepable(column)) return index
  const keepable = mapping.filter(isKeepable).map(({header}) => header)
  throw new AppError('FLAG_INVALID', {
    flag: '--keep',
    given: name.slice(0, 100),
    expected: keepable.length === 0 ? '–' : keepable.join(', ').slice(0, 400),
    command: 'list import',
  })
}

function isKeepable({fate}: Keepable): boolean {
  return fate === 'leave-out-without-consent' || fate === 'leave-out-without-ground'
}
