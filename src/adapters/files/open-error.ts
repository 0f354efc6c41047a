/** What went wrong when opening a file the user named, as our own error. */
import {AppError} from '../../errors.ts'

export function openError(path: string, error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('FILE_MISSING', {file: path}, {cause: error})
  if (code === 'EISDIR') return new AppError('FILE_IS_FOLDER', {file: path}, {cause: error})
  return new AppError('FILE_UNREADABLE', {file: path, why: code ?? 'unknown'}, {cause: error})
}
