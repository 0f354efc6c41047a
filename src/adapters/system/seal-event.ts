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
  const salt = randomWord()
  return {uuid: randomUUID(), salt, hash: hash('sha256', `${salt}\n${JSON.stringify(content)}`, 'base64url')}
}

let pool = Buffer.alloc(0)
let used = 0

/** 16 random bytes as 22 base64url characters. Drawn from a pool, since a call of its own for each row is dear. */
export function randomWord(): string {
  if (used + 16 > pool.length) {
    pool = randomBytes(16 * 1024)
    used = 0
  }
  used += 16
  return pool.toString('base64url', used - 16, used)
}
