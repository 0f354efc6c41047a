/** Suppressions: merged in one transaction, never removed, looked up broadly (suppress key and domain). */

import {addressHash} from '../../core/contacts/address-hash.ts'
import type {SuppressionEntry, SuppressionHit, SuppressionScope} from '../../core/suppression/entry.ts'
import {domainSubject} from '../../core/suppression/entry.ts'
import type {MergeCounts, StoredContact, SuppressionStore} from '../../ports/store.ts'
import {sealEvent} from '../system/seal-event.ts'
import type {Connection} from './connection.ts'

/** The condition under which an event forbids some mail at a moment; `?` twice the moment. */
const HOLDS_SOMEWHERE = `s.kind = 'add' and (s.from_at is null or s.from_at <= ?) and (s.until_at is null or s.until_at > ?)
  and not exists (select 1 from suppression_events l where l.lifts = s.uuid)`
/**
 * The condition under which an event forbids mail at a moment; `?` twice the moment, then the topic's scope or ''.
 * Used by the mark too, so that plan and dot never disagree.
 */
export const HOLDS = `${HOLDS_SOMEWHERE} and (s.scope = 'all' or s.scope = ?)`

/** One event: an entry's columns, then moment, salt and hash; see sealEvent. */
export const ADD = `insert into suppression_events
  (uuid, kind, subject_kind, subject, reason, scope, from_at, until_at, source, source_line, recorded_at, salt, content_hash)
  values (?, 'add', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
/**
 * What makes two entries one, in a file of opt-outs as in a list: whom, why and how far, while the known one has no end
 * or ends no earlier. `?`: subject, reason, scope, end (NO_END for none).
 */
export const KNOWN = `select 1 from suppression_events s where s.subject = ? and s.kind = 'add' and s.reason = ? and s.scope = ?
  and (s.until_at is null or s.until_at >= ?) and not exists (select 1 from suppression_events l where l.lifts = s.uuid) limit 1`
/** Later than any end. */
export const NO_END = Number.MAX_SAFE_INTEGER
const CONTACTS_BY_KEY = `select c.id from contact_keys k join contacts c on c.id = k.contact_id where k.address_hash = ?2 and c.address_key = ?1 union select id from contacts where suppress_key = ?1`
const NEWER_CONSENT = `select 1 from standing_consents where contact_id = ? and kind in ('given', 'confirmed') and basis is not null and at > ? limit 1`

export function suppressionStore(connection: Connection): SuppressionStore {
  const {db, kysely} = connection
  return {
    merge: (entries, at) => merge(connection, entries, at),
    async holding(suppressKey, at) {
      const rows = db
        .prepare(`select * from suppression_events s where s.subject in (?, ?) and ${HOLDS_SOMEWHERE}`)
        .all(suppressKey, domainSubject(suppressKey), at, at)
      return rows.map((row) => toHit(row as unknown as SuppressionRow))
    },
    async holdingFor(contacts, scope, at) {
      return hitsOf(connection, contacts, `${HOLDS} order by s.id`, [at, at, scope], (own, ofDomain) => own ?? ofDomain)
    },
    async strongestFor(contacts, at) {
      return hitsOf(connection, contacts, `${HOLDS_SOMEWHERE} order by ${WEAKNESS}, s.id`, [at, at], stronger)
    },
    async count() {
      const row = await kysely
        .selectFrom('suppression_events')
        .select(({fn}) => fn.countAll<number>().as('n'))
        .where('kind', '=', 'add')
        .executeTakeFirstOrThrow()
      return Number(row.n)
    },
  }
}

async function merge(
  connection: Connection,
  entries: AsyncIterable<readonly SuppressionEntry[]>,
  at: number,
): Promise<MergeCounts> {
  const {db} = connection
  const add = db.prepare(ADD)
  const known = db.prepare(KNOWN)
  const contactsByKey = db.prepare(CONTACTS_BY_KEY)
  const newerConsent = db.prepare(NEWER_CONSENT)
  const counts = {added: 0, known: 0, conflicting: 0, binding: 0}
  // Read everything first: a file that turns out broken must leave the store as it was, and one transaction
  // must not wait for a disk.
  const all: SuppressionEntry[] = []
  for await (const batch of entries) for (const entry of batch) all.push(held(entry, at))
  // Of several entries that say the same the store keeps one; sorted, it is the same one in any order of files.
  all.sort(inOrder)
  connection.transact(() => {
    for (const entry of all) {
      const contacts =
        entry.kind === 'address' ? (contactsByKey.all(entry.subject, addressHash(entry.subject)) as {id: number}[]) : []
      if (entry.from !== null && contacts.some(({id}) => newerConsent.get(id, entry.from) !== undefined))
        counts.conflicting += 1
      if (known.get(entry.subject, entry.reason, entry.scope, entry.until ?? NO_END) !== undefined) {
        counts.known += 1
        continue
      }
      const {kind, subject, reason, scope, from, until, source, line} = entry
      const seal = sealEvent(['add', kind, subject, reason, scope, from, until, source])
      add.run(seal.uuid, kind, subject, reason, scope, from, until, source, line, at, seal.salt, seal.hash)
      counts.added += 1
      if (contacts.length > 0) counts.binding += 1
    }
  })
  return counts
}

/** An opt-out dated in the future (a wrong clock, a day of expiry in the date column) holds at once: undated. */
function held(entry: SuppressionEntry, at: number): SuppressionEntry {
  return entry.from !== null && entry.from > at ? {...entry, from: null} : entry
}

/** By whom, why and how far; then the earliest date first, and no date last. */
function inOrder(a: SuppressionEntry, b: SuppressionEntry): number {
  return (
    compare(a.subject, b.subject) ||
    compare(a.reason, b.reason) ||
    compare(a.scope, b.scope) ||
    compare(b.until ?? NO_END, a.until ?? NO_END) ||
    compare(a.from ?? Number.MAX_SAFE_INTEGER, b.from ?? Number.MAX_SAFE_INTEGER) ||
    compare(a.source, b.source) ||
    compare(a.line ?? 0, b.line ?? 0)
  )
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Contacts that an event forbids, by id. One query for all: asking for each alone takes longer than reading them.
 * condition: which events of a subject count, and which of them comes first.
 */
function hitsOf(
  {db}: Connection,
  contacts: readonly Pick<StoredContact, 'id' | 'suppressKey'>[],
  condition: string,
  parameters: readonly (string | number)[],
  choose: (own: SuppressionHit | null, ofDomain: SuppressionHit | null) => SuppressionHit | null,
): Map<number, SuppressionHit> {
  const subjects = new Set<string>()
  for (const {suppressKey} of contacts) subjects.add(suppressKey).add(domainSubject(suppressKey))
  const rows = db
    .prepare(`select s.* from json_each(?) j cross join suppression_events s on s.subject = j.value where ${condition}`)
    .all(JSON.stringify([...subjects]), ...parameters) as unknown as SuppressionRow[]
  const first = new Map<string, SuppressionHit>()
  for (const row of rows) if (!first.has(row.subject)) first.set(row.subject, toHit(row))
  const hits = new Map<number, SuppressionHit>()
  if (first.size === 0) return hits
  for (const {id, suppressKey} of contacts) {
    const hit = choose(first.get(suppressKey) ?? null, first.get(domainSubject(suppressKey)) ?? null)
    if (hit !== null) hits.set(id, hit)
  }
  return hits
}

/** Strongest first. */
const REASONS = ['complaint', 'legal', 'optout', 'manual', 'bounce'] as const
const WEAKNESS = `s.scope <> 'all', case s.reason ${REASONS.map((reason, i) => `when '${reason}' then ${i}`).join(' ')} end`

function stronger(own: SuppressionHit | null, ofDomain: SuppressionHit | null): SuppressionHit | null {
  if (own === null || ofDomain === null) return own ?? ofDomain
  const weakness = ({scope, reason}: SuppressionHit) => (scope === 'all' ? 0 : 10) + REASONS.indexOf(reason)
  return weakness(ofDomain) < weakness(own) ? ofDomain : own
}

interface SuppressionRow {
  readonly uuid: string
  readonly subject: string
  readonly reason: SuppressionHit['reason']
  readonly scope: SuppressionScope
  readonly from_at: number | null
  readonly until_at: number | null
  readonly source: string
  readonly source_line: number | null
  readonly recorded_at: number
}

function toHit(row: SuppressionRow): SuppressionHit {
  return {
    uuid: row.uuid,
    subject: row.subject,
    reason: row.reason,
    scope: row.scope,
    from: row.from_at,
    until: row.until_at,
    source: row.source,
    line: row.source_line,
    recordedAt: row.recorded_at,
  }
}
