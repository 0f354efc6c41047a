/** Whoever means harm, or just sends too much: the server stays up, changes nothing it should not, and loses no opt-out. */

import {readFileSync, statSync} from 'node:fs'
import {connect as dial} from 'node:net'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {openAccessLog} from '../../src/adapters/http/access-log.ts'
import {openBare} from '../../src/adapters/store/driver.ts'
import {letOthersWrite} from '../../src/adapters/store/turns.ts'
import {tempFolder} from '../support/files.ts'
import type {Site} from '../support/site.ts'
import {ask, choose, ONE_CLICK, oneClick, startSite, URLENCODED} from '../support/site.ts'

/** What comes back for raw bytes, until the server closes; `after` is sent when something came or the line was quiet. */
function raw(url: string, bytes: string | Buffer): Promise<string> {
  const {hostname, port} = new URL(url)
  return new Promise((resolve) => {
    const socket = dial(Number(port), hostname)
    let told = ''
    socket.on('data', (chunk) => (told += chunk.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () => resolve(told))
    socket.write(bytes)
  })
}

const statusOf = (told: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(told)?.[1])

describe('what is too big', () => {
  let site: Site

  beforeEach(async () => {
    site = await startSite()
  })

  afterEach(async () => {
    expect(site.events()).toEqual([])
    expect((await ask(`${site.url}/healthz`)).status).toBe(200)
    await site.stop()
  })

  it('a body of 10 MB is refused after its first kilobyte, said or not', async () => {
    const {pathname} = new URL(site.linkOf(1))
    const big = Buffer.alloc(10 * 1024 * 1024, 'a')
    const head = `POST ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n`
    const said = await raw(site.url, Buffer.concat([Buffer.from(`${head}Content-Length: ${big.length}\r\n\r\n`), big]))
    expect(statusOf(said)).toBe(413)
    const chunk = `${big.length.toString(16)}\r\n`
    const unsaid = Buffer.concat([Buffer.from(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk}`), big])
    expect(statusOf(await raw(site.url, unsaid))).toBe(413)
    const padded = `${ONE_CLICK}&x=${'a'.repeat(1024)}`
    expect((await ask(site.linkOf(1), {method: 'POST', headers: URLENCODED, body: padded})).status).toBe(413)
  })

  it('an address, a header or a number of headers over the limit is refused', async () => {
    expect((await ask(`${site.linkOf(1)}?${'a'.repeat(500)}`)).status).toBe(414)
    expect((await ask(`${site.url}/u/${'a'.repeat(520)}`)).status).toBe(414)
    expect((await ask(site.linkOf(1), {headers: {'X-Long': 'a'.repeat(9000)}})).status).toBe(431)
    const many = Object.fromEntries(Array.from({length: 45}, (_, i) => [`X-${i}`, 'a']))
    expect((await oneClick(site.linkOf(1), many)).status).toBe(431)
    const hundreds = Array.from({length: 300}, (_, i) => `X-${i}: a\r\n`).join('')
    expect(statusOf(await raw(site.url, `GET /u/x HTTP/1.1\r\nHost: x\r\n${hundreds}\r\n`))).toBe(431)
  })

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a line break in a header', 'GET /u/x HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n', 400],
    ['two lengths', 'POST /u/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na', 400],
    [
      'a length and chunks',
      'POST /u/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a broken escape', 'GET /u/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['a way out of the path', 'GET /u/../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 404],
    ['another method', 'DELETE /u/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 404],
  ])('%s is answered and forgotten', async (_, bytes, status) => {
    expect(statusOf(await raw(site.url, bytes))).toBe(status)
  })

  it('puts nothing of a request into a page', async () => {
    const {body} = await ask(`${site.url}/u/%3Cscript%3Ealert(1)%3C%2Fscript%3E?q=%3Cb%3E`, {
      headers: {'Accept-Language': '"><script>', 'User-Agent': '<script>', Referer: '<script>'},
    })
    expect(body).not.toMatch(/script|%3C|alert/i)
  })
})

describe('too many at once', () => {
  it('answers 300 requests for one token, each with a yes, and records one opt-out', async () => {
    const site = await startSite({setup: {limits: {connections: 4096, perClient: 20, overall: 100}}})
    const answers = await Promise.all(Array.from({length: 300}, () => oneClick(site.linkOf(1))))
    expect(answers.map(({status}) => status)).toEqual(Array(300).fill(200))
    expect(site.events()).toHaveLength(1)
    await site.stop()
  })

  it('slows who looks too often, then asks to come again, and takes the opt-outs of the same client all the while', async () => {
    const site = await startSite({people: 40, setup: {limits: {connections: 4096, perClient: 2, overall: 1000}}})
    const looks = await Promise.all(Array.from({length: 40}, () => ask(site.linkOf(1))))
    const refused = looks.filter(({status}) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(
      refused.every(({headers, body}) => headers['retry-after'] === '30' && body.includes('Too many requests')),
    ).toBe(true)
    const ids = Array.from({length: 40}, (_, i) => i + 1)
    const said = await Promise.all(ids.map((id) => oneClick(site.linkOf(id))))
    expect(said.map(({status}) => status)).toEqual(ids.map(() => 200))
    expect(site.events()).toHaveLength(40)
    await site.stop()
  })

  it('counts clients behind a proxy of ours each for itself, and believes nobody else about them', async () => {
    const limits = {connections: 4096, perClient: 1, overall: 1000}
    const spread = async (trustedProxies: readonly string[]) => {
      const site = await startSite({setup: {limits, trustedProxies}})
      const answers = await Promise.all(
        Array.from({length: 30}, (_, i) => ask(site.linkOf(1), {headers: {'X-Forwarded-For': `203.0.113.${i}`}})),
      )
      await site.stop()
      return answers.filter(({status}) => status === 429).length
    }
    expect(await spread(['127.0.0.0/8'])).toBe(0)
    expect(await spread([])).toBeGreaterThan(0)
    expect(await spread(['192.0.2.1'])).toBeGreaterThan(0)
  })

  it.each([
    ['headers', 'X-Slow: a'],
    ['bodies', 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 26\r\n\r\nList'],
  ])('lets connections with slow %s make place when there are too many', async (_, begun) => {
    const site = await startSite({setup: {limits: {connections: 100, perClient: 1000, overall: 10_000}}})
    const {hostname, port} = new URL(site.url)
    let closed = 0
    const slow = Array.from({length: 150}, () => {
      const socket = dial(Number(port), hostname)
      socket.on('error', () => {})
      socket.on('close', () => {
        closed += 1
      })
      socket.write(`POST /u/x HTTP/1.1\r\nHost: x\r\n${begun}`)
      return socket
    })
    await expect.poll(() => closed, {timeout: 10_000}).toBeGreaterThanOrEqual(50)
    expect((await oneClick(site.linkOf(1))).status).toBe(200)
    for (const socket of slow) socket.destroy()
    await site.stop()
  })

  it('closes a connection whose headers do not end', async () => {
    const site = await startSite()
    expect(statusOf(await raw(site.url, 'POST /u/x HTTP/1.1\r\nHost: x\r\nX-Slow: a'))).toBe(408)
    await site.stop()
  })
})

describe('a store that cannot be written', () => {
  it('locked for long: a 503 that asks to come again, pages all the while, and the opt-out goes through later', async () => {
    const site = await startSite()
    const other = await openBare(site.connection.file)
    other.exec('begin immediate')
    const waiting = oneClick(site.linkOf(1))
    expect((await ask(site.linkOf(2))).status).toBe(200)
    const {status, headers, body} = await waiting
    expect([status, headers['retry-after']]).toEqual([503, '30'])
    expect(body).toContain('Please try again in a minute')
    expect(site.troubles).toMatchObject([{code: 'STORE_BUSY'}])
    expect(site.events()).toEqual([])
    other.exec('rollback')
    expect((await oneClick(site.linkOf(1))).status).toBe(200)
    other.close()
    expect(await site.stop()).toMatchObject({oneClick: 1, failed: 1})
  })

  it('locked for a moment: those that came meanwhile are written together', async () => {
    const site = await startSite({people: 2000})
    const other = await openBare(site.connection.file)
    other.exec('begin immediate')
    const waiting = Array.from({length: 20}, (_, i) => oneClick(site.linkOf(i + 1)))
    await expect.poll(async () => (await ask(`${site.url}/healthz`)).status).toBe(200)
    other.exec('rollback')
    expect((await Promise.all(waiting)).map(({status}) => status)).toEqual(Array(20).fill(200))
    expect(site.events()).toHaveLength(20)
    other.close()
    await site.stop()
  })

  it('written by a long import all the while: each click comes in between', async () => {
    const site = await startSite({people: 500})
    const other = await openBare(site.connection.file)
    let isOver = false
    let rounds = 0
    const importing = (async () => {
      for (; !isOver; rounds += 1) {
        other.exec('begin immediate')
        await setTimeout(100)
        other.exec('commit')
        await letOthersWrite(site.connection.file)
      }
    })()
    let clicks = 0
    // As many as it takes to meet the import several times.
    for (; (clicks < 20 || rounds <= 5) && clicks < 500; clicks += 1)
      expect((await oneClick(site.linkOf(clicks + 1))).status).toBe(200)
    isOver = true
    await importing
    other.close()
    expect(rounds).toBeGreaterThan(5)
    expect(site.events()).toHaveLength(clicks)
    await site.stop()
  })

  it('on a full disk: nothing half, a 503 for each, and all of them when there is room again', async () => {
    const site = await startSite({people: 200})
    const {page_count: pages} = site.ofDesk.db.prepare('pragma page_count').get() as {page_count: number}
    site.ofDesk.db.exec(`pragma max_page_count = ${pages}`)
    const ids = Array.from({length: 200}, (_, i) => i + 1)
    const first = await Promise.all(ids.map((id) => choose(site.linkOf(id), 'all')))
    const done = first.filter(({status}) => status === 200).length
    expect(first.every(({status}) => status === 200 || status === 503)).toBe(true)
    expect(done).toBeLessThan(200)
    expect(site.events()).toHaveLength(done)
    expect(site.troubles).toContainEqual(expect.objectContaining({code: 'STORE_FULL'}))
    site.ofDesk.db.exec('pragma max_page_count = 1000000')
    const second = await Promise.all(ids.map((id) => choose(site.linkOf(id), 'all')))
    expect(second.map(({status}) => status)).toEqual(Array(200).fill(200))
    expect(site.events()).toHaveLength(200)
    await site.stop()
  })
})

it('logs each answer in a private file, without token, address and full client', async () => {
  const file = join(tempFolder('serve-log'), 'access.log')
  const log = openAccessLog(file, () => {})
  const site = await startSite({log, setup: {trustedProxies: ['127.0.0.1']}})
  const headers = {'X-Forwarded-For': '198.51.100.77', 'User-Agent': 'canary', 'Accept-Language': 'ja'}
  await oneClick(site.linkOf(1), headers)
  await ask(site.linkOf(2), {headers: {...headers, 'X-Forwarded-For': '2001:db8:1:2::3'}})
  await ask(`${site.url}/u/${site.tokenOf(3).slice(0, 20)}`, {headers})
  const tokens = [1, 2, 3].map((id) => site.tokenOf(id).slice(10, 20))
  await site.stop()
  await log.close()
  const written = readFileSync(file, 'utf8')
  const lines = written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(lines).toMatchObject([
    {client: '198.51.100.0', method: 'POST', route: 'opt-out', status: 200, outcome: 'one-click'},
    {client: '2001:db8:1::', method: 'GET', route: 'opt-out', status: 200, outcome: 'shown'},
    {client: '198.51.100.0', method: 'GET', route: 'opt-out', status: 200, outcome: 'broken'},
  ])
  for (const secret of [...tokens, 'example.com', '198.51.100.77', '::3', 'canary'])
    expect(written).not.toContain(secret)
})
