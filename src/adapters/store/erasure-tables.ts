/** Tables of erased people: tombstones that recognise nobody without the key, locked proof, and who opened it. */
import type {Kysely} from 'kysely'
import {sql} from 'kysely'
import type {StoreDialect} from './dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: migrations see the tables of their own time, not today's.
type AnyDb = Kysely<any>
type NewTable = (table: string) => ReturnType<AnyDb['schema']['createTable']>

export interface ErasureTables {
  erasures: {mac: string; key_id: string; uuid: string; reason: string; erased_at: number}
  locked_proofs: {
    uuid: string
    mac: string
    key_id: string
    locked: Uint8Array
    laws: string
    until_day: string
    over_at: number
    locked_at: number
  }
  proof_openings: {id: number; proof_uuid: string; reason: string; opened_by: string; recorded_at: number}
}

export async function erasureTables(db: AnyDb, {clustered, bytes}: StoreDialect, id: NewTable): Promise<void> {
  await db.schema
    .createTable('erasures')
    .addColumn('mac', 'text', (column) => column.primaryKey())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('uuid', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('erased_at', 'bigint', (column) => column.notNull())
    .modifyEnd(sql.raw(clustered))
    .execute()
  await db.schema
    .createTable('locked_proofs')
    .addColumn('uuid', 'text', (column) => column.primaryKey())
    .addColumn('mac', 'text', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('locked', bytes, (column) => column.notNull())
    .addColumn('laws', 'text', (column) => column.notNull())
    .addColumn('until_day', 'text', (column) => column.notNull())
    .addColumn('over_at', 'bigint', (column) => column.notNull())
    .addColumn('locked_at', 'bigint', (column) => column.notNull())
    .execute()
  await id('proof_openings')
    .addColumn('proof_uuid', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('opened_by', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .execute()
}
