/**
 * The ledger's hot loop: marks and outcomes of one group in one durable transaction (reliability.md A2). Only the
 * moves of core/sending/ledger-states.ts are possible, because each update names the states it may start from.
 */

import {sharesTopic} from '../../core/contacts/topics.ts'
import {isHardRefusal} from '../../core/sending/classify-refusal.ts'
import type {DeliveryState, LedgerEvent} from '../../core/sending/ledger-states.ts'
import {statesBefore} from '../../core/sending/ledger-states.ts'
import {askedScope} from '../../core/suppression/asked-scope.ts'
import {domainSubject} from '../../core/suppression/entry.ts'
import type {AttemptOutcome, Claim, Ledger, Mark, Recipient, SendRecord} from '../../ports/store.ts'
import type {Connection} from './connection.ts'
import {requestMarks} from './consent-requests.ts'
import {ERASED} from './erase-person.ts'
import {lostConsents} from './lost-consents.ts'
import type {PublicIds} from './public-ids.ts'
import {suppressionWriter} from './suppression-events.ts'
import type {Person} from './suppression-lookup.ts'
import {suppressionLookup} from './suppression-lookup.ts'

/** SQL of the hot loop; PostgreSQL's twin passes each group as one array parameter. */
function prepare({db}: Connection, mode: SendRecord['mode']) {
  // Only mode resend sends again what is in doubt (design.md section 6).
  const mayStart = (event: LedgerEvent, state: DeliveryState) =>
    event !== 'marked' || state !== 'in-doubt' || mode === 'resend'
  const from = (event: LedgerEvent) =>
    statesBefore(event)
      .filter((state) => mayStart(event, state))
      .map((state) => `'${state}'`)
      .join(', ')
  const moveTo = (event: LedgerEvent, more = '') =>
    db.prepare(
      `update deliveries set state = ?, reason = ?, due_at = ? where send_id = ? and contact_id = ? and state in (${from(event)}) ${more}`,
    )
  return {
    refusedSince: db.prepare(
      `select d.topic from consent_events e join consent_details d on d.id = e.details_id
       where e.contact_id = ? and (e.id > ? or e.recorded_at > ?) and d.kind in ('refused', 'withdrawn', 'expired')`,
    ),
    keysOf: db.prepare(
      'select coalesce(address, address_key) as address, coalesce(suppress_key, address_key) as subject from contacts where id = ?',
    ),
    toAttempting: moveTo('marked', `and exists (select 1 from contacts where id = contact_id and address_key <> '')`),
    toSuppressed: moveTo('suppression-found'),
    toSkipped: moveTo('given-up'),
    toRejected: moveTo('refused'),
    toDeferred: moveTo('refused-for-now'),
    toAccepted: moveTo('accepted'),
    toPlanned: moveTo('ended-before-dot'),
    toInDoubt: moveTo('lost-after-dot'),
    addAttempt: db.prepare(
      `insert into attempts (send_id, contact_id, attempt, marked_at, message_date, message_sha256, fence)
       values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    ),
    finishAttempt: db.prepare(
      `update attempts set outcome = ?, code = ?, enhanced = ?, reply = ?, finished_at = ?
       where send_id = ? and contact_id = ? and attempt = ? and outcome is null`,
    ),
    addRefusal: db.prepare(
      `insert into attempts (send_id, contact_id, attempt, marked_at, message_date, message_sha256, fence, outcome, code, enhanced, reply, finished_at)
       values (?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    ),
  }
}

const NEXT_STATE = {
  accepted: 'accepted',
  'refused-for-now': 'deferred',
  refused: 'rejected',
  'ended-before-dot': 'planned',
  'lost-after-dot': 'in-doubt',
  'given-up': 'skipped',
} as const

export function openLedger(connection: Connection, send: SendRecord, fence: number): Ledger {
  const {db} = connection
  const sql = prepare(connection, send.mode)
  const lost = lostConsents(connection, send)
  const optOuts = suppressionLookup(db)
  const writer = suppressionWriter(db)
  const requests = requestMarks(connection, send)
  // A plan that was replaced meanwhile is there no more; it will not be started.
  const plan = db.prepare('select consents_seen as seen from sends where id = ?').get(send.id)
  const {seen} = (plan ?? {seen: 0}) as {seen: number}
  const scope = askedScope(send.topic, send.mailClass)
  const columns = `d.contact_id, coalesce(c.address, c.address_key) as address, coalesce(c.suppress_key, c.address_key) as suppress_key, c.attributes,
    coalesce((select max(attempt) from attempts a where a.send_id = d.send_id and a.contact_id = d.contact_id), 0) + 1 as attempt`
  const planned = db.prepare(
    `select ${columns} from deliveries d join contacts c on c.id = d.contact_id
     where d.send_id = ? and d.state = 'planned' and d.contact_id > ? order by d.contact_id limit ?`,
  )
  const due = db.prepare(
    `select ${columns} from deliveries d join contacts c on c.id = d.contact_id
     where d.send_id = ? and d.state = 'deferred' and d.due_at <= ? order by d.due_at limit ?`,
  )

  const recordOutcome = (outcome: AttemptOutcome, at: number): void => {
    const {contactId, attempt, event, code, enhanced, reply} = outcome
    const state = NEXT_STATE[event]
    if (outcome.wasMarked) sql.finishAttempt.run(state, code, enhanced, reply, at, send.id, contactId, attempt)
    else if (event !== 'given-up')
      sql.addRefusal.run(send.id, contactId, attempt, at, at, fence, state, code, enhanced, reply, at)
    const move = {
      accepted: sql.toAccepted,
      'refused-for-now': sql.toDeferred,
      refused: sql.toRejected,
      'ended-before-dot': sql.toPlanned,
      'lost-after-dot': sql.toInDoubt,
      'given-up': sql.toSkipped,
    }[event]
    const moved = move.run(state, event === 'given-up' ? reply : null, outcome.dueAt, send.id, contactId)
    if (event === 'refused' && moved.changes === 1) suppressIfHard(outcome, at)
  }

  /** An address that does not exist is never mailed again, by no send; one entry is enough. */
  const suppressIfHard = ({contactId, code, enhanced, reply}: AttemptOutcome, at: number): void => {
    const {address, subject} = sql.keysOf.get(contactId) as {address: string; subject: string}
    if (!isHardRefusal({code, enhanced, reply, domain: domainSubject(address).slice(1)})) return
    if (optOuts.reasonFor({address, suppressKey: subject}, 'all', at, optOuts.algorithms()) !== null) return
    const source = `send ${send.name}`
    writer.add({subject, reason: 'bounce', scope: 'all', from: at, until: null, source, line: null}, at)
  }

  /**
   * A no that the plan need not have seen binds as an opt-out does, whenever the import that brought it began; so does
   * the end of a consent, of whatever basis. What names other topics than the send does not stop it.
   */
  const refusalOf = (contactId: number): string | null => {
    const ends = sql.refusedSince.all(contactId, seen, send.plannedAt) as unknown as {topic: string | null}[]
    return ends.some(({topic}) => sharesTopic(topic, send.topic)) ? 'consent:refused' : null
  }
  /** Asked once for a whole group. mayLack: whether an import was taken back since the plan. */
  const circumstances = () => ({mayLack: lost.isPossible(), algorithms: optOuts.algorithms()})
  type Circumstances = ReturnType<typeof circumstances>
  const stopOf = (contactId: number, person: Person, at: number, now: Circumstances): string | null => {
    const reason = optOuts.reasonFor(person, scope, at, now.algorithms)
    if (reason !== null) return `suppression:${reason}`
    return refusalOf(contactId) ?? (now.mayLack ? lost.reasonOf(contactId, at) : null)
  }
  const suppress = (contactId: number, reason: string): void => {
    sql.toSuppressed.run('suppressed', reason, null, send.id, contactId)
  }

  const grant = (mark: Mark, at: number, now: Circumstances): 'granted' | 'suppressed' | 'refused' => {
    const {contactId, suppressKey} = mark
    const {address} =
      now.algorithms.length === 0 ? {address: suppressKey} : (sql.keysOf.get(contactId) as {address: string})
    const hit = stopOf(contactId, {address, suppressKey}, at, now) ?? requests?.stopOf(suppressKey) ?? null
    if (hit !== null) {
      suppress(mark.contactId, hit)
      return 'suppressed'
    }
    if (sql.toAttempting.run('attempting', null, null, send.id, mark.contactId).changes !== 1) return 'refused'
    const added = sql.addAttempt.run(
      send.id,
      mark.contactId,
      mark.attempt,
      at,
      mark.messageDate,
      mark.messageSha256,
      fence,
    )
    if (added.changes !== 1) throw new Error('an attempt of that number exists already')
    requests?.mark(mark.contactId, suppressKey, at)
    return 'granted'
  }

  const sift = (rows: RecipientRow[], at: number): {free: Recipient[]; hits: [number, string][]} => {
    const free: Recipient[] = []
    const hits: [number, string][] = []
    const now = circumstances()
    for (const row of rows) {
      // Erased while an attempt was on, which then came to nothing.
      const isErased = row.suppress_key === ''
      const hit = isErased
        ? ERASED
        : stopOf(row.contact_id, {address: row.address, suppressKey: row.suppress_key}, at, now)
      if (hit === null) free.push(toRecipient(row, connection.publicIds))
      else hits.push([row.contact_id, hit])
    }
    return {free, hits}
  }
  /** Checked at the claim too, so that the mark, when a connection already holds the mail, rarely has to refuse. */
  const claim = (rows: RecipientRow[], at: number, how: 'move' | 'look' = 'move'): Claim => {
    const {free, hits} = sift(rows, at)
    if (hits.length > 0 && how === 'move')
      connection.transact(() => {
        for (const [contactId, hit] of hits) suppress(contactId, hit)
      })
    return {recipients: free, suppressed: hits.length, last: rows.at(-1)?.contact_id ?? null}
  }

  return {
    planned: async (after, limit, at) => claim(planned.all(send.id, after, limit) as unknown as RecipientRow[], at),
    peek: async (after, limit, at) =>
      claim(planned.all(send.id, after, limit) as unknown as RecipientRow[], at, 'look'),
    due: async (at, limit) => claim(due.all(send.id, at, limit) as unknown as RecipientRow[], at),
    async commit(outcomes, marks, at) {
      return connection.transact(() => {
        for (const outcome of outcomes) recordOutcome(outcome, at)
        const now = circumstances()
        return marks.map((mark) => grant(mark, at, now))
      })
    },
    async closeUnfinished(at) {
      return connection.transact(() => {
        db.prepare(
          `update deliveries set state = 'in-doubt' where send_id = ?1 and state in (${statesBefore('died')
            .map((state) => `'${state}'`)
            .join(', ')})
           and contact_id in (select contact_id from attempts where send_id = ?1 and outcome is null)`,
        ).run(send.id)
        const {changes} = db
          .prepare(
            `update attempts set outcome = 'in-doubt', reply = 'run-ended', finished_at = ? where send_id = ? and outcome is null`,
          )
          .run(at, send.id)
        return Number(changes)
      })
    },
  }
}

interface RecipientRow {
  readonly contact_id: number
  readonly address: string
  readonly suppress_key: string
  readonly attributes: string
  readonly attempt: number
}

function toRecipient(row: RecipientRow, publicIds: PublicIds): Recipient {
  return {
    contactId: row.contact_id,
    publicId: publicIds(row.contact_id),
    address: row.address,
    suppressKey: row.suppress_key,
    attributes: row.attributes,
    attempt: row.attempt,
  }
}
