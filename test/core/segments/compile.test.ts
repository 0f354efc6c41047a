import {describe, expect, it} from 'vitest'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import {compileSegment} from '../../../src/core/segments/compile.ts'
import type {BuiltInField, SegmentContact} from '../../../src/core/segments/fields.ts'
import {namesOfColumns} from '../../../src/core/segments/fields.ts'

const JAPAN = 540

const GIVEN: ConsentFact = {
  ...{kind: 'given', basis: 'consent', at: Date.parse('2024-03-01T10:00+09:00'), method: null, source: null},
  ...{wording: null, purpose: null, topic: null, evidence: {}},
}

const HANAKO: SegmentContact = {
  address: 'hanako@shop.example.jp',
  country: 'JP',
  locale: 'ja-jp',
  timeZone: 'Asia/Tokyo',
  addedAt: Date.parse('2024-05-01T23:30+09:00'),
  attributes: {
    都道府県: '東京都',
    plan: 'Gold',
    points: '1,200',
    点数: '９８',
    code: '007',
    date: '2024/1/1',
    time: '2024-01-01 10:00:30',
    era: '令和6年1月1日',
    vip: 'はい',
    kana: 'ﾄｳｷｮｳ ﾀﾛｳ',
    'Date of birth': '1990-02-03',
    'a]b': 'x',
    国籍: 'カナダ',
    domain: 'west',
    long: '12345678901234567',
    minus: '−5',
    quote: 'say "hi"',
    constructor: 'Crane Ltd',
  },
  consents: [GIVEN],
}
const NOBODY: SegmentContact = {
  ...{
    address: 'x@example.com',
    country: null,
    locale: null,
    timeZone: null,
    addedAt: null,
    attributes: {},
    consents: [],
  },
}
const NAMES = [...Object.keys(HANAKO.attributes), 'empty one', '2024年度']

function holds(text: string, contact: SegmentContact = HANAKO): boolean {
  return compileSegment(text, {names: NAMES, offsetMinutes: JAPAN}).test(contact)
}

const TRUE = [
  // text
  'plan = "gold"',
  "plan = 'GOLD'",
  'plan = “gold”',
  'plan ＝ ＂ＧＯＬＤ＂',
  'plan = 「gold」',
  'PLAN = " gold "',
  'plan != "silver"',
  'not plan = "silver"',
  '都道府県 = "東京都"',
  '都道府県 starts with "東"',
  '都道府県 ends with "都"',
  'kana contains "トウキョウ"',
  'quote = "say ""hi"""',
  'quote contains \'"hi"\'',
  'plan < "silver"',
  'plan >= "gold"',
  'constructor = "crane ltd"',
  // lists
  'plan in ("silver", "gold")',
  'plan in （"silver"、"gold"）',
  'points in (5, 1200)',
  'points in ("5", "1200")',
  'date in (2023-12-31, 2024-01-01)',
  'plan not in ("silver")',
  'plan not contains "silver"',
  // numbers
  'points = 1200',
  'points = "1200"',
  'points = "1,200"',
  'points > 1199.5',
  'points > 999',
  'points > "999"',
  '点数 = 98',
  '点数 ≦ 98',
  '点数 ≧ ９８',
  '点数 ≠ 97',
  'minus = -5',
  'minus < +1',
  'code = "007"',
  'code != "7"',
  'code < 8',
  'long = "12345678901234567"',
  'long != "12345678901234568"',
  'plan != 5',
  // dates
  'date = 2024-01-01',
  'date = 2024/1/1',
  'date = 2024年1月1日',
  'date = "2024-01-01"',
  'date = 2024-01-01T00:00+09:00',
  'date = 2024-01-01 00:00:00',
  'date != 2024-01-01 10:00',
  'date <= 2024-01-01',
  'date >= 2024-01-01',
  'date < 2024-01-02',
  'date > 2023-12-31',
  'date < 2024-01-01T00:00Z',
  'era = 2024-01-01',
  'time = 2024-01-01',
  'time = 2024-01-01 10:00',
  'time = 2024-01-01 10:00:30',
  'time = 2024-01-01T01:00Z',
  'time > 2024-01-01 09:59',
  'time <= 2024-01-01 10:00',
  'time > "2023-12-31"',
  '[Date of birth] < 2000-01-01',
  // yes and no
  'vip = true',
  'vip != false',
  // empty
  '[empty one] is empty',
  '`empty one` is empty',
  'plan is not empty',
  '2024年度 is empty',
  '[empty one] != "x"',
  'not [empty one] = "x"',
  '[empty one] not in ("x")',
  // names
  'ＰＬＡＮ = "gold"',
  '[a]]b] = "x"',
  'domain = "shop.example.jp"',
  '[domain] = "west"',
  // fields
  'address starts with "hanako@"',
  'domain = "@shop.example.jp"',
  'domain ends with ".example.jp"',
  'country = "jp"',
  'country = "日本"',
  'country in ("US", "JP")',
  'locale starts with "ja"',
  'time_zone = "asia/tokyo"',
  'added_at = 2024-05-01',
  'added_at in (2024-05-01)',
  'added_at > "2024-04-30"',
  'added_at is not empty',
  'consent = "given"',
  'consent_basis = "consent"',
  'consent_at = 2024-03-01 10:00',
  // joints
  'plan = "x" or plan = "gold" and points = 1200',
  '(plan = "x" or plan = "gold") and points = 1200',
  'not (plan = "x" and points = 1200)',
  'NOT plan = "x" AND Points = 1200',
  'plan="gold"and points=1200',
  'plan = "gold"\n  and points = 1200\t',
]
const FALSE = [
  'plan = "silver"',
  'plan != "gold"',
  'plan in ("silver")',
  'plan not in ("gold")',
  '都道府県 contains "京都府"',
  'code = "7"',
  'code in ("7")',
  'plan > 5',
  'plan < 5',
  'plan = true',
  'date > 2024-01-01',
  'date < 2024-01-01',
  'time = 2024-01-01 10:01',
  'time = 2024-01-01 10:00:31',
  'time = 2024-01-01 10:00Z',
  'date = 2024-01-01 10:00',
  'plan < 2024-01-01',
  'vip = false',
  '[empty one] is not empty',
  '[empty one] = "x"',
  '[empty one] > 0',
  '[empty one] < 2024-01-01',
  '[empty one] < "x"',
  '[empty one] contains "x"',
  '[empty one] = false',
  'plan = "x" or plan = "gold" and points = 1',
  '(plan = "x" or plan = "gold") and points = 1',
  'domain = "west"',
  'added_at > 2024-05-01',
  'consent != "given"',
]

