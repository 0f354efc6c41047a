import {describe, expect, it} from 'vitest'
import {planOptOuts} from '../../../src/core/suppression/opt-out-columns.ts'
import {makeOptOutReader, readDomainEntry} from '../../../src/core/suppression/read-opt-out.ts'

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

describe('a row of opt-outs', () => {
  const said = {reason: 'manual', scope: 'topic:sale', offsetMinutes: 540, source: 'stops.csv', rows: null} as const
  const plan = (header: string[], ...sample: string[][]) =>
    planOptOuts(
      {name: 'list.csv', hasHeader: true, header, headerWords: header, sample, addressLike: []},
      {column: null, rows: null, dates: null},
    )!
  const read = (fields: string[], header = ['reason', 'email', 'date']) =>
    makeOptOutReader(plan(header, fields), said)(fields, 7)

  it('reads whom, why and since when', () => {
    expect(read(['退会', ' U.ser+x@Gmail.com ', '2024-04-01 09:00'])).toEqual({
      is: 'entry',
      entry: {
        kind: 'address',
        subject: 'user@gmail.com',
        spelling: 'U.ser+x@gmail.com',
        reason: 'optout',
        scope: 'topic:sale',
        from: Date.parse('2024-04-01T09:00+09:00'),
        until: null,
        source: 'stops.csv',
        line: 7,
      },
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
    expect(read([word, 'a@example.jp', ''])).toMatchObject({entry: {reason, from: null}})
  })

  it.each([
    ['my mailbox is invalid? no I unsubscribed', 'optout'],
    ['please tell the admin that I never asked for this', 'optout'],
    ['this is spam and my mailbox is invalid too', 'complaint'],
  ])('takes no sentence for less than an opt-out: %j', (word, reason) => {
    expect(read([word, 'a@example.jp', ''])).toMatchObject({entry: {reason}})
  })

  it.each([
    ['2026-12-31', '2027-01-01T00:00+09:00'],
    ['2026年12月31日', '2027-01-01T00:00+09:00'],
    ['20261231', '2027-01-01T00:00+09:00'],
    ['2026-12-31 00:00', '2026-12-31T00:00+09:00'],
    ['2026-12-31T09:00:00+09:00', '2026-12-31T09:00+09:00'],
    ['20261231 000000', '2026-12-31T00:00+09:00'],
  ])('until %j holds to its end', (until, end) => {
    const header = ['email', 'until']
    expect(read(['a@example.jp', until], header)).toMatchObject({entry: {until: Date.parse(end)}})
  })

  it('names what is wrong with an address, and reads a row that is too short', () => {
    expect(read(['', 'nobody', ''])).toEqual({is: 'unreadable', why: 'no-at'})
    expect(read(['退会'])).toEqual({is: 'unreadable', why: 'empty'})
  })

  it.each(['日時', '受付日', '配信停止日', 'date', 'created_at', 'Timestamp', 'UNSUB_TIME', 'opted_out_at'])(
    'finds the date under %s',
    (header) => expect(plan(['email', 'OPTIN_TIME', header]).columns.at).toBe(2),
  )
})
