/**
 * Hashed opt-outs: which algorithm a hash was made with, and the hashes under which a person may stand in such a list.
 * Producers differ in what they hash, so all usual forms are asked for: too broad only means one mail fewer.
 */
import {hash} from 'node:crypto'
import {domainToUnicode} from 'node:url'

export const HASH_ALGORITHMS = ['md5', 'sha1', 'sha256', 'sha512'] as const
export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number]

const BY_LENGTH: ReadonlyMap<number, HashAlgorithm> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
  [128, 'sha512'],
])
const HEX = /^[0-9a-f]+$/i

/** By its length in hex digits of either case; null for anything else. */
export function hashAlgorithmOf(text: string): HashAlgorithm | null {
  const algorithm = BY_LENGTH.get(text.length)
  return algorithm !== undefined && HEX.test(text) ? algorithm : null
}

/** Hex digits, many enough that no word, number or name is meant: a hash of whatever kind, cut ones included. */
export function looksHashed(text: string): boolean {
  return text.length >= 24 && HEX.test(text) && !/^\d+$/.test(text)
}

/**
 * What producers hash: the address in lower case, as given, in capitals, with its domain in Unicode, and the broad form
 * (Gmail without dots, no +tag). address: as we send to it. Sources: reliability.md B4, rulebook E.7.
 */
export function hashedForms(address: string, suppressKey: string): readonly string[] {
  const lower = address.toLowerCase()
  const forms = new Set([lower, address, suppressKey])
  // Only ASCII has capitals that everybody agrees on.
  if (/^[\x21-\x7e]*$/.test(address)) forms.add(address.toUpperCase())
  const at = lower.lastIndexOf('@')
  if (lower.includes('xn--', at)) forms.add(lower.slice(0, at + 1) + domainToUnicode(lower.slice(at + 1)))
  return [...forms]
}

/** In the form of hashed entries' subjects. */
export function hashSubjects(
  address: string,
  suppressKey: string,
  algorithms: readonly HashAlgorithm[],
): readonly string[] {
  if (algorithms.length === 0) return []
  const forms = hashedForms(address, suppressKey)
  return algorithms.flatMap((algorithm) => forms.map((form) => hash(algorithm, form, 'hex')))
}
