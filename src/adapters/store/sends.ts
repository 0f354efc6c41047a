/** Sends: planned in one transaction, their events appended, their sums and figures read from the ledger. */
import {createHash, randomUUID} from 'node:crypto'
import type {DeliveryState} from '../../core/sending/ledger-states.ts'
import {DELIVERY_STATES} from '../../core/sending/ledger-states.ts'
import {AppError} from '../../errors.ts'
import type {InDoubtMail, PlanEntry, SendHeader, SendRecord, SendStore} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import {openLedger} from './ledger.ts'
import {figuresOf} from './send-figures.ts'
import {optOutsOfSend} from './send-opt-outs.ts'
import {settleSend} from './settle.ts'

/** A replaced plan may leave its id to the next one; its public id never. */
const CURRENT = 'select 1 from sends where id = ? and public_id = ?'

export function sendStore(connection: Connection): SendStore {
  const {db, kysely} = connection
  return {
    async names() {
      return (await kysely.selectFrom('sends').select('name').orderBy('id').execute()).map((row) => row.name)
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

/** The audience hash is over contact ids and verdicts in order, so that a plan can prove it is the one that ran. */
async function writePlan(
  connection: Connection,
  header: SendHeader,
  entries: AsyncIterable<readonly PlanEntry[]>,
  at: number,
): Promise<void> {
  const {db} = connection
  const sendId = connection.transact(() => {
    const old = db.prepare('select id from sends where name = ?').get(header.name) as {id: number} | undefined
    // Checked here too: a run may have begun while the template was read.
    if (old && db.prepare(`select 1 from send_events where send_id = ? and kind = 'started'`).get(old.id))
      throw new AppError('SEND_STARTED', {name: header.name})
    if (old)
      for (const table of ['deliveries', 'send_events'])
        db.prepare(`delete from ${table} where send_id = ?`).run(old.id)
    if (old) db.prepare('delete from sends where id = ?').run(old.id)
    db.prepare('insert into send_contents (hash, body) values (?, ?) on conflict do nothing').run(
      header.contentHash,
      header.content,
    )
    return insertSend(connection, header, at)
  })
  const add = db.prepare('insert into deliveries (send_id, contact_id, state, reason) values (?, ?, ?, ?)')
  const hash = createHash('sha256')
  let audience = 0
  let toSend = 0
  const current = db.prepare(CURRENT)
  const refuseReplaced = () => {
    if (current.get(sendId, header.publicId) === undefined) throw new AppError('SEND_EXISTS', {name: header.name})
  }
  for await (const batch of entries)
    connection.transact(() => {
      refuseReplaced()
      for (const {contactId, state, reason} of batch) {
        add.run(sendId, contactId, state, reason)
        hash.update(`${contactId} ${state} ${reason ?? ''}\n`)
        audience += 1
        if (state === 'planned') toSend += 1
      }
    })
  connection.transact(() => {
    refuseReplaced()
    db.prepare('update sends set audience = ?, to_send = ?, audience_hash = ? where id = ?').run(
      audience,
      toSend,
      hash.digest('hex'),
      sendId,
    )
    addEvent(connection, sendId, 'planned', {audience, toSend, segment: header.segment}, at)
  })
}

function insertSend({db, instanceId}: Connection, header: SendHeader, at: number): number {
  const {lastInsertRowid} = db
    .prepare(
      `insert into sends (public_id, name, list_id, template, purpose, topic, mail_class, laws, mode, content_hash, audience_hash,
       settings_hash, instance_id, token_key, audience, to_send, planned_at, consents_seen)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, 0, 0, ?, (select coalesce(max(id), 0) from consent_events))`,
    )
    .run(
      header.publicId,
      header.name,
      header.listId,
      header.template,
      header.purpose,
      header.topic,
      header.mailClass,
      JSON.stringify(header.laws),
      header.mode,
      header.contentHash,
      header.settingsHash,
      instanceId,
      header.tokenKey,
      at,
    )
  return Number(lastInsertRowid)
}

function addEvent({db}: Connection, sendId: number, kind: string, facts: object, at: number): void {
  db.prepare('insert into send_events (uuid, send_id, kind, facts, recorded_at) values (?, ?, ?, ?, ?)').run(
    randomUUID(),
    sendId,
    kind,
    JSON.stringify(facts),
    at,
  )
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
