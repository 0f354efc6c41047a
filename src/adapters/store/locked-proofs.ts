/** Proof of consent of erased people: counted, deleted on its day, opened only on purpose, with a record of who did and why. */
import type {ErasureKey} from '../../core/suppression/tombstone.ts'
import {tombstoneMaker, unlockProof} from '../../core/suppression/tombstone.ts'
import type {LockedCounts, LockedProof} from '../../ports/person-store.ts'
import type {Connection} from './connection.ts'
import {WIPE_FACT} from './wipe-file.ts'

export function countProofs({db}: Connection, now: number): LockedCounts {
  const {over, kept, earliest} = db
    .prepare(
      `select count(*) filter (where over_at <= ?1) as over, count(*) filter (where over_at > ?1) as kept,
       min(until_day) filter (where over_at > ?1) as earliest from locked_proofs`,
    )
    .get(now) as unknown as LockedCounts
  return {over, kept, earliest}
}

export function deleteOverdue(connection: Connection, now: number): number {
  const {db} = connection
  if (countProofs(connection, now).over === 0) return 0
  db.exec('pragma secure_delete = on')
  return connection.transact(() => {
    db.prepare(`insert into store_facts (name, value) values (?, '1') on conflict do nothing`).run(WIPE_FACT)
    return Number(db.prepare('delete from locked_proofs where over_at <= ?').run(now).changes)
  })
}

export function proofDaysOf({db}: Connection, mac: string): readonly string[] {
  const rows = db.prepare('select until_day as day from locked_proofs where mac = ? order by until_day').all(mac)
  return (rows as {day: string}[]).map(({day}) => day)
}

export function openProofsOf(
  connection: Connection,
  keys: readonly ErasureKey[],
  suppressKey: string,
  {reason, by, at}: {readonly reason: string; readonly by: string; readonly at: number},
): readonly LockedProof[] {
  const {db} = connection
  const find = db.prepare(
    'select uuid, locked, laws, until_day as until from locked_proofs where mac = ? order by locked_at',
  )
  const found = keys.flatMap((key) =>
    (
      find.all(tombstoneMaker(key)(suppressKey)) as unknown as {
        uuid: string
        locked: Uint8Array
        laws: string
        until: string
      }[]
    ).map(({uuid, locked, laws, until}): LockedProof => {
      const text = unlockProof(key, suppressKey, locked)
      return {uuid, until, laws: JSON.parse(laws), proof: text === null ? null : JSON.parse(text)}
    }),
  )
  const record = db.prepare(
    'insert into proof_openings (proof_uuid, reason, opened_by, recorded_at) values (?, ?, ?, ?)',
  )
  connection.transact(() => {
    for (const {uuid} of found) record.run(uuid, reason, by, at)
  })
  return found
}
