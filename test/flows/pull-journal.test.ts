/** Opt-outs at a server without the list, and their way into the store: over real HTTP, whatever happens on it. */

import {readFileSync, rmSync} from 'node:fs'
import type {Server} from 'node:http'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {journalSource} from '../../src/adapters/probe/journal-source.ts'
import {webAsker} from '../../src/adapters/probe/web-asker.ts'
import {connect} from '../../src/adapters/store/connection.ts'
import {signUpDesk} from '../../src/adapters/store/sign-up-desk.ts'
import type {Address} from '../../src/core/contacts/address.ts'
import {NOBODY} from '../../src/core/sending/nobody.ts'
import type {TokenKey} from '../../src/core/suppression/token.ts'
import {tokenMaker} from '../../src/core/suppression/token.ts'
import {AppError} from '../../src/errors.ts'
import {freshOptOuts} from '../../src/flows/fresh-opt-outs.ts'
import type {Host, HostAsk} from '../support/detached.ts'
import {HOST_KEYS, pull, pullerOf, startHost} from '../support/detached.ts'
import {failure} from '../support/files.ts'
import {ask, choose, KEY, oneClick} from '../support/site.ts'
import type {SmallSend} from '../support/small-send.ts'
import {makeSend} from '../support/small-send.ts'

let host: Host
let small: SmallSend

async function begin(how: HostAsk = {}): Promise<void> {
  host = await startHost(how)
}

beforeEach(async () => {
  small = await makeSend(20, {topic: 'news'})
})

afterEach(async () => {
  await host.stop()
  await small.connection.close()
})

const tokenOf = (id: number, key: TokenKey = KEY) =>
  tokenMaker(key, 'optout', small.send.publicId)(small.connection.publicIds(id))
const linkOf = (id: number, key?: TokenKey) => `${host.url}/u/${tokenOf(id, key)}`
const events = () =>
  small.connection.db
    .prepare('select subject, scope, source, from_at as at, until_at as until from suppression_events order by id')
    .all() as {subject: string; scope: string; source: string; at: number; until: number | null}[]

/** p1 has filled the form in beside the list, and confirms it later. */
async function askedAt(at: number) {
  const desk = signUpDesk(await connect(small.connection.file), async () => [])
  const id = 'A'.repeat(22)
  const client = {address: null, userAgent: null}
  await desk.ask({
    ...{id, at, expiresAt: at + 9_000_000, quietMs: 0},
    address: {address: 'p1@example.com', key: 'p1@example.com', suppressKey: 'p1@example.com'} as Address,
    facts: {
      ...{url: 'https://mail.example.com/f/news', wording: 'news-form', wordingSha256: null, purpose: 'news'},
      ...{topic: 'news', controller: 'Sample Ltd', form: 'news', list: 'news', purposeNotice: '', language: 'en'},
      ...{values: {}, client, isDouble: true},
    },
  })
  return {
    async confirm(moment: number) {
      const outcome = await desk.confirm(id, {at: moment, url: '', client})
      await desk.close()
      return outcome
    },
  }
}

