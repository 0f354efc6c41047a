import {describe, expect, it} from 'vitest'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import {addressHash} from '../../../src/core/contacts/address-hash.ts'
import type {ContactDraft} from '../../../src/core/contacts/read-contact.ts'
import type {ImportHeader, RowBlock} from '../../../src/ports/list-import.ts'
import {block, consent, draft} from '../../support/drafts.ts'
import {tempFolder} from '../../support/files.ts'
import {NOW, query} from '../../support/workspace-store.ts'

const HEADER: ImportHeader = {
  ...{list: 'news', fileName: 'list.csv', sha256: 'a', sizeBytes: 1, encoding: 'utf-8', delimiter: ','},
  ...{mapping: [], basis: null, purpose: null},
}

/** All rows share one number, as two addresses in a great many do by chance. */
function colliding(drafts: readonly ContactDraft[]): RowBlock {
  const made = block(drafts)
  made.keyHashes.fill(7)
  return made
}

describe('blocks of an import', () => {
  it('tell addresses apart that share a number', async () => {
    const store = await openStore(`${tempFolder('twins')}/store.db`)
    const session = await store.lists.startImport(HEADER, NOW)
    const first = [draft('a', {country: 'JP', attributes: {x: '1'}}), draft('b', {consent: consent('given', NOW)})]
    expect(await session.write(colliding(first))).toMatchObject({added: 2, duplicate: 0, consents: 1})
    const second = [draft('b', {attributes: {x: '2'}}), draft('c'), draft('a'), draft('c', {attributes: {x: '3'}})]
    expect(await session.write(colliding(second))).toMatchObject({added: 1, duplicate: 3})
    await session.finish({}, NOW)
    const contacts = []
    for await (const batch of store.lists.read(1)) contacts.push(...batch)
    expect(
      contacts.map(({address, country, attributes, consents}) => [address, country, attributes, consents.length]),
    ).toEqual([
      ['a@example.jp', 'JP', {x: '1'}, 0],
      ['b@example.jp', null, {x: '2'}, 1],
      ['c@example.jp', null, {x: '3'}, 0],
    ])
    await store.close()
  })

  it('of any size come in whole, new and known rows in any order', async () => {
    const file = `${tempFolder('sizes')}/store.db`
    const store = await openStore(file)
    const session = await store.lists.startImport(HEADER, NOW)
    let rows = 0
    const people = new Set<string>()
    for (const size of [0, 1, 15, 16, 17, 33, 100]) {
      const drafts = Array.from({length: size}, (_, i) => {
        const name = `user${(i * 7 + size) % 60}`
        people.add(`${name}@example.jp`)
        return draft(name, {consent: consent('given', i)})
      })
      rows += size
      const counts = await session.write(block(drafts))
      expect(counts.added + counts.duplicate, `${size}`).toBe(size)
    }
    await session.finish({rows}, NOW)
    expect(await store.lists.count(1)).toBe(people.size)
    const seals = await query(
      file,
      'select count(distinct substr(seal, 1, 16)) as uuids, count(distinct substr(seal, 33)) as hashes, count(*) as n from consent_events',
    )
    expect(seals[0]!.uuids).toBe(seals[0]!.n)
    expect(seals[0]!.hashes).toBe(seals[0]!.n)
    await store.close()
  })
})

describe('the number of an address', () => {
  it('is a whole number that stays what it is, and differs for like addresses', () => {
    expect(addressHash('taro@example.jp')).toBe(addressHash(['taro', 'example.jp'].join('@')))
    const numbers = new Set<number>()
    for (let i = 0; i < 200_000; i += 1) numbers.add(addressHash(`user${i}@example.jp`))
    expect(numbers.size).toBe(200_000)
    for (const number of numbers) if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${number}`)
  })
})

describe('an opt-out in a list', () => {
  it('that a file of opt-outs said already is not written twice, unless that one ends', async () => {
    const file = `${tempFolder('known-optout')}/store.db`
    const store = await openStore(file)
    const stop = {kind: 'address', reason: 'optout', scope: 'all', from: 1, source: 'stops.csv', line: 1} as const
    async function* stops() {
      yield [
        {...stop, subject: 'taro@example.jp', until: null},
        {...stop, subject: 'jiro@example.jp', until: NOW + 1},
      ]
    }
    await store.suppressions.merge(stops(), NOW)
    const session = await store.lists.startImport(HEADER, NOW)
    const optOut = {reason: 'optout', at: null} as const
    const {optOuts} = await session.write(block([draft('taro', {optOut}), draft('jiro', {optOut})]))
    await session.finish({}, NOW)
    await store.close()
    expect(optOuts).toBe(1)
    expect(
      await query(file, 'select subject, source from suppression_events where until_at is null order by id'),
    ).toEqual([
      {subject: 'taro@example.jp', source: 'stops.csv'},
      {subject: 'jiro@example.jp', source: HEADER.fileName},
    ])
  })
})
