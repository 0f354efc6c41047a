/** Takes out of the list whom an import brought, and out of the store whom nothing knows any longer. */
import type {Connection} from './connection.ts'
import {keyRemover} from './find-contacts.ts'

const PAGE = 5000

/** Returns how many memberships ended. */
export function removeMembers(connection: Connection, listId: number, importId: number): number {
  const {db} = connection
  const page = db.prepare(
    `select contact_id as id from list_members where list_id = ? and import_id = ? and contact_id > ? order by contact_id limit ${PAGE}`,
  )
  const remove = db.prepare(
    'delete from list_members where list_id = ? and import_id = ? and contact_id >= ? and contact_id <= ?',
  )
  let removed = 0
  for (let after = 0; ; ) {
    const rows = page.all(listId, importId, after) as unknown as {id: number}[]
    if (rows.length === 0) return removed
    const last = rows.at(-1)!.id
    removed += connection.transact(() => Number(remove.run(listId, importId, rows[0]!.id, last).changes))
    after = last
  }
}

/** Keys begin with list and send, so each is asked for, in that order (cross join holds it): a contact is looked up. */
const KNOWN_ELSEWHERE = `exists (select 1 from lists l cross join list_members m on m.list_id = l.id and m.contact_id = c.id)
  or exists (select 1 from sends s cross join deliveries d on d.send_id = s.id and d.contact_id = c.id)
  or exists (select 1 from imports i cross join import_changes x on x.import_id = i.id and x.contact_id = c.id)
  or exists (select 1 from standing_consents s where s.contact_id = c.id)`

/**
 * Of every import that was taken back: one that stayed because another list knew it goes with that list's import.
 * Counts how many went, and how many of this import stay.
 */
export function removeContacts(connection: Connection, importId: number): {removed: number; kept: number} {
  const {db} = connection
  const page = db.prepare(
    `select id, import_id = ? as isOwn from contacts where import_id in (select import_id from import_undos) and id > ?
     order by id limit ${PAGE}`,
  )
  const removable = db.prepare(
    `select c.id, c.address_key as key, c.import_id = ? as isOwn from contacts c
     where c.import_id in (select import_id from import_undos) and c.id >= ? and c.id <= ? and not (${KNOWN_ELSEWHERE})`,
  )
  const remove = db.prepare('delete from contacts where id = ?')
  const removeKey = keyRemover(connection)
  let removed = 0
  let kept = 0
  for (let after = 0; ; ) {
    const rows = page.all(importId, after) as unknown as {id: number; isOwn: number}[]
    if (rows.length === 0) return {removed, kept}
    const last = rows.at(-1)!.id
    for (const {isOwn} of rows) kept += isOwn
    connection.transact(() => {
      const gone = removable.all(importId, rows[0]!.id, last) as unknown as {id: number; key: string; isOwn: number}[]
      for (const {id, key, isOwn} of gone) {
        removeKey(id, key)
        remove.run(id)
        removed += 1
        kept -= isOwn
      }
    })
    after = last
  }
}
