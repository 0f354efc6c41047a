/** Inflates a stream of packed bytes in blocks of 64 KB, within the limits, whatever the stream claims of itself. */
import {pipeline, type Readable} from 'node:stream'
import {createGunzip, createInflateRaw} from 'node:zlib'
import type {FileLimits} from '../../../core/contacts/file-limits.ts'
import {AppError} from '../../../errors.ts'
import {checkRatio} from './limits.ts'

/** Small, because all that is made of a block's rows lives as long as the block is worked on. */
export const BLOCK_BYTES = 1 << 15

/** file: as errors name it. Throws ARCHIVE_DAMAGED, ARCHIVE_BOMB, FILE_TOO_BIG; then blocks may already have been given. */
export async function* unpack(
  packed: Readable,
  how: 'gzip' | 'deflate',
  file: string,
  limits: FileLimits,
): AsyncGenerator<Buffer> {
  const inflate = (how === 'gzip' ? createGunzip : createInflateRaw)({chunkSize: BLOCK_BYTES})
  let read = 0
  let unpacked = 0
  async function* counted() {
    for await (const bytes of packed as AsyncIterable<Buffer>) {
      read += bytes.length
      yield bytes
    }
  }
  // What goes wrong in it, the loop below is told.
  pipeline(counted(), inflate, () => {})
  try {
    for await (const block of inflate as AsyncIterable<Buffer>) {
      unpacked += block.length
      checkRatio(file, unpacked, read, limits)
      yield block
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(file, unpacked, error)
  } finally {
    packed.destroy()
  }
}

/** bytes: how many plain bytes came out before. */
export function damaged(file: string, bytes: number, error: unknown): AppError {
  const why = error instanceof Error ? error.message : String(error)
  return new AppError('ARCHIVE_DAMAGED', {file, bytes, why}, {cause: error})
}
