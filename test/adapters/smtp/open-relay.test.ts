import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {openRelay, type RelayOptions} from '../../../src/adapters/smtp/open-relay.ts'
import type {RelayAddress} from '../../../src/ports/relay.ts'
import {greeting} from '../../support/relay-dialogue.ts'
import {type ScriptOptions, startScriptedRelay} from '../../support/scripted-relay.ts'

const cert = readFileSync(new URL('../../../fixtures/tls/localhost.cert.pem', import.meta.url), 'utf8')
const key = readFileSync(new URL('../../../fixtures/tls/localhost.key.pem', import.meta.url), 'utf8')
const auth = {user: 'todoke', password: 'correct horse'}
const PLAIN = Buffer.from('\0todoke\0correct horse').toString('base64')

interface Attempt {
  readonly script: readonly string[]
  readonly change?: Partial<RelayAddress>
  readonly options?: RelayOptions
  readonly relay?: ScriptOptions
}

/** One opening: the failure or 'open', and what the relay heard. */
async function attempt({script, change = {}, options = {}, relay: relayOptions = {}}: Attempt) {
  const relay = await startScriptedRelay([[...script, 'hang']], relayOptions)
  try {
    const opened = await openRelay({...relay.address, ...change}, options)
    if ('connection' in opened) opened.connection.abandon()
    return {
      failure: 'failure' in opened ? opened.failure : 'open',
      heard: [...relay.heard],
      reads: [...relay.reads],
      mistakes: [...relay.mistakes],
    }
  } finally {
    await relay.close()
  }
}

describe('hello', () => {
  it('falls back to HELO when EHLO is not known', async () => {
    const script = ['220 hi', '> EHLO', '500 what', '> HELO client.example.com', '250 hi']
    expect(await attempt({script})).toMatchObject({failure: 'open', mistakes: []})
  })

  it('refuses a client name that is more than a name', async () => {
    const change = {clientName: 'x\r\nMAIL FROM:<a@example.com>'}
    expect(await attempt({script: greeting({pipelining: true}), change})).toMatchObject({
      failure: {kind: 'pause', why: 'client-name-invalid'},
      reads: [],
    })
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const trace = () => stop.abort()
    expect(await attempt({script: ['220 hi', '> EHLO'], options: {signal: stop.signal, trace}})).toMatchObject({
      failure: {kind: 'connection', why: 'stopped'},
    })
    expect(await attempt({script: [], options: {signal: stop.signal}})).toMatchObject({
      failure: {kind: 'connection', why: 'stopped'},
      reads: [],
    })
  })
})

describe('clear text', () => {
  it.each(['relay.example.com', '192.0.2.1', '128.0.0.1', '::2', 'localhost.example.com', '127.0.0.1.example.com', ''])(
    'never leaves for %j',
    async (host) => {
      const opened = await openRelay({host, port: 9, tls: 'none', auth: null, clientName: 'client.example.com'})
      expect(opened).toEqual({failure: {kind: 'pause', why: 'clear-text-off-loopback', reply: null}})
    },
  )

  it.each(['127.0.0.1', 'localhost'])('may leave for %s', async (host) => {
    expect(await attempt({script: greeting({pipelining: true}), change: {host}})).toMatchObject({failure: 'open'})
  })
})

