import {describe, expect, it} from 'vitest'
import {fixOf, messageOf} from '../../../src/adapters/report/finding-words.ts'
import type {MappedColumn} from '../../../src/core/contacts/mapping.ts'
import {namesForTemplates} from '../../../src/core/contacts/standing-columns.ts'
import {formatFault, nameFault, offeredColumns} from '../../../src/core/templates/offered-names.ts'

const column = (header: string, field: MappedColumn['field'], fate: MappedColumn['fate'] = 'store'): MappedColumn => ({
  ...{index: 0, header, field, fate, category: null, confidence: 'sure'},
})

const OFFERED = namesForTemplates([
  column('メール', 'address'),
  column('氏名', 'name'),
  column('会社', 'attribute'),
  column('登録日', 'consent_at'),
  column('国', 'country'),
  column('備考', 'ignore'),
  column('マイナンバー', 'attribute', 'leave-out'),
])

const keyOf = (name: string) => nameFault(name, OFFERED)?.key ?? null

describe('a name that a tag uses', () => {
  it.each(['氏名', '会社', 'email', 'unsubscribe_url', '.'])('%s is filled', (name) => {
    expect(keyOf(name)).toBeNull()
  })

  it.each([
    ['登録日', 'known-names.taken'],
    ['国', 'known-names.taken'],
    ['備考', 'known-names.ignored'],
    ['マイナンバー', 'known-names.left-out'],
    ['メール', 'known-names.near'],
    ['unsubscribeUrl', 'known-names.near'],
    ['部署', 'known-names.unknown'],
  ])('%s is told as %s', (name, key) => {
    expect(keyOf(name)).toBe(key)
  })

  it('of the address column is our own', () => {
    expect(nameFault('メール', OFFERED)?.values).toEqual({name: 'メール', near: 'email'})
  })

  it('says in both languages what a column became', () => {
    const fault = nameFault('登録日', OFFERED)!
    expect(messageOf(fault, 'en')).toContain('“consent: when”')
    expect(messageOf(fault, 'ja')).toContain('「同意: いつ」')
    expect(fixOf(fault, 'en')).toContain('under another name')
    expect(fixOf(fault, 'ja')).toContain('別の列名')
  })

  it('can be given where one import keeps the column as it is', () => {
    expect(
      nameFault('登録日', namesForTemplates([column('登録日', 'consent_at'), column('登録日', 'attribute')])),
    ).toBeNull()
  })

  it('nobody knows is told with the columns there are, the first twenty of many', () => {
    expect(nameFault('部署', OFFERED)?.values.columns).toBe('氏名, 会社')
    const many = offeredColumns(Array.from({length: 30}, (_, i) => `column-number-${i}`))
    expect(nameFault('部署', many)?.values.columns).toMatch(/column-number-19, …$/)
  })
})

describe('a format behind a colon', () => {
  const FORMATS = 'date, date-short, date-long, number, percent, currency-JPY'

  it.each([
    ['会社:datum', 'date'],
    ['登録日:dates', 'date'],
    ['会社:currency', 'currency-JPY'],
    ['会社:currency-eur', 'currency-EUR'],
    ['nmae:Date', 'date'],
  ])('%s is told with the near one', (name, near) => {
    const fault = nameFault(name, OFFERED)
    expect(fault).toMatchObject({key: 'known-names.format-near', values: {near, formats: FORMATS}})
  })

  it('without a near one is told with all formats', () => {
    expect(nameFault('会社:大文字', OFFERED)).toEqual({
      key: 'known-names.format',
      values: {column: '会社', format: '大文字', formats: FORMATS},
    })
  })

  it('is part of the name where a column has it', () => {
    expect(nameFault('同意:方法', offeredColumns(['同意:方法', '同意']))).toBeNull()
    expect(nameFault('部署:課', OFFERED)?.key).toBe('known-names.unknown')
  })

  it('is judged without a list only where it can be nothing else', () => {
    const nobody = () => false
    expect(formatFault('部署:datum', nobody)).toBeNull()
    expect(formatFault('部署:currency', nobody)?.values.near).toBe('currency-JPY')
  })
})
