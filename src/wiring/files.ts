/** Files that commands write whole. */
import {existsSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {isSameFile} from '../adapters/files/same-file.ts'
import {AppError} from '../errors.ts'

export interface OutputFile {
  /** Name of the flag that asks for it. */
  readonly flag: string
  readonly file: string | undefined
  /** Its folder is made where it is missing. */
  readonly isMade?: boolean
}

/**
 * Before anything is read: no file that is to be written is one of those to be read, is asked for twice, stands there
 * already or has no folder. Throws OUTPUT_IS_TARGET, FILE_EXISTS, FOLDER_MISSING.
 */
export function checkOutputFiles(files: readonly OutputFile[], read: readonly string[], overwrite: boolean): void {
  const seen = new Map<string, string>()
  for (const {flag, file, isMade = false} of files) {
    if (file === undefined) continue
    const same = read.find((target) => isSameFile(target, file)) ?? seen.get(resolve(file))
    if (same !== undefined) throw new AppError('OUTPUT_IS_TARGET', {flag: `--${flag}`, file, same})
    seen.set(resolve(file), file)
    if (!overwrite && existsSync(file)) throw new AppError('FILE_EXISTS', {file})
    if (!isMade && !existsSync(dirname(resolve(file)))) throw new AppError('FOLDER_MISSING', {file})
  }
}

export async function writeFileWhole(path: string, content: string | Uint8Array, overwrite: boolean): Promise<void> {
  const {writeWholeFile} = await import('../adapters/files/write-file.ts')
  try {
    await writeWholeFile(path, content, {mode: 0o600, existing: overwrite ? 'replace' : 'keep'})
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') throw new AppError('FILE_EXISTS', {file: path}, {cause: error})
    if (code === 'ENOENT') throw new AppError('FOLDER_MISSING', {file: path}, {cause: error})
    throw error
  }
}
