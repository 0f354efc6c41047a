import {describe, expect, it} from 'vitest'
import type {Address} from '../../../src/core/contacts/address.ts'
import {isAddress, parseAddress, wireForm} from '../../../src/core/contacts/address.ts'

function parsed(given: string): Address {
  const result = parseAddress(given)
  if (!isAddress(result)) throw new Error(`${JSON.stringify(given)}: ${result}`)
  return result
}

describe('parseAddress refuses', () => {
  const long = 'a'.repeat(65)
  it.each([
    ['', 'empty'],
    [' \u3000\u00a0\u200b ', 'empty'],
    ['taro', 'no-at'],
    ['taro example.jp', 'no-at'],
    ['ta\u0000ro@example.jp', 'control-character'],
    ['taro@example.jp\r\nBcc: x@example.com', 'control-character'],
    ['taro\u0085@example.jp', 'control-character'],
    ['taro\u2028@example.jp', 'control-character'],
    ['ta\u00adro@example.jp', 'control-character'],
    ['taro@exa\u00admple.jp', 'control-character'],
    ['\u200ftaro@example.jp', 'control-character'],
    ['\u202etaro@example.jp', 'control-character'],
    ['ta\u2066ro@example.jp', 'control-character'],
    ['ta\u200bro@example.jp', 'control-character'],
    ['ta\u3164ro@example.jp', 'control-character'],
    ['ta\u{e0041}ro@example.jp', 'control-character'],
    ['taro\ufe0f@example.jp', 'control-character'],
    ['taro @example.jp', 'space'],
    ['ta ro@example.jp', 'space'],
    ['ta\u3000ro@example.jp', 'space'],
    ['taro@ example.jp', 'space'],
    ['taro@example .jp', 'space'],
    ['@example.jp', 'local-empty'],
    [`${long}@example.jp`, 'local-too-long'],
    [`${'あ'.repeat(22)}@example.jp`, 'local-too-long'],
    ['ta,ro@example.jp', 'local-character'],
    ['ta@ro@example.jp', 'local-character'],
    ['Taro <taro@example.jp', 'space'],
    ['taro(c)@example.jp', 'local-character'],
    ['ta\\ro@example.jp', 'local-character'],
    ['あ"い@example.jp', 'local-character'],
    // < and a mark are one character when composed; taken apart they are < again.
    ['<\u0338me@example.jp', 'local-character'],
    ['\u0301taro@example.jp', 'local-character'],
    ['ta\ue000ro@example.jp', 'control-character'],
    ['ta\ufdefro@example.jp', 'control-character'],
    ['a..b@example.jp', 'local-dots'],
    ['.a@example.jp', 'local-dots'],
    ['a.@example.jp', 'local-dots'],
    ['a..b@gmail.com', 'local-dots'],
    ['あ..い@example.jp', 'local-dots'],
    ['"taro"@example.jp', 'local-quoted'],
    ['"a b"@docomo.ne.jp', 'space'],
    ['""@docomo.ne.jp', 'local-quoted'],
    ['"a@docomo.ne.jp', 'local-quoted'],
    ['"a"b"@docomo.ne.jp', 'local-character'],
    ['taro@', 'domain-empty'],
    ['taro@.', 'domain-empty'],
    ['taro@example..jp', 'domain-empty'],
    ['taro@.example.jp', 'domain-empty'],
    ['taro@localhost', 'domain-no-dot'],
    ['taro@-example.jp', 'domain-label'],
    ['taro@example-.jp', 'domain-label'],
    [`taro@${'a'.repeat(64)}.jp`, 'domain-label'],
    ['taro@example.j', 'domain-label'],
    ['taro@example.jp2', 'domain-label'],
    ['taro@example.co-jp', 'domain-label'],
    ['taro@xn--0.jp', 'domain-label'],
    ['taro@xn--example.jp', 'domain-label'],
    ['taro@[192.0.2.1]', 'domain-literal'],
    ['taro@[IPv6:2001:db8::1]', 'domain-literal'],
    ['taro@1.2.3', 'domain-numeric'],
    ['taro@192.0.2.1', 'domain-numeric'],
    ['taro@0x7f.1', 'domain-numeric'],
    ['taro@①.2.3', 'domain-numeric'],
    ['taro@0x7f.①', 'domain-numeric'],
    ['taro@exa_mple.jp', 'domain-character'],
    ['taro@example.jp>', 'domain-character'],
    ['taro@example.jp;', 'domain-character'],
    // A URL parser would stop at these and keep the part before.
    ['taro@example.jp/日本', 'domain-character'],
    ['taro@example.jp:80日本', 'domain-character'],
    ['taro@example.jp?日本.jp', 'domain-character'],
    ['taro@example.jp#日本.jp', 'domain-character'],
    ['taro@ex%61mple.日本.jp', 'domain-character'],
    ['taro@例え\\.jp', 'domain-character'],
    [`${'a'.repeat(60)}@${'b.'.repeat(100)}jp`, 'too-long'],
    [`taro@${'b.'.repeat(130)}jp`, 'too-long'],
    ['a'.repeat(2000), 'too-long'],
    ['ta\ufffdro@example.jp', 'undecodable'],
    ['ta\ud800ro@example.jp', 'undecodable'],
    ['taro@exa\ufffdmple.jp', 'undecodable'],
  ])('%j as %s', (given, fault) => {
    expect(parseAddress(given)).toBe(fault)
  })
})

