/** A key that signs mails for a domain, and what the rest of the world knows of it. */
import type {KeyObject} from 'node:crypto'
import type {DkimKind} from './kind.ts'

/** Can be passed to a worker thread as it is: a KeyObject crosses threads without its bytes being parsed again. */
export interface DkimKey {
  /** d=, as an A-label in lower case. */
  readonly domain: string
  /** s= */
  readonly selector: string
  readonly kind: DkimKind
  /** Of the modulus; 256 for Ed25519. */
  readonly bits: number
  readonly privateKey: KeyObject
}

/** Bounds of an RSA key: what signers should not go below, and what every verifier must take (RFC 8301 section 3.2). */
export const RSA_BITS = {min: 2048, max: 4096} as const

/** Labels of a name, joined by dots (RFC 6376 section 3.1). */
export function isSelector(given: string): boolean {
  return given.length <= 63 && given.split('.').every((label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label))
}
