/** The first bytes of a file: whether they are text at all, and whether every character is two bytes wide. */
import {AppError} from '../../../errors.ts'
import {isUtf32, markedEncoding} from './marks.ts'
import {unmarkedUtf16} from './wide.ts'

/** How much of a file says what it is. */
export const BEGINNING_BYTES = 8192

/** First bytes of things that are not text, by name. */
const MAGIC: readonly (readonly [string, Buffer])[] = [
  ['PK', Buffer.from('PK\x03\x04', 'latin1')],
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ['PDF', Buffer.from('%PDF')],
  ['OLE', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['SQLite', Buffer.from('SQLite format 3\0')],
]

/** Throws FILE_BINARY for what is known not to be text. file: as errors name it. */
export function refuseMagic(file: string, bytes: Buffer): void {
  const magic = MAGIC.find(([, start]) => bytes.subarray(0, start.length).equals(start))
  if (magic) throw new AppError('FILE_BINARY', {file, offset: 0, byte: `${hex(bytes[0]!)} (${magic[0]})`})
}

/** UTF-16 by its mark or by its zero bytes; null for other text. Throws ENCODING_UNREAD. */
export function wideEncoding(
  file: string,
  bytes: Buffer,
): {readonly encoding: 'utf-16le' | 'utf-16be'; readonly hasBom: boolean} | null {
  if (isUtf32(bytes)) throw new AppError('ENCODING_UNREAD', {file, guess: 'UTF-32', confidence: 99})
  const marked = markedEncoding(bytes)
  if (marked === 'utf-16le' || marked === 'utf-16be') return {encoding: marked, hasBom: true}
  const unmarked = marked === null ? unmarkedUtf16(bytes) : null
  return unmarked === null ? null : {encoding: unmarked, hasBom: false}
}

/** Tab, line ends, form feed, the end mark of DOS, ESC. */
const CONTROLS_OF_TEXT = [9, 10, 13, 0x0c, 0x1a, 0x1b]

/** Throws FILE_BINARY. */
export function refuseControls(file: string, bytes: Buffer): void {
  let count = 0
  let first = -1
  for (const [at, byte] of bytes.entries())
    if (byte < 0x20 && !CONTROLS_OF_TEXT.includes(byte)) {
      count += 1
      if (first < 0) first = at
    }
  // A stray control character or two spoil a row, not a file; some encodings that are not read shift with two of them.
  if (count > 2 && count * 50 > bytes.length && !bytes.includes('\x1b$)'))
    throw new AppError('FILE_BINARY', {file, offset: first, byte: hex(bytes[first]!)})
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`
}
