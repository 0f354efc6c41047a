/**
 * What a row says against mail: an opt-out, a complaint, a bounce, or that nobody agreed. Any column that says stop is
 * enough, whatever the others say.
 */
import {cellOf} from './cell.ts'
import type {ListMapping, MappedColumn} from './mapping.ts'
import {makeMomentReader} from './read-moment.ts'
import type {ReadNotes} from './read-notes.ts'
import {remember} from './remember.ts'
import {isSheetError} from './sheet-errors.ts'
import type {Meaning, StopReason} from './status-words.ts'
import {readStatus, saysNothing, stopColumnOf} from './status-words.ts'
import {makeStopFinder} from './stop-words.ts'

/** An opt-out the row itself states; at in UTC milliseconds or null. */
export interface RowStop {
  readonly reason: StopReason
  readonly at: number | null
}

/** A word that keeps a row from being mailed without being an opt-out. */
export interface RowHold {
  readonly word: string
  readonly column: string
}

export interface StopReader {
  /** Also sets hold for this row. */
  read(fields: readonly string[]): RowStop | null
  /** Of the row read last. */
  hold: RowHold | null
}

/** The stronger word wins: a complaint is an opt-out, and an opt-out outlives a bounce. */
const STRENGTH: Readonly<Record<StopReason, number>> = {bounce: 1, optout: 2, complaint: 3}

/** Null when no column of the file can say stop. */
export function makeStopReader(mapping: ListMapping, offsetMinutes: number, notes: ReadNotes): StopReader | null {
  const states = mapping
    .filter((column) => column.field === 'opt_out')
    .map((column) => stateColumn(column, offsetMinutes))
  const dates = mapping
    .filter((column) => column.field === 'withdrawn_at')
    .map((column) => dateColumn(column, offsetMinutes))
  const watched = mapping.flatMap(({index, header, watch}) =>
    watch === undefined ? [] : [{index, header, stopWordIn: makeStopFinder(watch)}],
  )
  const everyRow = mapping.find((column) => column.field === 'address')?.everyRow ?? null
  if (states.length + dates.length + watched.length === 0 && everyRow === null) return null

  const reader: StopReader = {
    hold: null,
    read(fields) {
      let reason: StopReason | null = null
      let at: number | null = null
      reader.hold = null
      for (const column of states) {
        const cell = cellOf(fields, column.index)
        if (cell === '') continue
        const meaning = column.meaningOf(cell)
        if (meaning === 'silent') continue
        if (meaning === 'active') continue
        if (meaning === 'unknown' || meaning === 'unconfirmed') {
          reader.hold ??= {word: cell, column: column.header}
          notes.add(meaning === 'unknown' ? 'unknown-word' : 'unconfirmed', column.header, cell)
        } else {
          if (column.isTopic) notes.add('topic-stop', column.header, '')
          reason = stronger(reason, meaning)
          at ??= column.momentOf(cell)
        }
      }
      for (const column of dates) {
        const cell = cellOf(fields, column.index)
        if (cell === '' || column.isNothing(cell)) continue
        if (column.reason !== null) reason = stronger(reason, column.reason)
        const moment = column.momentOf(cell)
        // A filled date of leaving is a stop also when the date cannot be read.
        if (moment === null) notes.add('date-unread', column.header, cell)
        at ??= moment
      }
      for (let i = 0; i < watched.length; i += 1) {
        const column = watched[i]!
        const cell = cellOf(fields, column.index)
        if (cell === '') continue
        const word = column.stopWordIn(cell)
        if (word === null) continue
        // Nobody said that the column is a state: no opt-out for good, and no mail until somebody does.
        reader.hold ??= {word, column: column.header}
        notes.add('stop-word', column.header, word)
      }
      // What the file is says stop as any column would: another column's yes does not outweigh it.
      if (everyRow !== null && reason === null) {
        if (everyRow !== 'unconfirmed') reason = everyRow
        else reader.hold ??= {word: everyRow, column: ''}
      }
      return reason === null ? null : {reason, at}
    },
  }
  return reader
}

function stronger(known: StopReason | null, said: StopReason): StopReason {
  return known === null || STRENGTH[said] > STRENGTH[known] ? said : known
}

function stateColumn(column: MappedColumn, offsetMinutes: number) {
  const stop = column.stop ?? stopColumnOf(column.header)
  const words = column.words ?? null
  return {
    index: column.index,
    header: column.header,
    isTopic: stop.isTopic,
    meaningOf: remember((cell): Meaning => (isSheetError(cell) ? 'silent' : readStatus(cell, stop, words))),
    momentOf: makeMomentReader(offsetMinutes, column.dates ?? 'ymd'),
  }
}

function dateColumn(column: MappedColumn, offsetMinutes: number) {
  const stop = column.stop ?? stopColumnOf(column.header)
  return {
    index: column.index,
    header: column.header,
    reason: stop.kind === 'moment' ? null : stop.reason,
    isNothing: remember((cell) => saysNothing(cell) || isSheetError(cell)),
    momentOf: makeMomentReader(offsetMinutes, column.dates ?? 'ymd'),
  }
}
