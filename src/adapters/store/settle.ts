/** Closes in-doubt mails by a person's decision: each gets its own record, the old attempt stays as it was. */
import {randomUUID} from 'node:crypto'
import {move} from '../../core/sending/ledger-states.ts'
import type {Connection} from './connection.ts'
import {ERASED} from './erase-person.ts'

/**
 * Returns how many were settled. unsent makes them planned again: the next run sends them; to who was erased meanwhile
 * nothing is sent.
 */
export function settleSend(connection: Connection, sendId: number, assume: 'sent' | 'unsent', at: number): number {
  const {db} = connection
  const state = move('in-doubt', assume === 'sent' ? 'settled-sent' : 'settled-unsent')!
  return connection.transact(() => {
    const rows = db
      .prepare(
        `select d.contact_id as id, max(a.attempt) as attempt, c.address_key = '' as isErased from deliveries d
         join contacts c on c.id = d.contact_id join attempts a on a.send_id = d.send_id and a.contact_id = d.contact_id
         where d.send_id = ? and d.state = 'in-doubt' group by d.contact_id`,
      )
      .all(sendId) as unknown as {id: number; attempt: number; isErased: number}[]
    const record = db.prepare(
      'insert into settlements (uuid, send_id, contact_id, attempt, assumed, recorded_at) values (?, ?, ?, ?, ?, ?)',
    )
    const change = db.prepare(
      `update deliveries set state = ? where send_id = ? and contact_id = ? and state = 'in-doubt'`,
    )
    const suppress = db.prepare(
      `update deliveries set state = ?, reason = ? where send_id = ? and contact_id = ? and state = 'planned'`,
    )
    for (const {id, attempt, isErased} of rows) {
      record.run(randomUUID(), sendId, id, attempt, assume, at)
      change.run(state, sendId, id)
      if (isErased === 1) suppress.run(move('planned', 'suppression-found'), ERASED, sendId, id)
    }
    return rows.length
  })
}
