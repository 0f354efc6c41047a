/**
 * Takes an import back exactly: memberships, contacts that nothing else knows, and every field to what it was unless
 * something changed it since. Its consents stop counting; its opt-outs stay, a protection is never lowered.
 */
import {AppError} from '../../errors.ts'
import type {UndoCounts, UndoPreview} from '../../ports/list-import.ts'
import type {Connection} from './connection.ts'
import {newestImport} from './import-header.ts'
import {takeImportLock} from './import-lock.ts'
import {broughtBy} from './import-session.ts'
import {removeContacts, removeMembers} from './undo-contacts.ts'
import {revertFields} from './undo-fields.ts'

/** In groups of contacts; killed and called again it goes on. Throws IMPORT_UNKNOWN, IMPORT_NOT_NEWEST, IMPORT_LOCKED. */
export async function undoImport(connection: Connection, uuid: string, at: number): Promise<UndoCounts> {
  const lock = await takeImportLock(connection.file, findImport(connection, uuid).list)
  try {
    return undoLocked(connection, uuid, at)
  } finally {
    lock.release()
  }
}

function undoLocked(connection: Connection, uuid: string, at: number): UndoCounts {
  const {db} = connection
  // Anew: until the lock was held an import may have come after it.
  const found = findImport(connection, uuid)
  const brought = broughtBy(connection, {importId: found.id, source: found.fileName, at: found.at})
  // Consents first: from here on nothing of this import allows a mail. Its moment is no earlier than that of any plan
  // that may have read them, so that the mark finds out.
  connection.transact(() =>
    db
      .prepare(
        `insert into import_undos (import_id, began_at)
         values (?1, max(?2, coalesce((select max(planned_at) from sends), ?2))) on conflict do nothing`,
      )
      .run(found.id, at),
  )
  const fields = revertFields(connection, found.id)
  const memberships = removeMembers(connection, found.listId, found.id)
  const contacts = removeContacts(connection, found.id)
  connection.transact(() => db.prepare('update import_undos set finished_at = ? where import_id = ?').run(at, found.id))
  const {consents, refusals, optOuts} = brought
  return {
    ...{...fields, ...contacts, memberships},
    ...{consents: consents - refusals, optOutsKept: optOuts, refusalsKept: refusals},
  }
}

/** What an undo would take back. Throws IMPORT_UNKNOWN, IMPORT_NOT_NEWEST. */
export function previewUndo(connection: Connection, uuid: string): UndoPreview {
  const {id, listId, list, fileName, at, ...found} = findImport(connection, uuid)
  const brought = broughtBy(connection, {importId: id, source: fileName, at})
  const count = (from: string, ...values: number[]) =>
    (connection.db.prepare(`select count(*) as n from ${from}`).get(...values) as {n: number}).n
  return {
    uuid: found.uuid,
    list,
    fileName,
    at,
    memberships: count('list_members where list_id = ? and import_id = ?', listId, id),
    added: brought.added,
    changed: count('import_changes where import_id = ?', id),
    consents: brought.consents,
    optOuts: brought.optOuts,
  }
}

interface FoundImport {
  readonly id: number
  readonly uuid: string
  readonly listId: number
  readonly list: string
  readonly fileName: string
  readonly at: number
}

/** uuid: whole, or its first characters when they name one import only. */
function findImport(connection: Connection, uuid: string): FoundImport {
  const rows = connection.db
    .prepare(
      `select i.id, uuid, list_id as listId, l.name as list, file_name as fileName, i.recorded_at as at
       from imports i join lists l on l.id = i.list_id where substr(uuid, 1, length(?1)) = ?1 and i.file_sha256 <> ''
       and not exists (select 1 from import_undos u where u.import_id = i.id and u.finished_at is not null) limit 2`,
    )
    .all(uuid) as unknown as FoundImport[]
  const [found] = rows
  if (found === undefined || rows.length > 1 || uuid.length < 4) throw new AppError('IMPORT_UNKNOWN', {given: uuid})
  const newest = newestImport(connection, found.listId)
  if (newest !== null && newest.id !== found.id)
    throw new AppError('IMPORT_NOT_NEWEST', {given: uuid, newest: newest.uuid.slice(0, 8)})
  return found
}
