/** Lists and their contacts: found, counted, imported, and read in order of id with their consents. */
import type {ConsentFact} from '../../core/contacts/consent.ts'
import type {ImportHeader, ImportRecord} from '../../ports/list-import.ts'
import type {ListStore} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import {isSameImport, newestImport} from './import-header.ts'
import {importUnderLock} from './import-lock.ts'
import {startImport} from './import-session.ts'
import {pickContact} from './pick-contact.ts'
import {pageOf, readContacts} from './read-contacts.ts'
import {rehearseImport} from './rehearse-import.ts'
import type {Tables} from './tables.ts'
import type {Tombstones} from './tombstones.ts'
import {previewUndo, undoImport} from './undo-import.ts'

/** graves: erased people, whom no import brings back. */
export function listStore(connection: Connection, graves: Tombstones): ListStore {
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
    startImport: (header, at) =>
      importUnderLock(connection.file, header.list, () => startImport(connection, header, at, {graves})),
    rehearseImport: (header, at, scratch) => rehearseImport(connection, header, at, {scratch, graves}),
    previewUndo: async (uuid) => previewUndo(connection, uuid),
    undo: (uuid, at) => undoImport(connection, uuid, at),
    imports: (listId) => importsOf(connection, listId),
    read: (listId, most) => readContacts(connection, listId, most),
    page: (listId, after, most) => pageOf(connection, listId, after, most),
    pick: (listId, which) => pickContact(connection, listId, which),
  }
}

/** Null unless the list's newest import is this one and was finished. */
async function sameImport(
  connection: Connection,
  header: ImportHeader,
): Promise<{at: number; counts: Record<string, number>} | null> {
  const list = await connection.kysely
    .selectFrom('lists')
    .select('id')
    .where('name', '=', header.list)
    .executeTakeFirst()
  const newest = list === undefined ? null : newestImport(connection, list.id)
  if (newest?.counts == null || newest.finishedAt === null || newest.undoneAt !== null) return null
  if (!isSameImport(newest, header)) return null
  return {at: newest.finishedAt, counts: JSON.parse(newest.counts)}
}

async function importsOf({kysely}: Connection, listId: number): Promise<ImportRecord[]> {
  const rows = await kysely
    .selectFrom('imports')
    .leftJoin('import_results', 'import_results.import_id', 'imports.id')
    .leftJoin('import_undos', 'import_undos.import_id', 'imports.id')
    .leftJoin('import_progress', 'import_progress.import_id', 'imports.id')
    .selectAll('imports')
    .select(['import_results.counts', 'rows_read', 'import_undos.began_at as undone_at'])
    .where('list_id', '=', listId)
    .orderBy('imports.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
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
    rowsRead: row.counts === null ? (row.rows_read ?? 0) : null,
    undoneAt: row.undone_at,
  }))
}

export type ConsentRow = Pick<
  Tables['standing_consents'],
  | ('contact_id' | 'kind' | 'basis' | 'at' | 'method' | 'source' | 'wording' | 'purpose' | 'topic')
  | ('evidence' | 'recorded_at')
>

export function factOf({contact_id: _, recorded_at: recordedAt, ...row}: ConsentRow): ConsentFact {
  // A no without a date counts from the moment it was known: no older yes of another file ends it.
  const isNo = row.kind === 'refused' || row.kind === 'withdrawn'
  return {
    ...row,
    at: row.at ?? (isNo ? recordedAt : null),
    evidence: row.evidence === '{}' ? NO_EVIDENCE : JSON.parse(row.evidence),
  } as ConsentFact
}

const NO_EVIDENCE: Readonly<Record<string, string>> = Object.freeze({})
