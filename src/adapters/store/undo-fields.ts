/**
 * Fields go back to what they were before an import, whatever the order in which imports are taken back: where
 * another import's change stands on top, that one now rests on what was before this one.
 */
import type {FieldChange} from '../../ports/list-import.ts'
import type {Connection} from './connection.ts'
import type {SqliteDatabase} from './driver.ts'
import type {GivenFields} from './merge-contact.ts'
import {applyChanges, fieldOf, isSameField} from './merge-contact.ts'

const PAGE = 5000

/** reverted: contacts; changedSince: fields that show another import's value and keep it. */
export function revertFields(connection: Connection, importId: number): {reverted: number; changedSince: number} {
  const {db} = connection
  const page = db.prepare(
    `select c.id, country, locale, time_zone, attributes, changes from import_changes i join contacts c on c.id = i.contact_id
     where i.import_id = ? and c.id > ? order by c.id limit ${PAGE}`,
  )
  const update = db.prepare('update contacts set country = ?, locale = ?, time_zone = ?, attributes = ? where id = ?')
  const forget = db.prepare('delete from import_changes where import_id = ? and contact_id <= ?')
  const total = {reverted: 0, changedSince: 0}
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after
    after = connection.transact(() => {
      const rows = page.all(importId, from) as unknown as (GivenFields & {id: number; changes: string})[]
      const others = otherRecords(db, importId)
      for (const {id, changes, ...contact} of rows) {
        const all = JSON.parse(changes) as FieldChange[]
        const records = others.of(id)
        const ours = all.filter((change) => isOnTop(contact, change, records))
        others.save(id, records)
        total.changedSince += all.length - ours.length
        if (ours.length === 0) continue
        const next = applyChanges(contact, ours, 'before')
        update.run(next.country, next.locale, next.time_zone, next.attributes, id)
        total.reverted += 1
      }
      const last = rows.at(-1)?.id ?? null
      if (last !== null) forget.run(importId, last)
      return last
    })
  }
  return total
}

/** What another import changed of the contact. */
interface OtherRecord {
  readonly importId: number
  readonly isLater: boolean
  changes: readonly FieldChange[]
  isRewritten: boolean
}

/** True when the contact shows this very change; else the change that stands on top of it rests on what was before. */
function isOnTop(contact: GivenFields, change: FieldChange, records: readonly OtherRecord[]): boolean {
  if (rests(records.filter(({isLater}) => isLater))) return false
  if (fieldOf(contact, change) === change.after) return true
  // Two imports that ran at once may have changed a contact in the order that is not that of their beginnings.
  rests(records.filter(({isLater}) => !isLater))
  return false

  function rests(some: readonly OtherRecord[]): boolean {
    for (const record of some) {
      const above = record.changes.find((each) => isSameField(each, change) && each.before === change.after)
      if (above === undefined) continue
      const moved = {...above, before: change.before}
      record.changes = record.changes.flatMap((each) => {
        if (each !== above) return [each]
        return moved.before === moved.after ? [] : [moved]
      })
      record.isRewritten = true
      return true
    }
    return false
  }
}

/** Asked for import by import, since the key begins with it; read anew for each page, as another may have begun. */
function otherRecords(db: SqliteDatabase, importId: number) {
  const ids = db
    .prepare(
      `select id from imports i where id <> ? and exists (select 1 from import_changes x where x.import_id = i.id) order by id`,
    )
    .all(importId) as unknown as {id: number}[]
  const read = db.prepare('select changes from import_changes where import_id = ? and contact_id = ?')
  const update = db.prepare('update import_changes set changes = ? where import_id = ? and contact_id = ?')
  const remove = db.prepare('delete from import_changes where import_id = ? and contact_id = ?')
  return {
    of: (contactId: number): OtherRecord[] =>
      ids.flatMap(({id}) => {
        const row = read.get(id, contactId) as {changes: string} | undefined
        if (row === undefined) return []
        return [{importId: id, isLater: id > importId, changes: JSON.parse(row.changes), isRewritten: false}]
      }),
    save(contactId: number, records: readonly OtherRecord[]) {
      for (const {importId: id, changes, isRewritten} of records)
        if (!isRewritten) continue
        else if (changes.length === 0) remove.run(id, contactId)
        else update.run(JSON.stringify(changes), id, contactId)
    },
  }
}
