/** What every store promises, whatever database stands behind it: one suite, run against each. */
import {beforeEach, describe, expect, it} from 'vitest'
import type {Address} from '../../src/core/contacts/address.ts'
import {parseAddress} from '../../src/core/contacts/address.ts'
import type {ContactDraft} from '../../src/core/contacts/read-contact.ts'
import type {SuppressionEntry} from '../../src/core/suppression/entry.ts'
import type {ImportHeader} from '../../src/ports/list-import.ts'
import type {SendHeader, Store, StoredContact} from '../../src/ports/store.ts'
import {block, consent, draft as row} from '../support/drafts.ts'

/** open: a connection to the same empty database, as often as it is called, as from another process. */
export interface StoreMaker {
  open(): Promise<Store>
}

const NOW = Date.parse('2026-04-01T12:00+09:00')
const DAY = 86_400_000

const HEADER: ImportHeader = {
  list: 'news',
  fileName: 'list.csv',
  sha256: 'a'.repeat(64),
  sizeBytes: 1000,
  encoding: 'utf-8',
  delimiter: ',',
  mapping: [{index: 0, header: 'email', field: 'address', fate: 'store', category: null, confidence: 'sure'}],
  basis: null,
  purpose: {name: 'news', notice: 'newsletter'},
}

function stop(subject: string, more: Partial<SuppressionEntry> = {}): SuppressionEntry {
  return {
    kind: subject.startsWith('@') ? 'domain' : 'address',
    subject,
    reason: 'optout',
    scope: 'all',
    from: null,
    until: null,
    source: 'stops.csv',
    line: 1,
    ...more,
  }
}

async function* batches<T>(...all: (readonly T[])[]): AsyncGenerator<readonly T[]> {
  yield* all
}

async function imported(store: Store, rows: readonly ContactDraft[], header: Partial<ImportHeader> = {}) {
  const session = await store.lists.startImport({...HEADER, ...header}, NOW)
  const counts = await session.write(block(rows))
  await session.finish({rows: rows.length}, NOW)
  return counts
}

async function contactsOf(store: Store, list = 'news'): Promise<StoredContact[]> {
  const all: StoredContact[] = []
  for await (const batch of store.lists.read((await store.lists.find(list))!)) all.push(...batch)
  return all
}

