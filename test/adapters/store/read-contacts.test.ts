import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {connect} from '../../../src/adapters/store/connection.ts'
import type {StoredContact} from '../../../src/ports/store.ts'
import {put} from '../../support/files.ts'
import type {Bench} from '../../support/workspace-store.ts'
import {bench} from '../../support/workspace-store.ts'

let place: Bench

beforeEach(async () => {
  place = await bench('read-contacts')
})
afterEach(() => place.store.close())

async function readAll(most?: number): Promise<{readonly all: StoredContact[]; readonly sizes: number[]}> {
  const listId = (await place.store.lists.find('news'))!
  const all: StoredContact[] = []
  const sizes: number[] = []
  for await (const batch of place.store.lists.read(listId, most)) {
    sizes.push(batch.length)
    all.push(...batch)
  }
  return {all, sizes}
}

function importRows(header: string, rows: readonly string[], name = 'list.csv') {
  return place.import(put(place.folder, name, `${[header, ...rows].join('\n')}\n`))
}

describe('contacts of a list', () => {
  test('come in order, in batches of the size asked for, each once', async () => {
    await importRows(
      'email,name',
      Array.from({length: 25}, (_, i) => `p${i}@example.jp,Name ${i}`),
    )
    const {all, sizes} = await readAll(10)
    expect(sizes).toEqual([10, 10, 5])
    expect(all.map(({address}) => address)).toEqual(Array.from({length: 25}, (_, i) => `p${i}@example.jp`))
    expect((await readAll()).all).toEqual(all)
  })

  test('hold what the import brought: fields where there are some, null where not, and its number', async () => {
    await importRows('email,country,会社名,constructor', [
      'Taro@Example.JP,JP,"例, ""社""",x',
      'hanako@example.jp,,,',
      'jiro@example.jp,DE,改行\\nなし,',
    ])
    const listId = (await place.store.lists.find('news'))!
    const importId = (await place.store.lists.imports(listId))[0]!.id
    const {all} = await readAll()
    expect(
      all.map(({address, country, attributes, lastMailedAt}) => [address, country, attributes, lastMailedAt]),
    ).toEqual([
      ['Taro@example.jp', 'JP', {会社名: '例, "社"', constructor: 'x'}, null],
      ['hanako@example.jp', null, {}, null],
      ['jiro@example.jp', 'DE', {会社名: '改行\\nなし'}, null],
    ])
    expect(all.map((contact) => contact.importId)).toEqual([importId, importId, importId])
    expect(all[0]!.suppressKey).toBe('taro@example.jp')
  })

  test('have their consents in the order they were recorded, with moment and proof', async () => {
    const header = 'email,同意区分,同意日,登録経路,最終取引日'
    await importRows(header, [
      'a@example.jp,consent,2024-04-01,form,',
      'b@example.jp,trade,,shop,2025-01-02',
      'c@example.jp,,,,',
    ])
    await importRows(header, ['a@example.jp,consent,2025-05-01,event,'], 'second.csv')
    const {all} = await readAll()
    const told = all.map(({consents}) =>
      consents.map(({kind, basis, at, source, evidence}) => [kind, basis, at, source, evidence]),
    )
    expect(told).toEqual([
      [
        ['given', 'consent', Date.parse('2024-04-01T00:00+09:00'), 'form', {}],
        ['given', 'consent', Date.parse('2025-05-01T00:00+09:00'), 'event', {}],
      ],
      [['given', 'trade', null, 'shop', {last_transaction_at: '2025-01-02'}]],
      [],
    ])
  })

  test('of an import that was taken back lose its yes and keep its no', async () => {
    await importRows('email,同意', ['a@example.jp,はい', 'b@example.jp,はい'])
    const second = await importRows(
      'email,同意,登録経路',
      ['a@example.jp,はい,event', 'b@example.jp,いいえ,event'],
      'second.csv',
    )
    expect((await readAll()).all.map(({consents}) => consents.map(({kind}) => kind))).toEqual([
      ['given', 'given'],
      ['given', 'refused'],
    ])
    await place.store.lists.undo(second.importId!, Date.now())
    expect((await readAll()).all.map(({consents}) => consents.map(({kind}) => kind))).toEqual([
      ['given'],
      ['given', 'refused'],
    ])
  })

  test('with very long cells come in smaller batches', async () => {
    const long = 'あ'.repeat(60_000)
    await importRows(
      'email,memo',
      Array.from({length: 300}, (_, i) => `p${i}@example.jp,${long}`),
    )
    const {all, sizes} = await readAll()
    expect(all).toHaveLength(300)
    expect(Math.max(...sizes)).toBeLessThan(150)
    expect(new Set(all.map(({attributes}) => attributes.memo!.length))).toEqual(new Set([60_000]))
  })
})

test('public ids made many at once are those made one by one, unique, of 22 characters', async () => {
  const connection = await connect(join(place.folder, 'ids.db'))
  const ids = [1, 2, 3, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER]
  const many = connection.publicIds.many(ids)
  expect(many).toEqual(ids.map((id) => connection.publicIds(id)))
  expect(new Set(many).size).toBe(ids.length)
  for (const id of many) expect(id).toMatch(/^[\w-]{22}$/)
  expect(connection.publicIds.many([])).toEqual([])
  await connection.close()
})
