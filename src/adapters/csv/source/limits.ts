/** How much a packed file may unpack to: counted while it streams, so that a bomb ends early and fills no memory. */
import type {FileLimits} from '../../../core/contacts/file-limits.ts'
import {AppError} from '../../../errors.ts'

/** Source of this and the next: reliability.md B3. */
const MOST_RATIO = 200
/** Below this no ratio counts: a few rows that are all the same are no attack. */
const FREE_BYTES = 1 << 20

/** Throws FILE_TOO_BIG. */
export function checkSize(file: string, sizeBytes: number, {fileBytes}: FileLimits): void {
  if (sizeBytes > fileBytes) throw new AppError('FILE_TOO_BIG', {file, limit: fileBytes / 1024 ** 3})
}

/** packed: bytes that unpacked is made of, as far as they are read. Throws ARCHIVE_BOMB and FILE_TOO_BIG. */
export function checkRatio(file: string, unpacked: number, packed: number, limits: FileLimits): void {
  if (unpacked > FREE_BYTES && unpacked > MOST_RATIO * packed)
    throw new AppError('ARCHIVE_BOMB', {file, ratio: MOST_RATIO})
  checkSize(file, unpacked, limits)
}
