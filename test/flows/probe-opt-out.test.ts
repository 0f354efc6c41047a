/** The probe of the opt-out address against real servers on loopback: a good one, and one for each way to be wrong. */
import {readFileSync} from 'node:fs'
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http'
import {createServer} from 'node:http'
import {createServer as createTlsServer} from 'node:https'
import type {AddressInfo, Server} from 'node:net'
import {join} from 'node:path'
import {afterEach, describe, expect, it} from 'vitest'
import {webAsker} from '../../src/adapters/probe/web-asker.ts'
import {checkWords} from '../../src/cli/show-probe.ts'
import {PROBE_CHECKS} from '../../src/core/reports/probe-report.ts'
import {NOBODY} from '../../src/core/sending/nobody.ts'
import {readToken} from '../../src/core/suppression/token.ts'
import type {ProbeAsk} from '../../src/flows/probe-opt-out.ts'
import {probeOptOut} from '../../src/flows/probe-opt-out.ts'
import {ca} from '../../src/rulebook/ca.ts'
import {us} from '../../src/rulebook/us.ts'
import {root} from '../house/sources.ts'

const KEYS = [
  {id: '0000000a', secret: Buffer.alloc(32, 1)},
  {id: '0000000b', secret: Buffer.alloc(32, 2)},
]
const pem = (name: string) => readFileSync(join(root, 'fixtures', 'tls', name), 'utf8')

let server: (Server & {closeAllConnections(): void}) | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function start(answer: RequestListener, isTls = false): Promise<string> {
  server = isTls
    ? createTlsServer({cert: pem('localhost.cert.pem'), key: pem('localhost.key.pem')}, answer)
    : createServer(answer)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  return isTls ? `https://localhost:${port}/u` : `http://127.0.0.1:${port}/u`
}

interface Asked {
  readonly method: string
  readonly token: string
  readonly body: string
  readonly type: string
}

/** A server as it should be, with what differs. */
function site(asked: Asked[], more: (ask: Asked, reply: ServerResponse) => boolean = () => false): RequestListener {
  return (request: IncomingMessage, reply) => {
    const pieces: Buffer[] = []
    request.on('data', (piece) => pieces.push(piece))
    request.on('end', () => {
      const ask = {
        method: request.method ?? '',
        token: (request.url ?? '').split('/').at(-1) ?? '',
        body: Buffer.concat(pieces).toString(),
        type: request.headers['content-type'] ?? '',
      }
      asked.push(ask)
      if (more(ask, reply)) return
      const isOurs = readToken(ask.token, KEYS)?.sendId === NOBODY.sendId
      const isPost = ask.method === 'POST'
      reply.writeHead(isPost && !isOurs ? 404 : 200, {'content-type': 'text/html'}).end(isPost ? 'done' : 'sure?')
    })
  }
}

function probe(url: string, ask: Partial<ProbeAsk> = {}, trusts = true) {
  const asker = webAsker({timeoutMs: 2000, ...(trusts && {ca: pem('localhost.cert.pem')})})
  return probeOptOut({url, keys: KEYS, laws: [us, ca], now: Date.now(), ...ask}, {asker})
}

const keysOf = ({checks}: Awaited<ReturnType<typeof probe>>) => checks.map(({key}) => key)

