/**
 * Writes an import in large transactions. New contacts take the short way (one insert each); known ones are
 * compared field by field. Nothing here ever lowers a protection: opt-outs are only added.
 */
import {randomUUID} from 'node:crypto'
import type {ImportHeader, ImportRow, ImportSession, WriteCounts} from '../../ports/store.ts'
import {sealEvent} from '../system/seal-event.ts'
import type {Connection} from './connection.ts'
import type {SqliteStatement} from './driver.ts'
import {storeError} from './driver.ts'
import type {SparseInsert} from './sparse-insert.ts'
import {sparseInsert} from './sparse-insert.ts'

/** SQL of the hot loop; PostgreSQL's twin passes each batch as one array parameter. */
const SQL = {
  sameConsent: `select 1 from consent_events where contact_id = ? and kind = ? and basis is ? and at is ? and method is ? and source is ?
    and wording is ? and purpose is ? and topic is ? and evidence = ? limit 1`,
  findContact: 'select id, country, locale, time_zone, attributes from contacts where address_key = ?',
  updateContact: 'update contacts set country = ?, locale = ?, time_zone = ?, attributes = ? where id = ?',
  sameSuppression: `select 1 from suppression_events where subject = ? and kind = 'add' and reason = ? and scope = 'all' and source = ?
    and from_at is ? limit 1`,
  addSuppression: `insert into suppression_events (uuid, kind, subject_kind, subject, reason, scope, from_at, source, recorded_at, salt, content_hash)
    values (?, 'add', 'address', ?, ?, 'all', ?, ?, ?, ?, ?)`,
} as const

interface Statements extends Readonly<Record<keyof typeof SQL, SqliteStatement>> {
  readonly addContact: SparseInsert
  readonly addMember: SqliteStatement
  readonly addNewMembers: SqliteStatement
  readonly addConsent: SparseInsert
}

/**
 * Rows per transaction. Addresses come in no order, so each transaction touches nearly every page of the address
 * index once: few large ones write far less than many small ones.
 */
const ROWS_PER_TRANSACTION = 200_000

/** Above this share of new rows, secondary indexes are cheaper built once at the end than kept row by row. */
const BULK_SHARE = 4

export async function startImport(
  connection: Connection,
  header: ImportHeader,
  at: number,
  expectedRows: number,
): Promise<ImportSession> {
  const {db} = connection
  const {listId, importId} = connection.transact(() => writeHeader(connection, header, at))
  const known = (
    db
      .prepare('select count(*) as n from (select 1 from contacts limit ?)')
      .get(Math.ceil(expectedRows / BULK_SHARE)) as {n: number}
  ).n
  const isBulk = expectedRows > 50_000 && known * BULK_SHARE < expectedRows
  if (isBulk) connection.transact(() => db.exec('drop index if exists contacts_public_id'))
  const firstId = ((db.prepare('select max(id) as n from contacts').get() as {n: number | null}).n ?? 0) + 1
  const place = {listId, importId, at, firstId, source: header.fileName}
  const statements = prepareAll(connection, place)
  let nextId = 0
  let open = 0
  const commit = () => {
    open = 0
    if (!db.isTransaction) return
    try {
      db.exec('commit')
    } catch (error) {
      // A failed commit may have rolled back already.
      if (db.isTransaction) db.exec('rollback')
      throw storeError(connection.file, error)
    }
  }

  return {
    importId,
    async write(rows) {
      try {
        if (!db.isTransaction) {
          db.exec('begin immediate')
          // Read inside the transaction: another process may have added contacts since the last one.
          nextId = ((db.prepare('select max(id) as n from contacts').get() as {n: number | null}).n ?? 0) + 1
        }
        open += rows.length
        const counts = writeRows(statements, place, nextId, rows)
        nextId += counts.added
        if (open >= ROWS_PER_TRANSACTION) commit()
        return counts
      } catch (error) {
        open = 0
        if (db.isTransaction) db.exec('rollback')
        throw storeError(connection.file, error)
      }
    },
    async finish(counts, finishedAt) {
      commit()
      connection.transact(() => {
        if (isBulk) db.exec(PUBLIC_ID_INDEX)
        db.prepare('insert into import_results (import_id, counts, finished_at) values (?, ?, ?)').run(
          importId,
          JSON.stringify(counts),
          finishedAt,
        )
      })
      db.exec('pragma wal_checkpoint(truncate)')
    },
    async abandon() {
      commit()
      if (isBulk) connection.transact(() => db.exec(PUBLIC_ID_INDEX))
    },
  }
}

/** Also run when a store is opened: a bulk import that was killed leaves its index unbuilt. */
export const PUBLIC_ID_INDEX = 'create unique index if not exists contacts_public_id on contacts (public_id)'

