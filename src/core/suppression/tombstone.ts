/**
 * What is left of an erased person: a keyed hash that recognises them when they come again and tells nobody who they
 * were, and proof that a law still wants kept, locked so that only key and address together open it (reliability.md B4).
 */
import {createCipheriv, createDecipheriv, createHmac} from 'node:crypto'
import {macWith} from './mac.ts'

export interface ErasureKey {
  /** 4 bytes as 8 hex digits. */
  readonly id: string
  /** 32 bytes. Kept apart from the store: whoever has the store alone can recognise nobody. */
  readonly secret: Uint8Array
}

/** suppressKey to 43 base64url characters (HMAC-SHA-256). */
export function tombstoneMaker(key: ErasureKey): (suppressKey: string) => string {
  const mac = macWith(key.secret)
  return (suppressKey) => Buffer.from(mac(Buffer.from(`tombstone|${suppressKey}`)), 'latin1').toString('base64url')
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM under a key made of the secret and the address. nonce: 12 random bytes. */
export function lockProof(key: ErasureKey, suppressKey: string, proof: string, nonce: Uint8Array): Buffer {
  if (nonce.length !== NONCE_BYTES) throw new Error('a nonce of another length')
  const cipher = createCipheriv('aes-256-gcm', proofKey(key, suppressKey), nonce)
  return Buffer.concat([nonce, cipher.update(proof, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Null where it is not the proof of that person, or not whole. */
export function unlockProof(key: ErasureKey, suppressKey: string, locked: Uint8Array): string | null {
  if (locked.length < NONCE_BYTES + TAG_BYTES) return null
  const body = locked.subarray(NONCE_BYTES, locked.length - TAG_BYTES)
  const opener = createDecipheriv('aes-256-gcm', proofKey(key, suppressKey), locked.subarray(0, NONCE_BYTES))
  opener.setAuthTag(locked.subarray(locked.length - TAG_BYTES))
  try {
    return Buffer.concat([opener.update(body), opener.final()]).toString('utf8')
  } catch {
    return null
  }
}

function proofKey({secret}: ErasureKey, suppressKey: string): Buffer {
  return createHmac('sha256', secret).update(`proof|${suppressKey}`).digest()
}
