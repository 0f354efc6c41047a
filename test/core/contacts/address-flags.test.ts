import {describe, expect, it} from 'vitest'
import type {Address} from '../../../src/core/contacts/address.ts'
import {isAddress, parseAddress} from '../../../src/core/contacts/address.ts'
import {makeAddressFlagger} from '../../../src/core/contacts/address-flags.ts'

const flagsOf = makeAddressFlagger(new Set(['mailinator.com', 'throwaway.example.org']))

function parsed(given: string): Address {
  const result = parseAddress(given)
  if (!isAddress(result)) throw new Error(`${JSON.stringify(given)}: ${result}`)
  return result
}

const kindsOf = (given: string) => flagsOf(parsed(given)).map(({kind}) => kind)

describe('flags', () => {
  it.each([
    ['taro@gmial.com', 'typo'],
    ['taro@mailinator.com', 'disposable'],
    ['taro@a.b.mailinator.com', 'disposable'],
    ['taro@phone.ne.jp', 'closed'],
    ['info@nic.ad.jp', 'role'],
    ['INFO2@nic.ad.jp', 'role'],
    ['soumu@nic.ad.jp', 'role'],
    ['www@nic.ad.jp', 'role'],
    ['abuse@nic.ad.jp', 'system-role'],
    ['postmaster@nic.ad.jp', 'system-role'],
    ['no-reply@nic.ad.jp', 'system-role'],
    ['noreply01@nic.ad.jp', 'system-role'],
    ['test@nic.ad.jp', 'made-up'],
    ['Test123@nic.ad.jp', 'made-up'],
    ['hoge@nic.ad.jp', 'made-up'],
    ['asdf@nic.ad.jp', 'made-up'],
    ['aaa@aaa.aa', 'made-up'],
    ['0000@nic.ad.jp', 'made-up'],
    ['123456@nic.ad.jp', 'made-up'],
    ['taro@example.com', 'made-up'],
    ['taro@example.co.jp', 'made-up'],
    ['taro@mail.example.jp', 'made-up'],
    ['taro@test.com', 'made-up'],
    ['taro@anything.invalid', 'made-up'],
    ['taro@anything.test', 'made-up'],
    ['taro@mail.local', 'made-up'],
    ['ｔａｒｏ@nic.ad.jp', 'folded'],
    ['taro@nic。ad。jp', 'folded'],
    ['a..b@docomo.ne.jp', 'odd-dots'],
    ['"a."@ezweb.ne.jp', 'odd-dots'],
    // Look-alikes: a Cyrillic а in a Latin word, whole words of Cyrillic, dots and hyphens of other widths.
    ['taro@gmаil.com', 'look-alike'],
    ['taro@gmaıl.com', 'look-alike'],
    ['taro@gmáil.com', 'look-alike'],
    ['taro@pаypal.com', 'look-alike'],
    ['taro@аррӏе.com', 'look-alike'],
    ['tаro@nic.ad.jp', 'look-alike'],
    ['рахо@nic.ad.jp', 'look-alike'],
    ['taro。yamada@nic.ad.jp', 'look-alike'],
  ])('%s is %s', (given, kind) => {
    expect(kindsOf(given)).toEqual([kind])
  })

  it.each([
    'taro@gmail.com',
    'taro.yamada85@yahoo.co.jp',
    'taro@日本語.jp',
    'taro@bücher.de',
    'иван@почта.рф',
    'иван@nic.ad.jp',
    'ヤマダ@nic.ad.jp',
    'tarō@nic.ad.jp',
    '한국@한국.kr',
    'a1@nic.ad.jp',
    'aa@nic.ad.jp',
    'informatics@nic.ad.jp',
    'tester.yamada@nic.ad.jp',
    '987654@qq.com',
    'examples@contest.com',
    'a.b@docomo.ne.jp',
  ])('nothing about %s', (given) => {
    expect(flagsOf(parsed(given))).toEqual([])
  })

  it('say what was probably meant, for a slip and for a look-alike, without changing the address', () => {
    expect(flagsOf(parsed('taro@gmial.com'))).toEqual([{kind: 'typo', domain: 'gmial.com', suggestion: 'gmail.com'}])
    expect(flagsOf(parsed('taro@gmаil.com'))).toEqual([
      {kind: 'look-alike', domain: 'xn--gmil-63d.com', suggestion: 'gmail.com'},
    ])
    expect(parsed('taro@gmial.com').address).toBe('taro@gmial.com')
  })

  it('come together, each kind once', () => {
    expect(kindsOf('test@example.com')).toEqual(['made-up'])
    expect(kindsOf('ｉｎｆｏ@gmial.com')).toEqual(['typo', 'role', 'folded'])
  })

  it('cost nothing where there are none: the answer is one shared empty array', () => {
    expect(flagsOf(parsed('taro@gmail.com'))).toBe(flagsOf(parsed('hanako@nic.ad.jp')))
  })

  it('are the same however many domains came before', () => {
    for (let i = 0; i < 10_000; i += 1) flagsOf(parsed(`taro@shop${i}.jp`))
    expect(kindsOf('taro@gmial.com')).toEqual(['typo'])
    expect(kindsOf('taro@gmail.com')).toEqual([])
  })
})
