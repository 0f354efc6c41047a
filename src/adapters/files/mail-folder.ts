/** A folder of .eml files, NNNNNN-ID.eml, readable by their owner alone: each is somebody's mail. */
import {mkdir, readdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {AppError} from '../../errors.ts'
import type {MailFolder} from '../../ports/mail-folder.ts'

/** path: made when it is not there, else it must be empty. Throws FOLDER_TAKEN, FILE_UNWRITABLE. */
export async function openMailFolder(path: string): Promise<MailFolder> {
  const isTaken = await mkdir(path, {recursive: true, mode: 0o700}).then(
    async () => (await readdir(path)).length > 0,
    (error) => {
      const {code} = error as NodeJS.ErrnoException
      if (code === 'EEXIST' || code === 'ENOTDIR') return true
      throw unwritable(path, error)
    },
  )
  if (isTaken) throw new AppError('FOLDER_TAKEN', {folder: path})
  return {
    async write(number, publicId, bytes) {
      const file = join(path, `${String(number).padStart(6, '0')}-${publicId}.eml`)
      await writeFile(file, bytes, {flag: 'wx', mode: 0o600}).catch((error) => {
        throw unwritable(file, error)
      })
    },
  }
}

function unwritable(file: string, error: unknown): AppError {
  const {code} = error as NodeJS.ErrnoException
  return new AppError('FILE_UNWRITABLE', {file, why: code ?? 'unknown'}, {cause: error})
}
