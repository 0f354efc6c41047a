import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import type {Readable} from 'node:stream'
import {SMTPServer, type SMTPServerOptions} from 'smtp-server'
import {describe, expect, it} from 'vitest'
import {testSender} from '../../../src/adapters/smtp/send-test.ts'
import type {RelayAddress} from '../../../src/ports/relay.ts'
import {failure} from '../../support/files.ts'

const cert = readFileSync(new URL('../../../fixtures/tls/localhost.cert.pem', import.meta.url), 'utf8')
const key = readFileSync(new URL('../../../fixtures/tls/localhost.key.pem', import.meta.url), 'utf8')

interface Taken {
  readonly from: string
  readonly to: readonly string[]
  readonly bytes: Buffer
}

async function withServer(
  options: SMTPServerOptions,
  work: (relay: RelayAddress, taken: readonly Taken[]) => Promise<void>,
): Promise<void> {
  const taken: Taken[] = []
  const server = new SMTPServer({
    cert,
    key,
    logger: false,
    disableReverseLookup: true,
    authOptional: true,
    onAuth: (auth, _, done) => done(auth.password === 'right' ? null : new Error('no'), {user: auth.username}),
    onData(stream, {envelope: {mailFrom, rcptTo}}, done) {
      void readAll(stream).then((bytes) => {
        taken.push({from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({address}) => address), bytes})
        done(null, 'queued')
      })
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const {port} = server.server.address() as {port: number}
  const relay = {host: '127.0.0.1', port, tls: 'none', auth: null, clientName: 'test.example.jp'} as const
  try {
    await work(relay, taken)
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const BYTES = Buffer.from('Subject: x\r\nContent-Transfer-Encoding: 8bit\r\n\r\n.\r\n..dots\r\n日本語\r\n.last\r\n')
const MAIL = {from: 'news@example.jp', to: 'me@example.jp', bytes: BYTES}

describe('a test mail through the relay', () => {
  it('arrives byte for byte, once, for the one address', async () => {
    await withServer({}, async (relay, taken) => {
      await testSender(relay).send(MAIL)
      expect(taken).toEqual([{from: 'news@example.jp', to: ['me@example.jp'], bytes: BYTES}])
    })
  })

  it('logs in as the settings say', async () => {
    await withServer({authOptional: false, allowInsecureAuth: true}, async (relay, taken) => {
      await testSender({...relay, auth: {user: 'todoke', password: 'right'}}).send(MAIL)
      expect(taken).toHaveLength(1)
      const error = await failure(testSender({...relay, auth: {user: 'todoke', password: 'wrong-word'}}).send(MAIL))
      expect([error.code, error.values.why]).toEqual(['TEST_NOT_SENT', 'auth-refused'])
      expect(JSON.stringify([error.values, error.message])).not.toContain('wrong-word')
    })
  })

  it('goes nowhere in the clear when the settings want TLS', async () => {
    await withServer({hideSTARTTLS: true}, async (relay, taken) => {
      const said = async (tls: 'starttls' | 'implicit') =>
        (await failure(testSender({...relay, tls}).send(MAIL))).values
      expect(await said('implicit')).toMatchObject({why: 'no-tls-there', cause: ' (ERR_SSL_WRONG_VERSION_NUMBER)'})
      expect(taken).toEqual([])
    })
    await withServer({disabledCommands: ['STARTTLS']}, async (relay, taken) => {
      const {values} = await failure(testSender({...relay, tls: 'starttls'}).send(MAIL))
      expect(values).toMatchObject({why: 'starttls-refused', cause: expect.stringMatching(/^ \(500 /)})
      expect(taken).toEqual([])
    })
  })

  it('goes nowhere when nobody vouches for the certificate', async () => {
    await withServer({}, async (relay, taken) => {
      const {code, values} = await failure(testSender({...relay, tls: 'starttls'}).send(MAIL))
      expect([code, values.why]).toEqual(['TEST_NOT_SENT', 'certificate-refused'])
      expect(values.cause).toMatch(/^ \([A-Z_]*CERT[A-Z_]*\)$/)
      expect(taken).toEqual([])
    })
  })

  it('goes to no other machine without TLS', async () => {
    const relay: RelayAddress = {host: 'smtp.invalid', port: 25, tls: 'none', auth: null, clientName: 'x'}
    expect((await failure(testSender(relay).send(MAIL))).values.why).toBe('clear-text-off-loopback')
  })

  it('tells what the relay said, and never the address', async () => {
    const refuse: SMTPServerOptions = {
      onRcptTo: ({address}, _, done) =>
        done(Object.assign(new Error(`5.7.1 <${address}> is not wanted`), {responseCode: 550})),
    }
    await withServer(refuse, async (relay) => {
      const error = await failure(testSender(relay).send(MAIL))
      expect(String(error.values.why)).toContain('is not wanted')
      expect(JSON.stringify([error.values, error.message])).not.toContain('me@example.jp')
    })
    const gone: RelayAddress = {host: '127.0.0.1', port: 1, tls: 'none', auth: null, clientName: 'x'}
    expect((await failure(testSender(gone).send(MAIL))).values).toMatchObject({
      why: 'nobody-listens',
      cause: ' (ECONNREFUSED)',
    })
  })
})
