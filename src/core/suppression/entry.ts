/** An opt-out as it stands in a file or the store: whom it forbids, why, how far, from when, and who says so. */
import type {Address} from '../contacts/address.ts'
import {hashAlgorithmOf} from './hash-forms.ts'

export const SUPPRESSION_REASONS = ['optout', 'complaint', 'bounce', 'legal', 'manual'] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

/** all, one topic, or giving the data to third parties. */
export type SuppressionScope = 'all' | 'third-party' | `topic:${string}`

export type SuppressionKind = 'address' | 'domain' | 'hash'

export interface SuppressionEntry {
  readonly kind: SuppressionKind
  /** For an address its suppress key, for a domain `@domain` in A-labels, for a hash its hex digits in lower case. */
  readonly subject: string
  /** The address as it was written, where it is more than the subject in other capitals; else missing. */
  readonly spelling?: string
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  /** UTC milliseconds; null = not said. */
  readonly from: number | null
  readonly until: number | null
  /** File name, service, command or feed that says so. */
  readonly source: string
  readonly line: number | null
}

export interface SuppressionHit {
  readonly uuid: string
  readonly subject: string
  /** As in SuppressionEntry: services match exactly, so they must be told it too. */
  readonly spelling?: string
  readonly reason: SuppressionReason
  readonly scope: SuppressionScope
  /** Topics that were taken anew, of an opt-out of all mail: it binds no mail about them; missing where there are none. */
  readonly except?: readonly SuppressionScope[]
  readonly from: number | null
  readonly until: number | null
  readonly source: string
  readonly line: number | null
  readonly recordedAt: number
}

/** Whether an entry forbids mail of any of those scopes. */
export function forbidsAny(
  {scope, except = []}: Pick<SuppressionHit, 'scope' | 'except'>,
  wanted: readonly SuppressionScope[],
): boolean {
  return scope === 'all' ? wanted.some((each) => !except.includes(each)) : wanted.includes(scope)
}

/** What an entry keeps of the address that it was read from. */
export function spellingOf({address, key, suppressKey}: Pick<Address, 'address' | 'key' | 'suppressKey'>): {
  readonly spelling?: string
} {
  return key === suppressKey ? NO_SPELLING : {spelling: address}
}

const NO_SPELLING = {}

/** `@example.jp` of a suppress key or address. */
export function domainSubject(address: string): string {
  return address.slice(address.lastIndexOf('@'))
}

export function kindOfSubject(subject: string): SuppressionKind {
  if (subject.startsWith('@')) return 'domain'
  return hashAlgorithmOf(subject) === null ? 'address' : 'hash'
}

const DATES = /(?:(?<![\da-z])\d{1,2}[-_.]\d{1,2}[-_.])?\d{4,}(?:[-_.T ]\d{1,2}(?!\d)){0,5}/gi

/**
 * What two files of one source have in common: the export of last week and that of this one differ in their dates and
 * long numbers alone, and what both say is one entry. Short numbers may tell one service or shop from the other.
 */
export function sourceFamily(source: string): string {
  return source.replace(DATES, '#')
}