export function storeContract(name: string, make: () => Promise<StoreMaker>): void {
  describe(`the store on ${name}`, () => {
    let maker: StoreMaker
    let store: Store

    beforeEach(async () => {
      maker = await make()
      store = await maker.open()
      return () => store.close()
    })

    describe('lists', () => {
      it('knows itself again, and what was written, when it is opened anew', async () => {
        await imported(store, [row('a', {attributes: {name: 'Taro'}})])
        const other = await maker.open()
        expect(other.instanceId).toBe(store.instanceId)
        expect(await other.lists.names()).toEqual(['news'])
        expect(await contactsOf(other)).toEqual(await contactsOf(store))
        await other.close()
      })

      it('finds no list that was never imported', async () => {
        expect(await store.lists.find('news')).toBeNull()
        expect(await store.lists.names()).toEqual([])
      })

      it('reads contacts in order of id with their consents in order of recording, over many pages', async () => {
        const rows = Array.from({length: 4500}, (_, i) =>
          row(`user${i}`, {attributes: {n: `${i}`}, consent: consent('given', i)}),
        )
        await imported(store, rows)
        await imported(store, [row('user0', {consent: consent('withdrawn', 1)})], {sha256: 'b'})
        const all = await contactsOf(store)
        expect(all).toHaveLength(4500)
        expect(all.map((contact) => contact.attributes.n)).toEqual(rows.map((_, i) => `${i}`))
        expect(all.every((contact, i) => i === 0 || contact.id > all[i - 1]!.id)).toBe(true)
        expect(all[0]!.consents.map((fact) => fact.kind)).toEqual(['given', 'withdrawn'])
        expect(all[4499]!.consents.map((fact) => fact.at)).toEqual([4499])
        expect(new Set(all.map((contact) => contact.publicId)).size).toBe(4500)
      })

      it('picks one contact by its place in that order or by its address, whatever the case, and nobody else', async () => {
        await imported(store, [row('stranger')], {list: 'other', sha256: 'o'})
        await imported(store, [row('a', {attributes: {x: '1'}}), row('b', {consent: consent('given', 1)}), row('c')])
        const id = (await store.lists.find('news'))!
        const all = await contactsOf(store)
        const of = (address: string) => parseAddress(address) as Address
        for (const [i, contact] of all.entries()) {
          const picked = {row: i + 1, contact}
          expect(await store.lists.pick(id, {row: i + 1})).toEqual(picked)
          expect(await store.lists.pick(id, {address: of(contact.address.toUpperCase())})).toEqual(picked)
        }
        const [stranger] = await contactsOf(store, 'other')
        expect(await store.lists.pick(id, {address: of(stranger!.address)})).toBeNull()
        expect(await store.lists.pick(id, {row: 4})).toBeNull()
      })

      it('counts each row once: new, changed, unchanged or a duplicate of this import', async () => {
        const first = [row('a', {attributes: {x: '1'}}), row('b'), row('A'), row('a', {attributes: {x: '2'}})]
        expect(await imported(store, first)).toMatchObject({added: 2, updated: 0, unchanged: 0, duplicate: 2})
        const second = [row('a', {attributes: {x: '2'}}), row('b', {attributes: {y: '1'}}), row('c')]
        expect(await imported(store, second, {sha256: 'b'})).toMatchObject({
          added: 1,
          updated: 1,
          unchanged: 1,
          duplicate: 0,
        })
        expect((await contactsOf(store)).map((contact) => contact.attributes)).toEqual([{x: '2'}, {y: '1'}, {}])
      })

      it('keeps the public id, the address first given, and every attribute that a later row leaves out', async () => {
        await imported(store, [row('Taro', {attributes: {x: '1', y: '2'}})])
        const [before] = await contactsOf(store)
        await imported(store, [row('TARO', {attributes: {y: '3'}})], {sha256: 'b'})
        expect(await contactsOf(store)).toEqual([{...before, attributes: {x: '1', y: '3'}}])
      })

      it('records a consent once, however often the file says it, and never takes one away', async () => {
        const given = () => row('a', {consent: consent('given', NOW - DAY)})
        expect((await imported(store, [given(), given()])).consents).toBe(1)
        expect((await imported(store, [given(), row('a')], {sha256: 'b'})).consents).toBe(0)
        expect((await imported(store, [row('a', {consent: consent('refused', NOW)})], {sha256: 'c'})).consents).toBe(1)
        expect((await contactsOf(store))[0]!.consents.map((fact) => fact.kind)).toEqual(['given', 'refused'])
      })

      it('records an opt-out of a row under the broad form, and no later row clears it', async () => {
        const optOut = {reason: 'bounce', at: NOW - DAY} as const
        const spelled = row('U.ser@gmail.com', {optOut})
        expect((await imported(store, [spelled])).optOuts).toBe(1)
        expect((await imported(store, [row('U.ser@gmail.com')], {sha256: 'b'})).optOuts).toBe(0)
        expect(await store.suppressions.holding('user@gmail.com', NOW)).toMatchObject([
          {reason: 'bounce', from: NOW - DAY},
        ])
      })

      it('lets an opt-out of a row that is dated in the future hold at once', async () => {
        await imported(store, [row('a', {optOut: {reason: 'optout', at: NOW + 1000 * DAY}})])
        expect(await store.suppressions.holding('a@example.jp', NOW)).toHaveLength(1)
      })

      it('knows the newest finished import again by bytes, reading, mapping, basis and purpose', async () => {
        await imported(store, [row('a')])
        expect(await store.lists.sameImport(HEADER)).toEqual({at: NOW, counts: {rows: 1}})
        for (const change of [
          {sha256: 'b'},
          {list: 'sale'},
          {encoding: 'cp932'},
          {delimiter: ';'},
          {mapping: []},
          {basis: 'consent' as const},
          {purpose: null},
        ])
          expect(await store.lists.sameImport({...HEADER, ...change}), JSON.stringify(change)).toBeNull()
        await imported(store, [row('b')], {sha256: 'b'})
        expect(await store.lists.sameImport(HEADER)).toBeNull()
      })

      it('keeps what an import wrote that was given up, but does not take it for done', async () => {
        const session = await store.lists.startImport(HEADER, NOW)
        await session.write(block([row('a')]), 7)
        await session.abandon()
        expect(await store.lists.sameImport(HEADER)).toBeNull()
        const imports = async () => store.lists.imports((await store.lists.find('news'))!)
        expect(await imports()).toMatchObject([{fileName: 'list.csv', counts: null, rowsRead: 7}])
        const again = await store.lists.startImport(HEADER, NOW)
        expect(again).toMatchObject({uuid: session.uuid, before: {added: 1, updated: 0, consents: 0, optOuts: 0}})
        expect(await again.write(block([row('a'), row('b')]))).toMatchObject({added: 1, updated: 0, duplicate: 0})
        await again.finish({rows: 2}, NOW)
        expect(await imports()).toMatchObject([{counts: {rows: 2}, rowsRead: null}])
        expect(await store.lists.count((await store.lists.find('news'))!)).toBe(2)
      })

      it('takes one import of a list at a time', async () => {
        const session = await store.lists.startImport(HEADER, NOW)
        const other = await maker.open()
        await expect(other.lists.startImport({...HEADER, sha256: 'b'}, NOW)).rejects.toMatchObject({
          ...{code: 'IMPORT_LOCKED', exitCode: 5},
        })
        await session.abandon()
        await (await other.lists.startImport({...HEADER, sha256: 'b'}, NOW)).abandon()
        await other.close()
      })

      it('finishes an import that wrote nothing at all', async () => {
        const session = await store.lists.startImport(HEADER, NOW)
        expect(await session.write(block([]))).toMatchObject({added: 0})
        await session.write(block([]))
        await session.finish({rows: 0}, NOW)
        expect(await store.lists.sameImport(HEADER)).toEqual({at: NOW, counts: {rows: 0}})
      })

      it('keeps attributes whose names mean something to a programming language', async () => {
        const attributes = JSON.parse('{"__proto__":"a","constructor":"b","1":"c"}')
        await imported(store, [row('a', {attributes})])
        expect(Object.entries((await contactsOf(store))[0]!.attributes).sort()).toEqual(
          Object.entries(attributes).sort(),
        )
      })
    })

    describe('suppressions', () => {
      it('hold by address and by domain, and for nobody else', async () => {
        await store.suppressions.merge(batches([stop('a@example.jp'), stop('@example.com')]), NOW)
        expect(await store.suppressions.holding('a@example.jp', NOW)).toHaveLength(1)
        expect(await store.suppressions.holding('x@example.com', NOW)).toHaveLength(1)
        expect(await store.suppressions.holding('b@example.jp', NOW)).toEqual([])
        expect(await store.suppressions.holding('x@sub.example.com', NOW)).toEqual([])
      })

      it('are seen at once by another connection', async () => {
        const other = await maker.open()
        await other.suppressions.merge(batches([stop('a@example.jp')]), NOW)
        expect(await store.suppressions.holding('a@example.jp', NOW)).toHaveLength(1)
        await other.close()
      })

      it('are one entry for whom, why, how far, when and by which source, and several otherwise', async () => {
        const entries = [
          stop('a@example.jp', {source: 'service-2026-03.csv'}),
          stop('a@example.jp', {source: 'service-2026-04.csv', line: 9}),
          stop('a@example.jp', {reason: 'complaint'}),
          stop('a@example.jp', {scope: 'topic:sale'}),
        ]
        expect(await store.suppressions.merge(batches(entries), NOW)).toMatchObject({added: 3, known: 1})
        expect(await store.suppressions.merge(batches(entries.slice(0, 2), entries.slice(2)), NOW)).toMatchObject({
          added: 0,
          known: 4,
        })
        expect(await store.suppressions.count()).toBe(3)
      })

      it('that end do not stand for one that ends later, or never', async () => {
        await store.suppressions.merge(batches([stop('a@example.jp', {until: NOW + DAY})]), NOW)
        expect(await store.suppressions.holding('a@example.jp', NOW + 2 * DAY)).toEqual([])
        expect(await store.suppressions.merge(batches([stop('a@example.jp')]), NOW)).toMatchObject({added: 1})
        expect(await store.suppressions.holding('a@example.jp', NOW + 2 * DAY)).toHaveLength(1)
      })

      it('dated in the future hold at once, also when an undated one is known', async () => {
        await store.suppressions.merge(batches([stop('a@example.jp', {from: NOW + DAY})]), NOW)
        expect(await store.suppressions.holding('a@example.jp', NOW)).toHaveLength(1)
      })

      it('do not depend on the order in which they come', async () => {
        const entries = [
          stop('a@example.jp', {from: NOW - DAY, source: 'b.csv'}),
          stop('a@example.jp', {from: NOW - 2 * DAY, source: 'a.csv', line: 3}),
          stop('a@example.jp', {from: null}),
        ]
        await store.suppressions.merge(batches(entries), NOW)
        const other = await (await make()).open()
        await other.suppressions.merge(batches(...[...entries].reverse().map((entry) => [entry])), NOW)
        const plain = async (each: Store) =>
          (await each.suppressions.holding('a@example.jp', NOW)).map(({uuid: _, ...rest}) => rest)
        expect(await plain(other)).toEqual(await plain(store))
        expect(await plain(store)).toMatchObject([
          {from: NOW - 2 * DAY, source: 'a.csv', line: 3},
          {from: NOW - DAY, source: 'b.csv'},
          {from: null},
        ])
        await other.close()
      })

      it('are merged whole or not at all', async () => {
        async function* broken() {
          yield [stop('a@example.jp')]
          throw new Error('the second file cannot be read')
        }
        await expect(store.suppressions.merge(broken(), NOW)).rejects.toThrow('the second file')
        expect(await store.suppressions.count()).toBe(0)
      })

      it('count whom they bind, and whose consent is newer', async () => {
        await imported(store, [row('a', {consent: consent('given', NOW - DAY)}), row('U.ser@gmail.com')])
        const entries = [stop('a@example.jp', {from: NOW - 2 * DAY}), stop('user@gmail.com'), stop('z@example.jp')]
        expect(await store.suppressions.merge(batches(entries), NOW)).toMatchObject({
          added: 3,
          binding: 2,
          conflicting: 1,
        })
      })

      it('of a topic hold for that topic, those for all for every one', async () => {
        await imported(store, [row('a'), row('b'), row('c'), row('x@example.com')])
        await store.suppressions.merge(
          batches([stop('a@example.jp', {scope: 'topic:sale'}), stop('b@example.jp'), stop('@example.com')]),
          NOW,
        )
        const contacts = await contactsOf(store)
        const held = async (scope: 'topic:sale' | 'topic:news') => {
          const hits = await store.suppressions.holdingFor(contacts, scope, NOW)
          return contacts.filter((contact) => hits.has(contact.id)).map((contact) => contact.address)
        }
        expect(await held('topic:sale')).toEqual(['a@example.jp', 'b@example.jp', 'x@example.com'])
        expect(await held('topic:news')).toEqual(['b@example.jp', 'x@example.com'])
      })
    })

    describe('the ledger', () => {
      async function planned(topic: string | null = null) {
        await imported(store, [row('a'), row('b'), row('c')])
        const contacts = await contactsOf(store)
        const header: SendHeader = {
          name: 'may',
          publicId: 'abcdefghijk',
          listId: (await store.lists.find('news'))!,
          segment: null,
          template: 'news',
          purpose: 'news',
          topic,
          mailClass: 'ad',
          laws: ['jp'],
          mode: 'hold',
          contentHash: 'hash',
          content: '{}',
          settingsHash: 'hash',
          tokenKey: '0a1b2c3d',
        }
        const entries = contacts.map((contact) => ({contactId: contact.id, state: 'planned' as const, reason: null}))
        const send = await store.sends.plan(header, batches(entries), NOW)
        return {send, contacts, ledger: store.sends.ledger(send, 1)}
      }

      it('plans each contact once, and grants each mark once', async () => {
        const {send, contacts, ledger} = await planned()
        expect(send).toMatchObject({audience: 3, toSend: 3})
        const {recipients} = await ledger.planned(0, 10, NOW)
        expect(recipients.map((recipient) => recipient.contactId)).toEqual(contacts.map((contact) => contact.id))
        const marks = recipients.map((recipient) => ({...recipient, messageDate: NOW, messageSha256: 'sha'}))
        expect(await ledger.commit([], marks, NOW)).toEqual(['granted', 'granted', 'granted'])
        expect(await ledger.commit([], marks, NOW)).toEqual(['refused', 'refused', 'refused'])
      })

      it('refuses the mark of somebody who opted out after the plan, also through another connection', async () => {
        const {send, ledger} = await planned()
        const {recipients} = await ledger.planned(0, 10, NOW)
        const other = await maker.open()
        await other.suppressions.merge(batches([stop('b@example.jp')]), NOW)
        await other.close()
        const marks = recipients.map((recipient) => ({...recipient, messageDate: NOW, messageSha256: 'sha'}))
        expect(await ledger.commit([], marks, NOW)).toEqual(['granted', 'suppressed', 'granted'])
        expect(await store.sends.totals(send.id)).toMatchObject({attempting: 2, suppressed: 1, planned: 0})
      })

      it.each([
        ['an import that began after the plan', 1000],
        ['an import that began before the plan and wrote later', -1000],
      ])('refuses the mark of somebody whose no came in after the plan, with %s', async (_name, began) => {
        const {send, ledger} = await planned()
        const {recipients} = await ledger.planned(0, 10, NOW)
        const no = row('b', {consent: consent('refused', null)})
        const session = await store.lists.startImport({...HEADER, sha256: 'no'}, NOW + began)
        await session.write(block([no]))
        await session.finish({}, NOW + 1000)
        const marks = recipients.map((recipient) => ({...recipient, messageDate: NOW, messageSha256: 'sha'}))
        expect(await ledger.commit([], marks, NOW + 2000)).toEqual(['granted', 'suppressed', 'granted'])
        expect(await store.sends.totals(send.id)).toMatchObject({attempting: 2, suppressed: 1})
      })

      it.each([
        ['the end of a consent', null, {kind: 'expired', topic: null}, 'suppressed'],
        ['a no of the topic', 'news', {kind: 'withdrawn', topic: 'News'}, 'suppressed'],
        ['a no of every topic', 'news', {kind: 'withdrawn', topic: null}, 'suppressed'],
        ['a no of some topic, where the send names none', null, {kind: 'withdrawn', topic: 'events'}, 'suppressed'],
        ['a no of another topic', 'news', {kind: 'withdrawn', topic: 'events'}, 'granted'],
        ['the end of a consent to another topic', 'news', {kind: 'expired', topic: 'events'}, 'granted'],
      ] as const)('after the plan came %s', async (_name, topic, event, verdict) => {
        const {ledger} = await planned(topic)
        const {recipients} = await ledger.planned(0, 10, NOW)
        await imported(store, [row('b', {consent: {...consent(event.kind, NOW), topic: event.topic}})], {sha256: 'no'})
        const marks = recipients.map((recipient) => ({...recipient, messageDate: NOW, messageSha256: 'sha'}))
        expect(await ledger.commit([], marks, NOW + 2000)).toEqual(['granted', verdict, 'granted'])
      })

      it('calls in doubt what a run left open, and never plans it again', async () => {
        const {send, ledger} = await planned()
        const {recipients} = await ledger.planned(0, 1, NOW)
        await ledger.commit([], [{...recipients[0]!, messageDate: NOW, messageSha256: 'sha'}], NOW)
        const next = store.sends.ledger(send, 2)
        expect(await next.closeUnfinished(NOW)).toBe(1)
        expect(await store.sends.totals(send.id)).toMatchObject({'in-doubt': 1, planned: 2, attempting: 0})
        expect((await next.planned(0, 10, NOW)).recipients).toHaveLength(2)
      })
    })
  })
}
