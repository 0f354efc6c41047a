/**
 * Opens a SQLite file the one way we trust (reliability.md A5): write-ahead log, a real fsync per commit, checked
 * by reading back; 0600 in a 0700 folder. On Node 24 and newer the built-in driver, else the packaged one with the
 * same interface.
 */
import {closeSync, existsSync, fsyncSync, mkdirSync, openSync} from 'node:fs'
import {dirname} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import type {DatabaseSync, StatementSync} from '@photostructure/sqlite'
import {AppError} from '../../errors.ts'
import {whileWaiting} from './turns.ts'

export type SqliteDatabase = InstanceType<typeof DatabaseSync>
export type SqliteStatement = InstanceType<typeof StatementSync>

type Driver = {DatabaseSync: new (path: string, options?: object) => SqliteDatabase}

/** Older builds can corrupt the log when it is reset (reliability.md A5). */
const OLDEST = [3, 51, 3] as const
/** How long another process's short write may keep us waiting. */
const BUSY_MS = 5000

/**
 * cacheMb: page cache; imports want more than look-ups. busyMs: how long another process's write may keep us waiting, with
 * everything else in this thread. Throws STORE_UNUSABLE, STORE_DAMAGED.
 */
export async function openDatabase(file: string, cacheMb = 16, busyMs = BUSY_MS): Promise<SqliteDatabase> {
  const {DatabaseSync} = await loadDriver()
  const isNew = file !== ':memory:' && !existsSync(file)
  try {
    if (file !== ':memory:') prepareFile(file, isNew)
    const db = new DatabaseSync(file)
    // First of all, since even a look at the schema can meet another process.
    db.exec(`pragma busy_timeout = ${busyMs}`)
    const version = (db.prepare('select sqlite_version() as v').get() as {v: string}).v
    if (isOlder(version))
      throw new AppError('STORE_UNUSABLE', {file, why: `SQLite ${version}, needs ${OLDEST.join('.')}`})
    await useWriteAheadLog(db)
    db.exec('pragma synchronous = full')
    db.exec('pragma foreign_keys = on')
    db.exec('pragma temp_store = memory')
    db.exec(`pragma cache_size = ${-cacheMb * 1024}`)
    const {synchronous} = db.prepare('pragma synchronous').get() as {synchronous: number}
    if (synchronous !== 2) throw new AppError('STORE_UNUSABLE', {file, why: 'synchronous=FULL was not taken'})
    return db
  } catch (error) {
    throw storeError(file, error)
  }
}

/** Two processes that open a new store at once collide here, and SQLite does not wait on its own for this one. */
async function useWriteAheadLog(db: SqliteDatabase): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += 20)
    try {
      db.exec('pragma journal_mode = wal')
      return
    } catch (error) {
      if (waitedMs >= BUSY_MS || !isBusy(error)) throw error
      await setTimeout(20)
    }
}

/** A bare connection without our settings; for the run lock, which must not wait for anyone. */
export async function openBare(file: string): Promise<SqliteDatabase> {
  const {DatabaseSync} = await loadDriver()
  return new DatabaseSync(file)
}

/** Runs work in one write transaction; rolls back and rethrows as a store error when anything fails. */
export function inTransaction<T>(db: SqliteDatabase, file: string, work: () => T): T {
  beginWriting(db, file)
  try {
    const result = work()
    db.exec('commit')
    return result
  } catch (error) {
    // A failed commit may have rolled back already.
    if (db.isTransaction) db.exec('rollback')
    throw storeError(file, error)
  }
}

/** Takes the write lock, and says that it waits where somebody else holds it. Throws a store error. */
export function beginWriting(db: SqliteDatabase, file: string): void {
  try {
    if (!tryBegin(db)) whileWaiting(file, () => db.exec('begin immediate'))
  } catch (error) {
    throw storeError(file, error)
  }
}

/** Takes the write lock if it is free, at once. */
export function tryBegin(db: SqliteDatabase): boolean {
  const {timeout} = db.prepare('pragma busy_timeout').get() as {timeout: number}
  db.exec('pragma busy_timeout = 0')
  try {
    db.exec('begin immediate')
    return true
  } catch (error) {
    if (!isBusy(error)) throw error
    return false
  } finally {
    db.exec(`pragma busy_timeout = ${timeout}`)
  }
}

/** Copies the write-ahead log into the store and cuts it off; while somebody reads from it, a later one does. */
export function emptyLog(db: SqliteDatabase): void {
  const {timeout} = db.prepare('pragma busy_timeout').get() as {timeout: number}
  db.exec('pragma busy_timeout = 0')
  db.exec('pragma wal_checkpoint(truncate)')
  db.exec(`pragma busy_timeout = ${timeout}`)
}

/** Whether another connection holds what is wanted. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message)
}

/** A driver's error as ours; our own pass through. */
export function storeError(file: string, error: unknown): Error {
  if (error instanceof AppError) return error
  const {message = '', code = ''} = error as {message?: string; code?: string}
  if (/database or disk is full|SQLITE_FULL|ENOSPC/i.test(message) || code === 'ENOSPC')
    return new AppError('STORE_FULL', {}, {cause: error})
  if (/malformed|not a database|SQLITE_CORRUPT|SQLITE_NOTADB/i.test(message))
    return new AppError('STORE_DAMAGED', {file, why: message.slice(0, 120)}, {cause: error})
  if (isBusy(error)) return new AppError('STORE_BUSY', {file}, {cause: error})
  if (
    /readonly|unable to open|disk I\/O/i.test(message) ||
    ['EACCES', 'EEXIST', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(code)
  )
    return new AppError('STORE_UNUSABLE', {file, why: (message || code).slice(0, 120)}, {cause: error})
  return error instanceof Error ? error : new Error(String(error))
}

function prepareFile(file: string, isNew: boolean): void {
  mkdirSync(dirname(file), {recursive: true, mode: 0o700})
  if (!isNew) return
  closeSync(openSync(file, 'a', 0o600))
  // Without this a power cut can leave the folder without the file's name.
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

async function loadDriver(): Promise<Driver> {
  const major = Number(process.versions.node.split('.')[0])
  // Node 22 has it too, but prints a warning on every start.
  if (major >= 24) {
    const name = 'node:sqlite'
    const builtIn = await import(name).catch(() => null)
    if (builtIn) return builtIn as Driver
  }
  return (await import('@photostructure/sqlite')) as unknown as Driver
}

function isOlder(version: string): boolean {
  const found = version.split('.').map(Number)
  for (const [i, want] of OLDEST.entries()) if ((found[i] ?? 0) !== want) return (found[i] ?? 0) < want
  return false
}
