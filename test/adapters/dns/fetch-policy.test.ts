/** The policy file of MTA-STS from a server on loopback: by its name and certificate, never from anywhere else. */
import {readFileSync} from 'node:fs'
import type {RequestListener} from 'node:http'
import type {Server} from 'node:https'
import {createServer} from 'node:https'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {policyFetcher} from '../../../src/adapters/dns/fetch-policy.ts'
import {root} from '../../house/sources.ts'

const file = (name: string) => readFileSync(join(root, 'fixtures', 'tls', name), 'utf8')
const POLICY = 'version: STSv1\nmode: none\nmax_age: 60\n'

let answer: RequestListener
let server: Server
let port: number
beforeAll(async () => {
  server = createServer({cert: file('localhost.cert.pem'), key: file('localhost.key.pem')}, (ask, reply) =>
    answer(ask, reply),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const fetch = (host = 'localhost', ca: string | null = file('localhost.cert.pem'), timeoutMs = 2000) =>
  policyFetcher({timeoutMs, port, ...(ca !== null && {ca})})(host, ['127.0.0.1'])

it('is read where RFC 8461 has it', async () => {
  const asked: string[] = []
  answer = (ask, reply) => {
    asked.push(`${ask.headers.host} ${ask.url}`)
    reply.setHeader('content-type', 'text/plain; charset=utf-8').end(POLICY)
  }
  expect(await fetch()).toEqual({text: POLICY})
  expect(asked).toEqual([`localhost:${port} /.well-known/mta-sts.txt`])
})

it('is nothing elsewhere, nothing else, and nothing without end', async () => {
  answer = (_, reply) => reply.writeHead(301, {location: `https://localhost:${port}/other`}).end()
  expect(await fetch()).toEqual({why: 'HTTP 301'})
  answer = (_, reply) => reply.setHeader('content-type', 'text/html').end('<html>')
  expect(await fetch()).toEqual({why: 'text/html'})
  answer = (_, reply) => reply.setHeader('content-type', 'text/plain').end('x'.repeat(1_000_000))
  expect(await fetch()).toEqual({why: '> 64 KB'})
  answer = (_, reply) => void reply.writeHead(200, {'content-type': 'text/plain'}).write('version')
  expect(await fetch('localhost', null)).toMatchObject({why: expect.stringMatching(/CERT|SELF_SIGNED/)})
  expect(await fetch('localhost', file('localhost.cert.pem'), 300)).toEqual({why: 'ETIMEDOUT'})
})

it('is that of the host that the certificate names', async () => {
  answer = (_, reply) => reply.setHeader('content-type', 'text/plain').end(POLICY)
  expect(await fetch('mta-sts.example.jp')).toEqual({why: 'ERR_TLS_CERT_ALTNAME_INVALID'})
})
