import {describe, expect, it} from 'vitest'
import {checkSettings} from '../../../src/adapters/settings/check-settings.ts'
import {problemLine} from '../../../src/adapters/settings/problem.ts'
import type {Lang} from '../../../src/i18n/text.ts'

const BEFORE = `sender:
  name: Mihon KK
  address: 1-2-3 Reimachi, Mihon-ku, Tokyo
  contact: 03-1234-5678
  from: {name: Mihon News, address: news@news.example.com}
optOut: {url: https://mail.example.com/optout, mailto: optout@example.com}
laws: [jp]
purposes: [{name: news, notice: We use your details to send you news.}]
`
const RELAY = 'relay: {host: smtp.example.com}\n'

/** Lines from 9 on. */
function check(more: string, lang: Lang = 'en') {
  const {settings, problems} = checkSettings(Buffer.from(`${BEFORE}${more}`), {laws: ['jp'], lang})
  return {settings, lines: problems.map((problem) => problemLine(problem, 'todoke.yaml', lang))}
}

const key = (fields: string) => `${RELAY}dkim:\n  - {${fields}}\n`
const FIVE = [1, 2, 3, 4, 5].map((at) => `{domain: example.com, selector: s${at}, keyFile: k.pem}`)
const GOOD_KEY = 'domain: Example.com, selector: s1, keyFile: keys/s1.pem'

describe('settings for signing', () => {
  it('are taken as they are written, the domain in lower case, and not looked up unless they say so', () => {
    const more = `${key(GOOD_KEY)}  - {domain: example.com, selector: s2, keyFile: keys/s2.pem, lookUp: true}\n`
    expect(check(more).settings?.dkim).toEqual([
      {domain: 'example.com', selector: 's1', keyFile: 'keys/s1.pem', lookUp: false},
      {domain: 'example.com', selector: 's2', keyFile: 'keys/s2.pem', lookUp: true},
    ])
  })

  it.each([
    ['no key', `${RELAY}dkim: []\n`, '10:7  dkim: expected a list of 1 to 4 keys'],
    ['five keys', `${RELAY}dkim: [${FIVE.join(', ')}]\n`, '10:7  dkim: expected a list of 1 to 4 keys'],
    ['one key without a list', `${RELAY}dkim: {${GOOD_KEY}}\n`, '10:7  dkim: expected a list of 1 to 4 keys'],
    ['no file', key('domain: example.com, selector: s1'), 'dkim[0].keyFile: is missing'],
    ['a domain without a dot', key(GOOD_KEY.replace('Example.com', 'localhost')), 'dkim[0].domain: expected a domain'],
    ['a domain in other letters', key(GOOD_KEY.replace('Example.com', '例え.jp')), 'dkim[0].domain: expected a domain'],
    [
      'a selector with the whole name',
      key(GOOD_KEY.replace('s1,', 's1._domainkey,')),
      'dkim[0].selector: expected letters',
    ],
    ['a number for a selector', key(GOOD_KEY.replace('s1,', '2026,')), 'write it as "2026"'],
    ['a misspelt key', key(`${GOOD_KEY}, lookup: true`), 'did you mean lookUp?'],
    ['yes in place of true', key(`${GOOD_KEY}, lookUp: maybe`), 'dkim[0].lookUp: expected true or false'],
    [
      'a key for another domain',
      key(GOOD_KEY.replace('Example.com', 'example.net')),
      '11:14  dkim[0].domain: no key signs for the From domain news.example.com',
    ],
    [
      'two keys of one name',
      `${key(GOOD_KEY)}  - {domain: example.com, selector: S1, keyFile: keys/s2.pem}\n`,
      '12:37  dkim[1].selector: is in the list already',
    ],
  ])('tell the place of %s', (_, more, line) => {
    const {lines, settings} = check(more)
    expect(settings).toBeNull()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(line)
  })

  it('may sign for a neighbour of the From domain, and for a stranger beside it', () => {
    const more = `${key(GOOD_KEY.replace('Example.com', 'mail.example.com'))}  - {domain: relay.example.net, selector: s2, keyFile: k.pem}\n`
    expect(check(more).lines).toEqual([])
  })
})

describe('headers that the relay writes anew', () => {
  const rewrites = (list: string) => check(`relay: {host: smtp.example.com, rewrites: ${list}}\n`)

  it('are names', () => {
    expect(rewrites('[Message-ID, Date]').settings?.relay.rewrites).toEqual(['Message-ID', 'Date'])
  })

  it.each(['From', 'from', 'List-Unsubscribe', 'LIST-UNSUBSCRIBE-POST', '"Date:"', '"X Y"', '""'])(
    'cannot be %s',
    (name) => {
      expect(rewrites(`[Date, ${name}]`).lines.join()).toContain('relay.rewrites[1]: expected the name of a header')
    },
  )

  it('are a list', () => expect(rewrites('Date').lines.join()).toContain('expected a list of header names'))
})

describe('addresses for what comes back', () => {
  it('are kept', () => {
    const {settings} = check(`${RELAY}bounces: {address: bounce@example.com}\ncomplaints: {cfbl: fbl@example.com}\n`)
    expect([settings?.bounces, settings?.complaints]).toEqual([
      {address: 'bounce@example.com'},
      {cfbl: 'fbl@example.com'},
    ])
  })

  it.each(['bouncemail@example.com', 'a+b@example.com', '"a b"@example.com', 'bounce', '例@example.com'])(
    'take no mark: %s',
    (address) => {
      const {lines} = check(`${RELAY}bounces: {address: '${address}'}\n`)
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain('at most 8 characters before the @ and no + among them')
    },
  )

  it('for complaints belong to a domain that signs, or one above it (RFC 9477)', () => {
    const complaints = (domain: string) => check(`${key(GOOD_KEY)}complaints: {cfbl: fbl@${domain}}\n`)
    expect(complaints('example.com').lines).toEqual([])
    expect(complaints('example.net').lines.join()).toContain('12:20  complaints.cfbl: no key signs for example.net')
    expect(complaints('sub.example.com').lines.join()).toContain('no key signs for sub.example.com')
  })

  it('are explained in Japanese too', () => {
    const {lines} = check(`${RELAY}bounces: {address: bouncemail@example.com}\n`, 'ja')
    expect(lines.join()).toContain('@ の前が 8 文字以内')
  })
})
