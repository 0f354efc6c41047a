/** Byte order marks: the bytes with which some files say their encoding themselves. */
import type {TextEncoding} from '../../../core/text-encodings.ts'

const MARKS = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
  ['gb18030', Buffer.from([0x84, 0x31, 0x95, 0x33])],
] as const satisfies readonly (readonly [TextEncoding, Buffer])[]

/** The mark of an encoding; empty where it has none. */
export function markOf(encoding: TextEncoding): Buffer {
  return MARKS.find(([each]) => each === encoding)?.[1] ?? Buffer.alloc(0)
}

/** The encoding whose mark the bytes begin with. */
export function markedEncoding(bytes: Buffer): TextEncoding | null {
  return MARKS.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark))?.[0] ?? null
}

/** Whether it begins like UTF-32, whose little-endian mark begins with the one of UTF-16. */
export function isUtf32(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4).toString('hex')
  return start === 'fffe0000' || start === '0000feff'
}
