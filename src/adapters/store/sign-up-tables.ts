/** Tables of sign-ups that wait for their confirmation, and of people who were asked for their consent by mail, once for ever. */
import type {Kysely} from 'kysely'
import {sql} from 'kysely'
import type {StoreDialect} from './dialect.ts'

// biome-ignore lint/suspicious/noExplicitAny: migrations see the tables of their own time, not today's.
type AnyDb = Kysely<any>

export interface SignUpTables {
  /** Whoever does not confirm is forgotten when the link ends; of whoever did, the contact is left. */
  sign_ups: {
    public_id: string
    /** Number of the suppress key (address-hash.ts). */
    person_hash: number
    suppress_key: string
    address_key: string
    address: string
    facts: string
    asked_at: number
    expires_at: number
    /** open, confirmed, overtaken */
    state: string
    contact_id: number | null
    /** queued, attempting, sent, refused, in-doubt, none */
    mail: string
    attempt: number
    due_at: number | null
    marked_at: number | null
  }
  /** Confirmation mails that were asked for and not answered yet: numbers of suppress keys, no addresses. */
  sign_up_asks: {person_hash: number; asked_at: number}
  consent_requests: {
    suppress_key: string
    contact_id: number
    send_id: number
    marked_at: number
  }
}

export async function signUpTables(db: AnyDb, {clustered}: StoreDialect): Promise<void> {
  await db.schema
    .createTable('sign_ups')
    .addColumn('public_id', 'text', (column) => column.primaryKey())
    .addColumn('person_hash', 'bigint', (column) => column.notNull())
    .addColumn('suppress_key', 'text', (column) => column.notNull())
    .addColumn('address_key', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('contact_id', 'bigint')
    .addColumn('mail', 'text', (column) => column.notNull())
    .addColumn('attempt', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('marked_at', 'bigint')
    .modifyEnd(sql.raw(clustered))
    .execute()
  await db.schema.createIndex('sign_ups_person').on('sign_ups').column('person_hash').execute()
  await db.schema.createIndex('sign_ups_due').on('sign_ups').columns(['mail', 'due_at']).execute()
  await db.schema.createIndex('sign_ups_end').on('sign_ups').column('expires_at').execute()
  await db.schema
    .createTable('sign_up_asks')
    .addColumn('person_hash', 'bigint', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('sign_up_asks_person').on('sign_up_asks').columns(['person_hash', 'asked_at']).execute()
  await db.schema.createIndex('sign_up_asks_at').on('sign_up_asks').column('asked_at').execute()
  await db.schema
    .createTable('consent_requests')
    .addColumn('suppress_key', 'text', (column) => column.primaryKey())
    .addColumn('contact_id', 'bigint', (column) => column.notNull())
    .addColumn('send_id', 'bigint', (column) => column.notNull())
    .addColumn('marked_at', 'bigint', (column) => column.notNull())
    .modifyEnd(sql.raw(clustered))
    .execute()
  await db.schema.createIndex('consent_requests_contact').on('consent_requests').column('contact_id').execute()
}
