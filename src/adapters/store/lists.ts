/** Lists and their contacts: found, counted, imported, and read in order of id with their consents. */
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {ImportHeader, ImportRecord} from '../../ports/list-import.ts'
import type {ListStore, StoredContact} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import {isSameImport, newestImport} from './import-header.ts'
import {startImport} from './import-session.ts'
import {rehearseImport} from './rehearse-import.ts'
import {undoImport} from './undo-import.ts'

const BATCH = 2000

export function listStore(connection: Connection): ListStore {
  const {kysely} = connection
  return {
    async find(name) {
      const row = await kysely.selectFrom('lists').select('id').where('name', '=', name).executeTakeFirst()
      return row?.id ?? null
    },
    async names() {
      return (await kysely.selectFrom('lists').select('name').orderBy('name').execute()).map((row) => row.name)
    },
    async count(listId) {
      const row = await kysely
        .selectFrom('list_members')
        .select(({fn}) => fn.countAll<number>().as('n'))
        .where('list_id', '=', listId)
        .executeTakeFirstOrThrow()
      return Number(row.n)
    },
    sameImport: (header) => sameImport(connection, header),
    startImport: (header, at) => startImport(connection, header, at),
    rehearseImport: (header, at, scratch) => rehearseImport(connection, header, at, scratch),
    undo: async (uuid, at) => undoImport(connection, uuid, at),
    imports: (listId) => importsOf(connection, listId),
    read: (listId) => readContacts(connection, listId),
  }
}

/** Null unless the list's newest import is this one and was finished. */
async function sameImport(connection: Connection, header: ImportHeader): Promise<{at: number; rows: number} | null> {
  const list = await connection.kysely
    .selectFrom('lists')
    .select('id')
    .where('name', '=', header.list)
    .executeTakeFirst()
  const newest = list === undefined ? null : newestImport(connection, list.id)
  if (newest?.counts == null || newest.finishedAt === null || newest.undoneAt !== null) return null
  if (!isSameImport(newest, header)) return null
  return {at: newest.finishedAt, rows: (JSON.parse(newest.counts) as {rows?: number}).rows ?? 0}
}

async function importsOf({kysely}: Connection, listId: number): Promise<ImportRecord[]> {
  const rows = await kysely
    .selectFrom('imports')
    .leftJoin('import_results', 'import_results.import_id', 'imports.id')
    .leftJoin('import_undos', 'import_undos.import_id', 'imports.id')
    .selectAll('imports')
    .select(['counts', 'import_undos.began_at as undone_at'])
    .where('list_id', '=', listId)
    .orderBy('imports.id')
    .execute()
  return rows.map((row) => ({
    uuid: row.uuid,
    fileName: row.file_name,
    sha256: row.file_sha256,
    sizeBytes: row.size_bytes,
    encoding: row.encoding,
    delimiter: row.delimiter,
    mapping: JSON.parse(row.mapping),
    basis: row.basis as ImportRecord['basis'],
    purpose: row.purpose,
    at: row.recorded_at,
    counts: row.counts === null ? null : JSON.parse(row.counts),
    undoneAt: row.undone_at,
  }))
}

async function* readContacts({kysely, publicIds}: Connection, listId: number): AsyncGenerator<StoredContact[]> {
  for (let after = 0; ; ) {
    const rows = await kysely
      .selectFrom('list_members')
      .innerJoin('contacts', 'contacts.id', 'list_members.contact_id')
      .select(['contacts.id', 'address', 'address_key', 'suppress_key', 'country', 'locale', 'time_zone', 'attributes'])
      .select('list_members.added_at')
      .where('list_id', '=', listId)
      .where('contact_id', '>', after)
      .orderBy('contact_id')
      .limit(BATCH)
      .execute()
    if (rows.length === 0) return
    const last = rows.at(-1)!.id
    const consents = await consentsBetween(kysely, rows[0]!.id, last)
    yield rows.map((row) => ({
      id: row.id,
      publicId: publicIds(row.id),
      address: row.address ?? row.address_key,
      suppressKey: row.suppress_key ?? row.address_key,
      country: row.country,
      locale: row.locale,
      timeZone: row.time_zone,
      addedAt: row.added_at,
      attributes: JSON.parse(row.attributes),
      consents: consents.get(row.id) ?? [],
    }))
    after = last
  }
}

async function consentsBetween(
  kysely: Connection['kysely'],
  first: number,
  last: number,
): Promise<Map<number, ConsentFact[]>> {
  const rows = await kysely
    .selectFrom('standing_consents')
    .select([
      'contact_id',
      'kind',
      'basis',
      'at',
      'method',
      'source',
      'wording',
      'purpose',
      'topic',
      'evidence',
      'recorded_at',
    ])
    .where('contact_id', '>=', first)
    .where('contact_id', '<=', last)
    .orderBy('contact_id')
    .orderBy('id')
    .execute()
  const byContact = new Map<number, ConsentFact[]>()
  for (const {contact_id: contactId, recorded_at: recordedAt, ...row} of rows) {
    // A no without a date counts from the moment it was known: no older yes of another file ends it.
    const isNo = row.kind === 'refused' || row.kind === 'withdrawn'
    const fact = {
      ...row,
      at: row.at ?? (isNo ? recordedAt : null),
      evidence: row.evidence === '{}' ? NO_EVIDENCE : JSON.parse(row.evidence),
    } as ConsentFact
    const facts = byContact.get(contactId)
    if (facts) facts.push(fact)
    else byContact.set(contactId, [fact])
  }
  return byContact
}

const NO_EVIDENCE: Readonly<Record<string, string>> = Object.freeze({})
