/** The files of a journal as they lie in a folder, whatever became of them. */
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {JournalText} from '../../core/serving/salvage-journal.ts'
import {AppError} from '../../errors.ts'
import {openError} from '../files/open-error.ts'
import {isSegment} from './segments.ts'

/** In the order of their records. Throws FILE_*, FILE_MISSING also where there is none. */
export async function readJournalFolder(folder: string): Promise<readonly JournalText[]> {
  try {
    const names = (await readdir(folder)).filter(isSegment).sort()
    if (names.length === 0) throw new AppError('FILE_MISSING', {file: join(folder, '*.journal')})
    const files = names.map((name) => join(folder, name))
    return await Promise.all(files.map(async (file) => ({file, text: await readFile(file, 'utf8')})))
  } catch (error) {
    throw error instanceof AppError ? error : openError(folder, error)
  }
}
