import {readFileSync} from 'node:fs'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {readTokenKeys} from '../../src/adapters/keys/keyring.ts'
import {tokenMaker} from '../../src/core/suppression/token.ts'
import {put, tempFolder} from '../support/files.ts'
import type {Site} from '../support/site.ts'
import {ask, choose, KEY, ONE_CLICK, oneClick, startSite, URLENCODED} from '../support/site.ts'
import {NOW} from '../support/workspace-store.ts'

let site: Site

beforeEach(async () => {
  site = await startSite({send: {topic: 'news'}})
})

afterEach(async () => {
  await site.stop()
})

const multipart = (value: string) =>
  [
    ...['--b0undary', 'Content-Disposition: form-data; name="List-Unsubscribe"', '', value],
    ...['--b0undary--', ''],
  ].join('\r\n')

describe('one click (RFC 8058)', () => {
  it('records the opt-out of the topic of the mail, and answers without a redirect', async () => {
    const {status, headers} = await oneClick(site.linkOf(1))
    expect([status, headers.location, headers['set-cookie']]).toEqual([200, undefined, undefined])
    expect(site.events()).toMatchObject([
      {
        ...{subject: 'p1@example.com', reason: 'optout', scope: 'topic:news', from_at: NOW, until_at: null},
        source: 'one-click:nov',
      },
    ])
  })

  it('takes the body as multipart too, quoted or not, and passes over other fields', async () => {
    const types = ['multipart/form-data; boundary=b0undary', 'Multipart/Form-Data; charset=utf-8; boundary="b0undary"']
    for (const [i, type] of types.entries()) {
      const body = multipart('One-Click')
      expect((await ask(site.linkOf(i + 1), {method: 'POST', headers: {'Content-Type': type}, body})).status).toBe(200)
    }
    const more = await ask(site.linkOf(3), {method: 'POST', headers: URLENCODED, body: `a=b&${ONE_CLICK}&c=%20`})
    expect(more.status).toBe(200)
    expect(site.events()).toHaveLength(3)
  })

  it('is the same said once or ten times, at once or later', async () => {
    for (const _ of [1, 2]) {
      const answers = await Promise.all(Array.from({length: 10}, () => oneClick(site.linkOf(1))))
      expect(answers.map(({status}) => status)).toEqual(Array(10).fill(200))
    }
    expect(site.events()).toHaveLength(1)
  })

  it('stops all mail where the send has no topic', async () => {
    const plain = await startSite()
    expect((await oneClick(plain.linkOf(2))).status).toBe(200)
    expect(plain.events()).toMatchObject([{subject: 'p2@example.com', scope: 'all'}])
    expect(await plain.stop()).toEqual({
      oneClick: 1,
      page: 0,
      known: 0,
      shown: 0,
      broken: 0,
      failed: 0,
      signUps: 0,
      confirmed: 0,
    })
  })

  it('wants that very pair: any other body changes nothing', async () => {
    const bodies = [
      '',
      'List-Unsubscribe=Yes',
      'list-unsubscribe',
      'choice=everything',
      '{"List-Unsubscribe":"One-Click"}',
    ]
    for (const body of bodies)
      expect((await ask(site.linkOf(1), {method: 'POST', headers: URLENCODED, body})).status).toBe(400)
    const json = {'Content-Type': 'application/json'}
    expect((await ask(site.linkOf(1), {method: 'POST', headers: json, body: ONE_CLICK})).status).toBe(400)
    expect((await ask(site.linkOf(1), {method: 'POST'})).status).toBe(400)
    expect(site.events()).toEqual([])
  })
})

