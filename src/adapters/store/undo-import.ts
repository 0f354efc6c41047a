/**
 * Takes an import back exactly: memberships, contacts that nothing else knows, and every field to what it was unless
 * something changed it since. Its consents stop counting; its opt-outs stay, a protection is never lowered.
 */
import {AppError} from '../../errors.ts'
import type {FieldChange, UndoCounts} from '../../ports/list-import.ts'
import type {Connection} from './connection.ts'
import {keyRemover} from './find-contacts.ts'
import {newestImport} from './import-header.ts'
import {broughtBy} from './import-session.ts'
import type {GivenFields} from './merge-contact.ts'
import {applyChanges, fieldOf} from './merge-contact.ts'

const PAGE = 5000

/** In groups of contacts; killed and called again it goes on. Throws IMPORT_UNKNOWN, IMPORT_NOT_NEWEST. */
export function undoImport(connection: Connection, uuid: string, at: number): UndoCounts {
  const {db} = connection
  const found = findImport(connection, uuid)
  const brought = broughtBy(connection, {importId: found.id, source: found.file_name, at: found.recorded_at})
  // Consents first: from here on nothing of this import allows a mail.
  connection.transact(() =>
    db.prepare('insert into import_undos (import_id, began_at) values (?, ?) on conflict do nothing').run(found.id, at),
  )
  const fields = revertFields(connection, found.id)
  const memberships = removeMembers(connection, found)
  const contacts = removeContacts(connection, found.id)
  connection.transact(() => db.prepare('update import_undos set finished_at = ? where import_id = ?').run(at, found.id))
  return {...fields, ...contacts, memberships, consents: brought.consents, optOutsKept: brought.optOuts}
}

interface FoundImport {
  readonly id: number
  readonly list_id: number
  readonly file_name: string
  readonly recorded_at: number
}

/** uuid: whole, or its first characters when they name one import only. */
function findImport(connection: Connection, uuid: string): FoundImport {
  const rows = connection.db
    .prepare(
      `select id, list_id, file_name, recorded_at from imports where substr(uuid, 1, length(?1)) = ?1
       and not exists (select 1 from import_undos u where u.import_id = imports.id and u.finished_at is not null) limit 2`,
    )
    .all(uuid) as unknown as FoundImport[]
  const [found] = rows
  if (found === undefined || rows.length > 1 || uuid.length < 4) throw new AppError('IMPORT_UNKNOWN', {given: uuid})
  const newest = newestImport(connection, found.list_id)
  if (newest !== null && newest.id !== found.id)
    throw new AppError('IMPORT_NOT_NEWEST', {given: uuid, newest: newest.uuid.slice(0, 8)})
  return found
}

function revertFields(connection: Connection, importId: number): {reverted: number; changedSince: number} {
  const {db} = connection
  const page = db.prepare(
    `select c.id, country, locale, time_zone, attributes, changes from import_changes i join contacts c on c.id = i.contact_id
     where i.import_id = ? and c.id > ? order by c.id limit ${PAGE}`,
  )
  const update = db.prepare('update contacts set country = ?, locale = ?, time_zone = ?, attributes = ? where id = ?')
  const forget = db.prepare('delete from import_changes where import_id = ? and contact_id <= ?')
  let reverted = 0
  let changedSince = 0
  for (let after = 0; ; ) {
    const rows = page.all(importId, after) as unknown as (GivenFields & {id: number; changes: string})[]
    if (rows.length === 0) return {reverted, changedSince}
    connection.transact(() => {
      for (const {id, changes, ...contact} of rows) {
        const all = JSON.parse(changes) as FieldChange[]
        const ours = all.filter((change) => fieldOf(contact, change) === change.after)
        changedSince += all.length - ours.length
        if (ours.length === 0) continue
        const next = applyChanges(contact, ours, 'before')
        update.run(next.country, next.locale, next.time_zone, next.attributes, id)
        reverted += 1
      }
      forget.run(importId, rows.at(-1)!.id)
    })
    after = rows.at(-1)!.id
  }
}

function removeMembers(connection: Connection, {id, list_id: listId}: FoundImport): number {
  const {db} = connection
  const page = db.prepare(
    `select contact_id as id from list_members where list_id = ? and import_id = ? and contact_id > ? order by contact_id limit ${PAGE}`,
  )
  const remove = db.prepare(
    'delete from list_members where list_id = ? and import_id = ? and contact_id >= ? and contact_id <= ?',
  )
  let removed = 0
  for (let after = 0; ; ) {
    const rows = page.all(listId, id, after) as unknown as {id: number}[]
    if (rows.length === 0) return removed
    const last = rows.at(-1)!.id
    removed += connection.transact(() => Number(remove.run(listId, id, rows[0]!.id, last).changes))
    after = last
  }
}

/** Keys begin with list and send, so each is asked for, in that order (cross join holds it): a contact is looked up. */
const KNOWN_ELSEWHERE = `exists (select 1 from lists l cross join list_members m on m.list_id = l.id and m.contact_id = c.id)
  or exists (select 1 from sends s cross join deliveries d on d.send_id = s.id and d.contact_id = c.id)
  or exists (select 1 from imports i cross join import_changes x on x.import_id = i.id and x.contact_id = c.id)
  or exists (select 1 from standing_consents s where s.contact_id = c.id)`

function removeContacts(connection: Connection, importId: number): {removed: number; kept: number} {
  const {db} = connection
  const page = db.prepare(`select id from contacts where import_id = ? and id > ? order by id limit ${PAGE}`)
  const removable = db.prepare(
    `select c.id, c.address_key as key from contacts c where c.import_id = ? and c.id >= ? and c.id <= ? and not (${KNOWN_ELSEWHERE})`,
  )
  const remove = db.prepare('delete from contacts where id = ?')
  const removeKey = keyRemover(connection)
  let removed = 0
  let seen = 0
  for (let after = 0; ; ) {
    const rows = page.all(importId, after) as unknown as {id: number}[]
    if (rows.length === 0) return {removed, kept: seen - removed}
    const last = rows.at(-1)!.id
    connection.transact(() => {
      for (const {id, key} of removable.all(importId, rows[0]!.id, last) as unknown as {id: number; key: string}[]) {
        removeKey(id, key)
        remove.run(id)
        removed += 1
      }
    })
    seen += rows.length
    after = last
  }
}
