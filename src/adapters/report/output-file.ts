/** A file that grows while contacts are judged and has its name only when all of them were; only its owner may read it. */
import {statSync} from 'node:fs'
import {AppError} from '../../errors.ts'
import type {Draft} from '../files/write-file.ts'
import {startDraft} from '../files/write-file.ts'

export interface OutputFile {
  /** Kept in memory until flush. */
  add(text: string): void
  /** Throws FILE_UNWRITABLE. */
  flush(): Promise<void>
  /** Throws FILE_EXISTS, FILE_UNWRITABLE. */
  finish(): Promise<void>
  abandon(): Promise<void>
}

/** head: the first text. Throws FILE_IS_FOLDER, FILE_EXISTS, FOLDER_MISSING where the folder is not there, FILE_UNWRITABLE. */
export async function startOutput(path: string, head: string, overwrite: boolean): Promise<OutputFile> {
  const there = statSync(path, {throwIfNoEntry: false})
  if (there?.isDirectory()) throw new AppError('FILE_IS_FOLDER', {file: path})
  // Said at once, and not after a long list was read; finish looks again.
  if (there !== undefined && !overwrite) throw new AppError('FILE_EXISTS', {file: path})
  const told = <Done>(work: Promise<Done>): Promise<Done> =>
    work.catch((error: unknown) => {
      throw fileError(path, error)
    })
  const draft: Draft = await told(startDraft(path, {mode: 0o600, existing: overwrite ? 'replace' : 'keep'}))
  let waiting = head
  const flush = async () => {
    if (waiting === '') return
    const text = waiting
    waiting = ''
    await told(draft.write(text))
  }
  return {
    add(text) {
      waiting += text
    },
    flush,
    async finish() {
      await flush()
      await told(draft.finish())
    },
    abandon: () => draft.abandon(),
  }
}

function fileError(path: string, error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
  if (code === 'EEXIST') return new AppError('FILE_EXISTS', {file: path}, {cause: error})
  if (code === 'ENOENT') return new AppError('FOLDER_MISSING', {file: path}, {cause: error})
  return new AppError('FILE_UNWRITABLE', {file: path, why: code}, {cause: error})
}
