/**
 * What every event row carries: a UUID and a salted hash of its content, so that a chain over the rows survives the
 * erasure of a person (without the salt nobody can guess the content from the hash).
 */
import {hash, randomFillSync} from 'node:crypto'

export const SEAL_BYTES = 64

/** SEAL_BYTES bytes: UUID, salt (16 random bytes), SHA-256 over the salt in base64url, a line end and the content. */
export function sealInto(target: Buffer, offset: number, content: string): void {
  const from = drawRandom()
  pool.copy(target, offset, from, from + RANDOM_BYTES)
  // Version 4, variant 1 (RFC 9562 section 5.4).
  target[offset + 6] = (target[offset + 6]! & 0x0f) | 0x40
  target[offset + 8] = (target[offset + 8]! & 0x3f) | 0x80
  const salt = target.toString('base64url', offset + 16, offset + RANDOM_BYTES)
  // As a text of bytes: a buffer for each hash takes twice as long.
  target.write(hash('sha256', `${salt}\n${content}`, 'binary'), offset + RANDOM_BYTES, 'binary')
}

/** One event by itself. content: as JSON, or joined by line ends. */
export function sealOf(content: string): Buffer {
  const seal = Buffer.alloc(SEAL_BYTES)
  sealInto(seal, 0, content)
  return seal
}

/** The UUID of a seal, in its usual form. */
export function uuidOf(seal: Uint8Array): string {
  const hex = Buffer.from(seal.buffer, seal.byteOffset, 16).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Of UUID and salt. */
const RANDOM_BYTES = 32
const POOL_BYTES = 1024 * RANDOM_BYTES
const pool = Buffer.alloc(POOL_BYTES)
let used = POOL_BYTES

/** Where in the pool fresh random bytes begin: a call of their own for each row is dear. */
function drawRandom(): number {
  if (used === POOL_BYTES) {
    randomFillSync(pool)
    used = 0
  }
  used += RANDOM_BYTES
  return used - RANDOM_BYTES
}
