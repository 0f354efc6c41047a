/**
 * A lock between processes: an exclusive transaction held on a small database of its own, which the operating system
 * releases when the process dies, however it dies.
 */
import {closeSync, mkdirSync, openSync, rmSync, statSync} from 'node:fs'
import {dirname} from 'node:path'
import {AppError} from '../../errors.ts'
import type {SqliteDatabase} from './driver.ts'
import {isBusy, openBare} from './driver.ts'

export interface Lock {
  /** Once more does nothing. */
  release(): void
}

/**
 * refusal: thrown when somebody else holds it. Whoever held it removes the file, so one that was taken is only ours
 * when it still stands under its name. Throws STORE_UNUSABLE too, when the lock's file cannot be used.
 */
export async function takeLockFile(file: string, refusal: (cause: unknown) => AppError): Promise<Lock> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const lock = await tryLock(file, refusal)
    if (lock !== null) return lock
  }
  throw refusal(null)
}

/** Each one more means that another process took and released it in between. */
const MOST_TRIES = 20

/** Null when its holder removed the file while we waited for it. */
async function tryLock(file: string, refusal: (cause: unknown) => AppError): Promise<Lock | null> {
  const {db, inode} = await openLock(file).catch((error) => {
    throw unusable(file, error)
  })
  try {
    // Long enough for a glance at the lock by `report` or `status`; real work holds it far longer.
    db.exec('pragma busy_timeout = 500')
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    throw isBusy(error) ? refusal(error) : unusable(file, error)
  }
  if (inodeOf(file) !== inode) {
    db.close()
    return null
  }
  let isHeld = true
  return {
    release() {
      if (!isHeld) return
      isHeld = false
      // While it is still held: nobody can have taken another file of that name.
      remove(file)
      db.exec('rollback')
      db.close()
    },
  }
}

/** inode: read before the file is opened, so that one put in its place meanwhile is told. */
async function openLock(file: string): Promise<{readonly db: SqliteDatabase; readonly inode: bigint | null}> {
  mkdirSync(dirname(file), {recursive: true, mode: 0o700})
  closeSync(openSync(file, 'a', 0o600))
  const inode = inodeOf(file)
  return {db: await openBare(file), inode}
}

function inodeOf(file: string): bigint | null {
  return statSync(file, {bigint: true, throwIfNoEntry: false})?.ino ?? null
}

/** Some systems remove no file that is open: there it stays, and is used again. */
function remove(file: string): void {
  try {
    rmSync(file, {force: true})
  } catch {}
}

function unusable(file: string, error: unknown): AppError {
  const why = error instanceof Error ? error.message.slice(0, 120) : String(error)
  return new AppError('STORE_UNUSABLE', {file, why}, {cause: error})
}
