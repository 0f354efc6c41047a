/** The statements of an import's hot loop, prepared once; PostgreSQL's twin passes each block as array parameters. */
import {SEAL_BYTES} from '../system/seal-event.ts'
import type {BulkInsert} from './bulk-insert.ts'
import {bulkInsert} from './bulk-insert.ts'
import type {SqliteDatabase, SqliteStatement} from './driver.ts'
import {HOLDS} from './suppressions.ts'

export interface ImportPlace {
  readonly listId: number
  readonly importId: number
  readonly at: number
  /** What opt-outs of the file name as their source. */
  readonly source: string
}

const SQL = {
  updateContact: 'update contacts set country = ?, locale = ?, time_zone = ?, attributes = ? where id = ?',
  details: 'select kind, basis, method, source, wording, purpose, topic, evidence from consent_details where id = ?',
  // Of imports into this list only: what another list's import says goes when that one is taken back.
  consentsOf: `select kind, basis, at, method, source, wording, purpose, topic, evidence from standing_consents s
    where contact_id = ? and exists (select 1 from imports i where i.id = s.import_id and i.list_id = ?)`,
  changesOf: 'select changes from import_changes where import_id = ? and contact_id = ?',
  saveChanges: `insert into import_changes (import_id, contact_id, changes) values (?, ?, ?)
    on conflict (import_id, contact_id) do update set changes = excluded.changes`,
  addDetails: `insert into consent_details (id, import_id, kind, basis, method, source, wording, purpose, topic, evidence)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  isSuppressed: `select 1 from suppression_events s where s.subject in (?, ?) and ${HOLDS} limit 1`,
  sameSuppression: `select 1 from suppression_events where subject = ? and kind = 'add' and reason = ? and scope = 'all' and source = ?
    and from_at is ? limit 1`,
  addSuppression: `insert into suppression_events (uuid, kind, subject_kind, subject, reason, scope, from_at, source, recorded_at, salt, content_hash)
    values (?, 'add', 'address', ?, ?, 'all', ?, ?, ?, ?, ?)`,
} as const

export interface ImportStatements extends Readonly<Record<keyof typeof SQL, SqliteStatement>> {
  /** First parameter: the id of the group's first row. */
  readonly addContacts: BulkInsert
  /** First parameter: the seals of the group's rows, one after the other. */
  readonly addConsents: BulkInsert
  readonly addMember: SqliteStatement
  readonly addNewMembers: SqliteStatement
}

export function prepareImport(db: SqliteDatabase, {listId, importId, at}: ImportPlace): ImportStatements {
  const prepared = Object.fromEntries(Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)]))
  const piece = (from: number, length: number) => (place: number) =>
    `substr(?1, ${place * SEAL_BYTES + from + 1}, ${length})`
  return {
    ...(prepared as unknown as Readonly<Record<keyof typeof SQL, SqliteStatement>>),
    addContacts: bulkInsert(db, {
      table: 'contacts',
      fixed: {import_id: importId, recorded_at: at},
      derived: {id: (place) => `?1 + ${place}`},
      tail: '',
    }),
    addConsents: bulkInsert(db, {
      table: 'consent_events',
      fixed: {recorded_at: at},
      derived: {uuid: piece(0, 16), salt: piece(16, 16), content_hash: piece(32, 32)},
      tail: '',
    }),
    addMember: db.prepare(
      `insert into list_members (list_id, contact_id, import_id, added_at) values (${listId}, ?, ${importId}, ${at}) on conflict do nothing`,
    ),
    addNewMembers: db.prepare(
      `insert into list_members (list_id, contact_id, import_id, added_at)
       select ${listId}, id, ${importId}, ${at} from contacts where id >= ? and id < ?
       on conflict do nothing`,
    ),
  }
}
