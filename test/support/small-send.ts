/** A planned send in a real store on disk, made without commands: for tests of the ledger and the dispatcher. */
import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Connection, connect} from '../../src/adapters/store/connection.ts'
import {storeOver} from '../../src/adapters/store/open-store.ts'
import type {DeliveryState} from '../../src/core/sending/ledger-states.ts'
import type {SuppressionEntry} from '../../src/core/suppression/entry.ts'
import type {PlanEntry, SendHeader, SendRecord, Store} from '../../src/ports/store.ts'
import {block, draft} from './drafts.ts'
import {SEND_ID} from './mail-cases.ts'

export interface SmallSend {
  readonly connection: Connection
  readonly store: Store
  readonly send: SendRecord
  readonly header: SendHeader
  stateOf(contactId: number): string
  attemptsOf(contactId: number): {attempt: number; outcome: string | null; code: number | null; reply: string | null}[]
  /** Puts a row into a state, with the attempt that leads there. */
  force(contactId: number, state: DeliveryState): void
  suppress(subject: string, more?: Partial<SuppressionEntry>): Promise<void>
}

/** contacts: p1@example.com and so on, ids from 1, all planned. */
export async function makeSend(contacts: number, more: Partial<SendHeader> = {}, plannedAt = 2000): Promise<SmallSend> {
  const folder = await mkdtemp(join(tmpdir(), 'todoke-ledger-'))
  const connection = await connect(join(folder, 'store.db'))
  const store = storeOver(connection)
  const session = await store.lists.startImport(
    {
      ...{list: 'news', fileName: 'people.csv', sha256: 'x', sizeBytes: 1, encoding: 'utf-8', delimiter: ','},
      ...{mapping: [], basis: 'consent', purpose: null},
    },
    1000,
  )
  const ids = Array.from({length: contacts}, (_, i) => i + 1)
  await session.write(
    block(ids.map((id) => draft(`p${id}@example.com`, {country: 'JP', attributes: {name: `Person ${id}`}}))),
  )
  await session.finish({}, 1000)
  const header: SendHeader = {
    ...{
      name: 'nov',
      publicId: SEND_ID,
      listId: (await store.lists.find('news'))!,
      segment: null,
      template: 't',
      purpose: 'news',
    },
    ...{topic: null, mailClass: 'marketing', laws: ['jp'], mode: 'hold', contentHash: 'c', content: '{}'},
    ...{settingsHash: 's', tokenKey: '0a0b0c0d'},
    ...more,
  }
  const send = await store.sends.plan(header, planned(ids), plannedAt)
  const {db} = connection
  return {
    connection,
    store,
    send,
    header,
    stateOf: (id) =>
      (
        db.prepare('select state from deliveries where send_id = ? and contact_id = ?').get(send.id, id) as {
          state: string
        }
      ).state,
    attemptsOf: (id) =>
      db
        .prepare(
          'select attempt, outcome, code, reply from attempts where send_id = ? and contact_id = ? order by attempt',
        )
        .all(send.id, id) as never,
    force(id, state) {
      db.prepare('update deliveries set state = ? where send_id = ? and contact_id = ?').run(state, send.id, id)
      if (state === 'planned' || state === 'held' || state === 'dropped') return
      const outcome = state === 'attempting' ? null : state
      db.prepare(
        `insert into attempts (send_id, contact_id, attempt, marked_at, message_date, message_sha256, fence, outcome) values (?, ?, 1, 0, 0, 'x', 1, ?)`,
      ).run(send.id, id, outcome)
    },
    async suppress(subject, entry = {}) {
      const whole: SuppressionEntry = {
        ...{kind: subject.startsWith('@') ? 'domain' : 'address', subject, reason: 'optout', scope: 'all'},
        ...{from: null, until: null, source: 'test', line: null},
        ...entry,
      }
      await store.suppressions.merge(one([whole]), 3000)
    },
  }
}

async function* planned(ids: readonly number[]): AsyncGenerator<readonly PlanEntry[]> {
  for (let at = 0; at < ids.length; at += 500)
    yield ids.slice(at, at + 500).map((contactId) => ({contactId, state: 'planned' as const, reason: null}))
}

export async function* one<T>(value: T): AsyncGenerator<T> {
  yield value
}
