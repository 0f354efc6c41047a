/** Looking through lists and files in a thread gives what looking in place gives, and ends when nobody wants more. */
import {appendFileSync} from 'node:fs'
import type {Worker} from 'node:worker_threads'
import {beforeAll, describe, expect, it, onTestFinished} from 'vitest'
import type {AuditFileAsk} from '../../../src/adapters/csv/audit-file.ts'
import {auditFile} from '../../../src/adapters/csv/audit-file.ts'
import type {FileLookAsk} from '../../../src/adapters/csv/look-through-file.ts'
import {spoolRoom} from '../../../src/adapters/csv/source/spool-room.ts'
import {listAuditSource} from '../../../src/adapters/store/audit-list.ts'
import type {ListLookAsk} from '../../../src/adapters/store/look-through-list.ts'
import {lookThrough} from '../../../src/adapters/workers/look-through.ts'
import type {AuditedContact} from '../../../src/core/contacts/audited-contact.ts'
import {NO_SETTING} from '../../../src/core/contacts/contact-case.ts'
import type {AuditSource} from '../../../src/flows/audit.ts'
import {failure, put, tempFolder} from '../../support/files.ts'
import type {Bench} from '../../support/workspace-store.ts'
import {bench, NOW} from '../../support/workspace-store.ts'

const ROWS = 6000
const KINDS = ['card,2024-02-03,展示会,', 'consent,2025-06-07 08:09,https://www.example.jp/signup,2025-06-08']
const ASK = {audience: 'JP', asOf: NOW, setting: NO_SETTING, offsetMinutes: 540, where: null}

let place: Bench
let file: string

beforeAll(async () => {
  place = await bench('look-through')
  const rows = Array.from({length: ROWS}, (_, i) =>
    i % 1000 === 999
      ? 'no address,,,,,'
      : `user${i}@example${i % 7}.jp,${i % 3 ? '配信停止' : ''},${KINDS[i % 2]},note ${i % 50}`,
  )
  file = put(place.folder, 'people.csv', `email,状態,同意区分,同意日時,登録経路,最終取引日,備考\n${rows.join('\n')}\n`)
  await place.import(file)
}, 120_000)

type Source = Omit<AuditSource, 'of' | 'identity'>

async function everythingOf(source: Source) {
  const contacts: AuditedContact[] = []
  const unread: unknown[] = []
  for await (const batch of source.contacts) {
    for (const {row, publicId, address, cameWith, case: facts, placed, optOut} of batch)
      contacts.push({row, publicId, address, cameWith, case: facts, placed, optOut})
    unread.push(...source.takeUnread())
  }
  const [columns, patterns, flags] = [source.columns(), source.patterns(), source.flags()]
  const cells = (columns ?? []).map(({index}) => source.cells(index))
  return {contacts, unread, columns, patterns, flags, cells, outside: source.outside(), left: source.leftOut()}
}

const fileAsk = (of: string, more: Partial<AuditFileAsk> = {}): AuditFileAsk => ({
  ...{file: of, sheet: null, encoding: null, map: [], header: null, dates: null},
  ...{knowsOptOuts: false, optOutsOf: null},
  ...ASK,
  ...more,
})
const fileInThread = (look: FileLookAsk) => lookThrough({kind: 'file', look})
const listInThread = (look: ListLookAsk) => lookThrough({kind: 'list', store: place.storeFile, look})

describe('a thread', () => {
  it.each([null, '備考 = "note 7"'])('gives of a file what is found in place (segment %s)', async (where) => {
    const own = await everythingOf(await auditFile(fileAsk(file, {where}), spoolRoom(null)))
    const other = await everythingOf(await auditFile(fileAsk(file, {where}), spoolRoom(null), fileInThread))
    expect(own.contacts.length + own.outside + own.unread.length).toBe(ROWS)
    expect(other).toEqual(own)
  })

  it.each([null, 'consent_at >= 2025-01-01'])('gives of a list what is found in place (segment %s)', async (where) => {
    const ask = {...ASK, where}
    const own = await everythingOf(await listAuditSource(place.store, 1, ask))
    const other = await everythingOf(await listAuditSource(place.store, 1, ask, listInThread))
    expect(own.contacts.length).toBeGreaterThan(1000)
    expect(other).toEqual(own)
  })

  it('asks the store for opt-outs of the people of a file', async () => {
    const seen: string[] = []
    const optOutsOf: AuditFileAsk['optOutsOf'] = async (people) => {
      seen.push(...people.map(({suppressKey}) => suppressKey))
      return new Map(people.filter(({suppressKey}) => suppressKey.startsWith('user3@')).map(({id}) => [id, HELD]))
    }
    const source = await auditFile(fileAsk(file, {knowsOptOuts: true, optOutsOf}), spoolRoom(null), fileInThread)
    const {contacts} = await everythingOf(source)
    expect(seen).toEqual(contacts.map(({address}) => address))
    expect(contacts.find(({address}) => address.startsWith('user3@'))?.optOut).toEqual(HELD)
  })

  it('hands on what stops it, and ends', async () => {
    const running = watchThreads()
    const changing = put(tempFolder('look-through-changed'), 'changed.csv', 'email,name\na@example.jp,A\n')
    const source = await auditFile(fileAsk(changing), spoolRoom(null), fileInThread)
    appendFileSync(changing, 'b@example.jp,B\n')
    const error = await failure(everythingOf(source))
    expect([error.code, error.values.file]).toEqual(['FILE_CHANGED', changing])
    expect(running()).toEqual({started: 1, ended: 1})
  })

  it('ends when nobody wants more', async () => {
    const running = watchThreads()
    const {contacts} = await listAuditSource(place.store, 1, ASK, listInThread)
    for await (const batch of contacts) {
      expect(batch.length).toBeGreaterThan(0)
      expect(running()).toEqual({started: 1, ended: 0})
      break
    }
    expect(running()).toEqual({started: 1, ended: 1})
  })
})

const HELD = {reason: 'complaint', scope: 'all'} as const

/** Threads that were started from now on, and those of them that have ended. */
function watchThreads(): () => {started: number; ended: number} {
  let [started, ended] = [0, 0]
  const watch = (thread: Worker) => {
    started += 1
    thread.once('exit', () => {
      ended += 1
    })
  }
  process.on('worker', watch)
  onTestFinished(() => void process.off('worker', watch))
  return () => ({started, ended})
}
