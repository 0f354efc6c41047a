/** A merge as a transaction: whole or not at all, in any order the same, also where its lines do not fit in memory. */
import {readdirSync} from 'node:fs'
import {dirname} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {openBare} from '../../../src/adapters/store/driver.ts'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import {startSpool} from '../../../src/adapters/store/suppression-spool.ts'
import {addressHash} from '../../../src/core/contacts/address-hash.ts'
import type {MergeLine} from '../../../src/ports/suppression-store.ts'
import {failure, tempFolder} from '../../support/files.ts'
import {query} from '../../support/workspace-store.ts'

const NOW = Date.parse('2026-04-01')
const line = (subject: string, more: Partial<MergeLine> = {}): MergeLine => ({
  ...{kind: 'address', subject, reason: 'optout', scope: 'all', from: null, until: null, source: 'stops.csv', line: 1},
  ...more,
})

async function* batches(...all: (readonly MergeLine[])[]) {
  yield* all
}

const open = async (what: string) => {
  const file = `${tempFolder(what)}/store.db`
  return {file, store: await openStore(file)}
}
const CONTENT = `select subject, reason, scope, from_at, until_at, source, source_line,
  exists (select 1 from suppression_lifts l where l.event_id = s.id) as lifted from suppression_events s order by 1, 2, 3, 4, 5, 6, 7`

describe('the lines of a merge', () => {
  it('come back by their number, all of them, from memory and from the disk', () => {
    const folder = tempFolder('spool')
    const spool = startSpool(`${folder}/lines`)
    const long = 'x'.repeat(60)
    const count = 200_000
    for (let i = 0; i < count; i += 1)
      spool.add(line(`${long}${i}@example.jp`, {line: i, from: i % 3 === 0 ? null : i, until: i % 5 === 0 ? i : null}))
    // The file has no name any more: nothing stays behind, whatever happens.
    expect(readdirSync(folder)).toEqual([])
    let last = -1
    const seen = new Set<number>()
    for (let part = 0; part < spool.parts; part += 1) {
      const {from, to} = spool.bounds(part)
      for (const each of spool.read(part)) {
        if (each.hash < last || each.hash < from || each.hash >= to) throw new Error('out of order')
        if (each.hash !== addressHash(each.subject)) throw new Error('another number')
        last = each.hash
        seen.add(each.line)
        const {line: i} = each
        if (each.subject !== `${long}${i}@example.jp`) throw new Error(`another subject: ${i}`)
        if (!Object.is(each.from, i % 3 === 0 ? Number.NaN : i)) throw new Error(`another date: ${i}`)
        if (!Object.is(each.until, i % 5 === 0 ? i : Number.NaN)) throw new Error(`another end: ${i}`)
      }
    }
    expect(seen.size).toBe(count)
    expect(spool.entries).toBe(count)
    spool.close()
  })
})

describe('a merge', () => {
  it('gives the same in any order, twice nothing, and never less (with bases, subscribers and hashes)', async () => {
    const some = fc.record({
      subject: fc.constantFrom('a@example.jp', 'b@example.jp', '@example.jp', '0a'.repeat(16), '0b'.repeat(16)),
      reason: fc.constantFrom('optout' as const, 'complaint' as const),
      scope: fc.constantFrom('all' as const, 'topic:sale' as const),
      from: fc.constantFrom(null, NOW - 2, NOW - 1, NOW + 5),
      until: fc.constantFrom(null, NOW + 9),
      source: fc.constantFrom('a-1.csv', 'a-2.csv', 'b.csv'),
      line: fc.nat(3),
      role: fc.constantFrom('entry' as const, 'entry' as const, 'base' as const, 'subscribed' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(some, {maxLength: 12}), fc.nat(), async (drafts, seed) => {
        const lines = drafts.map((each) => line(each.subject, each))
        const turned = [...lines].map((_, i) => lines[(i + seed) % lines.length]!).reverse()
        const [one, two] = [await open('order-one'), await open('order-two')]
        const first = await one.store.suppressions.merge(batches(lines), NOW, {hasBase: true})
        const second = await two.store.suppressions.merge(batches(...turned.map((each) => [each])), NOW, {
          hasBase: true,
        })
        expect(second).toEqual(first)
        expect(await query(two.file, CONTENT)).toEqual(await query(one.file, CONTENT))
        const before = await query(one.file, CONTENT)
        expect(await one.store.suppressions.merge(batches(turned), NOW)).toMatchObject({added: 0, lifted: 0})
        expect(await query(one.file, CONTENT)).toEqual(before)
        await one.store.suppressions.merge(batches([line('c@example.jp')]), NOW)
        expect(await one.store.suppressions.count()).toBe(before.length + 1)
        await Promise.all([one.store.close(), two.store.close()])
      }),
      {numRuns: 40, endOnFailure: true},
    )
  })

  it('that does not fit on the disk changes nothing, and goes in when there is room', async () => {
    const {file, store} = await open('no-room')
    const many = Array.from({length: 30_000}, (_, i) => line(`u${i}@example.jp`, {line: i}))
    await store.suppressions.merge(batches(many.slice(0, 10)), NOW)
    await store.close()
    const {connect} = await import('../../../src/adapters/store/connection.ts')
    const {suppressionStore} = await import('../../../src/adapters/store/suppressions.ts')
    const connection = await connect(file)
    const suppressions = suppressionStore(connection)
    const {page_count: pages} = connection.db.prepare('pragma page_count').get() as {page_count: number}
    connection.db.exec(`pragma max_page_count = ${pages + 100}`)
    expect((await failure(suppressions.merge(batches(many), NOW))).code).toBe('STORE_FULL')
    expect(await suppressions.count()).toBe(10)
    connection.db.exec(`pragma max_page_count = ${pages + 100_000}`)
    expect(await suppressions.merge(batches(many), NOW)).toMatchObject({added: 29_990, known: 10})
    await connection.close()
    expect(readdirSync(dirname(file)).filter((name) => name.includes('merge'))).toEqual([])
  })

  it('waits for the store that somebody else holds, and says so when it is not let go', async () => {
    const {file, store} = await open('locked')
    const other = await openBare(file)
    other.exec('begin immediate')
    expect((await failure(store.suppressions.merge(batches([line('a@example.jp')]), NOW))).code).toBe('STORE_BUSY')
    other.exec('rollback')
    expect(await store.suppressions.merge(batches([line('a@example.jp')]), NOW)).toMatchObject({added: 1})
    other.close()
    await store.close()
  }, 30_000)

  it('takes a click that comes twice for one, and a new one after a consent for another', async () => {
    const {store} = await open('clicks')
    const click = (at: number) =>
      store.suppressions.merge(batches([line('a@example.jp', {from: at, source: 'page'})]), at)
    expect(await click(NOW)).toMatchObject({added: 1})
    expect(await click(NOW + 1)).toMatchObject({added: 0, known: 1})
    expect(await store.suppressions.count()).toBe(1)
    await store.close()
  })

  it('reads a large file beside a small store, and looks up a small one in a large store, with one result', async () => {
    const {store} = await open('beside')
    const many = Array.from({length: 5000}, (_, i) => line(`u${i}@example.jp`, {line: i}))
    await store.suppressions.merge(batches(many.slice(0, 100)), NOW)
    expect(await store.suppressions.merge(batches(many), NOW)).toMatchObject({added: 4900, known: 100})
    expect(await store.suppressions.merge(batches([many[7]!, line('new@example.jp')]), NOW)).toMatchObject({
      added: 1,
      known: 1,
    })
    await store.close()
  })
})