describe('the network a click came from', () => {
  const noted = ({connection}: Site) =>
    connection.db.prepare('select event_id, network from suppression_networks order by event_id').all()

  it('is kept where it is that of a scanner, once for a person, and holds nobody up', async () => {
    const asked: string[] = []
    const scannerAt = async (client: string) => {
      asked.push(client)
      return 'pphosted.com'
    }
    const watched = await startSite({send: {topic: 'news'}, needs: {scannerAt}})
    for (const id of [1, 1, 2]) expect((await oneClick(watched.linkOf(id))).status).toBe(200)
    await expect
      .poll(() => noted(watched))
      .toEqual([
        {event_id: 1, network: 'pphosted.com'},
        {event_id: 2, network: 'pphosted.com'},
      ])
    expect(asked).toEqual(['127.0.0.1', '127.0.0.1'])
    await watched.stop()
  })

  it.each([
    ['nobody asks', null],
    ['it is no scanner', async () => null],
    ['nobody could say', () => Promise.reject(new Error('no DNS'))],
  ])('is not kept where %s, and the opt-out stands', async (_, scannerAt) => {
    const watched = await startSite({send: {topic: 'news'}, needs: scannerAt === null ? {} : {scannerAt}})
    expect((await oneClick(watched.linkOf(1))).status).toBe(200)
    expect(watched.events()).toHaveLength(1)
    expect(noted(watched)).toEqual([])
    await watched.stop()
  })
})