describe('doctor --unsubscribe', () => {
  it('finds nothing wrong with a server that does right, and says how long links live', async () => {
    const asked: Asked[] = []
    const report = await probe(await start(site(asked), true))
    expect(report).toMatchObject({errors: 0, open: 0})
    expect(keysOf(report).filter((key) => key !== 'probe.tls-ends')).toEqual([
      'probe.tls',
      'probe.looking',
      'probe.post',
      'probe.life',
    ])
    expect(report.checks.at(-1)?.values).toMatchObject({count: 2, days: 60})
    expect(asked.map(({method}) => method).join(' ')).toBe('GET HEAD GET GET POST POST POST POST POST')
    expect(asked.filter(({method}) => method === 'POST').map(({type}) => type.split(';')[0])).toContain(
      'multipart/form-data',
    )
  })

  it('tries links of nobody alone, and tells no token', async () => {
    const asked: Asked[] = []
    const report = await probe(await start(site(asked)))
    const facts = asked.map(({token}) => readToken(token, KEYS)).filter((each) => each !== null)
    expect(facts.length).toBeGreaterThan(0)
    for (const {sendId, recipientId} of facts) expect([sendId, recipientId]).toEqual([NOBODY.sendId, NOBODY.publicId])
    const words = JSON.stringify(report)
    for (const {token} of asked) expect(words).not.toContain(token)
    expect(keysOf(report)).toContain('probe.plain-loopback')
  })

  it.each<[string, (ask: Asked, reply: ServerResponse) => boolean]>([
    ['probe.changes', ({method}, reply) => method === 'GET' && void reply.end(String(Math.random())) === undefined],
    ['probe.changes', ({method}, reply) => method === 'HEAD' && void reply.writeHead(204).end() === undefined],
    ['probe.status', ({method}, reply) => method === 'GET' && void reply.writeHead(500).end() === undefined],
    [
      'probe.redirect',
      ({method}, reply) => method === 'GET' && void reply.writeHead(301, {location: '/other'}).end() === undefined,
    ],
    [
      'probe.redirect',
      ({method}, reply) => method === 'POST' && void reply.writeHead(303, {location: '/thanks'}).end() === undefined,
    ],
    ['probe.status', ({method}, reply) => method === 'POST' && void reply.writeHead(405).end() === undefined],
    ['probe.status', ({type}, reply) => type.startsWith('multipart') && void reply.writeHead(415).end() === undefined],
    ['probe.unreachable', ({method}, reply) => method === 'POST' && reply.destroy() === reply],
    [
      'probe.old-key',
      ({token}, reply) => readToken(token, KEYS.slice(0, 1)) !== null && void reply.writeHead(404).end() === undefined,
    ],
  ])('tells of %s', async (key, more) => {
    const report = await probe(await start(site([], more)))
    expect(keysOf(report)).toContain(key)
    expect(report.errors).toBeGreaterThan(0)
  })

  it('warns of a server that thanks for forged links', async () => {
    const report = await probe(await start((_, reply) => void reply.writeHead(200).end('ok')))
    expect(report).toMatchObject({errors: 0})
    expect(keysOf(report)).toContain('probe.forged')
  })

  it('says where no law names the days that a link must live', async () => {
    expect(keysOf(await probe(await start(site([])), {laws: []}))).toContain('probe.life-undated')
  })

  it('wants a certificate that is trusted and of that name, and https off this machine', async () => {
    const url = await start(site([]), true)
    expect(keysOf(await probe(url, {}, false))).toEqual(['probe.unreachable'])
    expect(keysOf(await probe('http://mail.example.com/u'))).toEqual(['probe.not-https'])
    expect(keysOf(await probe('mail.example.com'))).toEqual(['probe.not-a-url'])
    expect(keysOf(await probe('https://127.0.0.1:1/u'))).toEqual(['probe.unreachable'])
  })

  it('warns of a certificate that ends soon', async () => {
    const report = await probe(await start(site([]), true))
    const until = Date.parse(String(report.checks.find(({key}) => key === 'probe.tls')?.values.until))
    server?.close()
    const soon = await probe(await start(site([]), true), {now: until - 5 * 86_400_000})
    expect(soon.checks).toContainEqual(
      expect.objectContaining({key: 'probe.tls-ends', values: expect.objectContaining({days: 5})}),
    )
  })

  it('posts nothing outside of a workspace: the link would be somebody’s', async () => {
    const asked: Asked[] = []
    const report = await probe(`${await start(site(asked))}/a-token`, {keys: null})
    expect(keysOf(report)).toEqual(['probe.plain-loopback', 'probe.looking', 'probe.post-open', 'probe.life-open'])
    expect(asked.some(({method}) => method === 'POST')).toBe(false)
  })

  it('has words for every check', () => {
    for (const [key, level] of Object.entries(PROBE_CHECKS))
      for (const lang of ['en', 'ja'] as const)
        expect(checkWords({key: key as keyof typeof PROBE_CHECKS, level, values: {}}, lang)).not.toBe(key)
  })
})
