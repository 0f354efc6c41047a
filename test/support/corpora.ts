/** The corpora beside the project, for tests that read material of others whole; they are skipped where it is absent. */
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const CORPORA = fileURLToPath(new URL('../../../shared/corpora', import.meta.url))

export const hasCorpora = existsSync(CORPORA)
if (!hasCorpora) console.warn('SKIPPED: ../shared/corpora is absent, so tests on whole corpora do not run')

/** path: below the corpora. */
export function corpusPath(path: string): string {
  return join(CORPORA, path)
}

export function corpusFile(path: string): Buffer {
  return readFileSync(corpusPath(path))
}
