/** Reads a file that people write by hand, whole; one that is larger than such files are is something else. */
import {readFile, stat} from 'node:fs/promises'
import {AppError} from '../../errors.ts'
import {openError} from '../files/open-error.ts'

const MAX_BYTES = 1_000_000

/** file: the name for errors. Throws FILE_MISSING, FILE_IS_FOLDER, FILE_UNREADABLE. */
export async function readSmall(path: string, file: string): Promise<Uint8Array> {
  const failed = (error: unknown) => Promise.reject(openError(file, error))
  const found = await stat(path).catch(failed)
  if (found.isDirectory()) throw new AppError('FILE_IS_FOLDER', {file})
  if (!found.isFile()) throw new AppError('FILE_UNREADABLE', {file, why: 'not a regular file'})
  if (found.size > MAX_BYTES) throw new AppError('FILE_UNREADABLE', {file, why: `${found.size} bytes`})
  return readFile(path).catch(failed)
}
