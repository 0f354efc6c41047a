/** Lifts: an opt-out stops holding, on evidence; its event stays, and what lifted it stands beside. */
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {LiftOrder} from '../../ports/suppression-store.ts'
import {sealOf} from '../system/seal-event.ts'
import type {Connection} from './connection.ts'
import type {SqliteDatabase} from './driver.ts'

/** In a transaction of its caller. */
export function lifter(db: SqliteDatabase, at: number) {
  const add = db.prepare(
    'insert into suppression_lifts (event_id, reason, evidence, recorded_at, seal) values (?, ?, ?, ?, ?)',
  )
  return (eventId: number, reason: string, evidence: LiftOrder['evidence']): void => {
    const proof = JSON.stringify(evidence)
    add.run(eventId, reason, proof, at, sealOf(`lift\n${eventId}\n${reason}\n${proof}`))
  }
}

/** Each event at most once, also when somebody else lifts it meanwhile. Returns how many were lifted. */
export function liftAll(connection: Connection, orders: readonly LiftOrder[], at: number): number {
  const {db} = connection
  const find = db.prepare(
    `select id from suppression_events s where substr(seal, 1, 16) = ? and subject_hash = ?
     and not exists (select 1 from suppression_lifts l where l.event_id = s.id)`,
  )
  return connection.transact(() => {
    const lift = lifter(db, at)
    let count = 0
    for (const {uuid, subject, reason, evidence} of orders) {
      const row = find.get(Buffer.from(uuid.replaceAll('-', ''), 'hex'), addressHash(subject)) as
        | {id: number}
        | undefined
      if (row === undefined) continue
      lift(row.id, reason, evidence)
      count += 1
    }
    return count
  })
}
