import {describe, expect, it} from 'vitest'
import {
  isOptOutFlag,
  readBasis,
  readMoment,
  readOptOut,
  readYesNo,
  saysNothing,
} from '../../../src/core/contacts/words.ts'

const JAPAN = 540
const at = (text: string) => Date.parse(text)

describe('readMoment', () => {
  it.each([
    ['2024-04-01', '2024-04-01T00:00+09:00'],
    ['2024/4/1', '2024-04-01T00:00+09:00'],
    ['2024.04.01', '2024-04-01T00:00+09:00'],
    ['20240401', '2024-04-01T00:00+09:00'],
    [' 2024-04-01 ', '2024-04-01T00:00+09:00'],
    ['2024-04-01 9:05', '2024-04-01T09:05+09:00'],
    ['2024/04/01 09:05:07', '2024-04-01T09:05:07+09:00'],
    ['2024-04-01T09:05:07', '2024-04-01T09:05:07+09:00'],
    ['2024-04-01T09:05:07.123', '2024-04-01T09:05:07+09:00'],
    ['2024-04-01T09:05:07Z', '2024-04-01T09:05:07Z'],
    ['2024-04-01T09:05:07.5Z', '2024-04-01T09:05:07Z'],
    ['2024-04-01T09:05:07+01:00', '2024-04-01T09:05:07+01:00'],
    ['2024-04-01 09:05:07 -0330', '2024-04-01T09:05:07-03:30'],
    ['2024年4月1日', '2024-04-01T00:00+09:00'],
    ['2024年4月1日 9時5分', '2024-04-01T09:05+09:00'],
    ['2024年4月1日 9時5分7秒', '2024-04-01T09:05:07+09:00'],
    ['２０２４年４月１日', '2024-04-01T00:00+09:00'],
    ['２０２４／０４／０１', '2024-04-01T00:00+09:00'],
    ['令和6年4月1日', '2024-04-01T00:00+09:00'],
    ['令和元年5月1日', '2019-05-01T00:00+09:00'],
    ['R6.4.1', '2024-04-01T00:00+09:00'],
    ['r6/4/1', '2024-04-01T00:00+09:00'],
    ['Ｒ６．４．１', '2024-04-01T00:00+09:00'],
    ['平成31年4月30日', '2019-04-30T00:00+09:00'],
    ['H31-4-30', '2019-04-30T00:00+09:00'],
    ['昭和64年1月7日', '1989-01-07T00:00+09:00'],
    ['S64.1.7', '1989-01-07T00:00+09:00'],
    ['2024-02-29', '2024-02-29T00:00+09:00'],
  ])('reads %j', (cell, moment) => {
    expect(readMoment(cell, JAPAN)).toBe(at(moment))
  })

  it.each([
    '',
    ' ',
    'いつか',
    '04/01/2024',
    '1/4/2024',
    '2024',
    '2024-04',
    '2024-13-01',
    '2024-04-31',
    '2023-02-29',
    '2024-00-10',
    '2024-04-00',
    '2024-04-01 24:00',
    '2024-04-01 09:60',
    '2024-04-01 09:05:60',
    '2024-04-01 9',
    '20240431',
    '0000-00-00 00:00:00',
    '0024-04-01',
    '令和6年4月31日',
    '1711897200',
    '45383',
    '2024-04-01 09:05:07 JST',
  ])('does not guess at %j', (cell) => {
    expect(readMoment(cell, JAPAN)).toBeNull()
  })

  it('takes the zone it is told for dates that name none, and only for those', () => {
    expect(readMoment('2024-04-01', 0)).toBe(at('2024-04-01T00:00Z'))
    expect(readMoment('2024-04-01', -300)).toBe(at('2024-04-01T00:00-05:00'))
    expect(readMoment('2024-04-01T00:00Z', -300)).toBe(at('2024-04-01T00:00Z'))
  })

  it('is done with a page of blanks at once', () => {
    expect(readMoment(`2024-04-01${' '.repeat(1_000_000)}x`, JAPAN)).toBeNull()
    expect(readMoment(`${' '.repeat(1_000_000)}2024-04-01`, JAPAN)).toBe(at('2024-04-01T00:00+09:00'))
  })
})

describe('readYesNo', () => {
  it.each([
    '1',
    'TRUE',
    'Yes',
    'y',
    'on',
    'はい',
    '有',
    'あり',
    '○',
    '◯',
    '同意する',
    '同意済み',
    '承諾',
    '希望する',
    '１',
    'ＯＫ',
    ' yes ',
  ])('%j is a yes', (cell) => expect(readYesNo(cell)).toBe(true))
  it.each([
    '0',
    'false',
    'No',
    'いいえ',
    '無',
    'なし',
    '×',
    '✕',
    '同意しない',
    '不同意',
    '拒否',
    '希望しない',
    '不要',
    'NG',
    '０',
  ])('%j is a no', (cell) => expect(readYesNo(cell)).toBe(false))
  it.each(['', ' ', '-', '?', '未定', '2', 'maybe', '同意？'])('%j is neither', (cell) =>
    expect(readYesNo(cell)).toBeNull(),
  )
})

