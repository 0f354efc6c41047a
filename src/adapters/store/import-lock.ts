/**
 * One import or undo per list: two of the same import would share its row, and an undo must not take back what is
 * still being written. Imports of other lists go on beside it.
 */
import {createHash} from 'node:crypto'
import {AppError} from '../../errors.ts'
import type {ImportSession} from '../../ports/list-import.ts'
import type {Lock} from './lock-file.ts'
import {takeLockFile} from './lock-file.ts'

/** storeFile: the lock stands beside the store, whichever workspace uses it. Throws IMPORT_LOCKED, STORE_UNUSABLE. */
export async function takeImportLock(storeFile: string, list: string): Promise<Lock> {
  // Names of lists may differ by case alone, which some file systems do not tell apart.
  const id = createHash('sha256').update(list).digest('hex').slice(0, 12)
  return takeLockFile(`${storeFile}.import-${id}.lock`, (cause) => new AppError('IMPORT_LOCKED', {list}, {cause}))
}

/** The lock is held until the session ends. */
export async function importUnderLock(
  storeFile: string,
  list: string,
  start: () => Promise<ImportSession>,
): Promise<ImportSession> {
  const lock = await takeImportLock(storeFile, list)
  try {
    const session = await start()
    return {
      ...session,
      finish: (counts, at) => session.finish(counts, at).finally(lock.release),
      abandon: () => session.abandon().finally(lock.release),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
