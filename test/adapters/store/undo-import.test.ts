import {describe, expect, it} from 'vitest'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import type {ContactDraft} from '../../../src/core/contacts/read-contact.ts'
import type {ImportHeader} from '../../../src/ports/list-import.ts'
import type {Store} from '../../../src/ports/store.ts'
import {block, consent, draft} from '../../support/drafts.ts'
import {failure, tempFolder} from '../../support/files.ts'
import {content, NOW, query} from '../../support/workspace-store.ts'

const HEADER: ImportHeader = {
  ...{list: 'news', fileName: 'list.csv', sha256: 'a', sizeBytes: 1, encoding: 'utf-8', delimiter: ','},
  ...{mapping: [], basis: null, purpose: null},
}

async function open(what: string) {
  const file = `${tempFolder(what)}/store.db`
  return {file, store: await openStore(file)}
}

/** Returns the import's id. */
async function imported(store: Store, rows: readonly ContactDraft[], header: Partial<ImportHeader> = {}) {
  const session = await store.lists.startImport({...HEADER, ...header}, NOW)
  await session.write(block(rows))
  await session.finish({rows: rows.length}, NOW)
  return session.uuid
}

const OLD = [
  draft('taro', {country: 'JP', attributes: {name: 'Taro', plan: 'A'}, consent: consent('given', NOW)}),
  draft('hanako', {attributes: {name: 'Hanako'}}),
]
const NEW = [
  draft('taro', {country: 'US', attributes: {plan: 'B', point: '10'}, consent: consent('confirmed', NOW)}),
  draft('Taro', {attributes: {plan: 'C'}}),
  draft('jiro', {attributes: {name: 'Jiro'}, consent: consent('given', NOW)}),
]

