/**
 * Records to publish, made from what is known: whole, right as they stand, and the mildest that do their work. Whatever
 * in a record is plainly wrong is mended along, so that of several proposals each can be taken.
 */
import {isLoopbackHost} from '../loopback.ts'
import type {DmarcRecord} from './dmarc-record.ts'
import type {SpfRecord, SpfTerm} from './spf-record.ts'
import {isOpen} from './spf-record.ts'
import type {TxtRecord} from './txt-record.ts'
import {txtRecord} from './txt-record.ts'

/** relayHost: of the settings. hasMx: there are hosts that take the domain's mail. Null where nobody is known who sends. */
export function proposedSpf(
  domain: string,
  {relayHost, hasMx}: {readonly relayHost: string | null; readonly hasMx: boolean},
): TxtRecord | null {
  if (relayHost !== null && /[a-z]\.?$/i.test(relayHost) && relayHost.includes('.') && !isLoopbackHost(relayHost))
    return txtRecord(domain, `v=spf1 a:${relayHost} ~all`)
  return hasMx ? txtRecord(domain, 'v=spf1 mx ~all') : null
}

/** The terms of all in one record, each once. */
export function mergedSpf(domain: string, records: readonly SpfRecord[]): TxtRecord {
  const terms = records.flatMap((record) => record.terms)
  return spfOf(
    domain,
    terms,
    records.some(({all}) => all === '-'),
  )
}

/** The same, ending with ~all or its own -all, without what lets everybody send and without ptr. */
export function mendedSpf(domain: string, {terms, all}: SpfRecord): TxtRecord {
  return spfOf(domain, terms, all === '-')
}

function spfOf(domain: string, terms: readonly SpfTerm[], isStrict: boolean): TxtRecord {
  const kept = terms.filter((term) => term.name !== 'all' && term.name !== 'ptr' && !isOpen(term))
  const redirects = terms.some(({name}) => name === 'all') ? false : kept.some(({name}) => name === 'redirect')
  const words = kept.filter(({name}) => redirects || name !== 'redirect').map(({text}) => text)
  const end = redirects ? [] : [isStrict ? '-all' : '~all']
  return txtRecord(domain, ['v=spf1', ...new Set(words), ...end].join(' '))
}

/** Receivers report and refuse nothing. */
export function proposedDmarc(domain: string): TxtRecord {
  return txtRecord(`_dmarc.${domain}`, `v=DMARC1; p=none; rua=mailto:dmarc-reports@${domain}`)
}

/** Tags that RFC 9989 took away. */
export const OBSOLETE_TAGS = ['pct', 'rf', 'ri'] as const

/** The record with tags set, without obsolete ones and without sizes behind addresses; v and p stand in front. */
export function mendedDmarc(
  domain: string,
  {tags, reportsTo}: DmarcRecord,
  changes: Readonly<Record<string, string>> = {},
): TxtRecord {
  const all = new Map([...tags].filter(([name]) => !OBSOLETE_TAGS.some((obsolete) => obsolete === name)))
  // pct=0 meant: try it out. RFC 9989 has t=y for that.
  if (tags.get('pct') === '0') all.set('t', 'y')
  if (reportsTo.length > 0) all.set('rua', reportsTo.map((uri) => uri.replace(/!.*$/, '')).join(','))
  for (const [name, value] of Object.entries(changes)) all.set(name, value)
  const order = ['v', 'p', ...[...all.keys()].filter((name) => name !== 'v' && name !== 'p')]
  const pairs = order.flatMap((name) => (all.has(name) ? [`${name}=${all.get(name)}`] : []))
  return txtRecord(`_dmarc.${domain}`, pairs.join('; '))
}
