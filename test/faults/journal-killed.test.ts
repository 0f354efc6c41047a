/** The journal of a server that is killed while opt-outs come in, and of one whose disk takes no more: every yes that was said counts. */
import {spawn} from 'node:child_process'
import {chmodSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import {openJournal} from '../../src/adapters/journal/open-journal.ts'
import {writeDetachedHost} from '../../src/core/serving/detached-host.ts'
import {detachedKeys} from '../../src/core/serving/detached-key.ts'
import {journalSeals} from '../../src/core/serving/journal.ts'
import {readAnswer} from '../../src/core/serving/journal-answer.ts'
import {readOptOutRecord} from '../../src/core/serving/opt-out-record.ts'
import {tokenMaker} from '../../src/core/suppression/token.ts'
import {freePort, serveDetached} from '../support/detached-workspace.ts'
import {needsDist, put, tempFolder} from '../support/files.ts'
import {ask, KEY, oneClick} from '../support/site.ts'

const KEYS = detachedKeys(Buffer.alloc(32, 9))
const SEND = Buffer.alloc(8, 1).toString('base64url')
const person = (n: number) => {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32BE(n, 0)
  return bytes.toString('base64url')
}
const make = tokenMaker(KEY, 'optout', SEND)

function hostFolder(what: string): string {
  const folder = tempFolder(what)
  const site = {
    ...{url: 'https://mail.example.jp/u', mailto: 'stop@example.jp', language: 'en' as const, signUpUrl: null},
    ...{sender: {name: 'Sample', address: 'Tokyo', contact: '03-1234-5678'}, offsetMinutes: 540},
  }
  const serve = {
    ...{address: '127.0.0.1', port: 8470, tls: null, trustedProxies: [], metricsFrom: []},
    limits: {connections: 4096, perClient: 10_000, overall: 100_000},
  }
  chmodSync(put(folder, 'host.json', writeDetachedHost({site, serve}, [KEY], KEYS)), 0o600)
  return folder
}

/** Ids of recipients in the journal as it stands on the disk, in order; every seal is checked. */
async function recorded(folder: string): Promise<{readonly ids: readonly string[]; readonly torn: string | null}> {
  const seals = journalSeals(KEYS.journalKey)
  const journal = await openJournal({folder: join(folder, 'journal'), key: KEYS.journalKey})
  const ids: string[] = []
  let place = {nonce: 'nonce-123', after: 0, journal: null as string | null, before: null as string | null}
  for (;;) {
    const page = readAnswer(JSON.stringify(await journal.answer(place.after, 'nonce-123', [])), place, seals)
    if (typeof page === 'string') throw new Error(page)
    ids.push(...page.entries.map(({payload}) => readOptOutRecord(payload)!.recipient))
    place = {...place, after: page.entries.at(-1)?.seq ?? place.after, journal: page.journal, before: page.end}
    if (place.after === page.last) break
  }
  await journal.close()
  return {ids, torn: journal.torn}
}

beforeAll(() => needsDist())

describe('a server that is killed', () => {
  it('has every opt-out in its journal that it thanked for, time after time', async () => {
    const folder = hostFolder('journal-killed')
    const thanked = new Set<string>()
    let next = 0
    for (let round = 0; round < 4; round += 1) {
      const port = await freePort()
      const server = await serveDetached(folder, 'host.json', port)
      let isOver = false
      const clicks = Array.from({length: 24}, async () => {
        while (!isOver) {
          next += 1
          const id = person(next)
          const status = await oneClick(`${server.url}/u/${make(id)}`).then(
            (answer) => answer.status,
            () => 0,
          )
          if (status === 200) thanked.add(id)
        }
      })
      const before = thanked.size
      await expect.poll(() => thanked.size - before, {timeout: 20_000}).toBeGreaterThan(100 + round * 37)
      server.child.kill('SIGKILL')
      isOver = true
      await server.ended
      await Promise.all(clicks)
      const {ids} = await recorded(folder)
      expect(new Set(ids).size).toBe(ids.length)
      const missing = [...thanked].filter((id) => !ids.includes(id))
      expect(missing).toEqual([])
    }
  })

  it('lets no second one write into the same journal, and leaves no lock behind', async () => {
    const folder = hostFolder('journal-locked')
    const first = await serveDetached(folder, 'host.json', await freePort())
    await expect(serveDetached(folder, 'host.json', await freePort())).rejects.toThrow('JOURNAL_LOCKED')
    first.child.kill('SIGKILL')
    await first.ended
    const again = await serveDetached(folder, 'host.json', await freePort())
    again.child.kill('SIGTERM')
    expect(await again.ended).toMatchObject({code: 0})
  })
})

describe.skipIf(process.platform === 'win32')('a server whose disk takes no more', () => {
  it('asks to come again, keeps what it thanked for, and begins whole when there is room', async () => {
    const folder = hostFolder('journal-full')
    const port = await freePort()
    const program = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
    // No file may grow beyond 16 KB: a write is cut short in the middle of a record, and then fails.
    const words = `ulimit -f 16; exec "$0" "$@"`
    const child = spawn(
      'bash',
      ['-c', words, process.execPath, program, 'serve', '--detached', 'host.json', '--port', String(port)],
      {cwd: folder, stdio: 'ignore', env: {...process.env, NO_COLOR: '1'}},
    )
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
    const url = `http://127.0.0.1:${port}`
    const health = () =>
      ask(`${url}/healthz`).then(
        ({status}) => status,
        () => 0,
      )
    await expect.poll(health, {timeout: 20_000}).toBe(200)
    const thanked: string[] = []
    const refused: string[] = []
    for (let n = 1; n <= 200; n += 1) {
      const {status} = await oneClick(`${url}/u/${make(person(n))}`)
      if (status === 200) thanked.push(person(n))
      else if (status === 503) refused.push(person(n))
    }
    child.kill('SIGKILL')
    await ended
    expect(thanked.length).toBeGreaterThan(20)
    expect(refused.length).toBeGreaterThan(20)
    expect(thanked.length + refused.length).toBe(200)
    const {ids, torn} = await recorded(folder)
    expect(ids).toEqual(thanked)
    expect(torn).toBeNull()
    const server = await serveDetached(folder, 'host.json', await freePort())
    expect((await oneClick(`${server.url}/u/${make(refused[0]!)}`)).status).toBe(200)
    server.child.kill('SIGTERM')
    await server.ended
    expect((await recorded(folder)).ids).toEqual([...thanked, refused[0]])
    expect(readdirSync(join(folder, 'journal')).filter((name) => name.endsWith('.torn'))).toEqual([])
  })
})
