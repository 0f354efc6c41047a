/** Temporary folders and files for tests; folders stay when a test fails, so that one can look at them. */
import {existsSync, mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import iconv from 'iconv-lite'
import {AppError} from '../../src/errors.ts'

/** what: a word that says which test the folder belongs to. */
export function tempFolder(what: string): string {
  return mkdtempSync(join(tmpdir(), `todoke-${what}-`))
}

export function cp932(text: string): Buffer {
  return iconv.encode(text, 'cp932')
}

/** Writes a file into a folder, or below it, and returns its path. */
export function put(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, content)
  return path
}

/** The AppError that a promise ends with; fails when it ends otherwise. */
export async function failure(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw error ?? new Error('it did not fail')
}

/** Threads and child processes run dist/, which `npm test` builds first. */
export function needsDist(): void {
  if (!existsSync(fileURLToPath(new URL('../../dist/adapters/workers/import-worker.js', import.meta.url))))
    throw new Error('dist/ is missing: run `npm run build` first')
}
