/** A damaged journal, carried to the list as a folder: what can be read of it comes into the store. */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {readJournalFolder} from '../../src/adapters/journal/read-folder.ts'
import {tokenMaker} from '../../src/core/suppression/token.ts'
import {pullFolder} from '../../src/flows/pull-folder.ts'
import type {Host} from '../support/detached.ts'
import {HOST_KEYS, pull, startHost} from '../support/detached.ts'
import {failure, tempFolder} from '../support/files.ts'
import {KEY, oneClick} from '../support/site.ts'
import type {SmallSend} from '../support/small-send.ts'
import {makeSend} from '../support/small-send.ts'

const CLOCK = {now: () => Date.now(), monotonic: () => process.hrtime.bigint()}
let host: Host
let small: SmallSend

beforeEach(async () => {
  small = await makeSend(20, {topic: 'news'})
  host = await startHost({fileBytes: 700})
})

afterEach(() => small.connection.close())

async function clicks(...ids: number[]): Promise<void> {
  const link = tokenMaker(KEY, 'optout', small.send.publicId)
  for (const id of ids) await oneClick(`${host.url}/u/${link(small.connection.publicIds(id))}`)
}
const people = () =>
  (small.connection.db.prepare('select subject from suppression_events order by id').all() as {subject: string}[]).map(
    ({subject}) => Number(/\d+/.exec(subject)?.[0]),
  )
const from = (journalKey = HOST_KEYS.journalKey) =>
  pullFolder(
    {folder: host.folder, onProgress() {}},
    {store: small.store, clock: CLOCK, journalKey, read: readJournalFolder},
  )

/** Changes the line of that record. */
function spoil(seq: number, how: (line: string) => string): {file: string; line: number} {
  for (const begin of [...Array(seq).keys()].map((i) => seq - i)) {
    const file = join(host.folder, `${String(begin).padStart(15, '0')}.journal`)
    try {
      const lines = readFileSync(file, 'utf8').split('\n')
      const at = lines.findIndex((line) => line.startsWith(`${seq}\t`))
      lines[at] = how(lines[at]!)
      writeFileSync(file, lines.join('\n'))
      return {file, line: at + 1}
    } catch {}
  }
  throw new Error(`no record ${seq}`)
}

it.each<readonly [string, (line: string) => string]>([
  ['its content', (line) => line.replace('topic', 'pause')],
  ['its seal', (line) => line.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A'))],
  ['its form', (line) => line.replace('\t', ' ')],
])('takes every record but the one that was changed: %s', async (_, how) => {
  await clicks(1, 2)
  await pull(host.url, small.store)
  await clicks(3, 4, 5, 6, 7, 8)
  await host.stop()
  const bad = spoil(5, how)
  expect(await from()).toMatchObject({entries: 7, added: 5, known: 2, last: 8, bad: [bad]})
  expect(people()).toEqual([1, 2, 3, 4, 6, 7, 8])
  expect(await from()).toMatchObject({entries: 7, added: 0, known: 7, bad: [bad]})
})

it('takes nothing that was sealed with another key, and says so of a folder without a journal', async () => {
  await clicks(1, 2)
  await host.stop()
  expect(await from(Buffer.alloc(32, 1))).toMatchObject({entries: 0, bad: [{line: 1}, {line: 2}, {line: 3}]})
  expect(people()).toEqual([])
  expect(await failure(readJournalFolder(tempFolder('none')))).toMatchObject({code: 'FILE_MISSING'})
})

it('of a journal of before leaves the pulls from the new one alone', async () => {
  await clicks(1, 2)
  await host.stop()
  const old = host.folder
  host = await startHost()
  await clicks(3)
  await pull(host.url, small.store)
  const carried = {folder: old, onProgress() {}}
  const {journalKey} = HOST_KEYS
  await pullFolder(carried, {store: small.store, clock: CLOCK, journalKey, read: readJournalFolder})
  await clicks(4)
  expect(await pull(host.url, small.store)).toMatchObject({entries: 1, added: 1})
  expect(people()).toEqual([3, 1, 2, 4])
  await host.stop()
})
