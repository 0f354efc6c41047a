/** Files that commands write whole. */
import {AppError} from '../errors.ts'

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
