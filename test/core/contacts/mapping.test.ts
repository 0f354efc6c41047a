import {describe, expect, it} from 'vitest'
import {proposeMapping} from '../../../src/core/contacts/mapping.ts'
import {startColumnJudge} from '../../../src/core/sensitive/judge-columns.ts'

/** Field per column, in order. addressLike: columns whose values are addresses. */
function fieldsOf(headers: readonly string[], addressLike: readonly number[] = [], overrides: readonly string[] = []) {
  const {mapping} = proposeMapping(headers, startColumnJudge(headers).result(), overrides, addressLike)
  return mapping.map((column) => column.field)
}

describe('proposeMapping', () => {
  it('names columns by their headers, and keeps the rest as attributes', () => {
    expect(fieldsOf(['氏名', 'メールアドレス', '都道府県', '登録日'], [1])).toEqual([
      'name',
      'address',
      'attribute',
      'consent_at',
    ])
  })

  it('finds the addresses by their values when no header names them', () => {
    expect(fieldsOf(['a', 'b', 'c'], [2])).toEqual(['attribute', 'attribute', 'address'])
    expect(fieldsOf(['a', 'b', 'c'])).not.toContain('address')
  })

  it('takes the first of several address columns, but never a postal one before one with addresses', () => {
    expect(fieldsOf(['email', 'メールアドレス'], [0, 1])).toEqual(['address', 'attribute'])
    expect(fieldsOf(['Address', 'Email'], [1])).toEqual(['attribute', 'address'])
    expect(fieldsOf(['Address', 'contact'], [1])).toEqual(['attribute', 'address'])
    expect(fieldsOf(['Address', 'contact'])).toEqual(['address', 'attribute'])
  })

  it('keeps a named column when a second one merely looks like addresses', () => {
    expect(fieldsOf(['メールアドレス', '紹介者'], [1])).toEqual(['address', 'attribute'])
  })

  it('reads one column for each field, and every column that may say stop', () => {
    expect(fieldsOf(['email', '登録日', '同意日', 'status', 'unsubscribed', '退会日', '配信停止日'])).toEqual([
      'address',
      'attribute',
      'consent_at',
      'opt_out',
      'opt_out',
      'withdrawn_at',
      'withdrawn_at',
    ])
  })

  it('reads every column that asks for consent', () => {
    expect(fieldsOf(['email', '同意', 'newsletter', '登録日'])).toEqual(['address', 'consent', 'consent', 'consent_at'])
  })

  it('leaves a field to the column that was said', () => {
    expect(fieldsOf(['email', '同意日', 'x'], [0], ['x=consent_at'])).toEqual(['address', 'attribute', 'consent_at'])
    expect(fieldsOf(['email', 'メール'], [0, 1], ['email=ignore'])).toEqual(['ignore', 'address'])
  })

  it('does what --map says, also for a header with an equals sign', () => {
    expect(fieldsOf(['x', 'a=b', 'email'], [2], ['a=b=address', 'x=name', 'email=ignore'])).toEqual([
      'name',
      'address',
      'ignore',
    ])
  })

  it('names what is wrong with --map', () => {
    const {faults} = proposeMapping(['email'], [], ['email', '=address', 'mail=address', 'email=adress'], [])
    expect(faults.map((fault) => fault.what)).toEqual(['not-a-pair', 'not-a-pair', 'unknown-column', 'unknown-field'])
  })

  it('treats headers that are names of JavaScript as any other', () => {
    expect(fieldsOf(['__proto__', 'constructor', 'email', ''], [2])).toEqual([
      'attribute',
      'attribute',
      'address',
      'attribute',
    ])
  })

  it('bars マイナンバー under any field but lets nobody call the addresses barred', () => {
    const headers = ['email', 'マイナンバー', '既往歴']
    const of = (overrides: string[]) =>
      proposeMapping(headers, startColumnJudge(headers).result(), overrides, [0]).mapping.map((column) => column.fate)
    expect(of([])).toEqual(['store', 'leave-out', 'leave-out-without-consent'])
    expect(of(['マイナンバー=consent_source'])).toEqual(['store', 'leave-out', 'leave-out-without-consent'])
    expect(of(['マイナンバー=name'])).toEqual(['store', 'leave-out', 'leave-out-without-consent'])
  })
})

describe('proposeMapping with the first rows', () => {
  const propose = (headers: string[], sample: string[][], more: {fileName?: string; dates?: 'mdy'} = {}) =>
    proposeMapping(headers, startColumnJudge(headers).result(), [], [0], {sample, ...more})

  it('takes a column of mail states for one whatever its header, as a guess', () => {
    const {mapping, unsure} = propose(
      ['email', '区分7'],
      [
        ['a@example.jp', '配信中'],
        ['b@example.jp', '配信停止'],
      ],
    )
    expect(mapping[1]).toMatchObject({field: 'opt_out', confidence: 'guess', stop: {kind: 'state'}})
    expect(unsure).toEqual([{index: 1, column: '区分7', proposed: 'opt_out', alternatives: ['attribute']}])
  })

  it('does not take remarks or the states of orders for mail states', () => {
    const remarks = [
      ['a@example.jp', '退会'],
      ['b@example.jp', '窓口で対応'],
      ['c@example.jp', '再送'],
    ]
    expect(propose(['email', '備考'], remarks).mapping[1]!.field).toBe('attribute')
    const orders = [
      ['a@example.jp', 'cancelled'],
      ['b@example.jp', 'confirmed'],
      ['c@example.jp', 'pending'],
    ]
    expect(propose(['email', 'order'], orders).mapping[1]!.field).toBe('attribute')
  })

  it('tells a day of consent from a yes by the values', () => {
    const days = propose(
      ['email', 'OPT_IN'],
      [
        ['a@example.jp', '2024-04-01'],
        ['b@example.jp', ''],
      ],
    )
    expect(days.mapping[1]).toMatchObject({field: 'consent_at', confidence: 'guess'})
    expect(days.unsure[0]).toMatchObject({alternatives: ['consent', 'attribute']})
    expect(propose(['email', 'OPT_IN'], [['a@example.jp', 'true']]).mapping[1]!.field).toBe('consent')
  })

  it('is sure of header words, and unsure of an address found by its values or with a rival', () => {
    const {mapping, unsure} = proposeMapping(['x', '氏名'], [], [], [0])
    expect(mapping.map((column) => column.confidence)).toEqual(['guess', 'sure'])
    expect(unsure).toEqual([{index: 0, column: 'x', proposed: 'address', alternatives: ['attribute', 'ignore']}])
    const rivals = proposeMapping(['email', 'メール'], [], [], [0, 1]).unsure
    expect(rivals).toEqual([{index: 1, column: 'メール', proposed: 'attribute', alternatives: ['address']}])
  })

  it('keeps with each column what reading it depends on, and nothing else', () => {
    const headers = ['Email Address', 'MEMBER_RATING', 'LEID', 'CONFIRM_TIME', 'Status']
    const {mapping} = propose(headers, [], {fileName: 'unsubscribed_segment.csv', dates: 'mdy'})
    expect(mapping[0]).toMatchObject({everyRow: 'optout'})
    expect(mapping[1]).not.toHaveProperty('dates')
    expect(mapping[3]).toMatchObject({dates: 'mdy'})
    expect(mapping[4]).toMatchObject({dates: 'mdy', stop: {kind: 'state', reason: 'optout', isTopic: false}})
    expect(propose(headers, [], {fileName: 'list.csv'}).mapping[0]).not.toHaveProperty('everyRow')
  })
})
