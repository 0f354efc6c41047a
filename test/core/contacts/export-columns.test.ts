import {describe, expect, it} from 'vitest'
import type {ConsentFact} from '../../../src/core/contacts/consent.ts'
import type {ExportedPerson} from '../../../src/core/contacts/export-cells.ts'
import {chooseColumns} from '../../../src/core/contacts/export-columns.ts'
import type {Field} from '../../../src/core/contacts/fields.ts'
import type {MappedColumn} from '../../../src/core/contacts/mapping.ts'
import type {SuppressionHit} from '../../../src/core/suppression/entry.ts'
import {AppError} from '../../../src/errors.ts'

const column = (header: string, field: Field, fate: MappedColumn['fate'] = 'store'): MappedColumn => ({
  index: 0,
  header,
  field,
  fate,
  category: null,
  confidence: 'sure',
})

const MAPPED = [
  column('メールアドレス', 'address'),
  column('氏名', 'name'),
  column('国', 'country'),
  column('既往歴', 'attribute', 'leave-out-without-consent'),
  column('マイナンバー', 'attribute', 'leave-out'),
  column('Points, total', 'attribute'),
  column('country', 'attribute'),
  column('氏名', 'attribute'),
  column('名刺交換日', 'card_received_at'),
]

const choose = (said: readonly string[] | null, tellsNo = false) =>
  chooseColumns({mapped: MAPPED, said, tellsNo, offsetMinutes: 540})
const headersOf = (said: readonly string[] | null, tellsNo = false) =>
  choose(said, tellsNo).columns.map(({header}) => header)

describe('the columns of an export', () => {
  it('are address, attributes in the order of the imports, ours last; sensitive ones stay at home', () => {
    expect(headersOf(null)).toEqual([
      'email',
      '氏名',
      'Points, total',
      'country',
      'country',
      'locale',
      'consent',
      'consent_basis',
      'consent_at',
      'consent_source',
      'card_received_at',
      'opt_out',
      'opt_out_at',
    ])
    expect(choose(null).leftOut).toEqual(['既往歴'])
  })

  it('can be named in any order and spelling, also by the header a field was read from', () => {
    expect(headersOf(['opt_out, EMAIL,氏名'])).toEqual(['opt_out', 'email', '氏名'])
    expect(headersOf(['Points, total', '国', 'メールアドレス', 'address'])).toEqual([
      'Points, total',
      'country',
      'email',
    ])
    expect(headersOf(['ＬＯＣＡＬＥ,氏名'])).toEqual(['locale', '氏名'])
  })

  it('that are sensitive go out only when let out, and identifying numbers are such', () => {
    const mapped = [
      ...MAPPED,
      {...column('旅券番号', 'attribute'), kept: {basis: 'law' as const, evidence: 'form 2'}},
      column('口座番号', 'attribute', 'leave-out-without-ground'),
      {...column('アレルギー', 'attribute'), kept: {basis: 'consent' as const, evidence: 'form 3'}},
    ]
    const chosen = (said: readonly string[] | null, withSensitive: readonly string[] = []) =>
      chooseColumns({mapped, said, withSensitive, tellsNo: false, offsetMinutes: 540})
    expect(chosen(null)).toMatchObject({leftOut: ['既往歴', '旅券番号', 'アレルギー'], sensitive: []})
    expect(() => chosen(['email,旅券番号,アレルギー'])).toThrow('EXPORT_SENSITIVE {"columns":"旅券番号, アレルギー"}')
    expect(chosen(['email', '旅券番号'], ['旅券番号']).sensitive).toEqual(['旅券番号'])
    expect(chosen(null, ['既往歴'])).toMatchObject({leftOut: ['旅券番号', 'アレルギー'], sensitive: ['既往歴']})
    expect(() => chosen(null, ['マイナンバー'])).toThrow('FLAG_INVALID')
    expect(() => chosen(null, ['口座番号'])).toThrow('FLAG_INVALID')
  })

  it('mean ours before a column of the list of the same name, unless that stands in brackets', () => {
    const person = {...NOBODY, contact: {...NOBODY.contact, country: 'JP', attributes: {country: 'Japan'}}}
    const cells = choose(['country,[country]']).columns.map(({read}) => read(person))
    expect(cells).toEqual(['JP', 'Japan'])
  })

  it('tell who said no whenever such people are exported', () => {
    expect(headersOf(['email'], true)).toEqual(['email', 'consent', 'opt_out'])
    expect(headersOf(['opt_out,email'], true)).toEqual(['opt_out', 'email', 'consent'])
    expect(headersOf(['email'])).toEqual(['email'])
  })

  it.each([
    ['consent_a', 'consent_at'],
    ['マイナンバー', /^email, country, .*既往歴/],
    ['constructor', /^email, /],
  ])('refuse %s and say what there is', (name, expected) => {
    const error = (() => {
      try {
        return choose([`email,${name}`])
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).values).toMatchObject({flag: '--columns', given: name})
    expect((error as AppError).values.expected).toMatch(expected)
  })
})

const NOBODY: ExportedPerson = {
  contact: {address: 'taro@example.jp', country: null, locale: null, timeZone: null, attributes: {}},
  consent: null,
  optOut: null,
}
const GIVEN: ConsentFact = {
  kind: 'confirmed',
  basis: 'soft_optin',
  at: Date.parse('2024-03-31T23:30:00Z'),
  method: 'web',
  source: '店頭',
  wording: null,
  purpose: 'news',
  topic: null,
  evidence: {card_received_at: '2024-01-01'},
}
const HIT: SuppressionHit = {
  uuid: '',
  subject: 'taro@example.jp',
  reason: 'bounce',
  scope: 'all',
  from: Date.parse('2024-04-01T00:00:00+09:00'),
  until: null,
  source: 'x',
  line: null,
  recordedAt: 0,
}

describe('the cells of a person', () => {
  const said = ['email,consent,consent_basis,consent_at,consent_source,card_received_at,opt_out,opt_out_at']
  const cells = (person: ExportedPerson, offsetMinutes = 540) =>
    chooseColumns({mapped: MAPPED, said, tellsNo: false, offsetMinutes}).columns.map(({read}) => read(person))

  it('say consent and opt-out in words an import reads, moments with their zone', () => {
    const person = {...NOBODY, consent: GIVEN, optOut: HIT}
    const moment = '2024-04-01T08:30:00+09:00'
    expect(cells(person)).toEqual([
      ...['taro@example.jp', 'given', 'soft_optin', moment, '店頭', '2024-01-01', 'bounce'],
      '2024-04-01T00:00:00+09:00',
    ])
    expect(cells(person, -210)[3]).toBe('2024-03-31T20:00:00-03:30')
    expect(cells({...NOBODY, consent: {...GIVEN, kind: 'withdrawn', at: null}}).slice(1, 4)).toEqual([
      'withdrawn',
      'soft_optin',
      '',
    ])
  })

  it('say which part of mail an opt-out forbids when it is not all, and nothing of who said nothing', () => {
    expect(cells({...NOBODY, optOut: {...HIT, reason: 'optout', scope: 'topic:sale', from: null}}).slice(6)).toEqual([
      'optout topic:sale',
      '',
    ])
    expect(cells(NOBODY)).toEqual(['taro@example.jp', '', '', '', '', '', '', ''])
  })
})
