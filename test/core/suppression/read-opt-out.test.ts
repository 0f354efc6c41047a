import {describe, expect, it} from 'vitest'
import {OPT_OUT_HEADERS, readDomainEntry, readOptOutRow} from '../../../src/core/suppression/read-opt-out.ts'

describe('readDomainEntry', () => {
  it.each([
    ['@example.jp', '@example.jp'],
    ['*@Example.JP', '@example.jp'],
    ['@日本.jp', '@xn--wgv71a.jp'],
    ['＠ｅｘａｍｐｌｅ．ｊｐ', '@example.jp'],
    // Suppress keys know googlemail.com as gmail.com.
    ['@googlemail.com', '@gmail.com'],
    ['@docomo.ne.jp', '@docomo.ne.jp'],
    ['taro@example.jp', null],
    ['example.jp', null],
    ['@', null],
    ['@example', null],
    ['@0x7f.1', null],
    ['@example.jp/日本', null],
    ['@a@example.jp', null],
    ['**@example.jp', null],
    ['', null],
  ])('%j is %s', (text, subject) => {
    expect(readDomainEntry(text)).toBe(subject)
  })

  it('is done with a long cell at once', () => {
    expect(readDomainEntry(`@${'a.'.repeat(500_000)}@`)).toBeNull()
  })
})

describe('readOptOutRow', () => {
  const columns = {address: 1, reason: 0, at: 2}
  const said = {reason: 'manual', scope: 'topic:sale', offsetMinutes: 540, source: 'stops.csv', line: 7} as const

  it('reads whom, why and since when', () => {
    expect(readOptOutRow(['退会', ' U.ser+x@Gmail.com ', '2024-04-01 09:00'], columns, said)).toEqual({
      kind: 'address',
      subject: 'user@gmail.com',
      reason: 'optout',
      scope: 'topic:sale',
      from: Date.parse('2024-04-01T09:00+09:00'),
      until: null,
      source: 'stops.csv',
      line: 7,
    })
  })

  it.each([
    ['spam report', 'complaint'],
    ['苦情', 'complaint'],
    ['Hard Bounce', 'bounce'],
    ['宛先不明', 'bounce'],
    ['弁護士より', 'legal'],
    ['unsubscribe', 'optout'],
    ['配信停止', 'optout'],
    ['', 'manual'],
    ['電話', 'manual'],
  ])('takes %j for %s', (word, reason) => {
    expect(readOptOutRow([word, 'a@example.jp', ''], columns, said)).toMatchObject({reason, from: null})
  })

  it('names what is wrong with an address, and reads a row that is too short', () => {
    expect(readOptOutRow(['', 'nobody', ''], columns, said)).toBe('no-at')
    expect(readOptOutRow(['退会'], columns, said)).toBe('empty')
  })

  it.each(['日時', '受付日', '配信停止日', 'date', 'created_at', 'Timestamp', 'UNSUB_TIME', 'opted_out_at'])(
    'finds the date under %s',
    (header) => expect(OPT_OUT_HEADERS.at.test(header)).toBe(true),
  )
})
