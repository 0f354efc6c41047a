/**
 * What every event row carries: a UUID and a salted hash of its content, so that a chain over the rows survives the
 * erasure of a person (without the salt nobody can guess the content from the hash).
 */
import {hash, randomBytes, randomUUID} from 'node:crypto'

export interface EventSeal {
  readonly uuid: string
  /** 16 random bytes, base64url. */
  readonly salt: string
  /** SHA-256 of salt, a line end and the content as JSON; base64url. */
  readonly hash: string
}

export function sealEvent(content: readonly unknown[]): EventSeal {
  const salt = randomBytes(16).toString('base64url')
  return {uuid: randomUUID(), salt, hash: hash('sha256', `${salt}\n${JSON.stringify(content)}`, 'base64url')}
}

export const SEAL_BYTES = 64

/** The same as SEAL_BYTES bytes: UUID, salt, hash over the salt in base64url, a line end and the content. */
export function sealInto(target: Uint8Array, offset: number, content: string): void {
  const random = drawRandom()
  // Version 4, variant 1 (RFC 9562 section 5.4).
  random[6] = (random[6]! & 0x0f) | 0x40
  random[8] = (random[8]! & 0x3f) | 0x80
  target.set(random, offset)
  const salt = random.toString('base64url', 16, 32)
  target.set(hash('sha256', `${salt}\n${content}`, 'buffer'), offset + 32)
}

let pool = Buffer.alloc(0)
let used = 0

/** 32 random bytes. Drawn from a pool, since a call of its own for each row is dear. */
function drawRandom(): Buffer {
  if (used + 32 > pool.length) {
    pool = randomBytes(32 * 1024)
    used = 0
  }
  used += 32
  return pool.subarray(used - 32, used)
}
