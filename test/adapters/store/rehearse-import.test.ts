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
      {added: 1, updated: 2, unchanged: 0, duplicate: 0, consents: 0, optOuts: 1, stopped: 1},
      {added: 1, updated: 0, unchanged: 1, duplicate: 1, consents: 0, optOuts: 1, stopped: 0},
      {added: 0, updated: 1, unchanged: 0, duplicate: 0, consents: 0, optOuts: 0, stopped: 0},
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
      },
    ])
    expect(samples.filter(({kind}) => kind === 'stopped')).toEqual([
      {kind: 'stopped', address: 'hanako@example.jp', changes: []},
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