describe('a server without the list', () => {
  it('shows a page without address and topic, and changes nothing by looking', async () => {
    await begin()
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await ask(linkOf(1), {method})
    const {status, body} = await ask(linkOf(1))
    expect(status).toBe(200)
    expect([...body.matchAll(/name="choice" value="(\w+)"/g)].map(([, value]) => value)).toEqual(['all', 'pause'])
    expect(body).not.toContain('example.com')
    expect((await host.journal.answer(0, 'nonce-123', [])).last).toBe(0)
  })

  it('thanks when the choice is in the journal, which names nobody', async () => {
    await begin()
    expect((await oneClick(linkOf(1))).body).toContain('You get no more mail of this kind')
    expect((await choose(linkOf(2), 'all')).body).toContain('You get no more mail of this kind')
    expect((await choose(linkOf(3), 'pause')).body).toMatch(/You get no mail from us until \d/)
    expect((await choose(linkOf(3), 'everything')).status).toBe(400)
    expect((await oneClick(linkOf(4, {...KEY, secret: Buffer.alloc(32)}))).status).toBe(404)
    const {lines} = await host.journal.answer(0, 'nonce-123', [])
    expect(lines).toHaveLength(3)
    expect(lines.join()).not.toMatch(/@|example/)
    expect(lines.join()).not.toContain(tokenOf(1))
  })

  it('takes 300 clicks of one link at once as one record, and 300 links as 300', async () => {
    await begin()
    const same = await Promise.all(Array.from({length: 300}, () => oneClick(linkOf(1))))
    expect(new Set(same.map(({status}) => status))).toEqual(new Set([200]))
    const others = await Promise.all(
      Array.from({length: 300}, (_, i) =>
        oneClick(
          `${host.url}/u/${tokenMaker(KEY, 'optout', small.send.publicId)(small.connection.publicIds(100 + i))}`,
        ),
      ),
    )
    expect(new Set(others.map(({status}) => status))).toEqual(new Set([200]))
    expect((await host.journal.answer(0, 'nonce-123', [])).last).toBe(301)
  })

  it('thanks a probe, which belongs to nobody, without a record', async () => {
    await begin()
    const probe = tokenMaker(KEY, 'optout', NOBODY.sendId)(NOBODY.publicId)
    expect((await oneClick(`${host.url}/u/${probe}`)).status).toBe(200)
    expect((await host.journal.answer(0, 'nonce-123', [])).last).toBe(0)
  })

  it('asks to come again when the journal takes nothing', async () => {
    const full = new AppError('JOURNAL_UNUSABLE', {file: 'j', why: 'ENOSPC'})
    await begin({
      wrap: (journal) => ({...journal, append: () => Promise.reject(full), check: () => Promise.reject(full)}),
    })
    const {status, headers} = await oneClick(linkOf(1))
    expect([status, headers['retry-after']]).toEqual([503, '30'])
    expect((await ask(`${host.url}/healthz`)).status).toBe(503)
    expect(host.troubles).toEqual([full])
  })

  it('opens links of a key that is carried there while it runs, and none of a revoked one', async () => {
    const other: TokenKey = {id: 'ffffffff', secret: Buffer.alloc(32, 8)}
    let keys = [KEY]
    await begin({keys: () => keys})
    expect((await oneClick(linkOf(1))).status).toBe(200)
    expect((await oneClick(linkOf(1, other))).status).toBe(404)
    keys = [other]
    await expect.poll(async () => (await oneClick(linkOf(2, other))).status, {timeout: 5000}).toBe(200)
    expect((await oneClick(linkOf(2))).status).toBe(404)
  })

  it('lets nobody read the journal without the key', async () => {
    await begin()
    const journal = `${host.url}/journal?after=0&nonce=nonce-123`
    const with_ = (key: string) => ({authorization: `Bearer ${key}`})
    expect((await ask(journal)).status).toBe(401)
    expect((await ask(journal, {headers: with_('x')})).status).toBe(401)
    expect((await ask(journal, {headers: with_(HOST_KEYS.pullKeyHash)})).status).toBe(401)
    expect((await ask(`${journal}&key=${HOST_KEYS.pullKey}`)).status).toBe(401)
    expect((await ask(journal, {headers: {...with_(HOST_KEYS.pullKey), 'x-forwarded-proto': 'http'}})).status).toBe(403)
    expect(
      (await ask(`${host.url}/journal?after=-1&nonce=nonce-123`, {headers: with_(HOST_KEYS.pullKey)})).status,
    ).toBe(400)
    expect((await ask(journal, {headers: with_(HOST_KEYS.pullKey)})).status).toBe(200)
  })
})

