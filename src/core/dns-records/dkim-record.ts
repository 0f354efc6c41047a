/**
 * The record of a DKIM key as receivers read it, for keys whose private half we do not have: what it is worth, how long.
 * Source: RFC 6376 section 3.6.1, RFC 8463 section 4, RFC 8301 section 3.2.
 */
import type {KeyObject} from 'node:crypto'
import {createPublicKey} from 'node:crypto'
import type {DkimKind} from '../sending/dkim/kind.ts'
import {readTags, wordsOf} from '../sending/dkim/record.ts'
import type {RecordState} from '../sending/dkim/record-state.ts'

export interface PublishedKey {
  /** 'mismatch' cannot be told from the record alone; 'kind': of a kind that no receiver knows. */
  readonly state: RecordState
  readonly kind: DkimKind | null
  /** Of an RSA key's modulus; 256 for Ed25519; null where no key can be read. */
  readonly bits: number | null
}

/** texts: the TXT records under the name, the strings of each joined. Never throws. */
export function readPublishedKey(texts: readonly string[]): PublishedKey {
  const nothing = {kind: null, bits: null}
  if (texts.length === 0) return {state: 'missing', ...nothing}
  if (texts.length > 1) return {state: 'several', ...nothing}
  const tags = readTags(texts[0]!)
  const p = tags?.get('p')?.replace(/[ \t\r\n]/g, '')
  if (tags === null || p === undefined) return {state: 'malformed', ...nothing}
  if (p === '') return {state: 'revoked', ...nothing}
  const kind = (tags.get('k') ?? 'rsa').toLowerCase()
  if (kind !== 'rsa' && kind !== 'ed25519') return {state: 'kind', ...nothing}
  const bits = bitsOf(p, kind)
  if (bits === null) return {state: 'malformed', kind, bits}
  const hashes = tags.get('h')
  if (hashes !== undefined && !wordsOf(hashes).includes('sha256')) return {state: 'hash', kind, bits}
  if (!wordsOf(tags.get('s') ?? '*').some((word) => word === '*' || word === 'email'))
    return {state: 'service', kind, bits}
  return {state: wordsOf(tags.get('t') ?? '').includes('y') ? 'testing' : 'published', kind, bits}
}

/** Null for what is no key of that kind. */
function bitsOf(p: string, kind: DkimKind): number | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(p)) return null
  const bytes = Buffer.from(p, 'base64')
  if (kind === 'ed25519') return bytes.length === 32 ? 256 : null
  const key = readRsa(bytes)
  return key?.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? null) : null
}

/** As SubjectPublicKeyInfo, as nearly all stand, or bare, as RFC 6376 has it. */
function readRsa(der: Buffer): KeyObject | null {
  for (const type of ['spki', 'pkcs1'] as const)
    try {
      return createPublicKey({key: der, format: 'der', type})
    } catch {
      // The other form may fit.
    }
  return null
}