describe('parseAddress accepts', () => {
  it.each([
    ['taro@example.jp', 'taro@example.jp'],
    ['  taro@example.jp\t', 'taro@example.jp'],
    ['\u3000taro@example.jp\u00a0', 'taro@example.jp'],
    ['\ufeff\u200b taro@example.jp \u200b', 'taro@example.jp'],
    ['mailto:taro@example.jp', 'taro@example.jp'],
    ['MAILTO:taro@example.jp', 'taro@example.jp'],
    ['Taro@EXAMPLE.JP', 'Taro@example.jp'],
    ['taro@example.jp.', 'taro@example.jp'],
    ["a!#$%&'*+/=?^_`{|}~-b@example.jp", "a!#$%&'*+/=?^_`{|}~-b@example.jp"],
    [`${'a'.repeat(64)}@example.jp`, `${'a'.repeat(64)}@example.jp`],
    ['taro@xn--wgv71a.jp', 'taro@xn--wgv71a.jp'],
    ['taro@日本.jp', 'taro@xn--wgv71a.jp'],
    ['taro@日本。jp', 'taro@xn--wgv71a.jp'],
    ['taro@example。jp', 'taro@example.jp'],
    ['taro@example｡co｡jp', 'taro@example.co.jp'],
    ['taro@EXAMPLE.日本', 'taro@example.xn--wgv71a'],
    ['taro@XN--WGV71A.jp', 'taro@xn--wgv71a.jp'],
    ['taro@\u212aen.example', 'taro@ken.example'],
    ['taro@ﬁne.example', 'taro@fine.example'],
    // A final sigma is a letter of its own, as ß is; an upper-case one is not final.
    ['taro@βόλος.example', 'taro@xn--nxasmm1c.example'],
    ['taro@ΒΌΛΟΣ.example', 'taro@xn--nxasmq6b.example'],
    ['a.@ezweb.ne.jp', 'a.@ezweb.ne.jp'],
    ['taro@faß.de', 'taro@xn--fa-hia.de'],
    ['taro@3com.example.jp', 'taro@3com.example.jp'],
    ['１２３＠ｅｘａｍｐｌｅ．ｊｐ', '123@example.jp'],
    ['ｔａｒｏ@example.jp', 'taro@example.jp'],
    ['a..b@docomo.ne.jp', 'a..b@docomo.ne.jp'],
    ['.a@ezweb.ne.jp', '.a@ezweb.ne.jp'],
    ['a.@t.ezweb.ne.jp', 'a.@t.ezweb.ne.jp'],
    ['"a..b"@docomo.ne.jp', 'a..b@docomo.ne.jp'],
    ['"taro"@docomo.ne.jp', 'taro@docomo.ne.jp'],
    ['太郎@example.jp', '太郎@example.jp'],
    // The Kelvin sign is K in NFC.
    ['\u212aen@example.jp', 'Ken@example.jp'],
  ])('%j as %j', (given, address) => {
    expect(parsed(given).address).toBe(address)
  })

  it('says when full-width letters were folded, and when the relay must speak SMTPUTF8', () => {
    expect(parsed('ｔａｒｏ@example.jp')).toMatchObject({wasFolded: true, needsSmtpUtf8: false})
    expect(parsed('taro@日本.jp')).toMatchObject({wasFolded: false, needsSmtpUtf8: false})
    expect(parsed('taro@example。jp')).toMatchObject({wasFolded: true, needsSmtpUtf8: false})
    expect(parsed('太郎@example.jp')).toMatchObject({wasFolded: false, needsSmtpUtf8: true})
  })

  it('gives the same answer however often and after however many domains it is asked', () => {
    const before = parsed('taro@日本。jp')
    for (let i = 0; i < 5000; i += 1) parseAddress(`taro@example${i}.jp`)
    expect(parsed('taro@日本。jp')).toEqual(before)
    expect(parseAddress('taro@exa_mple.jp')).toBe('domain-character')
    expect(parseAddress('taro@exa_mple.jp')).toBe('domain-character')
  })

  it('reads composed and decomposed accents as one address', () => {
    expect(parsed('re\u0301ne@example.jp')).toEqual(parsed('r\u00e9ne@example.jp'))
    expect(parsed('taro@cafe\u0301.example').address).toBe(parsed('taro@caf\u00e9.example').address)
  })

  it('is done with a cell of a megabyte at once', () => {
    const blanks = ' '.repeat(1_000_000)
    expect(parseAddress(`${blanks}taro@example.jp${blanks}`)).toMatchObject({address: 'taro@example.jp'})
    expect(parseAddress(`a${blanks}b`)).toBe('too-long')
    expect(parseAddress('\u200b'.repeat(100_000))).toBe('empty')
  })
})

