/** The JSON API over real HTTP and a real store: keys, checks, answers, limits; and the document that describes it. */
import {readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {openAccessLog} from '../../../src/adapters/http/access-log.ts'
import {apiKeyring} from '../../../src/adapters/keys/api-keys.ts'
import {openBare} from '../../../src/adapters/store/driver.ts'
import {openStore} from '../../../src/adapters/store/open-store.ts'
import {createApiKey, revokeApiKey} from '../../../src/flows/api-keys.ts'
import {failure, tempFolder} from '../../support/files.ts'
import {openApiShape} from '../../support/openapi-shape.ts'
import type {Site, SiteAsk} from '../../support/site.ts'
import {ask, startSite} from '../../support/site.ts'
import {clock} from '../../support/workspace-store.ts'

let site: Site
let keys: string
let writer: string
let reader: string

beforeEach(async () => {
  keys = join(tempFolder('api-keys'), 'keys')
  const needs = {keys: apiKeyring(keys), clock}
  writer = (await createApiKey({name: 'shop', isReadOnly: false}, needs)).key
  reader = (await createApiKey({name: 'board', isReadOnly: true}, needs)).key
})

async function begin(more: SiteAsk = {}): Promise<void> {
  let store: ReturnType<typeof openStore> | null = null
  let file = ''
  site = await startSite({
    people: 7,
    send: {topic: 'news'},
    ...more,
    needs: {
      api: {
        clock,
        purposes: ['news'],
        apiKeys: () => apiKeyring(keys).readable(),
        store: () => {
          store ??= openStore(file, undefined, [], 0)
          return store
        },
      },
    },
  })
  file = site.connection.file
}

afterEach(async () => {
  await site.stop()
})

interface How {
  readonly key?: string | null
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

async function api(path: string, {key = writer, method, body, headers = {}}: How = {}) {
  const answer = await ask(`${site.url}/api/v1${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(key !== null && {authorization: `Bearer ${key}`}),
      ...(body !== undefined && {'content-type': 'application/json'}),
      ...headers,
    },
    ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
  })
  return {...answer, json: answer.body === '' ? null : JSON.parse(answer.body)}
}

describe('looking', () => {
  beforeEach(() => begin())

  it('finds one person by address, in any spelling the same opt-outs bind', async () => {
    const {status, json, headers} = await api('/contact?address=p1@example.com')
    expect([status, json]).toEqual([
      200,
      {
        ...{id: site.connection.publicIds(1), address: 'p1@example.com', country: 'JP', locale: null, timeZone: null},
        ...{attributes: {name: 'Person 1'}, lists: ['news']},
      },
    ])
    expect(headers).toMatchObject({'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8'})
    expect((await api('/contact?address=P1%40EXAMPLE.com')).json.id).toBe(json.id)
    expect(await api('/contact?address=nobody@example.com')).toMatchObject({
      status: 404,
      json: {code: 'PERSON_UNKNOWN'},
    })
    expect(await api('/contact?address=nonsense')).toMatchObject({status: 400, json: {code: 'ADDRESS_INVALID'}})
  })

  it('walks a list page by page, each person once', async () => {
    const seen: string[] = []
    let after: string | null = null
    for (let pages = 0; ; pages += 1) {
      const {json}: {json: {contacts: {address: string}[]; next: string | null}} = await api(
        `/contacts?list=news&limit=3${after === null ? '' : `&after=${after}`}`,
      )
      seen.push(...json.contacts.map(({address}) => address))
      after = json.next
      if (after === null) {
        expect(pages).toBe(2)
        break
      }
    }
    expect(seen).toEqual(Array.from({length: 7}, (_, i) => `p${i + 1}@example.com`))
    expect(await api('/contacts?list=other')).toMatchObject({status: 404, json: {code: 'LIST_UNKNOWN'}})
    expect(await api('/contacts?list=news&after=abc')).toMatchObject({status: 400, json: {code: 'CURSOR_INVALID'}})
  })

  it('tells where a send stands', async () => {
    expect((await api('/sends')).json).toEqual({sends: ['nov']})
    expect((await api('/sends/nov')).json).toMatchObject({
      ...{name: 'nov', list: 'news', topic: 'news', state: 'planned', audience: 7, startedAt: null},
      totals: {planned: 7, accepted: 0},
    })
    expect(await api('/sends/dec')).toMatchObject({status: 404, json: {code: 'SEND_UNKNOWN'}})
  })
})

describe('adding', () => {
  beforeEach(() => begin())

  it('records an opt-out that binds at once, with the key as its source', async () => {
    const body = {subject: 'p2@example.com', scope: 'topic:News', until: '2027-01-01T00:00:00+09:00'}
    expect(await api('/suppressions', {body})).toMatchObject({status: 200, json: {isNew: true}})
    expect(await api('/suppressions', {body})).toMatchObject({status: 200, json: {isNew: false}})
    const {json} = await api('/suppressions?address=p2@example.com')
    expect(json).toMatchObject({
      isSuppressed: true,
      suppressions: [{reason: 'optout', scope: 'topic:news', source: 'api:shop', until: '2027-01-01T00:00:00+09:00'}],
    })
    expect((await api('/suppressions?address=p3@example.com')).json).toEqual({isSuppressed: false, suppressions: []})
    expect((await api('/suppressions', {body: {subject: '@example.com'}})).status).toBe(200)
    expect((await api('/suppressions?address=p3@example.com')).json.isSuppressed).toBe(true)
  })

  it('holds an opt-out to the end of the day that is said, here, and refuses one that is over', async () => {
    const until = async (given: string) => {
      const answer = await api('/suppressions', {
        body: {subject: `${given.replace(/\W/g, '')}@example.net`, until: given},
      })
      return answer.status === 200 ? site.events().at(-1)!.until_at : answer.json.code
    }
    expect(await until('2027-01-01')).toBe(Date.parse('2027-01-02T00:00:00+09:00'))
    expect(await until('2027-01-01T09:00')).toBe(Date.parse('2027-01-01T00:00:00Z'))
    expect(await until('2027-01-01T09:00:00Z')).toBe(Date.parse('2027-01-01T09:00:00Z'))
    const before = site.events().length
    const refused = ['2001-01-01', '2026-03-31T00:00:00Z', '1', '12', '2027', '2027-02-30', '2027/01/02', '01/02/2027']
    for (const given of [...refused, '2027-01-01T09:00+9', ' 2027-01-01', 'Jan 1, 2027', '2027-01-01T25:00Z', ''])
      expect([given, await until(given)]).toEqual([given, 'REQUEST_INVALID'])
    expect(site.events()).toHaveLength(before)
  })

  it('takes nothing back: there is no DELETE', async () => {
    for (const method of ['DELETE', 'PUT', 'PATCH']) {
      const answer = await api('/suppressions?address=p1@example.com', {method})
      expect([answer.status, answer.json.code]).toEqual([405, 'method'])
    }
  })

  it('records a consent event as a file of them would, once', async () => {
    const body = {
      address: 'p1@example.com',
      event: 'given',
      at: '2026-03-01T10:00:00+09:00',
      method: 'web_form',
      topic: 'sale',
    }
    expect((await api('/consents', {body})).json).toEqual({isNew: true})
    expect((await api('/consents', {body})).json).toEqual({isNew: false})
    const {json} = await api('/consents?address=p1@example.com')
    expect(json.consents).toContainEqual({
      ...{kind: 'given', basis: 'consent', at: '2026-03-01T10:00:00+09:00', method: 'web_form', source: null},
      ...{wording: null, purpose: null, topic: 'sale'},
    })
    expect((await api('/consents', {body: {...body, event: 'withdrawn', at: '2026-03-02'}})).json).toEqual({
      isNew: true,
    })
    // A no of somebody who is no contact is an opt-out; a yes is a yes to nothing.
    const stranger = {address: 'x@example.net', event: 'unsubscribed'}
    expect((await api('/consents', {body: stranger})).status).toBe(200)
    expect((await api('/suppressions?address=x@example.net')).json.isSuppressed).toBe(true)
    const yes = {...stranger, event: 'given'}
    expect(await api('/consents', {body: yes})).toMatchObject({status: 404, json: {code: 'PERSON_UNKNOWN'}})
  })

  it.each([
    [{event: 'perhaps'}, 'EVENT_INVALID'],
    [{event: 'given', at: 'soon'}, 'EVENT_INVALID'],
    [{event: 'given', at: '2099-01-01'}, 'EVENT_INVALID'],
    [{event: 'given', purpose: 'selling'}, 'EVENT_INVALID'],
    [{event: 'given', basis: 'because'}, 'EVENT_INVALID'],
    [{event: 'given', color: 'red'}, 'schema'],
    [{}, 'schema'],
  ])('refuses %j', async (more, code) => {
    const before = (await api('/consents?address=p1@example.com')).json.consents.length
    const answer = await api('/consents', {body: {address: 'p1@example.com', ...more}})
    expect([answer.status, answer.json.code]).toEqual([400, code])
    expect((await api('/consents?address=p1@example.com')).json.consents).toHaveLength(before)
  })

  it('waits for another process that writes, without holding up the pages, and then says to come again', async () => {
    const other = await openBare(site.connection.file)
    other.exec('begin immediate')
    const adding = api('/suppressions', {body: {subject: 'p2@example.com'}})
    for (let i = 0; i < 5; i += 1) expect((await ask(site.linkOf(1))).status).toBe(200)
    other.exec('rollback')
    other.close()
    expect((await adding).json).toEqual({isNew: true})
  })
})

describe('who may', () => {
  beforeEach(() => begin())

  it('is whoever has a key that holds, and no one else', async () => {
    const wrong = [null, '', 'x', writer.slice(0, -1), `${writer.slice(0, -1)}_`, `tdk_00000000_${'a'.repeat(43)}`]
    for (const key of wrong) {
      const answer = await api('/sends', {key})
      expect([answer.status, answer.json.code, answer.headers['www-authenticate']]).toEqual([
        401,
        'unauthorized',
        'Bearer',
      ])
    }
    expect((await api('/sends', {key: reader})).status).toBe(200)
    expect(await api('/sends', {headers: {'x-forwarded-proto': 'http'}})).toMatchObject({
      status: 403,
      json: {code: 'tls'},
    })
    expect((await ask(`${site.url}/api/v1/sends?key=${writer}`)).status).toBe(401)
    // What the key's file holds opens nothing.
    const [kept] = await apiKeyring(keys).list()
    expect((await api('/sends', {key: `tdk_${kept!.id}_${kept!.hash.slice(0, 43)}`})).status).toBe(401)
    expect(statSync(join(keys, `api-${kept!.id}.json`)).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(keys, `api-${kept!.id}.json`), 'utf8')).not.toContain(writer.slice(13))
  })

  it('reads only, with a key that may only read', async () => {
    const answer = await api('/suppressions', {key: reader, body: {subject: 'p1@example.com'}})
    expect([answer.status, answer.json.code]).toEqual([403, 'read-only'])
    expect(site.events()).toEqual([])
  })

  it('is whoever has a good key, also where the file of another is broken; nobody learns where the files lie', async () => {
    const broken = writer.slice(4, 12)
    writeFileSync(join(keys, `api-${broken}.json`), '{', {mode: 0o600})
    expect((await api('/sends', {key: reader})).status).toBe(200)
    expect((await api('/sends', {key: null})).status).toBe(401)
    // Whether it is good cannot be told: its program comes again.
    const own = await api('/sends')
    expect([own.status, own.json.code, own.headers['retry-after']]).toEqual([503, 'SECRET_UNREADABLE', '30'])
    expect(site.troubles).toContainEqual(expect.objectContaining({code: 'SECRET_UNREADABLE'}))
    rmSync(keys, {recursive: true})
    writeFileSync(keys, '')
    for (const key of [writer, null]) {
      const {status, body} = await api('/sends', {key})
      expect([status, body.includes(dirname(keys))]).toEqual([503, false])
    }
  })

  it('is nobody whose key was revoked, at once', async () => {
    const needs = {keys: apiKeyring(keys), clock}
    expect(await failure(createApiKey({name: 'shop', isReadOnly: false}, needs))).toMatchObject({code: 'NAME_TAKEN'})
    expect(await revokeApiKey({which: 'shop'}, needs)).toMatchObject({wasRevoked: false})
    expect((await api('/sends')).status).toBe(401)
    const again = await createApiKey({name: 'shop', isReadOnly: false}, needs)
    expect((await api('/sends', {key: again.key})).status).toBe(200)
    expect(await failure(revokeApiKey({which: 'none'}, needs))).toMatchObject({code: 'KEY_UNKNOWN'})
  })
})

describe('limits', () => {
  it('a request is no bigger than it may be, is JSON, and breaks no rule', async () => {
    await begin()
    const cases: readonly (readonly [How & {readonly path?: string}, number, string])[] = [
      [{body: {subject: 'a'.repeat(20_000)}}, 413, 'too-big'],
      [{body: '{"subject":'}, 415, 'no-json'],
      [{body: Buffer.from([0x7b, 0xff]).toString('latin1')}, 415, 'no-json'],
      [{body: 'subject=a', headers: {'content-type': 'application/x-www-form-urlencoded'}}, 415, 'no-json'],
      [{body: {subject: 'p1@example.com', reason: 'spite'}}, 400, 'schema'],
      [{body: {subject: 'p1@example.com', scope: 'everything'}}, 400, 'REQUEST_INVALID'],
      [{body: {subject: 'p1@example.com', until: 'soon'}}, 400, 'REQUEST_INVALID'],
      [{body: {subject: ['p1@example.com', 'x']}}, 400, 'schema'],
      [{body: {subject: 'p1@example.com', __proto__x: 1}}, 400, 'schema'],
      [{body: []}, 400, 'schema'],
      [{path: '/contacts?list=news&limit=0'}, 400, 'schema'],
      [{path: '/contacts?list=news&limit=501'}, 400, 'schema'],
      [{path: '/contacts?list=news&colour=red'}, 400, 'schema'],
      [{path: '/contacts'}, 400, 'schema'],
      [{path: '/nothing'}, 404, 'not-found'],
    ]
    for (const [{path = '/suppressions', ...how}, status, code] of cases) {
      const answer = await api(path, how)
      expect([JSON.stringify(how).slice(0, 60), answer.status, answer.json.code]).toEqual([
        JSON.stringify(how).slice(0, 60),
        status,
        code,
      ])
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(answer.body).not.toContain('p1@example.com')
    }
    expect(site.events()).toEqual([])
    const {json} = await api('/suppressions', {body: {subject: 'p1@example.com', colour: 'red'}})
    expect(json.errors).toEqual([{at: '/body/colour', rule: 'additionalProperties'}])
  })

  it('speaks Japanese to whoever asks for it', async () => {
    await begin()
    const {json, headers} = await api('/contact?address=nonsense', {headers: {'accept-language': 'ja,en;q=0.5'}})
    expect(json.title).toMatch(/[ぁ-ん]/)
    expect(headers['content-language']).toBe('ja')
    expect((await api('/sends', {key: null, headers: {'accept-language': 'fr'}})).json.title).toContain(
      'A key is wanted',
    )
  })

  it('slows a key that asks too often, and then asks it to come again', async () => {
    await begin({setup: {limits: {connections: 4096, perClient: 2, overall: 1000}}})
    const answers = await Promise.all(Array.from({length: 40}, () => api('/sends')))
    const statuses = answers.map(({status}) => status)
    expect(statuses).toContain(200)
    expect(statuses).toContain(429)
    expect((await api('/sends', {key: reader})).status).toBe(200)
    // Opt-outs wait a little, and none is turned away.
    const adding = Array.from({length: 40}, (_, i) => api('/suppressions', {body: {subject: `x${i}@example.net`}}))
    expect((await Promise.all(adding)).map(({status}) => status)).toEqual(Array(40).fill(200))
  })

  it('says 503 when the store cannot be used, and where it lies to nobody', async () => {
    await begin()
    expect((await api('/sends')).status).toBe(200)
    await site.stop()
    await begin()
    rmSync(site.connection.file)
    writeFileSync(site.connection.file, 'no store')
    const {status, body, headers} = await api('/sends')
    expect([status, headers['retry-after']]).toEqual([503, '30'])
    expect(body).not.toContain(dirname(site.connection.file))
    expect(site.troubles).toHaveLength(1)
  })

  it('writes ids into the access log, no address and no key', async () => {
    const file = join(tempFolder('api-log'), 'access.log')
    const log = openAccessLog(file, () => {})
    await begin({log})
    await api('/contact?address=p1@example.com')
    await api('/suppressions', {body: {subject: 'p1@example.com'}})
    await log.close()
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {route: 'getContact', status: 200, outcome: `key:${writer.slice(4, 12)}`},
      {route: 'addSuppression', status: 200},
    ])
    expect(lines.join()).not.toMatch(/@|tdk_/)
  })
})

describe('the document', () => {
  it('is OpenAPI 3.1, for everybody, and tells what the routes check', async () => {
    await begin()
    const {status, json} = await api('/openapi.json', {key: null})
    expect(status).toBe(200)
    expect(openApiShape.safeParse(json).error?.issues ?? []).toEqual([])
    expect(Object.keys(json.paths)).toEqual([
      '/contact',
      '/contacts',
      '/consents',
      '/suppressions',
      '/sends',
      '/sends/{name}',
    ])
    for (const path of Object.keys(json.paths)) {
      const {status: known} = await ask(`${site.url}/api/v1${path.replace('{name}', 'x')}`)
      expect([path, known]).toEqual([path, 401])
    }
    const limit = json.paths['/contacts'].get.parameters.find(({name}: {name: string}) => name === 'limit')
    expect(limit).toMatchObject({in: 'query', required: false, schema: {minimum: 1, maximum: 500}})
  })
})
