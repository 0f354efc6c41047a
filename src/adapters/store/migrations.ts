/** The one migration set. A migration is never changed after a release, only followed by the next. */
import type {Kysely, Migration} from 'kysely'
import {sql} from 'kysely'
import {consentTables} from './consent-tables.ts'
import type {StoreDialect} from './dialect.ts'
import {erasureTables} from './erasure-tables.ts'
import {hookProofTable} from './hook-proof-table.ts'
import {journalTables} from './journal-tables.ts'
import {networkTable} from './network-table.ts'
import {signUpTables} from './sign-up-tables.ts'
import {exceptionTable} from './suppression-exceptions.ts'
import {suppressionTables} from './suppression-tables.ts'

// biome-ignore lint/suspicious/noExplicitAny: migrations see the tables of their own time, not today's.
type AnyDb = Kysely<any>

export function migrations(dialect: StoreDialect): Record<string, Migration> {
  return {'0001-house': {up: (db) => houseUp(db, dialect)}}
}

async function houseUp(db: AnyDb, dialect: StoreDialect): Promise<void> {
  const {serial} = dialect
  const id = (table: string) => db.schema.createTable(table).addColumn('id', serial, (column) => column.primaryKey())
  await db.schema
    .createTable('store_facts')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
  await id('lists')
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .execute()
  await id('purposes')
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('notice', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('purposes_name_notice', ['name', 'notice'])
    .execute()
  await importTables(db, dialect, id)
  await contactTables(db, dialect, id)
  await suppressionTables(db, dialect, id)
  await sendTables(db, dialect, id)
  await erasureTables(db, dialect, id)
  await networkTable(db)
  await hookProofTable(db, dialect)
  await exceptionTable(db)
  await journalTables(db, dialect)
  await signUpTables(db, dialect)
}

type NewTable = (table: string) => ReturnType<AnyDb['schema']['createTable']>

async function importTables(db: AnyDb, {clustered}: StoreDialect, id: NewTable): Promise<void> {
  await id('imports')
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('list_id', 'bigint', (column) => column.notNull().references('lists.id'))
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('file_sha256', 'text', (column) => column.notNull())
    .addColumn('size_bytes', 'bigint', (column) => column.notNull())
    .addColumn('encoding', 'text', (column) => column.notNull())
    .addColumn('delimiter', 'text', (column) => column.notNull())
    .addColumn('mapping', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text')
    .addColumn('basis', 'text')
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('import_results')
    .addColumn('import_id', 'bigint', (column) => column.primaryKey().references('imports.id'))
    .addColumn('counts', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'bigint', (column) => column.notNull())
    .execute()
  // How far an import came that has no result yet, and what its rows became: written with them, gone when it ends.
  await db.schema
    .createTable('import_progress')
    .addColumn('import_id', 'bigint', (column) => column.primaryKey().references('imports.id'))
    .addColumn('rows_read', 'bigint', (column) => column.notNull())
    .addColumn('counts', 'text', (column) => column.notNull())
    .execute()
  // What an import changed of contacts that were there before it: field by field, so that it can be taken back.
  await db.schema
    .createTable('import_changes')
    .addColumn('import_id', 'bigint', (column) => column.notNull())
    .addColumn('contact_id', 'bigint', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('import_changes_key', ['import_id', 'contact_id'])
    .modifyEnd(sql.raw(clustered))
    .execute()
  await db.schema
    .createTable('import_undos')
    .addColumn('import_id', 'bigint', (column) => column.primaryKey().references('imports.id'))
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .execute()
}

/** Contacts, members and events carry no foreign keys: a million rows a load, and erasure must take a person out. */
async function contactTables(db: AnyDb, dialect: StoreDialect, id: NewTable): Promise<void> {
  await db.schema
    .createTable('contacts')
    // An id is never given twice: what leaves the house (public-ids.ts) is made of it.
    .addColumn('id', dialect.serial, (column) =>
      dialect.saysNeverReused ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('address_key', 'text', (column) => column.notNull())
    .addColumn('address', 'text')
    .addColumn('suppress_key', 'text')
    .addColumn('country', 'text')
    .addColumn('locale', 'text')
    .addColumn('time_zone', 'text')
    .addColumn('attributes', 'text', (column) => column.notNull())
    .addColumn('import_id', 'bigint')
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .execute()
  // Keys are found by a number made of them (address-hash.ts); twins tell apart those that share one.
  await db.schema
    .createTable('contact_keys')
    .addColumn('address_hash', 'bigint', (column) => column.notNull())
    .addColumn('address_twin', 'bigint', (column) => column.notNull())
    .addColumn('contact_id', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('contact_keys_key', ['address_hash', 'address_twin'])
    .modifyEnd(sql.raw(dialect.clustered))
    .execute()
  await db.schema
    .createIndex('contacts_suppress_key')
    .on('contacts')
    .column('suppress_key')
    .where('suppress_key', 'is not', null)
    .execute()
  await db.schema
    .createTable('list_members')
    .addColumn('list_id', 'bigint', (column) => column.notNull())
    .addColumn('contact_id', 'bigint', (column) => column.notNull())
    .addColumn('import_id', 'bigint', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('list_members_key', ['list_id', 'contact_id'])
    .modifyEnd(sql.raw(dialect.clustered))
    .execute()
  await consentTables(db, dialect, id)
}

async function sendTables(db: AnyDb, dialect: StoreDialect, id: NewTable): Promise<void> {
  await db.schema
    .createTable('send_contents')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await id('sends')
    .addColumn('public_id', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('list_id', 'bigint', (column) => column.notNull().references('lists.id'))
    .addColumn('template', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('mail_class', 'text', (column) => column.notNull())
    .addColumn('laws', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull().references('send_contents.hash'))
    .addColumn('audience_hash', 'text', (column) => column.notNull())
    .addColumn('settings_hash', 'text', (column) => column.notNull())
    .addColumn('instance_id', 'text', (column) => column.notNull())
    .addColumn('token_key', 'text', (column) => column.notNull())
    .addColumn('audience', 'bigint', (column) => column.notNull())
    .addColumn('to_send', 'bigint', (column) => column.notNull())
    .addColumn('planned_at', 'bigint', (column) => column.notNull())
    // The newest consent event when planning began: what came after it, the plan need not have seen.
    .addColumn('consents_seen', 'bigint', (column) => column.notNull())
    .execute()
  await id('send_events')
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('send_id', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('send_events_send').on('send_events').columns(['send_id', 'id']).execute()
  await db.schema
    .createTable('deliveries')
    .addColumn('send_id', 'bigint', (column) => column.notNull())
    .addColumn('contact_id', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('due_at', 'bigint')
    .addPrimaryKeyConstraint('deliveries_key', ['send_id', 'contact_id'])
    .modifyEnd(sql.raw(dialect.clustered))
    .execute()
  // Only what is still open is indexed by state, so a finished mail leaves the index and it stays small.
  await db.schema
    .createIndex('deliveries_planned')
    .on('deliveries')
    .columns(['send_id', 'contact_id'])
    .where(sql.ref('state'), '=', 'planned')
    .execute()
  await db.schema
    .createIndex('deliveries_deferred')
    .on('deliveries')
    .columns(['send_id', 'due_at'])
    .where(sql.ref('state'), '=', 'deferred')
    .execute()
  await db.schema
    .createTable('attempts')
    .addColumn('send_id', 'bigint', (column) => column.notNull())
    .addColumn('contact_id', 'bigint', (column) => column.notNull())
    .addColumn('attempt', 'bigint', (column) => column.notNull())
    .addColumn('marked_at', 'bigint', (column) => column.notNull())
    .addColumn('message_date', 'bigint', (column) => column.notNull())
    .addColumn('message_sha256', 'text', (column) => column.notNull())
    .addColumn('fence', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('code', 'bigint')
    .addColumn('enhanced', 'text')
    .addColumn('reply', 'text')
    .addColumn('finished_at', 'bigint')
    .addPrimaryKeyConstraint('attempts_key', ['send_id', 'contact_id', 'attempt'])
    .modifyEnd(sql.raw(dialect.clustered))
    .execute()
  // At most one unfinished attempt per contact (reliability.md A2).
  await db.schema
    .createIndex('attempts_open')
    .unique()
    .on('attempts')
    .columns(['send_id', 'contact_id'])
    .where(sql.ref('outcome'), 'is', null)
    .execute()
  await id('settlements')
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('send_id', 'bigint', (column) => column.notNull())
    .addColumn('contact_id', 'bigint', (column) => column.notNull())
    .addColumn('attempt', 'bigint', (column) => column.notNull())
    .addColumn('assumed', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .execute()
}
