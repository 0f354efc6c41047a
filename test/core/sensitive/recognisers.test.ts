import {describe, expect, it, test} from 'vitest'
import {judgeHeader} from '../../../src/core/sensitive/header-words.ts'
import {startColumnJudge} from '../../../src/core/sensitive/judge-columns.ts'
import {labelledIn, provedBy, RECOGNISERS} from '../../../src/core/sensitive/recognisers/all.ts'
import {holdsNumber} from '../../../src/core/sensitive/recognisers/recogniser.ts'

const recogniser = (kind: string) => RECOGNISERS.find((each) => each.kind === kind)!

/** One column judged over its cells. */
function judge(header: string, cells: readonly string[], asOf: number | null = null) {
  const columns = startColumnJudge([header], asOf)
  for (const cell of cells) columns.see([cell])
  return columns.result()[0]!
}

/** Published examples, none of a living person, and the same with a wrong check digit. */
test.each([
  ['br-cpf', '529.982.247-25', '529.982.247-26'],
  ['sg-nric', 'S1234567D', 'S1234567E'],
  ['sg-nric', 'M5398242L', 'M5398242K'],
  ['fr-nir', '2 55 08 14 168 025 38', '2 55 08 14 168 025 39'],
  ['cn-resident-id', '11010519491231002X', '110105194912310021'],
  ['tw-id', 'A123456789', 'A123456788'],
  ['hk-id', 'G123456(A)', 'G123456(9)'],
  ['ch-ahv', '756.9217.0769.85', '756.9217.0769.86'],
  ['nl-bsn', '111222333', '111222334'],
  ['iban', 'GB82 WEST 1234 5698 7654 32', 'GB82 WEST 1234 5698 7654 33'],
  ['mynumber', '1234-5678-9018', '1234-5678-9012'],
  ['card', '4111 1111 1111 1111', '4111 1111 1111 1112'],
  ['in-aadhaar', '3123 4567 8909', '3123 4567 8908'],
  ['us-ssn', '531-21-7351', '000-21-7351'],
  ['jp-licence', '305012345678', '005012345678'],
  ['password-hash', '$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW', 'hunter2'],
])('%s: %s is one, %s is none', (kind, good, bad) => {
  expect(holdsNumber(recogniser(kind), good)).toBe(true)
  expect(holdsNumber(recogniser(kind), bad)).toBe(false)
})

describe('recognisers', () => {
  it('have kinds and forms of their own, and texts in both languages', () => {
    expect(new Set(RECOGNISERS.map(({kind}) => kind)).size).toBe(RECOGNISERS.length)
    for (const {kind, form, label, name, shape} of RECOGNISERS) {
      expect([kind, form.flags, label.flags]).toEqual([kind, 'giu', 'iu'])
      expect(name.ja.length * name.en.length, kind).toBeGreaterThan(0)
      expect(shape, kind).toMatch(/^[•\s\-./()]+$/u)
    }
  })

  it('find a number behind its words in a sentence, and not without them', () => {
    const kindsIn = (text: string) => labelledIn(text).map(({kind}) => kind)
    expect(kindsIn('在留カード番号は AB12345678CD です')).toEqual(['jp-residence-card'])
    expect(kindsIn('my SSN is 531-21-7351, call me')).toEqual(['us-ssn'])
    expect(kindsIn('Steuer-ID: 12345678903')).toEqual(['de-tax-id'])
    expect(kindsIn('order 12345678903 of 531-21-7351')).toEqual([])
    expect(kindsIn('ssn: not given yet')).toEqual([])
  })

  it('need no words for whole cells of a form and check of their own', () => {
    expect(provedBy('GB82 WEST 1234 5698 7654 32').map(({kind}) => kind)).toEqual(['iban'])
    expect(provedBy('531-21-7351').map(({kind}) => kind)).toEqual(['us-ssn'])
    for (const other of [
      '531217351',
      '4901234567894',
      '2025-04-01 10:00',
      '03-1234-5678',
      'AB1234567',
      'taro@example.jp',
    ])
      expect(provedBy(other), other).toEqual([])
  })
})

