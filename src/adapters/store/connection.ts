/** One opened store: the driver for the hot loops, Kysely over the same connection for everything else. */
import {randomUUID} from 'node:crypto'
import type {SqliteDatabase as KyselySqlite, Migration} from 'kysely'
import {Kysely, Migrator, SqliteDialect} from 'kysely'
import {AppError} from '../../errors.ts'
import {SQLITE} from './dialect.ts'
import type {SqliteDatabase} from './driver.ts'
import {inTransaction, openDatabase, storeError} from './driver.ts'
import {migrations} from './migrations.ts'
import type {Tables} from './tables.ts'

export interface Connection {
  readonly file: string
  readonly db: SqliteDatabase
  readonly kysely: Kysely<Tables>
  /** Identity of this store; copied to another place it must not run sends there unasked. */
  readonly instanceId: string
  /** One write transaction over synchronous work. */
  transact<T>(work: () => T): T
  close(): Promise<void>
}

/** Throws STORE_NEWER, STORE_UNUSABLE, STORE_DAMAGED, STORE_FULL. */
export async function connect(file: string, cacheMb?: number): Promise<Connection> {
  const db = await openDatabase(file, cacheMb)
  const kysely = new Kysely<Tables>({dialect: new SqliteDialect({database: forKysely(db)})})
  try {
    await migrate(kysely)
    const instanceId = await readInstanceId(kysely)
    return {
      file,
      db,
      kysely,
      instanceId,
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

async function migrate(kysely: Kysely<Tables>): Promise<void> {
  const known = migrations(SQLITE)
  await refuseNewer(kysely, known)
  const migrator = new Migrator({db: kysely, provider: {getMigrations: async () => known}})
  const {error} = await migrator.migrateToLatest()
  if (error) throw error
}

async function refuseNewer(kysely: Kysely<Tables>, known: Record<string, Migration>): Promise<void> {
  const tables = await kysely.introspection.getTables({withInternalKyselyTables: true})
  if (!tables.some((table) => table.name === 'kysely_migration')) return
  // biome-ignore lint/suspicious/noExplicitAny: Kysely's own table is not one of ours.
  const rows: {name: string}[] = await (kysely as Kysely<any>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute()
  const newest = rows.at(-1)?.name
  if (newest !== undefined && !(newest in known))
    throw new AppError('STORE_NEWER', {found: newest, known: Object.keys(known).sort().at(-1) ?? ''})
}

async function readInstanceId(kysely: Kysely<Tables>): Promise<string> {
  await kysely
    .insertInto('store_facts')
    .values({name: 'instance_id', value: randomUUID()})
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const row = await kysely
    .selectFrom('store_facts')
    .select('value')
    .where('name', '=', 'instance_id')
    .executeTakeFirstOrThrow()
  return row.value
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
