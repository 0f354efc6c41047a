/** What a proposal of how to read a file is not sure of: asked on a terminal, elsewhere refused or shown. */
import {AppError} from '../../errors.ts'
import type {Field} from './fields.ts'
import type {ListMapping} from './mapping.ts'
import type {RowsAre} from './rows-are.ts'
import type {StatusWords} from './status-words.ts'

export interface Doubt {
  /**
   * no-header: the file has no line of column names. which-address: several columns hold addresses. status-words: words
   * of a status column that nobody knows; rows with one are not mailed. field: what a column means, told by its values.
   * every-row: the file may be one of people who must not be mailed. stop-words: words that say no in a column that
   * nobody called a state.
   */
  readonly kind: 'no-header' | 'which-address' | 'status-words' | 'field' | 'every-row' | 'stop-words'
  /** Positions from 0; for which-address and no-header those that hold addresses, likeliest first. */
  readonly columns: readonly number[]
  /** For status-words: the words, as the file writes them. For stop-words: with the number of rows looked at that hold each. */
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
  readonly rows: RowsAre | null
}

interface Doubted {
  readonly file: string
  readonly mapping: ListMapping
  readonly skipLines: number
  readonly doubts: readonly Doubt[]
}

/**
 * Guessing wrong would lose an opt-out, make one up for good, or mail the wrong people, so these want an answer: throws
 * ROWS_UNSURE, STOP_WORDS_UNSURE and what refuseUnreadable throws. All other doubts are safe as they are.
 */
export function refuseDoubts(plan: Doubted): void {
  const {file, mapping, doubts} = plan
  if (doubts.some(({kind}) => kind === 'every-row')) throw new AppError('ROWS_UNSURE', {file})
  refuseUnreadable(plan)
  const open = doubts.find(({kind}) => kind === 'stop-words')
  if (open === undefined) return
  const column = mapping[open.columns[0]!]!.header
  throw new AppError('STOP_WORDS_UNSURE', {file, column, words: open.words.join(', ')})
}

/** What must be known to read a file at all: throws HEADER_MISSING or ADDRESS_COLUMN_UNSURE. */
export function refuseUnreadable(plan: Doubted): void {
  for (const {kind, columns} of plan.doubts) {
    const names = columns.map((index) => plan.mapping[index]!.header)
    const number = (columns[0] ?? 0) + 1
    if (kind === 'no-header') throw new AppError('HEADER_MISSING', {file: plan.file, line: plan.skipLines + 1, number})
    if (kind === 'which-address')
      throw new AppError('ADDRESS_COLUMN_UNSURE', {file: plan.file, columns: names.join(', '), column: names[0]!})
  }
}