describe('settings that cannot work', () => {
  it.each([
    ['host-invalid', {host: 'relay.example.com\r\n', tls: 'implicit'}, {}],
    ['host-invalid', {host: '', tls: 'implicit'}, {}],
    ['port-invalid', {port: 0}, {}],
    ['port-invalid', {port: 65_536}, {}],
    ['authority-unreadable', {tls: 'implicit'}, {ca: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'}],
  ] as const)('%s: %j', async (why, change, options) => {
    expect(await attempt({script: [], change, options})).toMatchObject({failure: {kind: 'pause', why}, reads: []})
  })
})

describe('STARTTLS', () => {
  const starttls = (...words: string[]) => [...greeting({pipelining: true, offers: ['STARTTLS']}), ...words]
  const change = {tls: 'starttls'} as const

  it.each([
    ['not offered', greeting({pipelining: true}), 'starttls-not-offered', 1],
    ['not offered, EHLO unknown', ['220 hi', '> EHLO', '502 what'], 'starttls-not-offered', 1],
    ['refused', starttls('> STARTTLS', '502 no'), 'starttls-refused', 2],
    ['refused for now', starttls('> STARTTLS', '454 no'), 'starttls-refused', 2],
    [
      'answered with clear text behind it',
      starttls('> STARTTLS', 'raw:220 go\r\n250 x\r\n'),
      'clear-text-after-starttls',
      2,
    ],
    ['answered with half a line behind it', starttls('> STARTTLS', 'raw:220 go\r\n2'), 'clear-text-after-starttls', 2],
  ])('%s pauses, and nothing more leaves', async (_name, script, why, lines) => {
    const result = await attempt({script, change: {...change, auth}})
    expect(result).toMatchObject({failure: {kind: 'pause', why}, mistakes: []})
    expect(result.heard).toHaveLength(lines)
    expect(result.reads).toHaveLength(lines)
  })

  it.each([
    ['421', ['421 bye'], 'relay-closing'],
    ['a drop', ['drop'], 'connection-lost'],
    ['a drop in the handshake', ['220 go', 'end'], 'connection-lost: ECONNRESET'],
  ])('%s is a matter of the connection', async (_name, words, why) => {
    expect(await attempt({script: starttls('> STARTTLS', ...words), change})).toMatchObject({
      failure: {kind: 'connection', why},
    })
  })

  it('a handshake without end times out', async () => {
    const options = {timeouts: {connectMs: 60}}
    expect(await attempt({script: starttls('> STARTTLS', '220 go'), change, options})).toMatchObject({
      failure: {kind: 'connection', why: 'timeout'},
    })
  })

  it('TLS that is no TLS pauses', async () => {
    const script = starttls('> STARTTLS', '220 go', 'anything', '500 what')
    expect(await attempt({script, change})).toMatchObject({
      failure: {kind: 'pause', why: expect.stringMatching(/^tls-failed: ERR_SSL_/)},
    })
  })
})

describe('implicit TLS', () => {
  const relay = {tls: {cert, key}}

  it('opens with a certificate of the right name and authority', async () => {
    const change = {host: 'localhost'}
    expect(await attempt({script: greeting({pipelining: true}), change, relay, options: {ca: cert}})).toMatchObject({
      failure: 'open',
    })
  })

  it.each([
    ['of an unknown authority', 'localhost', {}, 'tls-failed: DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['of another name', '127.0.0.1', {ca: cert}, 'tls-failed: ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('pauses at a certificate %s', async (_name, host, options, why) => {
    const result = await attempt({script: greeting({pipelining: true}), change: {host}, relay, options})
    expect(result).toMatchObject({failure: {kind: 'pause', why}, heard: []})
  })
})

it('a relay that knows no TLS above 1.1 pauses', async () => {
  const relay = {tls: {cert, key, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0'}} as const
  const change = {host: 'localhost'}
  const result = await attempt({script: [], change, relay, options: {ca: cert}})
  expect(result).toMatchObject({failure: {kind: 'pause', why: expect.stringMatching(/^tls-failed: /)}, heard: []})
})

describe('AUTH', () => {
  const offering = (mechanisms: string, ...words: string[]) => [
    ...greeting({pipelining: true, offers: [`AUTH ${mechanisms}`]}),
    ...words,
  ]
  const change = {auth}

  it.each([
    ['PLAIN in one line', offering('LOGIN PLAIN', `> AUTH PLAIN ${PLAIN}`, '235 ok')],
    ['PLAIN to a relay that asks again', offering('PLAIN', `> AUTH PLAIN ${PLAIN}`, '334 ', `> ${PLAIN}`, '235 ok')],
    [
      'LOGIN',
      offering(
        'CRAM-MD5 LOGIN',
        '> AUTH LOGIN',
        '334 VXNlcm5hbWU6',
        '> dG9kb2tl',
        '334 UGFzc3dvcmQ6',
        '> Y29ycmVjdCBob3JzZQ==',
        '235 ok',
      ),
    ],
  ])('says %s', async (_name, script) => {
    expect(await attempt({script, change})).toMatchObject({failure: 'open', mistakes: []})
  })

  it.each([
    ['535', ['535 5.7.8 no'], 'pause', 'auth-refused'],
    ['534', ['534 5.7.9 too weak'], 'pause', 'auth-refused'],
    ['538', ['538 encryption'], 'pause', 'auth-refused'],
    ['an endless question', ['334 ', '> ', '334 '], 'pause', 'auth-refused'],
    ['454', ['454 4.7.0 later'], 'connection', 'relay-busy'],
    ['421', ['421 bye'], 'connection', 'relay-closing'],
    ['a drop', ['drop'], 'connection', 'connection-lost'],
  ])('%s after AUTH', async (_name, words, kind, why) => {
    const result = await attempt({script: offering('PLAIN LOGIN', '> AUTH PLAIN', ...words), change})
    expect(result).toMatchObject({failure: {kind, why}, mistakes: []})
    expect(result.heard.filter((line) => line.startsWith('AUTH'))).toHaveLength(1)
  })

  it.each([
    ['no AUTH', greeting({pipelining: true})],
    ['only a mechanism that is not ours', offering('CRAM-MD5')],
  ])('%s offered pauses before a secret leaves', async (_name, script) => {
    const result = await attempt({script, change})
    expect(result).toMatchObject({failure: {kind: 'pause', why: 'auth-not-offered'}})
    expect(result.heard).toHaveLength(1)
  })

  it('refuses credentials with control characters', async () => {
    const opened = await attempt({script: offering('PLAIN'), change: {auth: {user: 'a\0b', password: 'c'}}})
    expect(opened).toMatchObject({failure: {kind: 'pause', why: 'auth-settings-invalid'}, reads: []})
  })

  it.each([
    ['PLAIN', offering('PLAIN', '> AUTH PLAIN', '334 ', '> ', '235 ok')],
    ['LOGIN', offering('LOGIN', '> AUTH LOGIN', '334 ', '> ', '334 ', '> ', '235 ok')],
  ])('leaves no secret of %s in the trace', async (name, script) => {
    const lines: string[] = []
    await attempt({script, change, options: {trace: (line) => lines.push(line)}})
    const trace = lines.join('\n')
    expect(trace).toContain(`> AUTH ${name}`)
    expect(trace).toContain('> ***')
    for (const secret of [auth.password, PLAIN, 'dG9kb2tl', 'Y29ycmVjdCBob3JzZQ==']) expect(trace).not.toContain(secret)
  })
})
