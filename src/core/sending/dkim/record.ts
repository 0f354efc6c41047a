/**
 * The TXT record by which receivers find the public key of a signature: how ours must read, and what a record that
 * was found there says about our key.
 * Source: RFC 6376 section 3.6.1, RFC 8463 section 4 (p= of Ed25519 is the bare key).
 */
import type {KeyObject} from 'node:crypto'
import {createPublicKey} from 'node:crypto'
import type {TxtRecord} from '../../dns-records/txt-record.ts'
import {txtRecord} from '../../dns-records/txt-record.ts'
import type {DkimKey} from './key.ts'
import type {RecordState} from './record-state.ts'

export function recordName({selector, domain}: Pick<DkimKey, 'selector' | 'domain'>): string {
  return `${selector}._domainkey.${domain}`
}

/** What is to be published for a key. */
export function recordOf(key: DkimKey): TxtRecord {
  return txtRecord(recordName(key), recordValue(key))
}

/** The whole value, e.g. `v=DKIM1; k=rsa; p=MIIB…`. */
function recordValue({kind, privateKey}: Pick<DkimKey, 'kind' | 'privateKey'>): string {
  return `v=DKIM1; k=${kind}; p=${publicBytes(createPublicKey(privateKey), kind).toString('base64')}`
}

/** texts: the TXT records under the name, the strings of each joined. Never throws. */
export function judgeRecord(texts: readonly string[], {kind, privateKey}: DkimKey): RecordState {
  if (texts.length === 0) return 'missing'
  // Which one a receiver takes is left open (RFC 6376 section 3.6.2.2).
  if (texts.length > 1) return 'several'
  const tags = readTags(texts[0]!)
  if (tags === null) return 'malformed'
  const {p, k = 'rsa', h, s = '*', t = ''} = Object.fromEntries(tags) as Partial<Record<string, string>>
  if (p === undefined) return 'malformed'
  const written = p.replace(/[ \t\r\n]/g, '')
  if (written === '') return 'revoked'
  if (k.toLowerCase() !== kind) return 'kind'
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(written)) return 'malformed'
  if (!isSameKey(Buffer.from(written, 'base64'), createPublicKey(privateKey), kind)) return 'mismatch'
  if (h !== undefined && !wordsOf(h).includes('sha256')) return 'hash'
  if (!wordsOf(s).some((word) => word === '*' || word === 'email')) return 'service'
  return wordsOf(t).includes('y') ? 'testing' : 'published'
}

/** The tags of a key record. Null for what is no tag list, names a tag twice, or says a version other than DKIM1 or not in front. */
export function readTags(text: string): ReadonlyMap<string, string> | null {
  const tags = new Map<string, string>()
  for (const piece of text.replace(/;\s*$/, '').split(';')) {
    const [, name, value] = /^\s*([A-Za-z]\w*)\s*=([\s\S]*)$/.exec(piece) ?? []
    if (name === undefined || tags.has(name)) return null
    const tag = value!.trim()
    if (name === 'v' && (tag !== 'DKIM1' || tags.size > 0)) return null
    tags.set(name, tag)
  }
  return tags
}

/** The words of a tag that joins them by colons, in lower case. */
export function wordsOf(list: string): readonly string[] {
  return list.split(':').map((word) => word.trim().toLowerCase())
}

/** An RSA key may stand as SubjectPublicKeyInfo, as nearly all do, or bare, as RFC 6376 has it. */
function isSameKey(found: Buffer, ours: KeyObject, kind: DkimKey['kind']): boolean {
  if (publicBytes(ours, kind).equals(found)) return true
  return kind === 'rsa' && ours.export({type: 'pkcs1', format: 'der'}).equals(found)
}

function publicBytes(key: KeyObject, kind: DkimKey['kind']): Buffer {
  if (kind === 'rsa') return key.export({type: 'spki', format: 'der'})
  return Buffer.from(key.export({format: 'jwk'}).x!, 'base64url')
}
