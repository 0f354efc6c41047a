/** Tables of pulls from a detached server: how far each journal was taken, and records that nobody could be found for. */
import type {Kysely} from 'kysely'
import {sql} from 'kysely'
import type {StoreDialect} from './dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: migrations see the tables of their own time, not today's.
type AnyDb = Kysely<any>

export interface JournalTables {
  journal_pulls: {
    journal: string
    seq: number
    seal: string
    newest_at: number | null
    complete_at: number | null
    token_keys: string
    begun_at: number
  }
  journal_kept: {
    journal: string
    seq: number
    seal: string
    at: number
    kind: string
    payload: string
    why: string
    recorded_at: number
  }
}

export async function journalTables(db: AnyDb, {clustered}: StoreDialect): Promise<void> {
  await db.schema
    .createTable('journal_pulls')
    .addColumn('journal', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('seal', 'text', (column) => column.notNull())
    .addColumn('newest_at', 'bigint')
    .addColumn('complete_at', 'bigint')
    .addColumn('token_keys', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .modifyEnd(sql.raw(clustered))
    .execute()
  // The seal too: a journal that was put back from a copy may hold another record of the same number.
  await db.schema
    .createTable('journal_kept')
    .addColumn('journal', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('seal', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_kept_key', ['journal', 'seq', 'seal'])
    .modifyEnd(sql.raw(clustered))
    .execute()
}
