/** What a proposal of how to read a file is not sure of: asked on a terminal, elsewhere refused or shown. */
import {AppError} from '../../errors.ts'
import type {Field} from './fields.ts'
import type {ListMapping} from './mapping.ts'
import type {StatusWords} from './status-words.ts'

export interface Doubt {
  /**
   * no-header: the file has no line of column names. which-address: several columns hold addresses. status-words: words
   * of a status column that nobody knows; rows with one are not mailed. field: what a column means, told by its values.
   */
  readonly kind: 'no-header' | 'which-address' | 'status-words' | 'field'
  /** Positions from 0; for which-address and no-header those that hold addresses, likeliest first. */
  readonly columns: readonly number[]
  /** For status-words: the words, as the file writes them. */
  readonly words: readonly string[]
  /** For field: what else the column may be, likeliest first. */
  readonly alternatives: readonly Field[]
}

/** What a person says to the doubts of a plan, in the words of the flags. */
export interface MappingAnswers {
  /** "#2=address" pairs. */
  readonly map: readonly string[]
  /** When the first line is a header after all. */
  readonly header: number | null
  readonly statusWords: StatusWords
}

/**
 * Guessing wrong would mail the wrong people, so these want an answer: throws HEADER_MISSING or ADDRESS_COLUMN_UNSURE.
 * All other doubts are safe as they are.
 */
export function refuseDoubts(plan: {
  readonly file: string
  readonly mapping: ListMapping
  readonly skipLines: number
  readonly doubts: readonly Doubt[]
}): void {
  for (const {kind, columns} of plan.doubts) {
    const names = columns.map((index) => plan.mapping[index]!.header)
    const number = (columns[0] ?? 0) + 1
    if (kind === 'no-header') throw new AppError('HEADER_MISSING', {file: plan.file, line: plan.skipLines + 1, number})
    if (kind === 'which-address')
      throw new AppError('ADDRESS_COLUMN_UNSURE', {file: plan.file, columns: names.join(', '), column: names[0]!})
  }
}
