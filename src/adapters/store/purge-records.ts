/** Contacts that have consent events, in batches, as a purge judges them: the record, the last mail, the lists. */
import type {ConsentRecord} from '../../ports/consent-store.ts'
import type {Connection} from './connection.ts'
import {lastMailedReader} from './last-mailed.ts'
import {IS_MARKER} from './purge.ts'
import {readFacts} from './read-facts.ts'

const BATCH = 2000

interface Row {
  readonly id: number
  readonly address: string
  readonly suppressKey: string
  readonly country: string | null
  readonly locale: string | null
  readonly timeZone: string | null
  readonly attributes: string
  readonly recordedAt: number
  readonly lists: number
}

/**
 * In order of id. Contacts without events are passed over, and those of whom only a purge's marker is left: there is
 * nothing to keep or to delete.
 */
export async function* consentRecords(
  connection: Connection,
  listId: number | null,
): AsyncGenerator<readonly ConsentRecord[]> {
  const {db, publicIds} = connection
  const columns = `c.id, coalesce(address, address_key) as address, coalesce(suppress_key, address_key) as suppressKey, country, locale,
    time_zone as timeZone, attributes,
    (select max(recorded_at) from consent_events e where e.contact_id = c.id) as recordedAt,
    (select count(*) from lists l cross join list_members n on n.list_id = l.id and n.contact_id = c.id) as lists`
  const hasEvents = `exists (select 1 from consent_events e join consent_details d on d.id = e.details_id
    where e.contact_id = c.id and not (${IS_MARKER}))`
  const page =
    listId === null
      ? db.prepare(`select ${columns} from contacts c where c.id > ?1 and ${hasEvents} order by c.id limit ${BATCH}`)
      : db.prepare(
          `select ${columns} from list_members m join contacts c on c.id = m.contact_id
           where m.list_id = ?2 and m.contact_id > ?1 and ${hasEvents} order by m.contact_id limit ${BATCH}`,
        )
  const ids = db.prepare(
    'select id, contact_id as contactId from consent_events where contact_id >= ? and contact_id <= ? order by contact_id, id',
  )
  const lastMailed = lastMailedReader(connection)
  const perhapsMailed = lastMailedReader(connection, 'perhaps')
  const factsBetween = readFacts(db)
  for (let after = 0; ; ) {
    const found = (listId === null ? page.all(after) : page.all(after, listId)) as unknown as Row[]
    if (found.length === 0) return
    const {facts: consents, last} = factsBetween(after, found.at(-1)!.id)
    const rows = found.filter(({id}) => id <= last)
    const people = rows.map(({id}) => id)
    const mailed = lastMailed(people)
    const perhaps = perhapsMailed(people)
    const events = new Map<number, number[]>()
    for (const {id, contactId} of ids.iterate(after + 1, last) as Iterable<unknown> as Iterable<{
      id: number
      contactId: number
    }>) {
      const known = events.get(contactId)
      if (known === undefined) events.set(contactId, [id])
      else known.push(id)
    }
    // Many events may be of contacts nobody asked for.
    if (rows.length > 0)
      yield rows.map(({attributes, lists, recordedAt, ...row}) => ({
        contact: {
          ...row,
          publicId: publicIds(row.id),
          attributes: JSON.parse(attributes),
          consents: consents.get(row.id) ?? [],
          lastMailedAt: mailed.get(row.id) ?? null,
        },
        lists,
        recordedAt,
        perhapsMailedAt: perhaps.get(row.id) ?? null,
        eventIds: events.get(row.id) ?? [],
      }))
    after = last
  }
}