describe('a pull', () => {
  it('brings each choice into the store as a click beside the list would, once', async () => {
    const at = Date.parse('2026-04-01T12:00Z')
    await begin({now: () => at})
    await oneClick(linkOf(1))
    await choose(linkOf(2), 'all')
    await choose(linkOf(3), 'pause')
    const first = await pull(host.url, small.store)
    expect(first).toMatchObject({entries: 3, added: 3, known: 0, kept: [], newestAt: at, last: 3, keys: [KEY.id]})
    expect(events()).toEqual([
      {subject: 'p1@example.com', scope: 'topic:news', source: 'one-click:nov', at, until: null},
      {subject: 'p2@example.com', scope: 'all', source: 'page:nov', at, until: null},
      {subject: 'p3@example.com', scope: 'all', source: 'page:nov', at, until: expect.any(Number)},
    ])
    expect(await pull(host.url, small.store)).toMatchObject({entries: 0, added: 0})
    // Once more from the first record: nothing is new in it.
    expect(await pull(host.url, small.store, {}, true)).toMatchObject({entries: 3, added: 0, known: 3})
    expect(events()).toHaveLength(3)
  })

  it('keeps records that nobody here fits, shows them, and finds their people later', async () => {
    await begin()
    const {publicIds, db} = small.connection
    await oneClick(linkOf(1))
    await oneClick(`${host.url}/u/${tokenMaker(KEY, 'optout', small.send.publicId)(publicIds(999))}`)
    const elsewhere = Buffer.alloc(8, 5).toString('base64url')
    await oneClick(`${host.url}/u/${tokenMaker(KEY, 'optout', elsewhere)(publicIds(2))}`)
    await host.journal.append('sign-up', Date.now(), '{"a":1}')
    await host.journal.append('optout', Date.now(), '{"a":1}')
    const result = await pull(host.url, small.store)
    expect(result).toMatchObject({entries: 5, added: 2})
    expect(result.kept.map(({seq, why}) => [seq, why])).toEqual([
      [2, 'person'],
      [4, 'kind'],
      [5, 'form'],
    ])
    // A send that is not there: nobody knows what it was about, so all mail stops.
    expect(events().map(({subject, scope, source}) => [subject, scope, source])).toEqual([
      ['p1@example.com', 'topic:news', 'one-click:nov'],
      ['p2@example.com', 'all', 'one-click'],
    ])
    db.exec("insert into contacts (id, address_key, attributes, recorded_at) values (999, 'late@example.com', '{}', 1)")
    expect(await pull(host.url, small.store)).toMatchObject({entries: 0, found: 1, kept: [{seq: 4}, {seq: 5}]})
    expect(events().at(-1)).toMatchObject({subject: 'late@example.com', scope: 'topic:news'})
  })

  it('keeps the spelling that a service knows the person by', async () => {
    await begin()
    small.connection.db.exec(
      "update contacts set address = 'P1+Shop@example.com', address_key = 'p1+shop@example.com', suppress_key = 'p1@example.com' where id = 1",
    )
    await oneClick(linkOf(1))
    await oneClick(linkOf(2))
    await pull(host.url, small.store)
    const rows = small.connection.db.prepare('select subject, spelling from suppression_events order by id').all()
    expect(rows).toEqual([
      {subject: 'p1@example.com', spelling: 'P1+Shop@example.com'},
      {subject: 'p2@example.com', spelling: null},
    ])
  })

  it('takes a click and the page of the same link as one opt-out', async () => {
    let now = Date.parse('2026-04-01T12:00Z')
    await begin({now: () => now})
    await choose(linkOf(1), 'all')
    now += 60_000
    await choose(linkOf(1), 'all')
    await choose(linkOf(1), 'pause')
    expect(await pull(host.url, small.store)).toMatchObject({entries: 3, added: 1, known: 2})
    expect(events()).toHaveLength(1)
  })

  it('that comes late does not undo what its person has confirmed since', async () => {
    const start = Date.parse('2026-04-01T12:00Z')
    let now = start
    await begin({now: () => now})
    await oneClick(linkOf(1))
    const signUp = await askedAt(start + 1000)
    expect(await signUp.confirm(start + 2000)).toBe('confirmed')
    const holding = () => small.store.suppressions.holding('p1@example.com', now)
    now += 10_000
    expect(await pull(host.url, small.store)).toMatchObject({added: 1})
    expect(events()).toMatchObject([{scope: 'topic:news', at: start}])
    expect(await holding()).toEqual([])
    expect(await pull(host.url, small.store, {}, true)).toMatchObject({known: 1})
    now += 10_000
    await oneClick(linkOf(1))
    expect(await pull(host.url, small.store)).toMatchObject({added: 1})
    expect(await holding()).toHaveLength(1)
  })

  it('binds by a second click after a sign-up that is confirmed only then', async () => {
    const start = Date.parse('2026-04-01T12:00Z')
    let now = start
    await begin({now: () => now})
    await oneClick(linkOf(1))
    await pull(host.url, small.store)
    const signUp = await askedAt(start + 1000)
    now += 20_000
    await oneClick(linkOf(1))
    expect(await pull(host.url, small.store)).toMatchObject({added: 1})
    expect(await signUp.confirm(now + 1000)).toBe('overtaken')
    expect(await small.store.suppressions.holding('p1@example.com', now + 2000)).toHaveLength(2)
  })

  it('goes on where it was cut', async () => {
    await begin({fileBytes: 4000})
    const clicks = Array.from({length: 20}, (_, i) => oneClick(linkOf(i + 1)))
    await Promise.all(clicks)
    const long = JSON.stringify({x: 'a'.repeat(4000)})
    await Promise.all(Array.from({length: 200}, () => host.journal.append('later', 1, long)))
    const real = pullerOf(host.url, small.store)
    let asked = 0
    const cut = {
      url: host.url,
      read: async (after: number, nonce: string) => {
        asked += 1
        if (asked === 4) throw new AppError('PULL_UNREACHABLE', {url: host.url, why: 'ECONNRESET'})
        return real.source.read(after, nonce)
      },
    }
    expect(await failure(pull(host.url, small.store, {source: cut}))).toMatchObject({code: 'PULL_UNREACHABLE'})
    const before = (await small.store.journal.standing())!
    expect(before).toMatchObject({seq: expect.any(Number), completeAt: null})
    expect(before.seq).toBeGreaterThan(0)
    const result = await pull(host.url, small.store)
    expect(result.entries).toBe(220 - before.seq)
    expect(events()).toHaveLength(20)
    expect(result.kept).toHaveLength(200)
  })

  it('may be under way twice', async () => {
    await begin()
    await Promise.all(Array.from({length: 20}, (_, i) => oneClick(linkOf(i + 1))))
    const both = await Promise.all([pull(host.url, small.store), pull(host.url, small.store)])
    expect(both.map(({added}) => added).reduce((a, b) => a + b)).toBe(20)
    expect(events()).toHaveLength(20)
    expect(await small.store.journal.standing()).toMatchObject({seq: 20})
  })

  it('is refused with another key', async () => {
    await begin()
    const source = journalSource(host.url, 'x'.repeat(43), webAsker({timeoutMs: 5000}))
    expect(await failure(pull(host.url, small.store, {source}))).toMatchObject({code: 'PULL_KEY_REFUSED'})
  })
})

