/** What happened to a send, in the order it happened. */
import {randomUUID} from 'node:crypto'
import type {Connection} from './connection.ts'

export function addEvent({db}: Connection, sendId: number, kind: string, facts: object, at: number): void {
  db.prepare('insert into send_events (uuid, send_id, kind, facts, recorded_at) values (?, ?, ?, ?, ?)').run(
    randomUUID(),
    sendId,
    kind,
    JSON.stringify(facts),
    at,
  )
}
