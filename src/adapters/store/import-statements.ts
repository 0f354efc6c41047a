/** The statements of an import's hot loop, prepared once; PostgreSQL's twin passes each block as array parameters. */
import {SEAL_BYTES} from '../system/seal-event.ts'
import type {BulkInsert} from './bulk-insert.ts'
import {bulkInsert} from './bulk-insert.ts'
import type {SqliteDatabase, SqliteStatement} from './driver.ts'
import type {SuppressionWriter} from './suppression-events.ts'
import {suppressionWriter} from './suppression-events.ts'
import type {SuppressionLookup} from './suppression-lookup.ts'
import {suppressionLookup} from './suppression-lookup.ts'

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
  // Of any import: what the contact's standing is made of.
  standingOf: `select kind, basis, topic, coalesce(at, case when kind in ('refused', 'withdrawn') then recorded_at end) as at
    from standing_consents where contact_id = ? order by id`,
  // Whoever an opt-out of that subject stops, however their address is spelt; ?2 the number of the subject.
  peopleOf: `select c.id, import_id, coalesce(address, address_key) as address from contact_keys k
    join contacts c on c.id = k.contact_id where address_hash = ?2 and address_key = ?1 and suppress_key is null
    union all select id, import_id, coalesce(address, address_key) from contacts where suppress_key = ?1`,
  changesOf: 'select changes from import_changes where import_id = ? and contact_id = ?',
  saveChanges: `insert into import_changes (import_id, contact_id, changes) values (?, ?, ?)
    on conflict (import_id, contact_id) do update set changes = excluded.changes`,
  addDetails: `insert into consent_details (id, import_id, kind, basis, method, source, wording, purpose, topic, evidence)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  saveProgress: `insert into import_progress (import_id, rows_read, counts) values (?, ?, ?)
    on conflict (import_id) do update set rows_read = max(rows_read, excluded.rows_read), counts = excluded.counts`,
  progressOf: 'select counts from import_progress where import_id = ?',
  endProgress: 'delete from import_progress where import_id = ?',
} as const

export interface ImportStatements extends Readonly<Record<keyof typeof SQL, SqliteStatement>> {
  /** First parameter: the id of the group's first row. */
  readonly addContacts: BulkInsert
  /** First parameter: the seals of the group's rows, one after the other. */
  readonly addConsents: BulkInsert
  readonly optOuts: SuppressionLookup
  readonly suppressions: SuppressionWriter
  readonly addMember: SqliteStatement
  readonly addNewMembers: SqliteStatement
}

export function prepareImport(db: SqliteDatabase, {listId, importId, at}: ImportPlace): ImportStatements {
  const prepared = Object.fromEntries(Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)]))
  return {
    ...(prepared as unknown as Readonly<Record<keyof typeof SQL, SqliteStatement>>),
    optOuts: suppressionLookup(db),
    suppressions: suppressionWriter(db),
    addContacts: bulkInsert(db, {
      table: 'contacts',
      fixed: {import_id: importId, recorded_at: at},
      derived: {id: (place) => `?1 + ${place}`},
      tail: '',
    }),
    addConsents: bulkInsert(db, {
      table: 'consent_events',
      fixed: {recorded_at: at},
      derived: {seal: (place) => `substr(?1, ${place * SEAL_BYTES + 1}, ${SEAL_BYTES})`},
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
