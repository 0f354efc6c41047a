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
      'consent_at',
      'attribute',
      'opt_out',
      'opt_out',
      'withdrawn_at',
      'withdrawn_at',
    ])
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
