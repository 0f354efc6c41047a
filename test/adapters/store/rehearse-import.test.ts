import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import type {ContactDraft} from '../../../src/core/contacts/read-contact.ts'
import type {ImportHeader, ImportSession} from '../../../src/ports/list-import.ts'
import {block, consent, draft} from '../../support/drafts.ts'
import {tempFolder} from '../../support/files.ts'
import {dump, NOW} from '../../support/workspace-store.ts'

const HEADER: ImportHeader = {
  ...{list: 'news', fileName: 'list.csv', sha256: 'a', sizeBytes: 1, encoding: 'utf-8', delimiter: ','},
  ...{mapping: [], basis: null, purpose: null},
}

async function written(session: ImportSession, ...blocks: (readonly ContactDraft[])[]) {
  const counts = []
  for (const rows of blocks) counts.push(await session.write(block(rows)))
  const samples = session.samples()
  await session.finish({}, NOW)
  return {counts, samples}
}

const OLD = [
  draft('taro', {attributes: {name: 'Taro', plan: 'A'}, consent: consent('given', NOW)}),
  draft('hanako', {attributes: {name: 'Hanako'}}),
  draft('s.hiro+x@gmail.com'),
]
const optOut = {reason: 'optout', at: null} as const
const NEW = [
  [draft('taro', {attributes: {plan: 'B'}, consent: consent('given', NOW)}), draft('jiro'), draft('hanako', {optOut})],
  [draft('shiro@gmail.com', {optOut}), draft('jiro', {attributes: {x: '1'}}), draft('taro')],
  [draft('s.hiro+x@gmail.com', {attributes: {x: '2'}})],
]

