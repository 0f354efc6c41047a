/**
 * Compares what a relay counted with what the ledger says, and names every broken promise of design.md section 1.
 * Reads the ledger with a driver of its own, not with the code under test.
 */
import {createRequire} from 'node:module'
import {join} from 'node:path'
import type {AcceptedDot} from './counting-relay.ts'

export interface LedgerRow {
  readonly address: string
  readonly state: string
  readonly reason: string | null
  readonly attempts: readonly {readonly attempt: number; readonly outcome: string | null; readonly sha256: string}[]
}

export interface LedgerView {
  readonly audience: number
  readonly rows: readonly LedgerRow[]
}

interface Database {
  prepare(sql: string): {
    all(...values: (string | number)[]): unknown[]
    run(...values: (string | number | null)[]): unknown
  }
  exec(sql: string): void
  close(): void
}

/** The store, by plain SQL: to look, and to tamper. place: a workspace, or the file of a store. */
export function openRaw(place: string): Database {
  const {DatabaseSync} = createRequire(import.meta.url)('@photostructure/sqlite') as {
    DatabaseSync: new (file: string) => Database
  }
  return new DatabaseSync(place.endsWith('.db') ? place : join(place, '.todoke', 'store.db'))
}

export function readLedger(place: string, name: string): LedgerView {
  const db = openRaw(place)
  try {
    const [send] = db.prepare('select id, audience from sends where name = ?').all(name) as {
      id: number
      audience: number
    }[]
    const attempts = new Map<number, LedgerRow['attempts'][number][]>()
    const all = db
      .prepare(
        'select contact_id, attempt, outcome, message_sha256 as sha256 from attempts where send_id = ? order by attempt',
      )
      .all(send!.id) as {contact_id: number; attempt: number; outcome: string | null; sha256: string}[]
    for (const {contact_id, ...attempt} of all) {
      if (!attempts.has(contact_id)) attempts.set(contact_id, [])
      attempts.get(contact_id)!.push(attempt)
    }
    const rows = db
      .prepare(
        'select d.contact_id as id, coalesce(c.address, c.address_key) as address, d.state, d.reason from deliveries d join contacts c on c.id = d.contact_id where d.send_id = ?',
      )
      .all(send!.id) as {id: number; address: string; state: string; reason: string | null}[]
    return {
      audience: send!.audience,
      rows: rows.map(({id, address, state, reason}) => ({address, state, reason, attempts: attempts.get(id) ?? []})),
    }
  } finally {
    db.close()
  }
}

export function countStates(view: LedgerView): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const {state} of view.rows) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

const MAY_HAVE_BEEN_SENT = new Set(['accepted', 'in-doubt', 'attempting'])

/**
 * Every broken promise, one line each; [] when all hold. The relay's record must be whole: it counts from before the
 * first run of the send. forbidden: addresses that opted out before they could be marked.
 */
export function findBreaches(
  dots: readonly AcceptedDot[],
  view: LedgerView,
  forbidden: ReadonlySet<string> = new Set(),
): string[] {
  const breaches: string[] = []
  const got = new Map<string, AcceptedDot[]>()
  for (const dot of dots) got.set(dot.to, [...(got.get(dot.to) ?? []), dot])
  const rows = new Map(view.rows.map((row) => [row.address, row]))
  if (view.rows.length !== view.audience) breaches.push(`sum: ${view.rows.length} rows, audience ${view.audience}`)
  for (const [address, mails] of got) {
    const row = rows.get(address)
    if (mails.length > 1) breaches.push(`duplicate: ${address} got ${mails.length} mails`)
    if (forbidden.has(address)) breaches.push(`suppressed: ${address} got a mail`)
    if (row === undefined) breaches.push(`stranger: ${address} got a mail`)
    else if (!MAY_HAVE_BEEN_SENT.has(row.state)) breaches.push(`unrecorded: ${address} got a mail and is ${row.state}`)
    else if (!row.attempts.some((attempt) => mails.some((mail) => mail.sha256 === attempt.sha256)))
      breaches.push(`bytes: ${address} got another mail than the ledger marked`)
  }
  for (const row of view.rows)
    if (row.state === 'accepted' && !got.has(row.address))
      breaches.push(`lost: ${row.address} is accepted, no mail came`)
  return breaches
}