function writeHeader({db}: Connection, header: ImportHeader, at: number): {listId: number; importId: number} {
  db.prepare('insert into lists (name, recorded_at) values (?, ?) on conflict do nothing').run(header.list, at)
  const list = db.prepare('select id from lists where name = ?').get(header.list) as {id: number}
  if (header.purpose)
    db.prepare('insert into purposes (uuid, name, notice, recorded_at) values (?, ?, ?, ?) on conflict do nothing').run(
      randomUUID(),
      header.purpose.name,
      header.purpose.notice,
      at,
    )
  const {lastInsertRowid} = db
    .prepare(
      `insert into imports (uuid, list_id, file_name, file_sha256, size_bytes, encoding, delimiter, mapping, purpose, basis, recorded_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      randomUUID(),
      list.id,
      header.fileName,
      header.sha256,
      header.sizeBytes,
      header.encoding,
      header.delimiter,
      JSON.stringify(header.mapping),
      header.purpose?.name ?? null,
      header.basis,
      at,
    )
  return {listId: list.id, importId: Number(lastInsertRowid)}
}

interface ImportPlace {
  readonly listId: number
  readonly importId: number
  readonly at: number
  /** Contacts from this id on were made by this import. */
  readonly firstId: number
  readonly source: string
}

function prepareAll({db}: Connection, {listId, importId, at}: ImportPlace): Statements {
  const prepared = Object.fromEntries(Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)]))
  return {
    ...(prepared as unknown as Readonly<Record<keyof typeof SQL, SqliteStatement>>),
    addContact: sparseInsert(
      db,
      'contacts',
      {recorded_at: at},
      CONTACT_COLUMNS,
      'on conflict (address_key) do nothing',
    ),
    addMember: db.prepare(
      `insert into list_members (list_id, contact_id, import_id, added_at) values (${listId}, ?, ${importId}, ${at}) on conflict do nothing`,
    ),
    addNewMembers: db.prepare(
      `insert into list_members (list_id, contact_id, import_id, added_at)
       select ${listId}, id, ${importId}, ${at} from contacts where id >= ? and id < ?
       on conflict do nothing`,
    ),
    addConsent: sparseInsert(db, 'consent_events', {import_id: importId, recorded_at: at}, CONSENT_COLUMNS),
  }
}

const CONTACT_COLUMNS = [
  'id',
  'public_id',
  'address',
  'address_key',
  'suppress_key',
  'country',
  'locale',
  'time_zone',
  'attributes',
]
/** The contact, then a ConsentRow's values in their order. */
const CONSENT_COLUMNS = [
  'contact_id',
  'uuid',
  'kind',
  'basis',
  'at',
  'method',
  'source',
  'wording',
  'purpose',
  'topic',
  'evidence',
  'salt',
  'content_hash',
]

function writeRows(
  statements: Statements,
  place: ImportPlace,
  firstFreeId: number,
  rows: readonly ImportRow[],
): WriteCounts {
  const counts = {added: 0, updated: 0, unchanged: 0, duplicate: 0, consents: 0, optOuts: 0}
  let nextId = firstFreeId
  for (const row of rows) {
    const [address, key, suppressKey, country, locale, timeZone, attributes, publicId, consent, optOut] = row
    const isNew =
      statements.addContact([nextId, publicId, address, key, suppressKey, country, locale, timeZone, attributes]) === 1
    let contactId = nextId
    let changed = false
    if (isNew) {
      nextId += 1
      counts.added += 1
    } else {
      const found = statements.findContact.get(key) as unknown as KnownContact
      contactId = found.id
      changed = updateKnown(statements, found, row)
    }
    // New contacts join the list below, all at once.
    const isNewMember = !isNew && statements.addMember.run(contactId).changes === 1
    if (consent !== null && (isNew || !hasConsent(statements, contactId, consent))) {
      statements.addConsent([contactId, ...consent])
      counts.consents += 1
      changed = true
    }
    if (optOut !== null && addOptOut(statements, suppressKey ?? key, optOut, place)) {
      counts.optOuts += 1
      changed = true
    }
    if (isNew) continue
    if (contactId >= place.firstId) counts.duplicate += 1
    else if (changed || isNewMember) counts.updated += 1
    else counts.unchanged += 1
  }
  statements.addNewMembers.run(firstFreeId, nextId)
  return counts
}

interface KnownContact {
  readonly id: number
  readonly country: string | null
  readonly locale: string | null
  readonly time_zone: string | null
  readonly attributes: string
}

/** The newer row wins field by field where it says something; an empty cell never erases what is known. */
function updateKnown(statements: Statements, known: KnownContact, row: ImportRow): boolean {
  const [, , , country, locale, timeZone, attributes] = row
  const merged = attributes === known.attributes ? known.attributes : mergeAttributes(known.attributes, attributes)
  const next = [country ?? known.country, locale ?? known.locale, timeZone ?? known.time_zone, merged] as const
  if (
    next[0] === known.country &&
    next[1] === known.locale &&
    next[2] === known.time_zone &&
    next[3] === known.attributes
  )
    return false
  statements.updateContact.run(...next, known.id)
  return true
}

function mergeAttributes(known: string, given: string): string {
  const merged = new Map<string, unknown>(Object.entries(JSON.parse(known)))
  for (const [name, value] of Object.entries(JSON.parse(given))) merged.set(name, value)
  return JSON.stringify(Object.fromEntries(merged))
}

function hasConsent(statements: Statements, contactId: number, consent: NonNullable<ImportRow[8]>): boolean {
  const [, kind, basis, at, method, source, wording, purpose, topic, evidence] = consent
  return (
    statements.sameConsent.get(contactId, kind, basis, at, method, source, wording, purpose, topic, evidence) !==
    undefined
  )
}

function addOptOut(
  statements: Statements,
  subject: string,
  optOut: NonNullable<ImportRow[9]>,
  place: ImportPlace,
): boolean {
  // Dated in the future it would not hold yet: whoever is said to have opted out gets no mail from now on.
  const from = optOut.at !== null && optOut.at > place.at ? null : optOut.at
  if (statements.sameSuppression.get(subject, optOut.reason, place.source, from) !== undefined) return false
  const seal = sealEvent(['add', 'address', subject, optOut.reason, 'all', from, null, place.source])
  statements.addSuppression.run(seal.uuid, subject, optOut.reason, from, place.source, place.at, seal.salt, seal.hash)
  return true
}
