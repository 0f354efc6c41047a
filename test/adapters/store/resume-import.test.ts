import {describe, expect, it} from 'vitest'
import {rowPacker} from '../../../src/adapters/csv/pack-rows.ts'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import {startTally} from '../../../src/flows/import-tally.ts'
import type {ImportHeader, ImportSession} from '../../../src/ports/list-import.ts'
import {block, consent, draft} from '../../support/drafts.ts'
import {tempFolder} from '../../support/files.ts'
import {content, NOW, query} from '../../support/workspace-store.ts'

const HEADER: ImportHeader = {
  ...{list: 'news', fileName: 'list.csv', sha256: 'a', sizeBytes: 1, encoding: 'utf-8', delimiter: ','},
  ...{mapping: [], basis: null, purpose: null},
}
const optOut = {reason: 'optout', at: null} as const

const OLD = ['a', 'b', 'c', 'd'].map((name) => draft(name, {country: 'JP', attributes: {plan: 'old'}}))
/** Known people that change, one of them twice, that stop, that say no, that stay as they are; new ones, one twice. */
const ROWS = [
  draft('a', {country: 'US', attributes: {plan: 'new'}}),
  draft('new1', {attributes: {plan: 'x'}, consent: consent('given', NOW)}),
  draft('b', {attributes: {plan: 'once'}}),
  draft('c', {optOut}),
  draft('u.s.er+tag@gmail.com', {attributes: {plan: 'y'}, optOut}),
  draft('b', {attributes: {plan: 'twice'}}),
  draft('new1', {attributes: {plan: 'z'}}),
  draft('d', {consent: consent('refused', NOW)}),
  draft('a', {attributes: {plan: 'new'}}),
  draft('Kept@example.jp', {consent: consent('confirmed', NOW)}),
]

async function opened(what: string) {
  const file = `${tempFolder(what)}/store.db`
  const store = await openStore(file)
  const session = await store.lists.startImport({...HEADER, list: 'base'}, NOW)
  await session.write(block(OLD))
  await session.finish({}, NOW)
  return {file, store, start: () => store.lists.startImport({...HEADER, sha256: 'b'}, NOW)}
}

/** The counts a flow makes of it. size: rows of a block. */
async function write(session: ImportSession, rows: typeof ROWS, size: number) {
  const tally = startTally(session.before)
  const rest = {rejected: {}, leftOut: {}, notes: [], flags: [], bytesRead: 0}
  const pack = rowPacker()
  for (let from = 0; from < rows.length; from += size) {
    const piece = pack(rows.slice(from, from + size))
    tally.addRead({block: piece, ...rest})
    tally.addWritten(await session.write(piece))
  }
  return tally.counts()
}

describe('an import over known contacts that is cut short and goes on', () => {
  it('counts and leaves the same as one that was not, wherever it was cut and however its rows come in blocks', async () => {
    const whole = await opened('resume-whole')
    const session = await whole.start()
    const counts = await write(session, ROWS, 3)
    await session.finish({}, NOW)
    expect(counts).toMatchObject({rows: 10, added: 3, updated: 5, unchanged: 1, duplicate: 1, stopped: 2, optOuts: 2})
    const expected = await content(whole.file)
    const changes = await query(whole.file, 'select contact_id, changes from import_changes order by 1')

    for (let cut = 1; cut <= ROWS.length; cut += 1) {
      const {file, store, start} = await opened('resume-cut')
      const first = await start()
      await write(first, ROWS.slice(0, cut), 2)
      await first.abandon()
      const second = await start()
      expect(second.uuid).toBe(first.uuid)
      expect(await write(second, ROWS, 3), `cut after ${cut}`).toEqual(counts)
      await second.finish({}, NOW)
      expect(await content(file), `cut after ${cut}`).toEqual(expected)
      expect(await query(file, 'select contact_id, changes from import_changes order by 1')).toEqual(changes)
      expect(await query(file, 'select * from import_progress')).toEqual([])
      await store.close()
    }
    await whole.store.close()
  })
})
