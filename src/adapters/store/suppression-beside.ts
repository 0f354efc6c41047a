/**
 * What the store has of the people of a merge, asked for in ascending order of their numbers: read alongside where the
 * merge is large beside the store, else looked up one by one.
 */
import type {SuppressionReason, SuppressionScope} from '../../core/suppression/entry.ts'
import type {SqliteDatabase} from './driver.ts'
import {IS_WHOLE} from './suppression-exceptions.ts'

export interface StoredEvent {
  readonly id: number
  readonly subject: string
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  readonly from: number | null
  readonly until: number | null
  readonly source: string
  readonly recordedAt: number
  readonly stands: boolean
  /** When it was lifted; null for one that stands. */
  readonly liftedAt: number | null
}

export interface StoredPart {
  /** Events of subjects with that number; numbers are asked in ascending order. */
  of(hash: number): readonly StoredEvent[]
  /** Before anything is written. */
  end(): void
}

/** Reading a stored row alongside costs about a third of looking one up. */
const WORTH_READING = 3
const NONE: readonly StoredEvent[] = []

/** What has exceptions counts as lifted: said again later or without a date, it binds all mail again. */
const COLUMNS = `s.id, s.subject_hash as hash, s.subject, s.reason, s.scope, s.from_at as "from", s.until_at as until, s.source,
  s.recorded_at as recordedAt, l.id is null and ${IS_WHOLE} as stands,
  coalesce(l.recorded_at, (select max(x.recorded_at) from suppression_exceptions x where x.event_id = s.id)) as liftedAt
  from suppression_events s left join suppression_lifts l on l.event_id = s.id`

interface Row extends Omit<StoredEvent, 'stands'> {
  readonly hash: number
  readonly stands: number
}

/** expected: entries of the whole merge. */
export function eventsBeside(db: SqliteDatabase, expected: number) {
  const {n: stored} = db.prepare('select coalesce(max(id), 0) as n from suppression_events').get() as {n: number}
  const isAlongside = stored <= expected * WORTH_READING
  const range = db.prepare(
    `select ${COLUMNS} where s.subject_hash >= ? and s.subject_hash < ? order by s.subject_hash, s.id`,
  )
  const one = db.prepare(`select ${COLUMNS} where s.subject_hash = ? order by s.id`)
  return {
    open({from, to}: {readonly from: number; readonly to: number}): StoredPart {
      if (stored === 0) return {of: () => NONE, end() {}}
      if (!isAlongside) return {of: (hash) => (one.all(hash) as unknown as Row[]).map(toEvent), end() {}}
      const rows = range.iterate(from, to) as unknown as IterableIterator<Row>
      let next = rows.next()
      return {
        of(hash) {
          while (!next.done && next.value.hash < hash) next = rows.next()
          if (next.done || next.value.hash > hash) return NONE
          const found: StoredEvent[] = []
          for (; !next.done && next.value.hash === hash; next = rows.next()) found.push(toEvent(next.value))
          return found
        },
        end() {
          if (!next.done) rows.return?.()
        },
      }
    },
  }
}

/** Written out: objects that are joined from others take the engine ten times as long, a million times over. */
function toEvent(row: Row): StoredEvent {
  return {
    id: row.id,
    subject: row.subject,
    reason: row.reason,
    scope: row.scope,
    from: row.from,
    until: row.until,
    source: row.source,
    recordedAt: row.recordedAt,
    stands: row.stands === 1,
    liftedAt: row.liftedAt,
  }
}
