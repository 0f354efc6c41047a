/** One run per workspace. */
import {AppError} from '../../errors.ts'
import type {Lock} from './lock-file.ts'
import {takeLockFile} from './lock-file.ts'

/** Throws RUN_LOCKED when another process holds it, STORE_UNUSABLE when the lock's file cannot be used. */
export async function takeRunLock(file: string, name: string): Promise<Lock> {
  return takeLockFile(file, (cause) => new AppError('RUN_LOCKED', {name}, {cause}))
}
