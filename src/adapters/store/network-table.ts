/** The networks that opt-outs came from: a row stands only where one was recorded, by the domain of its reverse name. */
import type {Kysely} from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: migrations see the tables of their own time, not today's.
type AnyDb = Kysely<any>

export interface NetworkTable {
  suppression_networks: {event_id: number; network: string}
}

export async function networkTable(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('suppression_networks')
    .addColumn('event_id', 'bigint', (column) => column.primaryKey())
    .addColumn('network', 'text', (column) => column.notNull())
    .execute()
}
