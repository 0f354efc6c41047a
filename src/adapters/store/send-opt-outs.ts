/**
 * Opt-outs that came while a send was on, or after it, from people in its audience: when each arrived, when it bound, and
 * which mails lay before and behind.
 */
import {remember} from '../../core/contacts/remember.ts'
import type {SuppressionScope} from '../../core/suppression/entry.ts'
import {foldedScopes} from '../../core/suppression/topic-scope.ts'
import type {OptOutOfSend} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import {spellingsOf} from './held-on-person.ts'

const BATCH = 500

interface EventRow {
  readonly id: number
  readonly subject: string
  readonly reason: OptOutOfSend['reason']
  readonly scope: string
  readonly from: number | null
  readonly recordedAt: number
  readonly liftedAt: number | null
  readonly network: string | null
}

/** Recorded since the plan, in the order they were; what was recorded before it, the plan has left out. */
export async function* optOutsOfSend(connection: Connection, sendId: number): AsyncGenerator<readonly OptOutOfSend[]> {
  const {db, publicIds} = connection
  const page = db.prepare(
    `select s.id, s.subject, s.reason, s.scope, s.from_at as "from", s.recorded_at as recordedAt, n.network,
     (select l.recorded_at from suppression_lifts l where l.event_id = s.id) as liftedAt
     from suppression_events s left join suppression_networks n on n.event_id = s.id
     where s.id > ?1 and s.recorded_at >= (select planned_at from sends where id = ?2)
     and s.reason in ('optout', 'complaint', 'legal') and s.scope <> 'third-party' and instr(s.subject, '@') > 1
     order by s.id limit ${BATCH}`,
  )
  const ofAudience = db.prepare(
    `select country, locale, attributes from contacts where id = ?2
     and exists (select 1 from deliveries d where d.send_id = ?1 and d.contact_id = ?2)`,
  )
  const before = db.prepare(
    'select max(marked_at) as at from attempts where send_id = ? and contact_id = ? and marked_at <= ?',
  )
  const after = db.prepare(
    `select min(a.marked_at) as at from sends s cross join attempts a on a.send_id = s.id and a.contact_id = ?1
     where a.marked_at > ?2 and a.marked_at < ?3 and (a.outcome is null or a.outcome in ('accepted', 'in-doubt'))
     and s.id in (select value from json_each(?4))`,
  )
  const sends = db.prepare('select id, topic from sends').all() as {id: number; topic: string | null}[]
  /** Ids of the sends that an opt-out forbids. */
  const forbidden = remember((scope) =>
    JSON.stringify(
      sends
        .filter(
          ({topic}) =>
            scope === 'all' || (topic !== null && foldedScopes(`topic:${topic}`).includes(scope as SuppressionScope)),
        )
        .map(({id}) => id),
    ),
  )
  for (let last = 0; ; ) {
    const events = page.all(last, sendId) as unknown as EventRow[]
    if (events.length === 0) return
    last = events.at(-1)!.id
    const found: OptOutOfSend[] = []
    for (const {subject, reason, scope, from, recordedAt, liftedAt, network} of events)
      for (const {id, address} of spellingsOf(connection, subject)) {
        const person = ofAudience.get(sendId, id) as Pick<OptOutOfSend, 'country' | 'locale'> & {attributes: string}
        if (person === undefined) continue
        const arrivedAt = Math.min(from ?? recordedAt, recordedAt)
        const at = (row: unknown) => (row as {at: number | null}).at
        found.push({
          ...{publicId: publicIds(id), reason, arrivedAt, boundAt: recordedAt, network},
          mailedBeforeAt: at(before.get(sendId, id, arrivedAt)),
          mailedAfterAt: at(after.get(id, arrivedAt, liftedAt ?? Number.MAX_SAFE_INTEGER, forbidden(scope))),
          ...{address, country: person.country, locale: person.locale, attributes: JSON.parse(person.attributes)},
        })
      }
    if (found.length > 0) yield found
  }
}
