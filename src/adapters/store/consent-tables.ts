/** Tables of the consent record: events and what they share, form texts, where events came from, and what was purged. */
import type {Kysely} from 'kysely'
import {sql} from 'kysely'
import type {StoreDialect} from './dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: migrations see the tables of their own time, not today's.
type AnyDb = Kysely<any>
type NewTable = (table: string) => ReturnType<AnyDb['schema']['createTable']>

export async function consentTables(db: AnyDb, dialect: StoreDialect, id: NewTable): Promise<void> {
  await eventTables(db, dialect, id)
  await wordingTable(id)
  await originTables(db, dialect, id)
  await purgeTable(db, id)
}

/** What many events share (basis, route, wording …) stands once in consent_details; at most one origin is named. */
async function eventTables(db: AnyDb, dialect: StoreDialect, id: NewTable): Promise<void> {
  await id('consent_details')
    .addColumn('import_id', 'bigint')
    .addColumn('consent_import_id', 'bigint')
    .addColumn('declaration_id', 'bigint')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('basis', 'text')
    .addColumn('method', 'text')
    .addColumn('source', 'text')
    .addColumn('wording', 'text')
    .addColumn('purpose', 'text')
    .addColumn('topic', 'text')
    .addColumn('evidence', 'text', (column) => column.notNull())
    .execute()
  await id('consent_events')
    .addColumn('contact_id', 'bigint', (column) => column.notNull())
    .addColumn('details_id', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint')
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    // UUID, salt and hash of the content in one value (seal-event.ts): three cost an import as much as a column each.
    .addColumn('seal', dialect.bytes, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('consent_events_contact').on('consent_events').column('contact_id').execute()
  await db.schema
    .createView('standing_consents')
    .as(
      db
        .selectFrom('consent_events as e')
        .innerJoin('consent_details as d', 'd.id', 'e.details_id')
        .select([
          'e.id',
          'e.contact_id',
          'd.import_id',
          'd.kind',
          'd.basis',
          'e.at',
          'd.method',
          'd.source',
          'd.wording',
        ])
        .select(['d.purpose', 'd.topic', 'd.evidence'])
        .select('e.recorded_at')
        .where(({not, or, exists, selectFrom}) =>
          or([
            // A protection is never lowered: a no stays when the import that brought it is taken back.
            sql<boolean>`d.kind in ('refused', 'withdrawn')`,
            not(
              exists(selectFrom('import_undos as u').select('u.import_id').whereRef('u.import_id', '=', 'd.import_id')),
            ),
          ]),
        ),
    )
    .execute()
}

/** Rows are never changed: when a version ends because the next begins follows from the next one. */
async function wordingTable(id: NewTable): Promise<void> {
  await id('wordings')
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('from_at', 'bigint', (column) => column.notNull())
    .addColumn('until_at', 'bigint')
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .execute()
}

async function originTables(db: AnyDb, {bytes}: StoreDialect, id: NewTable): Promise<void> {
  await id('consent_imports')
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('file_sha256', 'text', (column) => column.notNull())
    .addColumn('size_bytes', 'bigint', (column) => column.notNull())
    .addColumn('columns', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('consent_import_results')
    .addColumn('consent_import_id', 'bigint', (column) => column.primaryKey().references('consent_imports.id'))
    .addColumn('counts', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'bigint', (column) => column.notNull())
    .execute()
  await id('consent_declarations')
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('list_id', 'bigint', (column) => column.notNull().references('lists.id'))
    .addColumn('segment', 'text')
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text')
    .addColumn('method', 'text')
    .addColumn('source', 'text')
    .addColumn('declared_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint')
    .addColumn('at_column', 'text')
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .addColumn('salt', bytes, (column) => column.notNull())
    .addColumn('content_hash', bytes, (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('consent_declaration_results')
    .addColumn('declaration_id', 'bigint', (column) => column.primaryKey().references('consent_declarations.id'))
    .addColumn('counts', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'bigint', (column) => column.notNull())
    .execute()
}

/** Tombstones: that something stood here and which law let it go, without what it said. */
async function purgeTable(db: AnyDb, id: NewTable): Promise<void> {
  await id('consent_purges')
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('contact_id', 'bigint', (column) => column.notNull())
    .addColumn('events', 'bigint', (column) => column.notNull())
    // Content hashes of the events in order, base64url, JSON.
    .addColumn('hashes', 'text', (column) => column.notNull())
    .addColumn('laws', 'text', (column) => column.notNull())
    .addColumn('purged_by', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('consent_purges_contact').on('consent_purges').column('contact_id').execute()
}
