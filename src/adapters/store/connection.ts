/** One opened store: the driver for the hot loops, Kysely over the same connection for everything else. */
import {randomUUID} from 'node:crypto'
import type {SqliteDatabase as KyselySqlite, Migration} from 'kysely'
import {Kysely, Migrator, SqliteDialect} from 'kysely'
import {AppError} from '../../errors.ts'
import {SQLITE} from './dialect.ts'
import type {SqliteDatabase} from './driver.ts'
import {inTransaction, openDatabase, storeError} from './driver.ts'
import {migrations} from './migrations.ts'
import type {PublicIds} from './public-ids.ts'
import {publicIds} from './public-ids.ts'
import type {Tables} from './tables.ts'

export interface Connection {
  readonly file: string
  readonly db: SqliteDatabase
  readonly kysely: Kysely<Tables>
  /** Identity of this store; copied to another place it must not run sends there unasked. */
  readonly instanceId: string
  readonly publicIds: PublicIds
  /** One write transaction over synchronous work. */
  transact<T>(work: () => T): T
  close(): Promise<void>
}

/** cacheMb, busyMs: see openDatabase. Throws STORE_NEWER, STORE_UNUSABLE, STORE_DAMAGED, STORE_FULL. */
export async function connect(file: string, cacheMb?: number, busyMs?: number): Promise<Connection> {
  const db = await openDatabase(file, cacheMb, busyMs)
  const kysely = new Kysely<Tables>({dialect: new SqliteDialect({database: forKysely(db)})})
  try {
    await migrate(db, kysely)
    const instanceId = await readInstanceId(kysely)
    return {
      file,
      db,
      kysely,
      instanceId,
      publicIds: publicIds(db),
      transact: (work) => inTransaction(db, file, work),
      async close() {
        await kysely.destroy()
      },
    }
  } catch (error) {
    await kysely.destroy()
    throw storeError(file, error)
  }
}

async function migrate(db: SqliteDatabase, kysely: Kysely<Tables>): Promise<void> {
  const known = migrations(SQLITE)
  const done = await doneMigrations(kysely)
  const newest = done.at(-1)
  if (newest !== undefined && !(newest in known))
    throw new AppError('STORE_NEWER', {found: newest, known: Object.keys(known).sort().at(-1) ?? ''})
  if (Object.keys(known).every((name) => done.includes(name))) return
  // The write lock first: two processes that open a new store at once must not both make its tables.
  db.exec('begin immediate')
  const provider = {getMigrations: async (): Promise<Record<string, Migration>> => known}
  const {error} = await new Migrator({db: kysely, provider, disableTransactions: true}).migrateToLatest()
  db.exec(error ? 'rollback' : 'commit')
  if (error) throw error
}

/** Names of the migrations this store has had, in order. */
async function doneMigrations(kysely: Kysely<Tables>): Promise<string[]> {
  const tables = await kysely.introspection.getTables({withInternalKyselyTables: true})
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  // biome-ignore lint/suspicious/noExplicitAny: Kysely's own table is not one of ours.
  const rows: {name: string}[] = await (kysely as Kysely<any>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map((row) => row.name)
}

async function readInstanceId(kysely: Kysely<Tables>): Promise<string> {
  const known = await selectInstanceId(kysely).executeTakeFirst()
  if (known) return known.value
  await kysely
    .insertInto('store_facts')
    .values({name: 'instance_id', value: randomUUID()})
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return (await selectInstanceId(kysely).executeTakeFirstOrThrow()).value
}

function selectInstanceId(kysely: Kysely<Tables>) {
  return kysely.selectFrom('store_facts').select('value').where('name', '=', 'instance_id')
}

/** Kysely asks for better-sqlite3's small interface; ours differs in telling whether a statement gives rows. */
function forKysely(db: SqliteDatabase): KyselySqlite {
  return {
    close: () => db.close(),
    prepare(sql: string) {
      const statement = db.prepare(sql)
      return {
        reader: /^\s*(select|with|pragma|values)\b|\breturning\b/i.test(sql),
        all: (parameters: readonly unknown[]) => statement.all(...(parameters as never[])),
        run: (parameters: readonly unknown[]) => statement.run(...(parameters as never[])),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as never[])),
      }
    },
  } as unknown as KyselySqlite
}
