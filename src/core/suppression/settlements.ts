/** How a person settles conflicts: a file with a column of whom and one of what holds. */
import type {Address} from '../contacts/address.ts'
import {isAddress, parseAddress} from '../contacts/address.ts'
import {hashAlgorithmOf} from './hash-forms.ts'
import {readDomainEntry} from './read-opt-out.ts'

const DECISIONS: ReadonlyMap<string, 'optout' | 'consent'> = new Map([
  ['optout', 'optout'],
  ['opt-out', 'optout'],
  ['停止', 'optout'],
  ['consent', 'consent'],
  ['同意', 'consent'],
])

/** Columns of the file of conflicts, which is also the file of settlements. */
export const CONFLICT_COLUMNS = [
  ...['subject', 'kind', 'reason', 'scope', 'source', 'since', 'other_since', 'other_source', 'lifted', 'decision'],
] as const

/** Null for an empty decision; undefined for a word that is none. */
export function readDecision(cell: string): 'optout' | 'consent' | null | undefined {
  const word = cell.trim().toLowerCase()
  return word === '' ? null : DECISIONS.get(word)
}

/** The address that was given, for its spelling; null where it is none. */
export function addressGiven(given: string): Address | null {
  if (hashAlgorithmOf(given.trim()) !== null || readDomainEntry(given.trim()) !== null) return null
  const parsed = parseAddress(given.trim())
  return isAddress(parsed) ? parsed : null
}

/** In the form suppressions have, or null. */
export function readSubject(given: string): string | null {
  const text = given.trim()
  if (hashAlgorithmOf(text) !== null) return text.toLowerCase()
  const domain = readDomainEntry(text)
  if (domain !== null) return domain
  const parsed = parseAddress(text)
  return isAddress(parsed) ? parsed.suppressKey : null
}
