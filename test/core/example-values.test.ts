import {describe, expect, it} from 'vitest'
import {FILE_LIMITS} from '../../src/core/contacts/file-limits.ts'
import {isCountryCode} from '../../src/core/country-codes.ts'
import {exampleValuesLeft} from '../../src/core/example-values.ts'
import {isLoopbackHost} from '../../src/core/loopback.ts'
import type {Settings} from '../../src/core/settings.ts'

const REAL: Settings = {
  sender: {
    name: '見本堂株式会社',
    address: '〒530-0000 大阪府見本市1-1',
    contact: '06-1234-5678',
    from: {name: '見本堂', address: 'news@mihondo.co.jp'},
    replyTo: null,
  },
  optOut: {url: 'https://mail.mihondo.co.jp/out', mailto: 'out@mihondo.co.jp'},
  serve: {
    ...{address: '127.0.0.1', port: 8470, tls: null, trustedProxies: [], metricsFrom: [], revokedKeys: []},
    ...{signUpUrl: null, limits: {connections: 4096, perClient: 20, overall: 2000}},
  },
  signUp: {
    ...{url: 'https://mail.mihondo.co.jp', confirmDays: 7, clientAddress: 'network', forms: []},
    limits: {perAddressHours: 1, perNetworkHour: 20},
  },
  relay: {
    host: 'smtp.mihondo.co.jp',
    port: 465,
    tls: 'implicit',
    user: null,
    passwordFile: null,
    passwordEnv: null,
    clientName: 'mihondo.co.jp',
    connections: 8,
    rewrites: [],
    eightBit: false,
  },
  dkim: [],
  bounces: null,
  complaints: null,
  laws: ['jp'],
  audienceCountry: 'JP',
  facts: {},
  listOrigins: {},
  wirelessDomains: null,
  purposes: [],
  limits: {perSecond: null, unattended: null, files: FILE_LIMITS},
  store: '.todoke/store.db',
}

describe('example values', () => {
  it('finds none in real settings, nor in a relay on this machine', () => {
    expect(exampleValuesLeft(REAL)).toEqual([])
    expect(exampleValuesLeft({...REAL, relay: {...REAL.relay, host: '127.0.0.1'}})).toEqual([])
  })

  it('finds reserved domains wherever they stand', () => {
    const {sender, relay} = REAL
    expect(
      exampleValuesLeft({
        ...REAL,
        sender: {...sender, contact: 'https://example.com/contact', replyTo: 'a@mail.example.net'},
        optOut: {url: 'https://out.example.jp:8443/o', mailto: 'Out@EXAMPLE.co.jp'},
        relay: {...relay, host: 'relay.test'},
      }),
    ).toEqual(['sender.contact', 'sender.replyTo', 'optOut.url', 'optOut.mailto', 'relay.host'])
  })

  it('does not take a real name that only sounds like one', () => {
    const {sender, relay} = REAL
    expect(
      exampleValuesLeft({
        ...REAL,
        sender: {...sender, from: {name: 'x', address: 'news@myexample.com'}},
        relay: {...relay, host: 'example.mihondo.co.jp'},
      }),
    ).toEqual([])
  })
})

describe('hosts and countries', () => {
  it.each(['127.0.0.1', '127.255.0.9', '::1', '[::1]', 'localhost', 'LOCALHOST.'])('%s is loopback', (host) => {
    expect(isLoopbackHost(host)).toBe(true)
  })

  it.each([
    '127.0.0.1.example.com',
    '128.0.0.1',
    '127.1',
    '127.0.0.256',
    '10.0.0.1',
    'localhost.example.com',
    '::2',
    '',
  ])('%s is not', (host) => {
    expect(isLoopbackHost(host)).toBe(false)
  })

  it('knows the 249 assigned codes and no others', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    const all = letters.flatMap((first) => letters.map((second) => first + second))
    expect(all.filter(isCountryCode)).toHaveLength(249)
    for (const code of ['UK', 'EU', 'XX', 'jp', '']) expect(isCountryCode(code)).toBe(false)
  })
})