describe('the proposal of an import', () => {
  it('counts just what the import then does, and changes nothing', async () => {
    const folder = tempFolder('rehearse')
    const file = join(folder, 'store.db')
    const scratch = join(folder, 'tmp', 'scratch.db')
    const store = await openStore(file)
    await written(await store.lists.startImport(HEADER, NOW), OLD)
    const before = await dump(file)
    const next = {...HEADER, sha256: 'b'}
    const proposed = await written(await store.lists.rehearseImport(next, NOW, scratch), ...NEW)
    expect(await dump(file)).toBe(before)
    expect(existsSync(scratch)).toBe(false)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
    const done = await written(await store.lists.startImport(next, NOW), ...NEW)
    expect(proposed).toEqual(done)
    expect(proposed.counts).toEqual([
      {added: 1, updated: 2, unchanged: 0, duplicate: 0, erased: 0, consents: 0, refusals: 0, optOuts: 1, stopped: 1},
      {added: 1, updated: 0, unchanged: 1, duplicate: 1, erased: 0, consents: 0, refusals: 0, optOuts: 1, stopped: 1},
      {added: 0, updated: 1, unchanged: 0, duplicate: 0, erased: 0, consents: 0, refusals: 0, optOuts: 0, stopped: 0},
    ])
    await store.close()
  })

  it('shows a few contacts of each kind, field by field', async () => {
    const folder = tempFolder('rehearse-samples')
    const store = await openStore(join(folder, 'store.db'))
    await written(await store.lists.startImport(HEADER, NOW), OLD)
    const many = Array.from({length: 20}, (_, i) => draft(`new${i}`, {attributes: {n: `${i}`}}))
    const session = await store.lists.rehearseImport({...HEADER, sha256: 'b'}, NOW, join(folder, 'scratch.db'))
    const {samples} = await written(session, [...NEW[0]!, ...many])
    expect(samples.filter(({kind}) => kind === 'added')).toHaveLength(5)
    expect(samples.filter(({kind}) => kind === 'updated')).toEqual([
      {
        kind: 'updated',
        address: 'taro@example.jp',
        changes: [{field: 'attribute', header: 'plan', before: 'A', after: 'B'}],
        by: null,
      },
    ])
    expect(samples.filter(({kind}) => kind === 'stopped')).toEqual([
      {kind: 'stopped', address: 'hanako@example.jp', changes: [], by: 'optout'},
    ])
    await store.close()
  })

  it('knows the live opt-outs, by address and by domain: who cannot be mailed now is not stopped anew', async () => {
    const folder = tempFolder('rehearse-optouts')
    const store = await openStore(join(folder, 'store.db'))
    await written(await store.lists.startImport(HEADER, NOW), OLD)
    const stop = {
      ...({reason: 'optout', scope: 'all', from: null, until: null, source: 'stops.csv', line: 1} as const),
    }
    await store.suppressions.merge(
      (async function* () {
        yield [{...stop, kind: 'domain' as const, subject: '@example.jp'}]
      })(),
      NOW,
    )
    const session = await store.lists.rehearseImport({...HEADER, sha256: 'b'}, NOW, join(folder, 'scratch.db'))
    const {counts} = await written(session, [draft('hanako', {optOut})])
    expect(counts).toMatchObject([{optOuts: 1, stopped: 0}])
    await store.close()
  })

  it('shows the store as it was at its beginning, whoever writes into it meanwhile', async () => {
    const folder = tempFolder('rehearse-second-writer')
    const file = join(folder, 'store.db')
    const [store, other] = [await openStore(file), await openStore(file)]
    await written(await store.lists.startImport(HEADER, NOW), OLD)
    const next = {...HEADER, list: 'sale', sha256: 'b'}
    const rehearse = (name: string) => store.lists.rehearseImport(next, NOW, join(folder, name))
    const alone = await written(await rehearse('alone.db'), ...NEW)

    const session = await rehearse('beside.db')
    const counts = [await session.write(block(NEW[0]!))]
    // The same people with new consents and opt-outs, into a list that takes the number the proposal's own would have.
    const beside = [draft('jiro', {consent: consent('given', NOW), optOut}), draft('shiro@gmail.com'), ...OLD]
    await written(await other.lists.startImport({...HEADER, list: 'other', sha256: 'c'}, NOW), beside)
    for (const rows of NEW.slice(1)) counts.push(await session.write(block(rows)))
    expect({counts, samples: session.samples()}).toEqual(alone)
    await session.finish({}, NOW)
    expect(await other.lists.count((await other.lists.find('other'))!)).toBe(5)
    await Promise.all([store.close(), other.close()])
  })

  it('of an import that was cut short says what all of it will have done', async () => {
    const folder = tempFolder('rehearse-resume')
    const store = await openStore(join(folder, 'store.db'))
    await written(await store.lists.startImport(HEADER, NOW), OLD)
    const next = {...HEADER, sha256: 'b'}
    const session = await store.lists.startImport(next, NOW)
    const first = await session.write(block(NEW[0]!))
    await session.abandon()
    const proposal = await store.lists.rehearseImport(next, NOW, join(folder, 'scratch.db'))
    expect(proposal.before).toEqual(first)
    const proposed = [await proposal.write(block(NEW[0]!)), await proposal.write(block(NEW[1]!))]
    await proposal.abandon()
    const again = await store.lists.startImport(next, NOW)
    expect(again.before).toEqual(first)
    expect(proposed).toEqual([await again.write(block(NEW[0]!)), await again.write(block(NEW[1]!))])
    expect(proposed[0]).toMatchObject({added: 0, updated: 0, unchanged: 0, duplicate: 0})
    expect(proposed[1]).toMatchObject({added: 1, unchanged: 1, duplicate: 1})
    await again.finish({}, NOW)
    await store.close()
  })

  it('counts everyone it would stop once, by what stops them: a refusal as well as an opt-out', async () => {
    const folder = tempFolder('rehearse-flips')
    const file = join(folder, 'store.db')
    const store = await openStore(file)
    const yes = (name: string) => draft(name, {consent: consent('given', NOW - 1000)})
    const no = (name: string, kind: 'refused' | 'withdrawn', at: number | null = null) =>
      draft(name, {consent: consent(kind, at)})
    const stays = [no('hated', 'refused'), yes('older')]
    const known = [...['refuses', 'both', 'withdraws', 'stops', 'rejected'].map(yes), ...stays, yes('h.a+x@gmail.com')]
    await written(await store.lists.startImport(HEADER, NOW), known)
    const rows = block([
      no('refuses', 'refused'),
      draft('both', {optOut, consent: consent('refused', null)}),
      no('withdraws', 'withdrawn', NOW),
      no('withdraws', 'refused'),
      draft('stops', {optOut}),
      // Said no before; says no of long before the yes; is not known; is known by another spelling.
      draft('hated', {optOut}),
      no('older', 'refused', NOW - 2000),
      no('stranger', 'refused'),
      draft('ha@gmail.com', {optOut}),
    ])
    const given = {...rows, stops: [{subject: 'rejected@example.jp', ...optOut}]}
    const next = {...HEADER, sha256: 'b'}
    const proposal = await store.lists.rehearseImport(next, NOW, join(folder, 'scratch.db'))
    const proposed = await proposal.write(given)
    expect(proposed).toMatchObject({consents: 6, refusals: 6, optOuts: 5, stopped: 6})
    const names = ['refuses', 'both', 'withdraws', 'stops'].map((name) => `${name}@example.jp`)
    expect(
      proposal
        .samples()
        .filter(({kind}) => kind === 'stopped')
        .map(({address, by}) => [address, by]),
    ).toEqual([
      [names[0], 'refused'],
      [names[1], 'optout'],
      [names[2], 'withdrawn'],
      [names[3], 'optout'],
      ['h.a+x@gmail.com', 'optout'],
    ])
    await proposal.abandon()
    const done = await store.lists.startImport(next, NOW)
    expect(await done.write(given)).toEqual(proposed)
    await done.finish({}, NOW)
    await store.close()
  })

  it('of a row that comes twice shows what the contact ends as', async () => {
    const folder = tempFolder('rehearse-doubled')
    const store = await openStore(join(folder, 'store.db'))
    await written(await store.lists.startImport(HEADER, NOW), [
      draft('taro', {attributes: {plan: 'A'}}),
      draft('jiro', {attributes: {plan: 'A'}}),
    ])
    const next = {...HEADER, sha256: 'b'}
    const session = await store.lists.rehearseImport(next, NOW, join(folder, 'scratch.db'))
    const {samples} = await written(
      session,
      ...['B', 'C'].flatMap((plan) => [
        [
          draft('taro', {attributes: {plan}}),
          draft('new', {attributes: {plan}}),
          draft('jiro', {attributes: {plan: plan === 'B' ? 'B' : 'A'}}),
        ],
        [draft('taro'), draft('new', {country: 'JP'})],
      ]),
    )
    const plan = {field: 'attribute', header: 'plan'}
    expect(samples).toEqual([
      {kind: 'updated', address: 'taro@example.jp', changes: [{...plan, before: 'A', after: 'C'}], by: null},
      {
        kind: 'added',
        address: 'new@example.jp',
        changes: [
          {...plan, before: null, after: 'C'},
          {field: 'country', header: null, before: null, after: 'JP'},
        ],
        by: null,
      },
    ])
    await store.close()
  })

  it('knows the consents and opt-outs of people in its later blocks, however many it recorded before', async () => {
    const folder = tempFolder('rehearse-numbers')
    const store = await openStore(join(folder, 'store.db'))
    const taro = draft('taro', {optOut, consent: consent('given', NOW)})
    await written(await store.lists.startImport(HEADER, NOW), [taro])
    const next = {...HEADER, sha256: 'b'}
    const session = await store.lists.rehearseImport(next, NOW, join(folder, 'scratch.db'))
    const others = ['a', 'b', 'c'].map((name) => draft(name, {optOut, consent: consent('given', NOW)}))
    const {counts} = await written(session, others, [taro])
    expect(counts[1]).toMatchObject({unchanged: 1, consents: 0, optOuts: 0, stopped: 0})
    await store.close()
  })

  it('given up leaves no scratch behind', async () => {
    const folder = tempFolder('rehearse-abandon')
    const store = await openStore(join(folder, 'store.db'))
    const session = await store.lists.rehearseImport(HEADER, NOW, join(folder, 'scratch.db'))
    await session.write(block(OLD))
    await session.abandon()
    expect(readdirSync(folder).filter((name) => name.startsWith('scratch'))).toEqual([])
    expect(await store.lists.names()).toEqual([])
    await store.close()
  })
})
