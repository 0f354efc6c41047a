/**
 * Columns of a file of events that nobody took in, and notes: a word there that says no (退会, unsubscribed, a date of
 * leaving) keeps its line from becoming a yes.
 */
import {fieldOfHeader} from '../contacts/field-of-header.ts'
import {remember} from '../contacts/remember.ts'
import {isSheetError} from '../contacts/sheet-errors.ts'
import {readStatus, saysNothing, stopColumnOf} from '../contacts/status-words.ts'
import {makeStopFinder, watchOf} from '../contacts/stop-words.ts'
import type {EventField} from './event-words.ts'

/** Fields that are taken in and may still say no in words. */
export const WATCHED_FIELDS: ReadonlySet<EventField> = new Set<EventField>(['note'])

/** cells: the column's first ones. Null where the column cannot say no. The test is cheap for a million cells. */
export function stopGuard(header: string, cells: readonly string[]): ((cell: string) => boolean) | null {
  const field = fieldOfHeader(header)
  const isSilent = (cell: string) => saysNothing(cell) || isSheetError(cell)
  if (field === 'withdrawn_at') return remember((cell) => !isSilent(cell))
  if (field === 'opt_out') {
    const column = stopColumnOf(header)
    return remember((cell) => !isSilent(cell) && STOPS.has(readStatus(cell, column)))
  }
  const watch = watchOf(header, cells)
  if (watch === null) return null
  const stopWordIn = makeStopFinder(watch)
  return (cell) => cell !== '' && stopWordIn(cell) !== null
}

const STOPS: ReadonlySet<string> = new Set(['optout', 'complaint', 'bounce', 'unconfirmed'])
