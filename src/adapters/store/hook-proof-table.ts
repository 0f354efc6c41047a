/** The proofs of services that were used, as hashes. */
import type {Kysely} from 'kysely'
import type {StoreDialect} from './dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: migrations see the tables of their own time, not today's.
type AnyDb = Kysely<any>

export interface HookProofTable {
  hook_proofs: {proof: Uint8Array; notice: Uint8Array; used_at: number}
}

export async function hookProofTable(db: AnyDb, {bytes}: Pick<StoreDialect, 'bytes'>): Promise<void> {
  await db.schema
    .createTable('hook_proofs')
    .addColumn('proof', bytes, (column) => column.primaryKey())
    .addColumn('notice', bytes, (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('hook_proofs_by_moment').on('hook_proofs').column('used_at').execute()
}
