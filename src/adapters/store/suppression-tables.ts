/** The tables of opt-outs, as part of the one migration. */
import type {Kysely} from 'kysely'
import type {StoreDialect} from './dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: migrations see the tables of their own time, not today's.
type AnyDb = Kysely<any>
type NewTable = (table: string) => ReturnType<AnyDb['schema']['createTable']>

export async function suppressionTables(
  db: AnyDb,
  {bytes, serial, saysNeverReused}: StoreDialect,
  id: NewTable,
): Promise<void> {
  // Millions of rows in one merge: one index, of numbers, and a seal of bytes.
  await db.schema
    .createTable('suppression_events')
    // An id is never given twice: lifts and marks name events by it.
    .addColumn('id', serial, (column) => (saysNeverReused ? column.primaryKey().autoIncrement() : column.primaryKey()))
    .addColumn('subject_hash', 'bigint', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('spelling', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('from_at', 'bigint')
    .addColumn('until_at', 'bigint')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('source_line', 'bigint')
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .addColumn('seal', bytes, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('suppression_events_subject').on('suppression_events').column('subject_hash').execute()
  await id('suppression_lifts')
    .addColumn('event_id', 'bigint', (column) => column.notNull().unique())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .addColumn('seal', bytes, (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('suppression_algorithms')
    .addColumn('algorithm', 'text', (column) => column.primaryKey())
    .execute()
  await db.schema
    .createTable('suppression_files')
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('reading', 'text', (column) => column.notNull())
    .addColumn('entries', 'bigint', (column) => column.notNull())
    .addColumn('lifts_seen', 'bigint', (column) => column.notNull())
    .addColumn('consents_seen', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('suppression_files_key', ['sha256', 'reading'])
    .execute()
}
