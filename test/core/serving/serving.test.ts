import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {clientKey, maskedClient} from '../../../src/core/serving/masked-client.ts'
import {pacer, recentWords} from '../../../src/core/serving/pacer.ts'
import {PAGE_LANGUAGES, pageLanguage} from '../../../src/core/serving/page-language.ts'

describe('the language of a page', () => {
  it.each([
    [null, 'de', 'de'],
    [null, 'de-CH-1996', 'de'],
    [null, 'DE', 'de'],
    [null, 'en;q=0.3, fr;q=0.9, de;q=0.8', 'fr'],
    [null, 'pt-BR, es;q=0.8, en;q=0.9', 'en'],
    [null, 'de;q=0, en;q=0.1', 'en'],
    [null, 'de;q=0', 'ja'],
    [null, 'fr, de', 'fr'],
    [null, '*', 'ja'],
    [null, '', 'ja'],
    [null, ';;;,q=1,,de;q=x,"', 'ja'],
    ['ko', 'de', 'ko'],
    ['zh_TW', 'de', 'zh'],
    ['pt', 'de', 'de'],
    ['', 'de', 'de'],
  ])('locale %s, header “%s”: %s', (locale, accepted, expected) => {
    expect(pageLanguage(locale, accepted, 'ja')).toBe(expected)
  })

  it('is one of ours, whatever a header holds', () => {
    fc.assert(fc.property(fc.string(), (header) => PAGE_LANGUAGES.includes(pageLanguage(null, header, 'en'))))
    expect(pageLanguage(null, `${'xx,'.repeat(100_000)}de`, 'en')).toBe('en')
  })
})

describe('the pace of clients', () => {
  it('lets a burst through, then one a step', () => {
    const wait = pacer({perSecond: 10, burst: 5}, 100)
    expect(Array.from({length: 8}, () => wait('a', 1000))).toEqual([0, 0, 0, 0, 0, 100, 200, 300])
    expect(wait('b', 1000)).toBe(0)
    expect(wait('a', 2000)).toBe(0)
  })

  it('forgives a flood after a while, however long it was', () => {
    const wait = pacer({perSecond: 1, burst: 5}, 100)
    for (let i = 0; i < 100_000; i += 1) wait('a', 0)
    expect(wait('a', 1000)).toBeGreaterThan(5000)
    expect(wait('a', 20_000)).toBe(0)
  })

  it('holds what it says of an hour, whoever keeps on trying', () => {
    const wait = pacer({perSecond: 20 / 3600, burst: 20}, 100)
    const passed = Array.from({length: 3600}, (_, second) => wait('a', second * 1000)).filter((ms) => ms === 0)
    expect(passed).toHaveLength(20)
    expect(wait('a', 3_600_000 + 180_000)).toBe(0)
  })

  it('remembers so many clients and no more', () => {
    const wait = pacer({perSecond: 1, burst: 1}, 2)
    wait('a', 0)
    wait('b', 0)
    wait('c', 0)
    expect(wait('b', 0)).toBeGreaterThan(0)
    expect(wait('a', 0)).toBe(0)
  })

  it('knows the last words again', () => {
    const wasThere = recentWords(2)
    expect(['a', 'a', 'b', 'c', 'a'].map(wasThere)).toEqual([false, true, false, false, false])
  })
})

describe('a client', () => {
  it.each([
    ['192.0.2.77', '192.0.2.77', '192.0.2.0'],
    ['::ffff:192.0.2.77', '192.0.2.77', '192.0.2.0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::', '2001:db8:1::'],
    ['2001:DB8:1:2::6', '2001:db8:1:2::', '2001:db8:1::'],
    ['2001:db8::6', '2001:db8:0:0::', '2001:db8:0::'],
    ['::1', '0:0:0:0::', '0:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0:0::', 'fe80:0:0::'],
    ['unknown', 'unknown', '?'],
  ])('%s counts as %s and is logged as %s', (address, key, masked) => {
    expect([clientKey(address), maskedClient(address)]).toEqual([key, masked])
  })
})
