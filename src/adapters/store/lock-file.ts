/**
 * A lock between processes: an exclusive transaction held on a small database of its own, which the operating system
 * releases when the process dies, however it dies.
 */
import {closeSync, mkdirSync, openSync} from 'node:fs'
import {dirname} from 'node:path'
import {AppError} from '../../errors.ts'
import type {SqliteDatabase} from './driver.ts'
import {openBare} from './driver.ts'

export interface Lock {
  /** Once more does nothing. */
  release(): void
}

/** refusal: thrown when somebody else holds it. Throws STORE_UNUSABLE too, when the lock's file cannot be used. */
export async function takeLockFile(file: string, refusal: (cause: unknown) => AppError): Promise<Lock> {
  const db = await openLock(file).catch((error) => {
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
  let isHeld = true
  return {
    release() {
      if (!isHeld) return
      isHeld = false
      db.exec('rollback')
      db.close()
    },
  }
}

async function openLock(file: string): Promise<SqliteDatabase> {
  mkdirSync(dirname(file), {recursive: true, mode: 0o700})
  closeSync(openSync(file, 'a', 0o600))
  return openBare(file)
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message)
}

function unusable(file: string, error: unknown): AppError {
  const why = error instanceof Error ? error.message.slice(0, 120) : String(error)
  return new AppError('STORE_UNUSABLE', {file, why}, {cause: error})
}