describe('looking', () => {
  const looks = (url: string): Promise<readonly [number, string]>[] =>
    (
      [
        ['GET', {}],
        ['HEAD', {}],
        ['OPTIONS', {}],
        ['GET', {'Sec-Purpose': 'prefetch', Purpose: 'prefetch'}],
        ['GET', {'User-Agent': 'Mozilla/5.0 (compatible; link scanner)'}],
      ] as const
    ).map(async ([method, headers]) => {
      const {status} = await ask(url, {method, headers})
      return [status, method] as const
    })

  it('changes nothing, whoever looks and however often', async () => {
    for (let i = 0; i < 5; i += 1) await Promise.all(looks(site.linkOf(1)))
    expect(site.events()).toEqual([])
  })

  it('is answered alike for links of ours and for others', async () => {
    const token = site.tokenOf(1)
    const forged = [
      token.slice(0, 31),
      `${token.slice(0, -4)}AAAA`,
      site.tokenOf(1, {id: 'ffffffff', secret: Buffer.alloc(32)}),
      site.tokenOf(1, {...KEY, secret: Buffer.alloc(32)}),
      tokenMaker(KEY, 'confirm', site.send.publicId)(site.connection.publicIds(1)),
      'x',
    ]
    const ours = await Promise.all(looks(site.linkOf(1)))
    const page = await ask(site.linkOf(1))
    for (const each of forged) {
      expect(await Promise.all(looks(`${site.url}/u/${each}`))).toEqual(ours)
      const other = await ask(`${site.url}/u/${each}`)
      const names = ({headers}: typeof page) => Object.keys(headers).sort()
      expect([other.status, names(other)]).toEqual([page.status, names(page)])
      expect(other.body).toContain('<button type="submit">')
    }
  })

  it('shows the masked address and the choices, never the address or the token', async () => {
    const {body, headers} = await ask(site.linkOf(1))
    expect(body).toContain('p***@example.com')
    expect(body).not.toContain('p1@example.com')
    expect(body).not.toContain(site.tokenOf(1))
    expect(body).toContain('Sample &lt;Ltd&gt;')
    expect([...body.matchAll(/name="choice" value="(\w+)"/g)].map(([, value]) => value)).toEqual([
      'topic',
      'all',
      'pause',
    ])
    expect(body).not.toMatch(/<script|onclick|javascript:|https?:/i)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
  })

  it('answers under the path of the settings too, with its style beside it', async () => {
    expect((await ask(`${site.url}/o/${site.tokenOf(1)}`)).status).toBe(200)
    for (const base of ['/o', '/u']) {
      const style = await ask(`${site.url}${base}/style.css`)
      expect([style.status, style.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8'])
    }
    expect((await ask(`${site.url}/`)).status).toBe(404)
  })
})

describe('a choice on the page', () => {
  it('stops the topic, everything, or all for three months, and tells what holds', async () => {
    const topic = await choose(site.linkOf(1), 'topic')
    expect(topic.body).toContain('gets no more mail about “news”')
    const all = await choose(site.linkOf(2), 'all')
    expect(all.body).toContain('gets no more mail from us')
    const pause = await choose(site.linkOf(3), 'pause')
    expect(pause.body).toContain('gets no mail from us until 1\u00a0July\u00a02026')
    expect(site.events()).toMatchObject([
      {subject: 'p1@example.com', scope: 'topic:news', until_at: null, source: 'page:nov'},
      {subject: 'p2@example.com', scope: 'all', until_at: null},
      {subject: 'p3@example.com', scope: 'all', until_at: Date.parse('2026-07-01T12:00+09:00')},
    ])
    expect(topic.status + all.status + pause.status).toBe(600)
  })

  it('never weakens what holds: a pause after a stop stays a stop', async () => {
    await choose(site.linkOf(1), 'all')
    const {body} = await choose(site.linkOf(1), 'pause')
    expect(body).toContain('gets no more mail from us')
    expect(site.events()).toHaveLength(1)
  })

  it('offers a new sign-up where there is one, and no undo', async () => {
    const other = await startSite({site: {signUpUrl: 'https://www.example.com/signup?a=1&b=2'}})
    const {body} = await choose(other.linkOf(1), 'all')
    await other.stop()
    expect(body).toContain('href="https://www.example.com/signup?a=1&amp;b=2"')
    expect(body).not.toContain('<form')
  })
})

describe('who a link is for', () => {
  it('is told by the token alone: cut, forged, of a revoked or foreign key it stops nobody', async () => {
    const token = site.tokenOf(1)
    const foreign = await startSite({keys: () => [{...KEY, secret: Buffer.alloc(32, 9)}]})
    for (const each of [
      token.slice(0, 31),
      `${token}A`,
      `B${token.slice(1)}`,
      foreign.tokenOf(1, {...KEY, secret: Buffer.alloc(32, 9)}),
    ]) {
      const {status, body} = await oneClick(`${site.url}/u/${each}`)
      expect(status).toBe(404)
      expect(body).toContain('mailto:stop@example.jp')
    }
    expect(site.events()).toEqual([])
    await foreign.stop()
    const revoked = await startSite({keys: () => []})
    expect((await oneClick(revoked.linkOf(1))).status).toBe(404)
    expect(revoked.events()).toEqual([])
    await revoked.stop()
  })

  it('is told to come again while the keys cannot be read, and never that the link is broken', async () => {
    const inTheWay = put(tempFolder('no-keys'), 'keys', '')
    const blind = await startSite({needs: {tokenKeys: () => readTokenKeys(inTheWay, [])}})
    for (const answer of [await oneClick(blind.linkOf(1)), await choose(blind.linkOf(1), 'everything')])
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30'])
    expect(blind.troubles).toHaveLength(2)
    await blind.stop()
  })

  it('is one person of one send: the topic of another send stays as it is', async () => {
    await oneClick(site.linkOf(1))
    const subjects = site.events().map(({subject, scope}) => [subject, scope])
    expect(subjects).toEqual([['p1@example.com', 'topic:news']])
  })

  it('may be signed with any key that is kept, also one that came while the server runs', async () => {
    const keys = [KEY]
    const other = await startSite({keys: () => keys})
    const NEXT = {id: '11111111', secret: Buffer.alloc(32, 3)}
    expect((await oneClick(other.linkOf(1))).status).toBe(200)
    keys.push(NEXT)
    // Keys are read again at most once a second.
    await expect
      .poll(async () => (await oneClick(`${other.url}/u/${other.tokenOf(2, NEXT)}`)).status, {
        timeout: 5000,
        interval: 200,
      })
      .toBe(200)
    expect((await oneClick(other.linkOf(3))).status).toBe(200)
    await other.stop()
  })

  it('is a person also where the send is not in the store: all mail stops', async () => {
    const token = tokenMaker(KEY, 'optout', 'BBBBBBBBBBB')(site.connection.publicIds(2))
    expect((await ask(`${site.url}/u/${token}`)).body).toContain('p***@example.com')
    expect((await oneClick(`${site.url}/u/${token}`)).status).toBe(200)
    const paused = tokenMaker(KEY, 'optout', 'BBBBBBBBBBB')(site.connection.publicIds(3))
    expect((await choose(`${site.url}/u/${paused}`, 'pause')).status).toBe(200)
    expect(site.events()).toMatchObject([
      {subject: 'p2@example.com', scope: 'all', source: 'one-click', until_at: null},
      {subject: 'p3@example.com', scope: 'all', source: 'page'},
    ])
    const nobody = tokenMaker(KEY, 'optout', 'BBBBBBBBBBB')(site.connection.publicIds(99))
    expect((await oneClick(`${site.url}/u/${nobody}`)).status).toBe(404)
  })

  it('is somebody who was erased meanwhile: no mail goes there, and that is told', async () => {
    site.connection.db.exec('delete from contacts where id = 1')
    const {status, body} = await oneClick(site.linkOf(1))
    expect([status, body.includes('We hold no data about you any more')]).toEqual([200, true])
    expect(site.events()).toEqual([])
  })
})

describe('the language of the page', () => {
  it.each([
    ['ja', 'ja,en;q=0.5', '確定する'],
    ['de', 'de-AT, en;q=0.8', 'Bestätigen'],
    ['fr', 'fr-CA;q=0.9, en;q=0.1', 'Confirmer'],
    ['es', 'xx, es-MX', 'Confirmar'],
    ['ko', 'en;q=0.2, ko', '확인'],
    ['zh', 'zh-Hant-TW', '确认'],
    ['en', '*', 'Confirm'],
  ])('%s, for %s', async (language, accepted, button) => {
    const {body, headers} = await ask(site.linkOf(1), {headers: {'Accept-Language': accepted}})
    expect([
      headers['content-language'],
      body.includes(`<html lang="${language}">`),
      body.includes(`>${button}<`),
    ]).toEqual([...[language, true, true]])
  })

  it('writes days as the language does', async () => {
    const days = {
      ja: '2026年7月1日',
      en: '1 July 2026',
      de: '1. Juli 2026',
      fr: '1er juillet 2026',
      es: '1 de julio de 2026',
    }
    for (const [language, day] of Object.entries({...days, ko: '2026년 7월 1일', zh: '2026年7月1日'})) {
      const {body} = await choose(site.linkOf(1), 'pause', {'Accept-Language': language})
      expect(body).toContain(day.replaceAll(' ', '\u00a0'))
    }
  })

  it('is the contact’s own first', async () => {
    site.connection.db.exec(`update contacts set locale = 'ko-KR' where id = 1`)
    const {headers} = await ask(site.linkOf(1), {headers: {'Accept-Language': 'de'}})
    expect(headers['content-language']).toBe('ko')
  })
})

it('says how it is, in figures too, and to itself alone', async () => {
  await oneClick(site.linkOf(1))
  await ask(site.linkOf(2))
  const health = await ask(`${site.url}/healthz`)
  expect([health.status, health.body]).toEqual([200, 'ok\n'])
  const {body, headers} = await ask(`${site.url}/metrics`)
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(body).toContain('todoke_requests_total{route="opt-out",method="POST",status="200"} 1')
  expect(body).toContain('todoke_optout_requests_total{outcome="one-click"} 1')
  expect(body).toMatch(/^todoke_request_seconds_bucket\{route="opt-out",le="\+Inf"\} 2$/m)
  for (const line of body.trimEnd().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) .+|\w+(\{[^}]*\})? [\d.]+)$/)
  // Behind a proxy that nobody named, everyone would seem to come from this machine.
  expect((await ask(`${site.url}/metrics`, {headers: {'X-Forwarded-For': '192.0.2.1'}})).status).toBe(404)
  expect(readFileSync(site.connection.file).length).toBeGreaterThan(0)
})
