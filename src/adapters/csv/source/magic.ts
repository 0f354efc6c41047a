/** What a file is by its first bytes; its name is not asked. */

/** ole: the container of old .xls files and of workbooks under a password. */
export type Container = 'plain' | 'gzip' | 'zip' | 'ole'

/** Bytes that must be seen to tell. */
export const MAGIC_BYTES = 8

const MAGIC: readonly (readonly [Container, Buffer])[] = [
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['zip', Buffer.from('PK\x03\x04', 'latin1')],
  // A zip without entries has nothing but its end.
  ['zip', Buffer.from('PK\x05\x06', 'latin1')],
  ['ole', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
]

export function containerOf(first: Buffer): Container {
  return MAGIC.find(([, start]) => first.subarray(0, start.length).equals(start))?.[0] ?? 'plain'
}
