/** All the store knows of one person: events with where they came from, lists, suppressions, mails, purges. */

import type {Address} from '../../core/contacts/address.ts'
import {addressHash} from '../../core/contacts/address-hash.ts'
import type {EventOrigin, PersonEvent, PersonMail, PersonRecord, PurgeRecord} from '../../ports/consent-store.ts'
import type {Connection} from './connection.ts'
import {lastMailedReader} from './last-mailed.ts'
import type {ConsentRow} from './lists.ts'
import {factOf} from './lists.ts'
import {suppressionStore} from './suppressions.ts'

interface ContactRow {
  readonly id: number
  readonly address: string
  readonly subject: string
  readonly country: string | null
  readonly locale: string | null
  readonly timeZone: string | null
  readonly attributes: string
  readonly recordedAt: number
}

/**
 * The contact with that very address, else the first with another spelling of it that the same opt-out binds; null
 * where there is none. at: the moment at which suppressions must hold.
 */
export async function personOf(connection: Connection, address: Address, at: number): Promise<PersonRecord | null> {
  const {db} = connection
  const columns = `c.id, coalesce(address, address_key) as address, coalesce(suppress_key, address_key) as subject, country, locale,
       time_zone as timeZone, attributes, recorded_at as recordedAt`
  const byKey = db.prepare(
    `select ${columns} from contact_keys k join contacts c on c.id = k.contact_id where k.address_hash = ? and c.address_key = ?`,
  )
  const ofKey = (key: string) => byKey.get(addressHash(key), key) as ContactRow | undefined
  const exact = ofKey(address.key)
  const row =
    exact ??
    ofKey(address.suppressKey) ??
    (db
      .prepare(`select ${columns} from contacts c where c.suppress_key = ? order by c.id limit 1`)
      .get(address.suppressKey) as ContactRow | undefined)
  if (row === undefined) return null
  const {id, subject, recordedAt, attributes, ...contact} = row
  const events = eventsOf(connection, id)
  return {
    contact: {
      ...contact,
      id,
      publicId: connection.publicIds(id),
      suppressKey: subject,
      attributes: JSON.parse(attributes),
      consents: events.filter(({stands}) => stands).map(({fact}) => fact),
      lastMailedAt: lastMailedReader(connection)([id]).get(id) ?? null,
    },
    recordedAt,
    isOtherSpelling: exact === undefined,
    lists: db
      .prepare(
        // Keys begin with the list, so each is asked for.
        `select l.name, m.added_at as addedAt, i.file_name as file from lists l cross join list_members m on m.list_id = l.id and m.contact_id = ?
         join imports i on i.id = m.import_id order by m.added_at, l.name`,
      )
      .all(id) as unknown as PersonRecord['lists'],
    events: events.map(({event}) => event).sort(byMoment),
    suppressions: await suppressionStore(connection).holding(subject, at, contact.address),
    mails: mailsOf(connection, id),
    purges: purgesOf(connection, id),
  }
}

type EventRow = ConsentRow & {
  readonly uuid: string
  readonly stands: number
  readonly import_uuid: string | null
  readonly import_file: string | null
  readonly import_list: string | null
  readonly import_at: number | null
  readonly file_uuid: string | null
  readonly file_name: string | null
  readonly file_at: number | null
  readonly said_uuid: string | null
  readonly said_list: string | null
  readonly said_segment: string | null
  readonly said_by: string | null
  readonly said_at: number | null
}

function eventsOf({db}: Connection, contactId: number) {
  const rows = db
    .prepare(
      `select e.contact_id, d.kind, d.basis, e.at, d.method, d.source, d.wording, d.purpose, d.topic, d.evidence, e.recorded_at,
       lower(hex(substr(e.seal, 1, 16))) as uuid, exists (select 1 from standing_consents s where s.contact_id = e.contact_id and s.id = e.id) as stands,
       i.uuid as import_uuid, i.file_name as import_file, l.name as import_list, i.recorded_at as import_at,
       f.uuid as file_uuid, f.file_name as file_name, f.recorded_at as file_at,
       s.uuid as said_uuid, sl.name as said_list, s.segment as said_segment, s.declared_by as said_by, s.recorded_at as said_at
       from consent_events e join consent_details d on d.id = e.details_id
       left join imports i on i.id = d.import_id left join lists l on l.id = i.list_id
       left join consent_imports f on f.id = d.consent_import_id
       left join consent_declarations s on s.id = d.declaration_id left join lists sl on sl.id = s.list_id
       where e.contact_id = ? order by e.id`,
    )
    .all(contactId) as unknown as EventRow[]
  return rows.map((row) => {
    const {contact_id, kind, basis, at, method, source, wording, purpose, topic, evidence, recorded_at} = row
    const fact = factOf({contact_id, kind, basis, at, method, source, wording, purpose, topic, evidence, recorded_at})
    // Judged by what a no without a date means; shown as it was recorded.
    const event: PersonEvent = {
      ...fact,
      at,
      uuid: dashed(row.uuid),
      recordedAt: recorded_at,
      origin: originOf(row),
      stands: row.stands === 1,
    }
    return {fact, event, stands: row.stands === 1}
  })
}

function originOf(row: EventRow): EventOrigin | null {
  if (row.import_uuid !== null)
    return {
      ...{kind: 'list-import', uuid: row.import_uuid, file: row.import_file!},
      ...{list: row.import_list!, at: row.import_at!},
    }
  if (row.file_uuid !== null)
    return {kind: 'consent-import', uuid: row.file_uuid, file: row.file_name!, at: row.file_at!}
  if (row.said_uuid === null) return null
  return {
    ...{kind: 'declaration', uuid: row.said_uuid, list: row.said_list!, segment: row.said_segment},
    ...{by: row.said_by!, at: row.said_at!},
  }
}

function byMoment(a: PersonEvent, b: PersonEvent): number {
  return (a.at ?? Number.NEGATIVE_INFINITY) === (b.at ?? Number.NEGATIVE_INFINITY)
    ? a.recordedAt - b.recordedAt
    : (a.at ?? Number.NEGATIVE_INFINITY) - (b.at ?? Number.NEGATIVE_INFINITY)
}

function mailsOf({db}: Connection, contactId: number): readonly PersonMail[] {
  const rows = db
    .prepare(
      `select s.name as send, d.state, d.reason, s.planned_at as plannedAt,
       (select max(marked_at) from attempts a where a.send_id = s.id and a.contact_id = d.contact_id) as at
       from sends s cross join deliveries d on d.send_id = s.id and d.contact_id = ?`,
    )
    .all(contactId) as unknown as (PersonMail & {plannedAt: number})[]
  return rows
    .sort((a, b) => (a.at ?? a.plannedAt) - (b.at ?? b.plannedAt))
    .map(({send, at, state, reason}) => ({send, at, state, reason}))
}

function purgesOf({db}: Connection, contactId: number): readonly PurgeRecord[] {
  const rows = db
    .prepare(
      'select uuid, events, laws, purged_by as "by", recorded_at as at from consent_purges where contact_id = ? order by id',
    )
    .all(contactId) as unknown as (Omit<PurgeRecord, 'laws'> & {laws: string})[]
  return rows.map((row) => ({...row, laws: JSON.parse(row.laws)}))
}

function dashed(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
