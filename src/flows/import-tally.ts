/** The sums of an import: what its rows became, block by block. They add up to the rows of the file. */
import type {FlagCount} from '../core/contacts/address-census.ts'
import type {ReadNote} from '../core/contacts/read-notes.ts'
import {mergeNotes} from '../core/contacts/read-notes.ts'
import type {ListBatch, RejectCount} from '../ports/list-files.ts'
import type {ImportSession, WriteCounts} from '../ports/list-import.ts'

export interface ImportCounts extends WriteCounts {
  /** Data rows of the file, blank lines not counted: added + updated + unchanged + duplicate + erased + rejected. */
  readonly rows: number
  readonly rejected: number
}

export const NO_ROWS = {
  rows: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  duplicate: 0,
  erased: 0,
  rejected: 0,
  consents: 0,
  refusals: 0,
  optOuts: 0,
  stopped: 0,
}

/** before: what a killed run of this import had brought; its rows are read again, but not written. */
export function startTally(before: ImportSession['before']) {
  const counts = {...NO_ROWS}
  const rejectedBy: Record<string, RejectCount> = {}
  // Headers are foreign words: one called constructor must be a key like any other.
  const leftOut: Record<string, number> = Object.create(null)
  let notes: readonly ReadNote[] = []
  let flags: readonly FlagCount[] = []
  return {
    rejectedBy,
    leftOut,
    rows: () => counts.rows,
    counts(): ImportCounts {
      const sums = {...counts}
      for (const name of WRITTEN) sums[name] += before[name]
      return sums
    },
    notes: () => notes,
    flags: () => flags,
    addRead(batch: ListBatch) {
      counts.rows += batch.block.count
      if (batch.flags.length > 0) flags = batch.flags
      for (const [why, {count, firstLine}] of Object.entries(batch.rejected)) {
        const known = rejectedBy[why]
        rejectedBy[why] = {count: (known?.count ?? 0) + count, firstLine: known?.firstLine ?? firstLine}
        counts.rejected += count
        counts.rows += count
      }
      notes = mergeNotes(notes, batch.notes)
      for (const [column, count] of Object.entries(batch.leftOut)) leftOut[column] = (leftOut[column] ?? 0) + count
    },
    addWritten(written: WriteCounts) {
      for (const name of WRITTEN) counts[name] += written[name]
    },
  }
}

const WRITTEN = [
  'added',
  'updated',
  'unchanged',
  'duplicate',
  'erased',
  'consents',
  'refusals',
  'optOuts',
  'stopped',
] as const