describe('taking an import back', () => {
  it('brings contacts, fields, memberships and consents back to exactly what they were', async () => {
    const {file, store} = await open('undo-exact')
    await imported(store, OLD)
    const before = await content(file)
    const id = await imported(store, NEW, {sha256: 'b'})
    expect(await content(file)).not.toEqual(before)
    expect(await store.lists.undo(id.slice(0, 8), NOW)).toEqual({
      ...{
        removed: 1,
        kept: 0,
        reverted: 1,
        changedSince: 0,
        memberships: 1,
        consents: 2,
        optOutsKept: 0,
        refusalsKept: 0,
      },
    })
    expect(await content(file)).toEqual(before)
    await store.close()
  })

  it('leaves an empty store behind the only import, and the same import comes in anew', async () => {
    const {file, store} = await open('undo-only')
    const id = await imported(store, NEW)
    const after = await content(file)
    await store.lists.undo(id, NOW)
    expect(await content(file)).toMatchObject({people: [], members: [], consents: []})
    expect(await store.lists.sameImport(HEADER)).toBeNull()
    expect(await imported(store, NEW)).not.toBe(id)
    expect(await content(file)).toEqual(after)
    await store.close()
  })

  it('keeps the record of the consents that no longer count', async () => {
    const {file, store} = await open('undo-evidence')
    await store.lists.undo(await imported(store, NEW), NOW)
    expect(await query(file, 'select count(*) as n from consent_events')).toEqual([{n: 2}])
    expect(await query(file, 'select count(*) as n from standing_consents')).toEqual([{n: 0}])
    await store.close()
  })

  it('keeps every opt-out that the import brought', async () => {
    const {store} = await open('undo-optout')
    await imported(store, OLD)
    const optOut = {reason: 'optout', at: null} as const
    const id = await imported(store, [draft('taro', {optOut}), draft('saburo', {optOut})], {sha256: 'b'})
    expect(await store.lists.undo(id, NOW)).toMatchObject({optOutsKept: 2, removed: 1})
    for (const name of ['taro', 'saburo'])
      expect(await store.suppressions.holding(`${name}@example.jp`, NOW), name).toHaveLength(1)
    await store.close()
  })

  it('keeps every no that the import brought, and what another list says as well', async () => {
    const {store} = await open('undo-refusal')
    const kinds = async () => {
      for await (const batch of store.lists.read((await store.lists.find('two'))!))
        return batch[0]!.consents.map((fact) => fact.kind)
      return []
    }
    const yes = draft('taro', {consent: consent('given', NOW)})
    const first = await imported(store, [yes], {list: 'one'})
    await imported(store, [yes], {list: 'two'})
    const no = await imported(store, [draft('taro', {consent: consent('refused', null)})], {list: 'two', sha256: 'b'})
    await store.lists.undo(first, NOW)
    expect(await kinds()).toEqual(['given', 'refused'])
    expect(await store.lists.undo(no, NOW)).toMatchObject({consents: 0, refusalsKept: 1})
    expect(await kinds()).toEqual(['given', 'refused'])
    await store.close()
  })

  it('keeps contacts that another list knows, and leaves alone what a later import changed', async () => {
    const {file, store} = await open('undo-later')
    const first = await imported(store, OLD)
    await imported(store, [draft('taro', {attributes: {plan: 'Z'}})], {sha256: 'b', list: 'sale'})
    expect(await store.lists.undo(first, NOW)).toMatchObject({removed: 1, kept: 1, memberships: 2, consents: 1})
    const {people} = await content(file)
    expect(people.map((each) => [(each as {address_key?: string}).address_key, each.attributes])).toEqual([
      ['taro@example.jp', {name: 'Taro', plan: 'Z'}],
    ])
    await store.close()
  })

  it('leaves a field that was changed since as it is, and says so', async () => {
    const {file, store} = await open('undo-changed-since')
    await imported(store, OLD)
    const second = await imported(store, [draft('taro', {attributes: {plan: 'B', name: 'T'}})], {sha256: 'b'})
    await imported(store, [draft('taro', {attributes: {plan: 'C'}})], {sha256: 'c', list: 'sale'})
    expect(await store.lists.undo(second, NOW)).toMatchObject({reverted: 1, changedSince: 1})
    const {people} = await content(file)
    expect(people[1]).toMatchObject({attributes: {name: 'Taro', plan: 'C'}})
    await store.close()
  })

  it('is refused while a newer import of the list stands on it, and for ids nobody knows', async () => {
    const {store} = await open('undo-order')
    const first = await imported(store, OLD)
    const second = await imported(store, NEW, {sha256: 'b'})
    expect(await failure(store.lists.undo(first, NOW))).toMatchObject({
      code: 'IMPORT_NOT_NEWEST',
      values: {newest: second.slice(0, 8)},
    })
    for (const given of ['', '123', 'ffffffff', `${second}0`])
      expect(await failure(store.lists.undo(given, NOW)), given).toMatchObject({code: 'IMPORT_UNKNOWN'})
    await store.lists.undo(second, NOW)
    expect(await failure(store.lists.undo(second, NOW))).toMatchObject({code: 'IMPORT_UNKNOWN'})
    await store.lists.undo(first, NOW)
    expect(await store.lists.count(1)).toBe(0)
    await store.close()
  })

  it('takes back an import that was cut short, with what its second run did', async () => {
    const {file, store} = await open('undo-short')
    await imported(store, OLD)
    const before = await content(file)
    const session = await store.lists.startImport({...HEADER, sha256: 'b'}, NOW)
    await session.write(block(NEW.slice(0, 1)))
    await session.abandon()
    const id = await imported(store, NEW, {sha256: 'b'})
    expect(id).toBe(session.uuid)
    await store.lists.undo(id, NOW)
    expect(await content(file)).toEqual(before)
    await store.close()
  })

  const plan = (value: string) => [draft('taro', {attributes: {plan: value}})]
  const planNow = async (file: string) => (await content(file)).people.map((each) => each.attributes.plan)

  it.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'of several lists shows the newest that stands, and at last what was before them, in the order %j',
    async (order) => {
      const {file, store} = await open('undo-chain')
      await imported(store, plan('X'), {list: 'first'})
      const ids: string[] = []
      for (const [i, value] of ['Y', 'Z', 'W'].entries())
        ids.push(await imported(store, plan(value), {list: `list-${i}`, sha256: value}))
      const standing = new Map(['Y', 'Z', 'W'].map((value, i) => [i, value]))
      for (const place of order) {
        await store.lists.undo(ids[place]!, NOW)
        standing.delete(place)
        expect(await planNow(file), `without ${place}`).toEqual([[...standing.values()].at(-1) ?? 'X'])
      }
      expect(await query(file, 'select * from import_changes')).toEqual([])
      await store.close()
    },
  )

  it('knows whose value a field shows, also when a later import set it back to the same', async () => {
    const {file, store} = await open('undo-back-again')
    await imported(store, plan('X'), {list: 'first'})
    const [y, z, again] = [
      await imported(store, plan('Y'), {list: 'a', sha256: 'b'}),
      await imported(store, plan('Z'), {list: 'b', sha256: 'c'}),
      await imported(store, plan('Y'), {list: 'c', sha256: 'd'}),
    ]
    expect(await store.lists.undo(y, NOW)).toMatchObject({reverted: 0, changedSince: 1})
    expect(await planNow(file)).toEqual(['Y'])
    await store.lists.undo(again, NOW)
    expect(await planNow(file)).toEqual(['Z'])
    await store.lists.undo(z, NOW)
    expect(await planNow(file)).toEqual(['X'])
    await store.close()
  })

  it.each([
    ['made it first', [0, 1]],
    ['came second', [1, 0]],
  ])('lets a contact of two lists go with the last of their imports, when the first to go %s', async (_, order) => {
    const {file, store} = await open('undo-left-behind')
    const ids = [
      await imported(store, OLD, {list: 'one'}),
      await imported(store, [draft('taro', {attributes: {plan: 'Z'}}), draft('jiro')], {list: 'two'}),
    ]
    await store.lists.undo(ids[order[0]!]!, NOW)
    expect((await content(file)).people.length).toBe(2)
    expect(await store.lists.undo(ids[order[1]!]!, NOW)).toMatchObject({removed: 2, kept: 0})
    expect(await content(file)).toMatchObject({people: [], members: []})
    expect(await query(file, 'select * from contact_keys')).toEqual([])
    await store.close()
  })

  it('works with tens of thousands of rows of which half belong to two lists, in either order', async () => {
    const ROWS = 24_000
    const rows = (from: number, value: string) =>
      Array.from({length: ROWS}, (_, i) =>
        draft(`u${from + i}`, {attributes: {name: `N${from + i}`, plan: value}, consent: consent('given', NOW)}),
      )
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const {file, store} = await open('undo-scale')
      const base = await imported(store, [draft('u3', {attributes: {plan: 'old'}}), draft('u20000')], {list: 'base'})
      const before = await content(file)
      const ids = [
        await imported(store, rows(0, 'A'), {list: 'one', sha256: 'b'}),
        await imported(store, rows(ROWS / 2, 'B'), {list: 'two', sha256: 'c'}),
      ]
      const [first, second] = [
        await store.lists.undo(ids[order[0]!]!, NOW),
        await store.lists.undo(ids[order[1]!]!, NOW),
      ]
      expect(first.memberships + second.memberships).toBe(2 * ROWS)
      expect(first.consents + second.consents).toBe(2 * ROWS)
      expect(first.removed + second.removed).toBe(1.5 * ROWS - 2)
      expect([first.kept, second.kept]).toEqual([order[0] === 0 ? ROWS / 2 - 1 : 0, 0])
      expect(await content(file)).toEqual(before)
      await store.lists.undo(base, NOW)
      expect(await query(file, 'select count(*) as n from contact_keys')).toEqual([{n: 0}])
      await store.close()
    }
  }, 60_000)

  it('says beforehand what it would take back, and changes nothing by that', async () => {
    const {file, store} = await open('undo-preview')
    await imported(store, OLD)
    const optOut = {reason: 'optout', at: null} as const
    const id = await imported(store, [...NEW, draft('saburo', {optOut})], {sha256: 'b'})
    const before = await content(file)
    expect(await store.lists.previewUndo(id.slice(0, 8))).toEqual({
      ...{uuid: id, list: 'news', fileName: 'list.csv', at: NOW},
      ...{memberships: 2, added: 2, changed: 1, consents: 2, optOuts: 1},
    })
    expect(await content(file)).toEqual(before)
    expect(await failure(store.lists.previewUndo('ffffffff'))).toMatchObject({code: 'IMPORT_UNKNOWN'})
    await store.close()
  })

  it('never gives the id of a removed contact to another', async () => {
    const {store} = await open('undo-ids')
    await imported(store, OLD)
    const publicIds = async () => {
      const ids: string[] = []
      for await (const batch of store.lists.read((await store.lists.find('news'))!))
        ids.push(...batch.map((contact) => contact.publicId))
      return ids
    }
    const id = await imported(store, [draft('jiro')], {sha256: 'b'})
    const before = await publicIds()
    await store.lists.undo(id, NOW)
    await imported(store, [draft('saburo')], {sha256: 'c'})
    const after = await publicIds()
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(before).not.toContain(after[2])
    await store.close()
  })
})
