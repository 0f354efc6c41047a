import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import type {Readable} from 'node:stream'
import {SMTPServer, type SMTPServerOptions} from 'smtp-server'
import {describe, expect, it} from 'vitest'
import {openRelay} from '../../../src/adapters/smtp/open-relay.ts'
import type {RelayAddress, RelayConnection} from '../../../src/ports/relay.ts'

const cert = readFileSync(new URL('../../../fixtures/tls/localhost.cert.pem', import.meta.url), 'utf8')
const key = readFileSync(new URL('../../../fixtures/tls/localhost.key.pem', import.meta.url), 'utf8')

interface Taken {
  readonly from: string
  readonly to: readonly string[]
  readonly isSecure: boolean
  readonly user: string
  readonly text: string
}

/** smtp-server as it comes, with what it took. Recipients beginning with "nobody" are refused. */
async function withServer(
  options: SMTPServerOptions,
  change: Partial<RelayAddress>,
  work: (connection: RelayConnection, taken: readonly Taken[]) => Promise<void>,
): Promise<void> {
  const taken: Taken[] = []
  const server = new SMTPServer({
    cert,
    key,
    logger: false,
    disableReverseLookup: true,
    authOptional: true,
    onAuth(auth, _session, done) {
      if (auth.username === 'todoke' && auth.password === 'correct horse') done(null, {user: auth.username})
      else done(new Error('no'))
    },
    onRcptTo(address, _session, done) {
      const isKnown = !address.address.startsWith('nobody')
      done(isKnown ? null : Object.assign(new Error('5.1.1 nobody'), {responseCode: 550}))
    },
    onData(stream, session, done) {
      void readText(stream).then((text) => {
        const {mailFrom, rcptTo} = session.envelope
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({address}) => address),
          isSecure: session.secure,
          user: String(session.user ?? ''),
          text,
        })
        done(null, 'queued')
      })
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const {port} = server.server.address() as {port: number}
  try {
    const address = {
      host: 'localhost',
      port,
      tls: 'none',
      auth: null,
      clientName: 'client.example.com',
      ...change,
    } as const
    const opened = await openRelay(address, {ca: cert})
    if ('failure' in opened) throw new Error(`not opened: ${JSON.stringify(opened.failure)}`)
    await work(opened.connection, taken)
    await opened.connection.quit()
  } finally {
    await new Promise<void>((resolve) => server.close(resolve))
  }
}

async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function mail(to: string, text: string) {
  const message = Buffer.from(text)
  return {envelope: {from: 'bounce@example.com', to, sizeBytes: message.length, needsSmtpUtf8: false}, message}
}

const auth = {user: 'todoke', password: 'correct horse'}

describe.each([
  ['plain', {}, {}],
  ['plain, without PIPELINING', {hidePIPELINING: true}, {}],
  ['STARTTLS and AUTH', {}, {tls: 'starttls', auth}],
  [
    'STARTTLS and AUTH LOGIN, without PIPELINING',
    {hidePIPELINING: true, authMethods: ['LOGIN']},
    {tls: 'starttls', auth},
  ],
  ['implicit TLS', {secure: true}, {tls: 'implicit'}],
] as [string, SMTPServerOptions, Partial<RelayAddress>][])('smtp-server, %s', (_name, options, change) => {
  it('takes mail after mail, refused ones between them, every line as it was', async () => {
    await withServer(options, change, async (connection, taken) => {
      const texts = Array.from(
        {length: 12},
        (_, index) => `Subject: ${index}\r\n\r\n.\r\n..\r\n.dots\r\nend ${index}\r\n`,
      )
      const outcomes: string[] = []
      for (const [index, text] of texts.entries()) {
        const to = index % 3 === 1 ? `nobody${index}@example.jp` : `to${index}@example.jp`
        const {envelope, message} = mail(to, text)
        const offered = await connection.offer(envelope, message)
        outcomes.push(offered === 'ready' ? (await connection.release()).kind : offered.kind)
      }
      const expected = texts.map((_, index) => (index % 3 === 1 ? 'rejected' : 'accepted'))
      expect(outcomes).toEqual(expected)
      expect(taken.map(({text}) => text)).toEqual(texts.filter((_, index) => index % 3 !== 1))
      expect(taken[1]).toMatchObject({
        from: 'bounce@example.com',
        to: ['to2@example.jp'],
        isSecure: change.tls !== undefined,
        user: change.auth === undefined ? '' : 'todoke',
      })
    })
  })

  it('takes a mail offered behind every released one, in order', async () => {
    await withServer(options, change, async (connection, taken) => {
      const texts = Array.from({length: 30}, (_, index) => `Subject: ${index}\r\n\r\n${'.x\r\n'.repeat(index * 50)}`)
      const offer = (index: number) => {
        const {envelope, message} = mail(`to${index}@example.jp`, texts[index]!)
        return connection.offer(envelope, message)
      }
      let offered = offer(0)
      for (const index of texts.keys()) {
        expect(await offered).toBe('ready')
        const released = connection.release()
        if (index + 1 < texts.length) offered = offer(index + 1)
        expect(await released).toMatchObject({kind: 'accepted', reply: {code: 250}})
      }
      expect(taken.map(({text}) => text)).toEqual(texts)
      expect(taken.map(({to}) => to[0])).toEqual(texts.map((_, index) => `to${index}@example.jp`))
    })
  })
})

describe('smtp-server', () => {
  it('names its SIZE, and what is larger is refused before it leaves', async () => {
    await withServer({size: 1000}, {}, async (connection, taken) => {
      const {envelope, message} = mail('to@example.jp', `${'x'.repeat(98)}\r\n`.repeat(11))
      expect(await connection.offer(envelope, message)).toMatchObject({kind: 'rejected', reply: {code: 552}})
      const small = mail('to@example.jp', 'small\r\n')
      expect(await connection.offer(small.envelope, small.message)).toBe('ready')
      await connection.release()
      expect(taken.map(({text}) => text)).toEqual(['small\r\n'])
    })
  })

  it('refuses a wrong password once, and the send pauses', async () => {
    let tries = 0
    const onAuth: SMTPServerOptions['onAuth'] = (_auth, _session, done) => {
      tries++
      done(new Error('no'))
    }
    const change: Partial<RelayAddress> = {tls: 'starttls', auth: {user: 'todoke', password: 'wrong'}}
    await expect(withServer({onAuth}, change, async () => {})).rejects.toThrow('"why":"auth-refused"')
    expect(tries).toBe(1)
  })

  it('without STARTTLS gets no mail from a client that wants it', async () => {
    await expect(withServer({hideSTARTTLS: true}, {tls: 'starttls'}, async () => {})).rejects.toThrow(
      'starttls-not-offered',
    )
  })

  it('with a certificate that nobody vouches for gets no mail', async () => {
    const change: Partial<RelayAddress> = {tls: 'starttls', host: '127.0.0.1'}
    await expect(withServer({}, change, async () => {})).rejects.toThrow('ERR_TLS_CERT_ALTNAME_INVALID')
  })
})
