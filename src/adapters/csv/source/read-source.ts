/** The plain bytes of a list file, block by block; a place is read as often as one likes, also in another thread. */
import {createReadStream} from 'node:fs'
import {open, stat} from 'node:fs/promises'
import {AppError} from '../../../errors.ts'
import type {SourcePlace} from '../../../ports/source-place.ts'
import {openError} from '../../files/open-error.ts'
import {BLOCK_BYTES, unpack} from './unpack.ts'
import {openZip} from './zip.ts'
import {theOneEntry} from './zipped-list.ts'

/** Asked of the system at once: waiting for each block by itself would take longer than reading it. */
const READ_BYTES = 1 << 18

/**
 * Blocks of up to 32 KB, in memory that is not used again. Throws FILE_CHANGED at the end when the file is not the one that
 * was opened as a source or was written to meanwhile; FILE_MISSING, FILE_UNREADABLE, ARCHIVE_*. What was yielded
 * before an error is no whole file.
 */
export async function* readSource(place: SourcePlace): AsyncGenerator<Buffer> {
  if (place.kind === 'plain') return yield* readPlain(place)
  try {
    yield* place.kind === 'gzip' ? readGzip(place) : readZip(place)
  } catch (error) {
    // A file that is being written to looks damaged: say what is the matter.
    await checkUnchanged(place)
    throw error
  }
  await checkUnchanged(place)
}

async function* readPlain(place: SourcePlace): AsyncGenerator<Buffer> {
  const file = await open(place.path, 'r').catch((error) => Promise.reject(openError(place.name, error)))
  try {
    let total = 0
    for (;;) {
      const read = Buffer.allocUnsafe(READ_BYTES)
      const {bytesRead} = await file.read(read, 0, READ_BYTES)
      if (bytesRead === 0) break
      total += bytesRead
      for (let at = 0; at < bytesRead; at += BLOCK_BYTES) yield read.subarray(at, Math.min(at + BLOCK_BYTES, bytesRead))
    }
    const {mtimeMs} = await file.stat()
    if (total !== place.sizeBytes || mtimeMs !== place.modifiedMs)
      throw new AppError('FILE_CHANGED', {file: place.name})
  } finally {
    await file.close()
  }
}

async function* readGzip({path, name, limits}: SourcePlace): AsyncGenerator<Buffer> {
  const file = await open(path, 'r').catch((error) => Promise.reject(openError(name, error)))
  yield* unpack(createReadStream(path, {fd: file, highWaterMark: BLOCK_BYTES}), 'gzip', name, limits)
}

async function* readZip({path, name, limits}: SourcePlace): AsyncGenerator<Buffer> {
  const zip = await openZip(path, name, limits)
  try {
    yield* zip.read(theOneEntry(zip, name))
  } finally {
    zip.close()
  }
}

async function checkUnchanged({path, name, sizeBytes, modifiedMs}: SourcePlace): Promise<void> {
  const now = await stat(path).catch((error) => Promise.reject(openError(name, error)))
  if (now.size !== sizeBytes || now.mtimeMs !== modifiedMs) throw new AppError('FILE_CHANGED', {file: name})
}
