import {describe, expect, it} from 'vitest'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import type {ImportHeader} from '../../../src/ports/list-import.ts'
import type {SendRecord, Store} from '../../../src/ports/store.ts'
import {block, consent, draft} from '../../support/drafts.ts'
import {tempFolder} from '../../support/files.ts'
import {SEND_ID} from '../../support/mail-cases.ts'
import {one} from '../../support/small-send.ts'
import {NOW} from '../../support/workspace-store.ts'

const HEADER: ImportHeader = {
  ...{list: 'news', fileName: 'list.csv', sha256: 'a', sizeBytes: 1, encoding: 'utf-8', delimiter: ','},
  ...{mapping: [], basis: null, purpose: null},
}
const NAMES = ['anna', 'ben', 'carl', 'dora', 'emil'] as const
type Name = (typeof NAMES)[number]

/** people: what the import says of their consent. Returns its id. */
async function imported(
  store: Store,
  people: Partial<Record<Name, ConsentFact | null>>,
  header: Partial<ImportHeader>,
) {
  const session = await store.lists.startImport({...HEADER, ...header}, NOW)
  await session.write(
    block(Object.entries(people).map(([name, fact]) => draft(name, fact === null ? {} : {consent: fact}))),
  )
  await session.finish({}, NOW)
  return session.uuid
}

async function plan(store: Store, at: number): Promise<SendRecord> {
  const listId = (await store.lists.find('news'))!
  const contacts = []
  for await (const batch of store.lists.read(listId)) contacts.push(...batch)
  const entries = contacts.map(({id}) => ({contactId: id, state: 'planned' as const, reason: null}))
  return store.sends.plan(
    {
      ...{name: 'may', publicId: SEND_ID, listId, segment: null, template: 't', purpose: 'news', topic: null},
      ...{mailClass: 'marketing', laws: ['us'], mode: 'hold', contentHash: 'c', content: '{}', settingsHash: 's'},
      tokenKey: '0a0b0c0d',
    },
    one(entries),
    at,
  )
}

const yes = consent('given', NOW - 2000)
const newer = consent('given', NOW - 1000)

/** Everyone is on the list; then an import that gives consents is planned on and taken back. */
async function undoneAfterPlan(what: string) {
  const store = await openStore(`${tempFolder(what)}/store.db`)
  await imported(store, {anna: yes, ben: null, carl: {...yes, purpose: 'billing'}, dora: null}, {})
  const id = await imported(store, {anna: newer, ben: newer, carl: newer, emil: newer}, {sha256: 'b'})
  const send = await plan(store, NOW + 10)
  const ledger = store.sends.ledger(send, 1)
  const {recipients} = await ledger.planned(0, 10, NOW + 10)
  expect(recipients.map(({address}) => address)).toEqual(NAMES.map((name) => `${name}@example.jp`))
  const marks = recipients.map((each) => ({...each, messageDate: NOW, messageSha256: 'sha'}))
  return {store, send, ledger, marks, undo: () => store.lists.undo(id, NOW)}
}

const REASONS = [
  {state: 'suppressed', reason: 'consent:undone', count: 2},
  {state: 'suppressed', reason: 'import:undone', count: 1},
]

describe('a plan of which an import is taken back before it runs', () => {
  it('is not sent to whose consent came with it, unless another like it stands, nor to whom it put on the list', async () => {
    const {store, send, ledger, marks, undo} = await undoneAfterPlan('undone-mark')
    // The clock of whoever takes it back is behind that of the plan.
    await undo()
    const [anna, ben, carl, dora, emil] = await ledger.commit([], marks, NOW + 20)
    expect({anna, ben, carl, dora, emil}).toEqual({
      ...{anna: 'granted', ben: 'suppressed', carl: 'suppressed', dora: 'granted', emil: 'suppressed'},
    })
    expect((await store.sends.figures(send.id)).reasons).toEqual(REASONS)
    await store.close()
  })

  it('finds out at the claim already', async () => {
    const {store, send, undo} = await undoneAfterPlan('undone-claim')
    await undo()
    const {recipients, suppressed} = await store.sends.ledger(send, 2).planned(0, 10, NOW + 20)
    expect(recipients.map(({address}) => address)).toEqual(['anna@example.jp', 'dora@example.jp'])
    expect(suppressed).toBe(3)
    expect((await store.sends.figures(send.id)).reasons).toEqual(REASONS)
    await store.close()
  })

  it('is sent to all of them when the mended file came in meanwhile', async () => {
    const {store, ledger, marks, undo} = await undoneAfterPlan('undone-mended')
    await undo()
    await imported(store, {ben: newer, carl: newer, emil: newer}, {sha256: 'c'})
    expect(new Set(await ledger.commit([], marks, NOW + 20))).toEqual(new Set(['granted']))
    await store.close()
  })

  it('made after the undo is what it says: nobody is left out', async () => {
    const store = await openStore(`${tempFolder('undone-before')}/store.db`)
    await imported(store, {anna: null, ben: null}, {})
    await store.lists.undo(await imported(store, {ben: newer}, {sha256: 'b'}), NOW)
    const send = await plan(store, NOW + 10)
    expect((await store.sends.ledger(send, 1).planned(0, 10, NOW + 20)).recipients).toHaveLength(2)
    await store.close()
  })
})