describe('the three forms', () => {
  it.each([
    ['Taro@Example.JP', 'taro@example.jp', 'taro@example.jp'],
    ['Taro+News@Example.JP', 'taro+news@example.jp', 'taro@example.jp'],
    ['+news@example.jp', '+news@example.jp', '+news@example.jp'],
    ['T.Aro+x@GMail.com', 't.aro+x@gmail.com', 'taro@gmail.com'],
    ['t.aro@googlemail.com', 't.aro@googlemail.com', 'taro@gmail.com'],
    ['t.aro@example.com', 't.aro@example.com', 't.aro@example.com'],
    ['U.ser+x@docomo.ne.jp', 'u.ser+x@docomo.ne.jp', 'u.ser+x@docomo.ne.jp'],
    ['"A..b"@docomo.ne.jp', 'a..b@docomo.ne.jp', 'a..b@docomo.ne.jp'],
    // Lower case only: an upper-casing comparison would make the dotless i an I.
    ['Iı@example.jp', 'iı@example.jp', 'iı@example.jp'],
    ['İ@example.jp', 'i\u0307@example.jp', 'i\u0307@example.jp'],
    ['ﬁne@example.jp', 'ﬁne@example.jp', 'fine@example.jp'],
    ['\u212aen@example.jp', 'ken@example.jp', 'ken@example.jp'],
    ['ﾀﾛｳ@example.jp', 'ﾀﾛｳ@example.jp', 'タロウ@example.jp'],
  ])('of %s', (given, key, suppressKey) => {
    expect(parsed(given)).toMatchObject({key, suppressKey})
  })

  it('never sends to a folded form', () => {
    expect(parsed('T.Aro+x@Gmail.com').address).toBe('T.Aro+x@gmail.com')
  })

  it('matches a suppressed address whatever its case and blanks (rulebook H.1, 22)', () => {
    expect(parsed('user@example.com\u00a0').suppressKey).toBe(parsed('USER@Example.COM').suppressKey)
  })

  it('matches Gmail dots and tags, and never a carrier (rulebook H.1, 15 and 23)', () => {
    expect(parsed('user+x@gmail.com').suppressKey).toBe(parsed('u.ser@gmail.com').suppressKey)
    expect(parsed('user@docomo.ne.jp').suppressKey).not.toBe(parsed('u.ser@docomo.ne.jp').suppressKey)
    expect(parsed('"a..b"@docomo.ne.jp')).toEqual(parsed('a..b@docomo.ne.jp'))
  })

  it('keeps faß.de and fass.de apart', () => {
    expect(parsed('a@faß.de').suppressKey).not.toBe(parsed('a@fass.de').suppressKey)
  })
})

describe('carrier domains', () => {
  it.each([
    'docomo.ne.jp',
    'au.com',
    'ezweb.ne.jp',
    'a1.ezweb.ne.jp',
    'co.biz.ezweb.ne.jp',
    'sky.tkk.ne.jp',
    'softbank.ne.jp',
    'i.softbank.jp',
    't.vodafone.ne.jp',
    'jp-k.ne.jp',
    'dk.pdx.ne.jp',
    'rakumail.jp',
  ])('%s issued odd dots', (domain) => {
    expect(parsed(`a..b.@${domain}`).suppressKey).toBe(`a..b.@${domain}`)
  })

  it.each(['example.docomo.ne.jp', 'docomo.ne.jp.example.com', 'notdocomo.ne.jp', 'xezweb.ne.jp', 'vodafone.ne.jp'])(
    '%s did not',
    (domain) => {
      expect(parseAddress(`a..b@${domain}`)).toBe('local-dots')
    },
  )
})

describe('wireForm', () => {
  it.each([
    ['a..b@docomo.ne.jp', '"a..b"@docomo.ne.jp'],
    ['.a@docomo.ne.jp', '".a"@docomo.ne.jp'],
    ['a.@docomo.ne.jp', '"a."@docomo.ne.jp'],
    ['a.b@docomo.ne.jp', 'a.b@docomo.ne.jp'],
  ])('of %s is %s', (address, wire) => {
    expect(wireForm(address)).toBe(wire)
    expect(parsed(wire).address).toBe(address)
  })
})