describe('a column', () => {
  it('named by its header is said with kind and shape, never with a value', () => {
    const column = judge('SSN', ['531-21-7351', '594-62-0140', 'unknown'])
    expect(column).toEqual({
      ...{index: 0, name: 'SSN', category: 'nationalId', strength: 'strong', by: 'both'},
      ...{filled: 3, matched: 2, kind: 'us-ssn', shape: '•••-••-••••'},
    })
    expect(JSON.stringify(column)).not.toMatch(/\d{3}/)
  })

  it('under a short word is judged by its values alone', () => {
    expect(judge('PAN', ['ABCPD1234Z', 'AAAPA1111R'])).toMatchObject({
      category: 'nationalId',
      kind: 'in-pan',
      by: 'both',
    })
    expect(judge('PAN', ['frying pan', 'wok']).category).toBeNull()
    expect(judge('TIN', ['000-123-456-000']).category).toBe('nationalId')
    expect(judge('sin', ['0.5', '0.7']).category).toBeNull()
  })

  it('of numbers that prove themselves is one under any header, and a repeated cell is none', () => {
    const cpfs = ['529.982.247-25', '111.444.777-35', '168.995.350-09']
    const cells = Array.from({length: 30}, (_, i) => cpfs[i % 3]!)
    expect(judge('campo 7', cells)).toMatchObject({
      category: 'nationalId',
      strength: 'strong',
      by: 'values',
      kind: 'br-cpf',
    })
    expect(judge('campaign', Array(30).fill('529.982.247-25')).category).toBeNull()
    expect(judge('campo 7', cells.slice(0, 5)).category).toBeNull()
  })

  it('of one IBAN among remarks raises a question', () => {
    expect(judge('memo', ['call back', 'GB82 WEST 1234 5698 7654 32'])).toMatchObject({
      ...{category: 'bank', strength: 'weak', kind: 'iban'},
    })
  })

  it('of birth dates counts minors on a day, in any form of date', () => {
    const asOf = Date.UTC(2026, 5, 15)
    const cells = ['2010-06-15', '2010/6/16', 'H20.6.15', '2008年6月16日', '1980-01-01', '不明', '2030-01-01']
    expect(judge('生年月日', cells, asOf).ages).toEqual({dated: 5, under16: 1, under18: 3})
    expect(judge('生年月日', cells).ages).toBeUndefined()
    expect(judge('birthday', ['2008-02-29'], Date.UTC(2026, 1, 28)).ages).toMatchObject({under18: 1})
    expect(judge('birthday', ['2008-02-29'], Date.UTC(2026, 2, 1)).ages).toMatchObject({under18: 0})
  })

  it('of megabyte cells costs no more than their first page', () => {
    const long = `${'ssn '.repeat(250_000)}531-21-7351`
    expect(judge('memo', [long, long]).category).toBeNull()
    expect(judge('SSN', [`531-21-7351 ${long}`])).toMatchObject({matched: 1})
  })
})

test.each([
  ['Personnummer', 'nationalId'],
  ['codice_fiscale', 'nationalId'],
  ['PESEL', 'nationalId'],
  ['NRIC', 'nationalId'],
  ['주민등록번호', 'nationalId'],
  ['Numéro de sécurité sociale', 'nationalId'],
])('the header %s names a national number', (header, category) => {
  expect(judgeHeader(header)).toEqual({category, strength: 'strong'})
})

test.each([
  'Tax ID',
  'Steuernummer',
  'USt-IdNr',
  'ID-Nr',
  'voter',
  'Krankenkasse',
  'PNR',
  'VAT number',
  'パスポート有無',
])('the header %s alone says nothing', (header) => {
  expect(judgeHeader(header)).toBeNull()
})
