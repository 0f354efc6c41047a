/**
 * The secret between a workspace and its detached server. Two keys are made of it: one that opens the journal, of which
 * the server holds a hash alone, and one that seals the journal, which both hold.
 */
import {createHash} from 'node:crypto'
import {macWith} from '../suppression/mac.ts'

export interface DetachedKeys {
  /** Sent as bearer key with each pull. */
  readonly pullKey: string
  /** SHA-256 of it, hex: what the server compares with. */
  readonly pullKeyHash: string
  /** 32 bytes. */
  readonly journalKey: Uint8Array
}

/** secret: 32 bytes. */
export function detachedKeys(secret: Uint8Array): DetachedKeys {
  const mac = macWith(secret)
  const derived = (word: string) => Buffer.from(mac(Buffer.from(word)), 'latin1')
  const pullKey = derived('pull').toString('base64url')
  return {pullKey, pullKeyHash: bearerHash(pullKey), journalKey: derived('journal')}
}

/** How a bearer key is kept where it is only compared: it is random and long, so a plain hash tells nothing of it. */
export function bearerHash(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** As it stands in a file or a variable: 43 base64url characters. Null for anything else. */
export function readDetachedSecret(written: string): Uint8Array | null {
  const bytes = Buffer.from(written.trim(), 'base64url')
  return bytes.length === 32 && bytes.toString('base64url') === written.trim() ? bytes : null
}
