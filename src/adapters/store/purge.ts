/**
 * Deletes consent events that no law wants kept any more, and leaves a tombstone: how many, the hashes of what they
 * said, which law let them go. Whoever had said no stays suppressed for ever, and whoever was asked is not asked twice.
 */
import {randomUUID} from 'node:crypto'
import type {PurgeOrder} from '../../ports/consent-store.ts'
import type {AddEvent} from './add-event.ts'
import {eventWriter} from './add-event.ts'
import type {Connection} from './connection.ts'
import {suppressionWriter} from './suppression-events.ts'

interface EventRow {
  readonly id: number
  readonly kind: string
  readonly at: number | null
  readonly topic: string | null
  readonly hash: Uint8Array
}

/** What a purge leaves of having asked: a bare event, of which nothing more can go. d: the details. */
export const IS_MARKER = `d.kind = 'requested' and d.evidence = '{}' and d.basis is null and d.method is null and d.source is null
  and d.wording is null and d.purpose is null and d.topic is null`

/** One transaction. Returns how many events went. */
export function purgeRecords(connection: Connection, purges: readonly PurgeOrder[], by: string, at: number): number {
  const {db} = connection
  const eventsOf = db.prepare(
    `select e.id, e.at, d.kind, d.topic, substr(e.seal, 33) as hash from consent_events e join consent_details d on d.id = e.details_id
     where e.contact_id = ? order by e.id`,
  )
  const remove = db.prepare('delete from consent_events where contact_id = ?')
  const bury = db.prepare(
    'insert into consent_purges (uuid, contact_id, events, hashes, laws, purged_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const keepStopped = suppressor(connection, at)
  const writer = eventWriter(connection, at)
  return connection.transact(() => {
    let deleted = 0
    for (const {contactId, eventIds, laws} of purges) {
      const events = eventsOf.all(contactId) as unknown as EventRow[]
      // Somebody wrote a new event since: what was judged is not what stands there.
      if (events.length !== eventIds.length || events.some(({id}, i) => id !== eventIds[i])) continue
      keepStopped(contactId, events)
      const hashes = events.map(({hash}) => Buffer.from(hash).toString('base64url'))
      bury.run(randomUUID(), contactId, events.length, JSON.stringify(hashes), JSON.stringify(laws), by, at)
      deleted += Number(remove.run(contactId).changes)
      keepAsked(contactId, events, writer.add)
    }
    return deleted
  })
}

/** Asking is allowed once: that somebody was asked outlives what proves it. */
function keepAsked(contactId: number, events: readonly EventRow[], add: AddEvent): void {
  const asked = events.filter(({kind}) => kind === 'requested')
  if (asked.length === 0) return
  const at = asked.reduce<number | null>(
    (last, each) => (each.at !== null && each.at > (last ?? each.at - 1) ? each.at : last),
    null,
  )
  add(
    contactId,
    {
      ...{kind: 'requested', at, basis: null, method: null, source: null},
      ...{wording: null, purpose: null, topic: null, evidence: {}},
    },
    {consentImportId: null, declarationId: null},
  )
}

/** Without its event a no would be gone, and where silence is enough the person would get mail again. */
function suppressor({db}: Connection, at: number) {
  const subjectOf = db.prepare('select coalesce(suppress_key, address_key) as subject from contacts where id = ?')
  const writer = suppressionWriter(db)
  return (contactId: number, events: readonly EventRow[]) => {
    if (!events.some(({kind}) => kind === 'refused' || kind === 'withdrawn')) return
    const {subject} = subjectOf.get(contactId) as {subject: string}
    const entry = {
      subject,
      reason: 'optout',
      scope: 'all',
      from: null,
      until: null,
      source: SOURCE,
      line: null,
    } as const
    if (!writer.covers(entry)) writer.add(entry, at)
  }
}

const SOURCE = 'consent purge'

/**
 * What events share goes when the last of them is gone. Not while whoever wrote it may still be writing: an import
 * remembers what it has written.
 */
export function sweepDetails(connection: Connection): void {
  connection.transact(() =>
    connection.db.exec(
      `delete from consent_details where id not in (select details_id from consent_events)
       and (import_id is null or import_id in (select import_id from import_results))
       and (consent_import_id is null or consent_import_id in (select consent_import_id from consent_import_results))
       and (declaration_id is null or declaration_id in (select declaration_id from consent_declaration_results))`,
    ),
  )
}