describe('a segment', () => {
  it.each(TRUE)('holds who fits: %s', (text) => {
    expect(holds(text)).toBe(true)
  })

  it.each(FALSE)('leaves out who does not: %s', (text) => {
    expect(holds(text)).toBe(false)
  })

  it.each([
    ['consent = "none"', true],
    ['consent_basis is empty', true],
    ['consent_at is empty', true],
    ['consent_at < 2030-01-01', false],
    ['consent_at != 2024-03-01', true],
    ['added_at is empty', true],
    ['added_at >= 1970-01-01', false],
    ['country is empty and locale is empty and time_zone is empty', true],
    ['country != "JP"', true],
    ['constructor is empty', true],
    ['plan starts with "g"', false],
  ])('takes what is missing as empty: %s', (text, expected) => {
    expect(holds(text, NOBODY)).toBe(expected)
  })

  it('goes by the newest consent, and a confirmed one is a given one', () => {
    const with_ = (...consents: Partial<ConsentFact>[]) => ({
      ...NOBODY,
      consents: consents.map((each) => ({...GIVEN, ...each})),
    })
    expect(holds('consent = "given"', with_({kind: 'confirmed'}))).toBe(true)
    const left = with_({}, {kind: 'withdrawn', basis: null, at: Date.parse('2024-06-01T00:00+09:00')})
    expect(holds('consent = "withdrawn" and consent_at = 2024-06-01 and consent_basis is empty', left)).toBe(true)
    expect(holds('consent in ("given", "refused", "expired", "none")', left)).toBe(false)
  })

  it('reads dates of cells and its own in the zone it is told', () => {
    const utc = compileSegment('date = 2024-01-01T00:00Z', {names: ['date'], offsetMinutes: 0})
    expect(utc.test(HANAKO)).toBe(true)
    expect(holds('date = 2024-01-01T00:00Z')).toBe(false)
  })

  it('says which columns and fields it looks at, each once and as the list writes them', () => {
    const {names} = compileSegment('PLAN = "a" or not (Country = "JP" and plan = "b") or ［点数］ > 3', {
      names: NAMES,
      offsetMinutes: JAPAN,
    })
    expect(names).toEqual(['plan', 'country', '点数'])
  })

  it('takes the first filled one of headers that differ in case or width only', () => {
    const {test} = compileSegment('plan = "gold"', {names: ['Plan', 'ＰＬＡＮ'], offsetMinutes: 0})
    const having = (attributes: Record<string, string>) => test({...NOBODY, attributes})
    expect([having({Plan: 'gold'}), having({ＰＬＡＮ: 'gold'}), having({Plan: 'x', ＰＬＡＮ: 'gold'})]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('may join thousands of comparisons, and list thousands of values', () => {
    const numbers = Array.from({length: 1200}, (_, i) => i + 300)
    expect(holds(`points in (${numbers.join(',')})`)).toBe(true)
    expect(holds(`code in (${numbers.map((each) => `"${each}"`).join(',')})`)).toBe(false)
    expect(holds(Array.from({length: 700}, () => 'points = 1').join(' or '))).toBe(false)
    expect(holds(Array.from({length: 500}, () => 'points = 1200').join(' and '))).toBe(true)
  })

  it('compares international domains in any spelling', () => {
    const contact = {...NOBODY, address: 'a@xn--wgv71a119e.example'}
    expect(holds('domain = "日本語.example"', contact)).toBe(true)
    expect(holds('domain in ("日本語.EXAMPLE")', contact)).toBe(true)
  })
})

describe('the names of a list', () => {
  const column = (
    header: string,
    field: Parameters<typeof namesOfColumns>[0][number]['field'],
    fate = 'store' as const,
  ) => ({
    header,
    field,
    fate,
  })

  it('are its attributes, and the headers that an import read as a field of ours', () => {
    const known = namesOfColumns([
      column('メール', 'address'),
      column('氏名', 'name'),
      column('国名', 'country'),
      column('登録日', 'consent_at'),
      column('都道府県', 'attribute'),
      column('都道府県', 'attribute'),
      column('メモ', 'ignore'),
      {header: 'マイナンバー', field: 'attribute', fate: 'leave-out'},
    ])
    expect(known.names).toEqual(['氏名', '都道府県'])
    const aliases: [string, BuiltInField][] = [
      ['メール', 'address'],
      ['国名', 'country'],
      ['登録日', 'consent_at'],
    ]
    expect([...known.aliases!]).toEqual(aliases)
    const {test, names} = compileSegment('国名 = "JP" and 登録日 > 2024-01-01 and 都道府県 = "東京都"', {
      ...known,
      offsetMinutes: JAPAN,
    })
    expect([test(HANAKO), names]).toEqual([true, ['country', 'consent_at', '都道府県']])
  })
})
