/**
 * Writes a plan in several transactions. A plan that stands is replaced in the last of them only: one that is refused or
 * cut short on the way leaves it as it was.
 */
import {createHash} from 'node:crypto'
import {AppError} from '../../errors.ts'
import type {PlanEntry, SendHeader} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import {addEvent} from './send-events.ts'

/**
 * The audience hash is over contact ids and verdicts in order, so that a plan can prove it is the one that ran. Throws
 * SEND_STARTED, SEND_EXISTS when another plan of that name came in between, STORE_*, and what entries throws.
 */
export async function writePlan(
  connection: Connection,
  header: SendHeader,
  entries: AsyncIterable<readonly PlanEntry[]>,
  at: number,
): Promise<void> {
  const {db} = connection
  const sendId = connection.transact(() => {
    const old = standing(connection, header.name)
    dropUnfinished(connection, header.name)
    db.prepare('insert into send_contents (hash, body) values (?, ?) on conflict do nothing').run(
      header.contentHash,
      header.content,
    )
    return insertSend(connection, header, old === null ? header.name : draftName(header.name), at)
  })
  const add = db.prepare('insert into deliveries (send_id, contact_id, state, reason) values (?, ?, ?, ?)')
  const hash = createHash('sha256')
  let audience = 0
  let toSend = 0
  // A replaced plan may leave its id to the next one; its public id never.
  const current = db.prepare('select 1 from sends where id = ? and public_id = ?')
  const refuseReplaced = () => {
    if (current.get(sendId, header.publicId) === undefined) throw new AppError('SEND_EXISTS', {name: header.name})
  }
  try {
    for await (const batch of entries)
      connection.transact(() => {
        refuseReplaced()
        for (const {contactId, state, reason} of batch) {
          add.run(sendId, contactId, state, reason)
          hash.update(`${contactId} ${state} ${reason ?? ''}\n`)
          audience += 1
          if (state === 'planned') toSend += 1
        }
      })
  } catch (error) {
    if (current.get(sendId, header.publicId) !== undefined) connection.transact(() => drop(connection, sendId))
    throw error
  }
  connection.transact(() => {
    refuseReplaced()
    const old = standing(connection, header.name)
    if (old !== null && old !== sendId) drop(connection, old)
    db.prepare('update sends set name = ?, audience = ?, to_send = ?, audience_hash = ? where id = ?').run(
      header.name,
      audience,
      toSend,
      hash.digest('hex'),
      sendId,
    )
    addEvent(connection, sendId, 'planned', {audience, toSend, segment: header.segment}, at)
  })
}

/** Of a plan that is to replace another: no name that anybody can give. */
function draftName(name: string): string {
  return `${name}\n`
}

/** The id of a whole plan of that name that has not started, or null. Throws SEND_STARTED: a run may have begun meanwhile. */
function standing({db}: Connection, name: string): number | null {
  const row = db
    .prepare(
      `select id, exists (select 1 from send_events e where e.send_id = s.id and kind = 'started') as started,
       exists (select 1 from send_events e where e.send_id = s.id) as isWhole from sends s where name = ?`,
    )
    .get(name) as {id: number; started: number; isWhole: number} | undefined
  if (row?.started) throw new AppError('SEND_STARTED', {name})
  return row?.isWhole ? row.id : null
}

/** What a plan that was refused or cut short has left, and what one that runs beside this has: that one is told. */
function dropUnfinished(connection: Connection, name: string): void {
  const rows = connection.db
    .prepare(
      'select id from sends s where name in (?, ?) and not exists (select 1 from send_events e where e.send_id = s.id)',
    )
    .all(name, draftName(name)) as unknown as {id: number}[]
  for (const {id} of rows) drop(connection, id)
}

function drop({db}: Connection, id: number): void {
  for (const table of ['deliveries', 'send_events']) db.prepare(`delete from ${table} where send_id = ?`).run(id)
  db.prepare('delete from sends where id = ?').run(id)
}

function insertSend({db, instanceId}: Connection, header: SendHeader, name: string, at: number): number {
  const {lastInsertRowid} = db
    .prepare(
      `insert into sends (public_id, name, list_id, template, purpose, topic, mail_class, laws, mode, content_hash, audience_hash,
       settings_hash, instance_id, token_key, audience, to_send, planned_at, consents_seen)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, 0, 0, ?, (select coalesce(max(id), 0) from consent_events))`,
    )
    .run(
      header.publicId,
      name,
      header.listId,
      header.template,
      header.purpose,
      header.topic,
      header.mailClass,
      JSON.stringify(header.laws),
      header.mode,
      header.contentHash,
      header.settingsHash,
      instanceId,
      header.tokenKey,
      at,
    )
  return Number(lastInsertRowid)
}
