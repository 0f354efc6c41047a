import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {parseServer, txtLookUp} from '../../../src/adapters/dns/look-up.ts'
import {checkDkim} from '../../../src/adapters/keys/check-dkim.ts'
import {recordOf} from '../../../src/core/sending/dkim/record.ts'
import {ED25519, keyFolder, RSA} from '../../support/dkim.ts'
import type {DnsServer} from '../../support/dns-server.ts'
import {startDns} from '../../support/dns-server.ts'

const folder = keyFolder(['rsa-2048.pem', 'ed25519.pem', 'rsa-1024.pem'])
const {strings, value} = recordOf(RSA)
let dns: DnsServer

beforeAll(async () => {
  dns = await startDns({
    's1._domainkey.example.com': [strings],
    'ed._domainkey.example.com': [recordOf(ED25519).strings],
    'test._domainkey.example.com': [[...strings, '; t=y']],
    'none._domainkey.example.com': [],
    'other._domainkey.example.com': [['v=DKIM1; p=MIIB']],
    'revoked._domainkey.example.com': [['v=DKIM1; k=rsa; p=']],
    'twice._domainkey.example.com': [strings, strings],
    'broken._domainkey.example.com': 'servfail',
    'silent._domainkey.example.com': 'silent',
  })
})
afterAll(() => dns.close())

const setting = (selector: string, keyFile = 'rsa-2048.pem', lookUp = true) => ({
  ...{domain: 'example.com', selector, keyFile, lookUp},
})

const check = (...settings: ReturnType<typeof setting>[]) =>
  checkDkim(settings, {folder, lang: 'en', lookUp: txtLookUp(dns.address, {timeout: 100, tries: 1})})

describe('the keys of a send', () => {
  it('are read, and compared with DNS where the settings ask for it', async () => {
    const {keys, testing} = await check(
      setting('s1'),
      setting('ed', 'ed25519.pem'),
      setting('absent', 'ed25519.pem', false),
    )
    expect(keys.map(({selector, kind}) => [selector, kind])).toEqual([
      ['s1', 'rsa'],
      ['ed', 'ed25519'],
      ['absent', 'ed25519'],
    ])
    expect(testing).toEqual([])
    expect(dns.asked).toEqual(['s1._domainkey.example.com', 'ed._domainkey.example.com'])
  })

  it('that are being tried out are told, and do not stop a send', async () => {
    expect((await check(setting('test'))).testing).toEqual(['test._domainkey.example.com'])
  })

  it.each([
    ['nxdomain', 'no TXT record'],
    ['none', 'no TXT record'],
    ['other', 'another key'],
    ['revoked', 'withdrawn'],
    ['twice', 'several TXT records'],
    ['ed', 'of another kind'],
  ])('stop a send when the record is not theirs: %s', async (selector, why) => {
    await expect(check(setting(selector))).rejects.toMatchObject({
      code: 'DKIM_RECORD_BAD',
      values: {name: `${selector}._domainkey.example.com`, why: expect.stringContaining(why)},
    })
  })

  it.each([
    ['broken', 'ESERVFAIL'],
    ['silent', 'ETIMEOUT'],
  ])('stop a send when DNS gives no answer: %s', async (selector, why) => {
    await expect(check(setting(selector))).rejects.toMatchObject({
      code: 'DKIM_LOOKUP_FAILED',
      exitCode: 75,
      values: {why},
    })
  })

  it('stop a send before DNS is asked when a file is bad', async () => {
    const before = dns.asked.length
    await expect(check(setting('s1', 'rsa-1024.pem'))).rejects.toMatchObject({code: 'DKIM_KEY_BAD', exitCode: 2})
    expect(dns.asked).toHaveLength(before)
  })

  it('find a record longer than a plain UDP reply', async () => {
    const long = await startDns({'s1._domainkey.example.com': [[...strings, `; n=${'x'.repeat(200)}`]]})
    expect(await txtLookUp(long.address)('s1._domainkey.example.com')).toEqual({
      texts: [`${value}; n=${'x'.repeat(200)}`],
    })
    await long.close()
  })
})

describe('a DNS server', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['127.0.0.1:5353', '127.0.0.1:5353'],
    ['2001:db8::1', '[2001:db8::1]'],
    ['[2001:db8::1]:53', '[2001:db8::1]:53'],
  ])('may be given as %s', (given, parsed) => expect(parseServer(given)).toBe(parsed))

  it.each([
    '',
    'localhost',
    'dns.example.com:53',
    '192.0.2.1:0',
    '192.0.2.1:65536',
    '192.0.2.1:',
    '[192.0.2.1]:53',
    '1.2.3',
  ])('is not %j', (given) => expect(parseServer(given)).toBeNull())
})
