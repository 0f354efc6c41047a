/** Sends: planned, their events appended, their sums and figures read from the ledger. */
import type {DeliveryState} from '../../core/sending/ledger-states.ts'
import {DELIVERY_STATES} from '../../core/sending/ledger-states.ts'
import type {InDoubtMail, SendRecord, SendStore} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import {openLedger} from './ledger.ts'
import {addEvent} from './send-events.ts'
import {figuresOf} from './send-figures.ts'
import {optOutsOfSend} from './send-opt-outs.ts'
import {settleSend} from './settle.ts'
import {writePlan} from './write-plan.ts'

/** A replaced plan may leave its id to the next one; its public id never. */
const CURRENT = 'select 1 from sends where id = ? and public_id = ?'

export function sendStore(connection: Connection): SendStore {
  const {db, kysely} = connection
  return {
    async names() {
      // A plan that is to replace another has no name yet.
      const rows = await kysely
        .selectFrom('sends')
        .select('name')
        .where('name', 'not like', '%\n')
        .orderBy('id')
        .execute()
      return rows.map((row) => row.name)
    },
    find: (name) => findSend(connection, name),
    async plan(header, entries, at) {
      await writePlan(connection, header, entries, at)
      return (await findSend(connection, header.name))!
    },
    addEvent: async ({id, publicId}, kind, facts, at) =>
      connection.transact(() => {
        const isCurrent = db.prepare(CURRENT).get(id, publicId) !== undefined
        if (isCurrent) addEvent(connection, id, kind, facts, at)
        return isCurrent
      }),
    async totals(sendId) {
      const totals = Object.fromEntries(DELIVERY_STATES.map((state) => [state, 0])) as Record<DeliveryState, number>
      const rows = db
        .prepare('select state, count(*) as n from deliveries where send_id = ? group by state')
        .all(sendId)
      for (const {state, n} of rows as unknown as {state: DeliveryState; n: number}[]) totals[state] = n
      return totals
    },
    async nextDue(sendId) {
      const row = db
        .prepare(`select min(due_at) as at from deliveries where send_id = ? and state = 'deferred'`)
        .get(sendId) as {at: number | null}
      return row.at
    },
    ledger: (send, fence) => openLedger(connection, send, fence),
    settle: async (sendId, assume, at) => settleSend(connection, sendId, assume, at),
    async *inDoubt(sendId, alsoOpen) {
      const page = db.prepare(
        `select d.contact_id as id, coalesce(c.address, c.address_key) as address, a.marked_at as markedAt, coalesce(a.reply, '') as reply
         from deliveries d join contacts c on c.id = d.contact_id
         join attempts a on a.send_id = d.send_id and a.contact_id = d.contact_id
         where d.send_id = ? and d.state in ('in-doubt'${alsoOpen ? ", 'attempting'" : ''}) and d.contact_id > ?
         and a.attempt = (select max(attempt) from attempts b where b.send_id = d.send_id and b.contact_id = d.contact_id)
         order by d.contact_id limit 1000`,
      )
      for (let after = 0; ; ) {
        const rows = page.all(sendId, after) as unknown as (Omit<InDoubtMail, 'publicId'> & {id: number})[]
        if (rows.length === 0) return
        yield rows.map(({id, ...mail}) => ({...mail, publicId: connection.publicIds(id)}))
        after = rows.at(-1)!.id
      }
    },
    optOuts: (sendId) => optOutsOfSend(connection, sendId),
    figures: async (sendId) => figuresOf(connection, sendId),
  }
}

async function findSend({kysely}: Connection, name: string): Promise<SendRecord | null> {
  const row = await kysely
    .selectFrom('sends')
    .innerJoin('lists', 'lists.id', 'sends.list_id')
    .innerJoin('send_contents', 'send_contents.hash', 'sends.content_hash')
    .selectAll('sends')
    .select(['lists.name as list', 'send_contents.body'])
    .where('sends.name', '=', name)
    .executeTakeFirst()
  if (!row) return null
  const events = await kysely
    .selectFrom('send_events')
    .select(['kind', 'facts', 'recorded_at'])
    .where('send_id', '=', row.id)
    .orderBy('id')
    .execute()
  return {
    id: row.id,
    name: row.name,
    publicId: row.public_id,
    listId: row.list_id,
    list: row.list,
    segment: segmentIn(events[0]?.facts),
    template: row.template,
    purpose: row.purpose,
    topic: row.topic,
    mailClass: row.mail_class,
    laws: JSON.parse(row.laws),
    mode: row.mode as SendRecord['mode'],
    contentHash: row.content_hash,
    content: row.body,
    settingsHash: row.settings_hash,
    tokenKey: row.token_key,
    audienceHash: row.audience_hash,
    instanceId: row.instance_id,
    audience: row.audience,
    toSend: row.to_send,
    plannedAt: row.planned_at,
    // A plan that was cut short has no event yet and may be replaced.
    lastEvent: events.at(-1)?.kind ?? 'unfinished-plan',
    startedAt: events.find((event) => event.kind === 'started')?.recorded_at ?? null,
    finishedAt: events.at(-1)?.kind === 'finished' ? events.at(-1)!.recorded_at : null,
  }
}

/** facts: of the event `planned`, which comes first; a plan made before there were segments tells none. */
function segmentIn(facts: string | undefined): string | null {
  return facts === undefined ? null : ((JSON.parse(facts) as {segment?: string | null}).segment ?? null)
}
