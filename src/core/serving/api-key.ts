/** Keys of programs that use the JSON API: `tdk_ID_SECRET`, of which the hash alone is kept. */
import {timingSafeEqual} from 'node:crypto'
import {bearerHash} from './detached-key.ts'

export interface ApiKey {
  /** 8 hex digits: what logs and lists call it. */
  readonly id: string
  /** As its maker called it. */
  readonly name: string
  readonly isReadOnly: boolean
  /** UTC milliseconds. */
  readonly createdAt: number
  /** Null = it works. */
  readonly revokedAt: number | null
}

export interface KeptApiKey extends ApiKey {
  /** SHA-256 of the whole key, hex. */
  readonly hash: string
}

/** secret: 32 random bytes. */
export function writeApiKey(id: string, secret: Uint8Array): string {
  return `tdk_${id}_${Buffer.from(secret).toString('base64url')}`
}

/** The id that a key says it is of; null for what is no key of ours. */
export function idOfApiKey(given: string): string | null {
  const [, id = null] = /^tdk_([0-9a-f]{8})_[\w-]{43}$/.exec(given) ?? []
  return id
}

/** Whose key that is; null for one that is none of these, or revoked. In constant time over the hash. */
export function findApiKey(given: string, keys: readonly KeptApiKey[]): ApiKey | null {
  const id = idOfApiKey(given)
  const found = keys.find((key) => key.id === id)
  if (found === undefined || found.revokedAt !== null) return null
  const isSame = timingSafeEqual(Buffer.from(bearerHash(given)), Buffer.from(found.hash))
  return isSame ? found : null
}