describe('readOptOut of a column that asks whether mail is stopped', () => {
  it.each([
    '1', 'true', 'YES', 'on', 'はい', '○', '〇', '◯', '✓', '有', 'あり', '済', '済み', '停止', '配信停止', '拒否', '受信拒否', '退会', '解除',
    '希望', '可', '対象', 'unsubscribed', 'Unsubscribe', 'suppressed', 'opted out', 'opt-out', 'blocked', '2024-04-01', '2024/4/1 9:05',
    '04/01/2024', '１', 'x', '本人から電話',
  ])('%j is a stop', (cell) => expect(readOptOut(cell, true)).toEqual({reason: 'optout'})) // biome-ignore format: words
  it.each([
    '0',
    'false',
    'No',
    'off',
    '０',
    'いいえ',
    '無',
    'なし',
    '×',
    '未退会',
    'subscribed',
    'active',
    '配信中',
    '会員',
  ])('%j is none', (cell) => expect(readOptOut(cell, true)).toBe('active'))
})

describe('readOptOut of a status column', () => {
  it.each([
    '停止',
    '配信停止',
    '配信停止中',
    '不可',
    '配信不可',
    '×',
    'NG',
    '退会済',
    '無効',
    'unsubscribed',
    'inactive',
    '0',
    'false',
    'no',
    'opted_out'.replace('_', ' '),
  ])('%j is a stop', (cell) => expect(readOptOut(cell, false)).toEqual({reason: 'optout'}))
  it.each([
    '1',
    'true',
    'yes',
    'subscribed',
    'Active',
    'enabled',
    '配信',
    '配信中',
    '可',
    '配信可',
    '有効',
    '購読中',
    '○',
    'ok',
  ])('%j is active', (cell) => expect(readOptOut(cell, false)).toBe('active'))
  it.each(['pending', '仮登録', 'VIP', '2024-04-01', '2'])('%j says nothing we know', (cell) =>
    expect(readOptOut(cell, false)).toBeNull(),
  )
})

describe('readOptOut of either', () => {
  it.each([true, false])('tells complaints and bounces (flag: %s)', (isFlag) => {
    for (const cell of ['complained', 'Complaint', 'spam', 'spam report', 'abuse', '苦情', '迷惑メール報告'])
      expect(readOptOut(cell, isFlag), cell).toEqual({reason: 'complaint'})
    for (const cell of [
      'bounced',
      'Bounce',
      'hard bounced',
      'hard-bounce',
      'cleaned',
      'エラー',
      '不達',
      '配信エラー',
      'ｴﾗｰ',
    ])
      expect(readOptOut(cell, isFlag), cell).toEqual({reason: 'bounce'})
    for (const cell of [
      '',
      ' ',
      '-',
      'ー',
      'NULL',
      '\\N',
      'n/a',
      'none',
      '未',
      '***',
      '0000-00-00',
      '0000-00-00 00:00:00',
      '0000/00/00',
    ])
      expect(readOptOut(cell, isFlag), cell).toBeNull()
  })

  it('knows an empty cell by what stands in one', () => {
    expect(saysNothing('―')).toBe(true)
    expect(saysNothing('0')).toBe(false)
    expect(saysNothing('2024-04-01')).toBe(false)
  })
})

describe('isOptOutFlag', () => {
  it.each([
    '配信停止',
    '配信停止フラグ',
    '配信停止状態',
    '受信拒否',
    '退会',
    '退会フラグ',
    '解約',
    'オプトアウト',
    '配信不要',
    'unsubscribed',
    'Opted Out',
    'opt_out',
    'suppressed',
    'bounced',
    'complained',
    'do_not_contact',
  ])('%s asks whether mail is stopped', (header) => expect(isOptOutFlag(header)).toBe(true))
  it.each([
    '配信可否',
    '配信状態',
    '配信ステータス',
    '配信フラグ',
    '送信可否',
    'メール配信',
    'status',
    'Subscription Status',
    'ｽﾃｰﾀｽ',
  ])('%s tells a state', (header) => expect(isOptOutFlag(header)).toBe(false))
})

describe('readBasis', () => {
  it.each([
    ['consent', 'consent'],
    ['同意', 'consent'],
    ['Opt-in', 'consent'],
    ['明示の同意', 'consent'],
    ['名刺', 'card'],
    ['名刺交換', 'card'],
    ['business card', 'card'],
    ['取引先', 'trade'],
    ['既存顧客', 'trade'],
    ['customer', 'trade'],
    ['公表', 'published'],
    ['soft opt-in', 'soft_optin'],
    ['implied:purchase', 'implied_purchase'],
    ['implied inquiry', 'implied_inquiry'],
    ['正当な利益', 'legit_interest'],
    ['Legitimate Interest', 'legit_interest'],
    ['契約', 'contract'],
    ['', null],
    ['不明', null],
    ['purchased list', null],
  ])('%j is %s', (cell, basis) => {
    expect(readBasis(cell)).toBe(basis)
  })
})
