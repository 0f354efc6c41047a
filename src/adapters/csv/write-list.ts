/**
 * Writes an exported list as CSV (RFC 4180) in any encoding that is read: to a file that appears whole and only for
 * its owner, or to standard output. No character is ever replaced.
 */
import {statSync} from 'node:fs'
import {stringify} from 'csv-stringify/sync'
import {AppError} from '../../errors.ts'
import type {ListSink, ListSinkAsk, ListSinks} from '../../ports/list-export.ts'
import type {Draft} from '../files/write-file.ts'
import {startDraft} from '../files/write-file.ts'
import {checkEncoding, isUnicode} from './encodable.ts'
import {encodeText} from './encoding/encode-text.ts'
import {markOf} from './encoding/marks.ts'

/** Where the bytes go. */
type Target = Pick<Draft, 'write' | 'finish' | 'abandon'>

const NOWHERE: Target = {async write() {}, async finish() {}, async abandon() {}}

/** stdout: standard output. */
export function listSinks(stdout: () => NodeJS.WritableStream): ListSinks {
  return {
    async open(ask) {
      return sinkTo(ask.out === null ? streamTarget(stdout()) : await fileTarget(ask.out, ask.overwrite), ask)
    },
    rehearse: (ask) => (isUnicode(ask.encoding) ? null : sinkTo(NOWHERE, ask)),
  }
}

function sinkTo(target: Target, {encoding, hasBom, delimiter}: ListSinkAsk): ListSink {
  const check = isUnicode(encoding) ? null : checkEncoding(encoding)
  // By itself it quotes only the line end of the file.
  const options = {delimiter, record_delimiter: '\r\n', quote_record_delimiter: true}
  let mark: Buffer | null = hasBom ? markOf(encoding) : null
  return {
    async write(rows) {
      const text = stringify(rows as string[][], options)
      const bytes = encodeText(text, encoding)
      // Counting goes on, so that the error can say how many rows it is about; writing does not.
      if (check !== null && !check.passes(rows, text, bytes)) return
      await target.write(mark === null ? bytes : Buffer.concat([mark, bytes]))
      mark = null
    },
    async finish() {
      check?.end()
      await target.finish()
    },
    abandon: () => target.abandon(),
  }
}

async function fileTarget(path: string, overwrite: boolean): Promise<Target> {
  const there = statSync(path, {throwIfNoEntry: false})
  if (there?.isDirectory()) throw new AppError('FILE_IS_FOLDER', {file: path})
  // Said at once, and not after a long list was read; finish() looks again.
  if (there !== undefined && !overwrite) throw new AppError('FILE_EXISTS', {file: path})
  const told = <Done>(work: Promise<Done>): Promise<Done> =>
    work.catch((error: unknown) => {
      throw fileError(path, error)
    })
  const draft = await told(startDraft(path, {mode: 0o600, existing: overwrite ? 'replace' : 'keep'}))
  return {
    write: (bytes) => told(draft.write(bytes)),
    finish: () => told(draft.finish()),
    abandon: () => draft.abandon(),
  }
}

function fileError(path: string, error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
  if (code === 'EEXIST') return new AppError('FILE_EXISTS', {file: path}, {cause: error})
  if (code === 'ENOENT') return new AppError('FILE_MISSING', {file: path}, {cause: error})
  return new AppError('FILE_UNWRITABLE', {file: path, why: code}, {cause: error})
}

/** Waits until the reader has taken each piece, so that nothing piles up. */
function streamTarget(stream: NodeJS.WritableStream): Target {
  // The reader may leave (`| head`): without a listener that would end the process in the middle of a line of ours.
  stream.on('error', () => {})
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        stream.write(bytes, (error) => {
          if (error) reject(fileError('stdout', error))
          else resolve()
        })
      }),
    async finish() {},
    async abandon() {},
  }
}
