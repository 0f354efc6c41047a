/**
 * One run per workspace: an exclusive transaction held on a small database of its own, which the operating system
 * releases when the process dies, however it dies.
 */
import {closeSync, mkdirSync, openSync} from 'node:fs'
import {dirname} from 'node:path'
import {AppError} from '../../errors.ts'
import {openBare} from './driver.ts'

export interface RunLock {
  release(): void
}

/** Throws RUN_LOCKED when another process holds it. */
export async function takeRunLock(file: string, name: string): Promise<RunLock> {
  mkdirSync(dirname(file), {recursive: true, mode: 0o700})
  closeSync(openSync(file, 'a', 0o600))
  const db = await openBare(file)
  try {
    // Long enough for a glance at the lock by `report` or `status`; a real run holds it far longer.
    db.exec('pragma busy_timeout = 500')
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    throw new AppError('RUN_LOCKED', {name}, {cause: error})
  }
  return {
    release() {
      db.exec('rollback')
      db.close()
    },
  }
}