describe('what stands between', () => {
  let proxy: Server
  let change: (answer: Answer) => unknown
  let proxied: string
  interface Answer {
    lines: string[]
    last: number
    [name: string]: unknown
  }

  beforeEach(async () => {
    await begin()
    await Promise.all([1, 2, 3].map((id) => oneClick(linkOf(id))))
    proxy = createServer(async (request, reply) => {
      const {body} = await ask(`${host.url}${request.url}`, {
        headers: {authorization: request.headers.authorization ?? ''},
      })
      const changed = change(JSON.parse(body))
      reply.end(typeof changed === 'string' ? changed : JSON.stringify(changed))
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    proxied = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  })

  afterEach(() => void proxy.close())

  it.each<readonly [string, (answer: Answer) => unknown, string]>([
    ['invents a record', (a) => ({...a, lines: [...a.lines, a.lines[0]!.replace(/^1/, '4')], last: 4}), 'proof'],
    ['leaves the last one out', (a) => ({...a, lines: a.lines.slice(0, 2), last: 2}), 'proof'],
    ['leaves all out', (a) => ({...a, lines: [], last: 0}), 'proof'],
    ['leaves one in the middle out', (a) => ({...a, lines: [a.lines[0], a.lines[2]]}), 'gap'],
    ['swaps two', (a) => ({...a, lines: [a.lines[1], a.lines[0], a.lines[2]]}), 'gap'],
    ['turns all into a pause', (a) => ({...a, lines: a.lines.map((line) => line.replace('topic', 'pause'))}), 'record'],
    ['changes a moment', (a) => ({...a, lines: a.lines.map((line) => line.replace(/^2\t\d/, '2\t9'))}), 'record'],
    ['adds a key', (a) => ({...a, keys: [...(a.keys as string[]), 'ffffffff']}), 'proof'],
    ['answers something else', () => '<html>', 'form'],
    ['answers nothing', () => '', 'form'],
  ])('and %s is found out, and nothing is taken', async (_, how, fault) => {
    change = how
    expect(await failure(pull(proxied, small.store))).toMatchObject({
      code: 'PULL_UNTRUE',
      values: {why: `pull-${fault}`},
    })
    expect(events()).toEqual([])
    change = (answer) => answer
    expect(await pull(proxied, small.store)).toMatchObject({added: 3})
  })

  it('and gives an old answer is found out', async () => {
    let old: Answer | null = null
    change = (answer) => {
      old ??= answer
      return old
    }
    await pull(proxied, small.store)
    await oneClick(linkOf(4))
    expect(await failure(pull(proxied, small.store))).toMatchObject({code: 'PULL_UNTRUE'})
  })

  it('a journal that was begun anew is refused until that is said, and then taken from its first record', async () => {
    await pull(host.url, small.store)
    await host.stop()
    await begin()
    await oneClick(linkOf(5))
    expect(await failure(pull(host.url, small.store))).toMatchObject({values: {why: 'pull-journal'}})
    expect(await pull(host.url, small.store, {}, true)).toMatchObject({entries: 1, added: 1})
    expect(await pull(host.url, small.store)).toMatchObject({entries: 0})
    expect(events()).toHaveLength(4)
    change = (answer) => answer
  })

  it('a journal whose old files were deleted is begun anew with the first record that is there', async () => {
    await host.stop()
    await begin({folder: host.folder, fileBytes: 300})
    for (const id of [4, 5, 6]) await oneClick(linkOf(id))
    await host.stop()
    rmSync(join(host.folder, '000000000000001.journal'))
    await begin({folder: host.folder, fileBytes: 300})
    const {begins} = await host.journal.answer(0, 'nonce-123', [])
    expect(begins).toBeGreaterThan(1)
    expect(await failure(pull(host.url, small.store))).toMatchObject({values: {why: 'pull-gap'}})
    expect(await pull(host.url, small.store, {}, true)).toMatchObject({entries: 7 - begins, last: 6})
    expect(await pull(host.url, small.store)).toMatchObject({entries: 0})
    await oneClick(linkOf(7))
    expect(await pull(host.url, small.store)).toMatchObject({entries: 1, added: 1})
  })

  it('a journal that was put back from a copy is refused, and its new records are not lost', async () => {
    const file = join(host.folder, '000000000000001.journal')
    const copy = readFileSync(file)
    await oneClick(linkOf(4))
    await pull(host.url, small.store)
    await host.stop()
    const {writeFileSync} = await import('node:fs')
    writeFileSync(file, copy)
    await begin({folder: host.folder})
    expect(await failure(pull(host.url, small.store))).toMatchObject({values: {why: 'pull-rewound'}})
    await oneClick(linkOf(6))
    expect(await failure(pull(host.url, small.store))).toMatchObject({values: {why: 'pull-record'}})
    expect(await pull(host.url, small.store, {}, true)).toMatchObject({entries: 4, added: 1})
    expect(events().at(-1)).toMatchObject({subject: 'p6@example.com'})
  })
})

describe('before a plan or run', () => {
  it('a young pull is enough while the server is away, an old one refuses', async () => {
    let now = Date.parse('2026-04-01T12:00Z')
    await begin({now: () => now})
    const clock = {now: () => now, monotonic: () => process.hrtime.bigint()}
    const told: unknown[] = []
    const needs = (url: string) => ({
      ...pullerOf(url, small.store, {clock}),
      ...{maxAgeMinutes: 60, againMs: 1000, onPull: (each: unknown) => void told.push(each)},
    })
    const away = 'http://127.0.0.1:9'
    const fresh = (url: string, tokenKey: string | null = null) => freshOptOuts({tokenKey}, needs(url))
    expect(await failure(fresh(away))).toMatchObject({code: 'PULL_STALE', exitCode: 3})
    await fresh(host.url, KEY.id)
    now += 60 * 60_000
    await fresh(away)
    expect(told.at(-1)).toEqual({result: null, why: 'ECONNREFUSED', agoMinutes: 60})
    now += 60_000
    expect(await failure(fresh(away))).toMatchObject({code: 'PULL_STALE', values: {minutes: 60}})
    // A clock that was set back by a day.
    now -= 26 * 60 * 60_000
    expect(await failure(fresh(away))).toMatchObject({code: 'PULL_STALE'})
  })

  it('a key that the server does not know refuses', async () => {
    await begin()
    const needs = {...pullerOf(host.url, small.store), maxAgeMinutes: 60, againMs: 1000, onPull() {}}
    const refused = await failure(freshOptOuts({tokenKey: 'ffffffff'}, needs))
    expect(refused).toMatchObject({code: 'DETACHED_KEY_UNKNOWN', exitCode: 3})
  })
})
