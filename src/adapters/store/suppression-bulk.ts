/** The new entries of a merge, written by groups in the order in which their subjects are looked for later. */
import {hashAlgorithmOf} from '../../core/suppression/hash-forms.ts'
import {SEAL_BYTES, sealInto} from '../system/seal-event.ts'
import {bulkInsert, GROUP} from './bulk-insert.ts'
import type {SqliteDatabase} from './driver.ts'
import type {StoredEvent} from './suppression-beside.ts'
import {algorithmNoter, sealedContent} from './suppression-events.ts'
import type {SpooledLine} from './suppression-spool.ts'

export interface BulkWriter {
  /** The first id that this merge gives. */
  readonly firstId: number
  lastId(): number
  /** Takes the line as an event; in the store with the next flush. */
  add(line: SpooledLine): StoredEvent
  flush(): void
}

/** In a transaction that has begun. */
export function bulkWriter(db: SqliteDatabase, at: number): BulkWriter {
  const insert = bulkInsert(db, {
    table: 'suppression_events',
    fixed: {recorded_at: at},
    derived: {seal: (place) => `substr(?1, ${place * SEAL_BYTES + 1}, ${SEAL_BYTES})`},
    tail: '',
  })
  const note = algorithmNoter(db)
  const noted = new Set<string>()
  const {seq} = (db.prepare("select seq from sqlite_sequence where name = 'suppression_events'").get() ?? {seq: 0}) as {
    seq: number
  }
  const firstId = seq + 1
  let nextId = firstId
  let waiting: (StoredEvent & {readonly hash: number; readonly line: number; readonly spelling: string | undefined})[] =
    []
  const seals = Buffer.alloc(GROUP * SEAL_BYTES)

  const write = (rows: typeof waiting) => {
    for (const [i, row] of rows.entries()) sealInto(seals, i * SEAL_BYTES, sealedContent(row))
    const column = <T>(of: (row: (typeof waiting)[number]) => T): T[] => rows.map(of)
    const untils = column(({until}) => until)
    const spellings = column(({spelling}) => spelling ?? null)
    insert(
      seals,
      {
        subject_hash: column(({hash}) => hash),
        subject: column(({subject}) => subject),
        spelling: spellings.some((spelling) => spelling !== null) ? spellings : null,
        reason: column(({reason}) => reason),
        scope: column(({scope}) => scope),
        from_at: column(({from}) => from),
        until_at: untils.some((until) => until !== null) ? untils : null,
        source: column(({source}) => source),
        source_line: column(({line}) => (line === 0 ? null : line)),
      },
      0,
      rows.length,
    )
  }

  return {
    firstId,
    lastId: () => nextId - 1,
    add({hash, subject, spelling, from, until, line, origin: {reason, scope, source}}) {
      const algorithm = hashAlgorithmOf(subject)
      if (algorithm !== null && !noted.has(algorithm)) {
        note(subject)
        noted.add(algorithm)
      }
      const event = {
        id: nextId,
        hash,
        subject,
        spelling,
        reason,
        scope,
        from: Number.isNaN(from) ? null : from,
        until: Number.isNaN(until) ? null : until,
        source,
        line,
        recordedAt: at,
        stands: true,
        liftedAt: null,
      }
      nextId += 1
      waiting.push(event)
      return event
    },
    flush() {
      for (let from = 0; from < waiting.length; from += GROUP) write(waiting.slice(from, from + GROUP))
      waiting = []
    },
  }
}
