/**
 * Files of opt-outs that went in whole. The same bytes read in the same way bring nothing new as long as nothing was
 * lifted since (it might come back) and nobody consented since (that would be worth telling).
 */
import type {MergedFileMark} from '../../ports/suppression-store.ts'
import type {Connection} from './connection.ts'

const SEEN = `(select coalesce(max(id), 0) from suppression_lifts) as lifts,
  (select coalesce(max(id), 0) from consent_events) as consents`

/** In a transaction of its caller. */
export function rememberFiles({db}: Connection, files: readonly MergedFileMark[]): void {
  if (files.length === 0) return
  const {lifts, consents} = db.prepare(`select ${SEEN}`).get() as {lifts: number; consents: number}
  const remember = db.prepare(
    `insert into suppression_files (sha256, reading, entries, lifts_seen, consents_seen) values (?, ?, ?, ?, ?)
     on conflict (sha256, reading) do update set entries = excluded.entries, lifts_seen = excluded.lifts_seen,
     consents_seen = excluded.consents_seen`,
  )
  for (const {sha256, reading, entries} of files) remember.run(sha256, reading, entries, lifts, consents)
}

export function mergedBefore({db}: Connection, sha256: string, reading: string): number | null {
  const row = db
    .prepare(
      `select f.entries, f.lifts_seen = s.lifts and f.consents_seen = s.consents as isFresh
       from suppression_files f cross join (select ${SEEN}) s where f.sha256 = ? and f.reading = ?`,
    )
    .get(sha256, reading) as {entries: number; isFresh: number} | undefined
  return row?.isFresh === 1 ? row.entries : null
}
