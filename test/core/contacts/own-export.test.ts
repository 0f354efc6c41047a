import {describe, expect, it} from 'vitest'
import {proposeMapping} from '../../../src/core/contacts/mapping.ts'
import {OWN_COLUMNS, ownFields} from '../../../src/core/contacts/own-export.ts'

const all = OWN_COLUMNS.map(({name}) => name)
const usual = OWN_COLUMNS.filter(({isOptional}) => !isOptional).map(({name}) => name)

describe('the headers of our own export', () => {
  it('are known with and without the columns that not every list has', () => {
    for (const block of [all, usual])
      expect(ownFields(['email', ...block])).toEqual([
        'address',
        ...block.map((name) => OWN_COLUMNS.find((column) => column.name === name)!.field),
      ])
  })

  it('make every column in between an attribute, be it called like a field of ours', () => {
    const between = ['country', 'opt_out', '同意日', '配信停止', 'consent', '携帯メール', 'time_zone', 'email']
    expect(ownFields(['email', ...between, ...usual])!.slice(0, between.length + 1)).toEqual([
      'address',
      ...between.map(() => 'attribute'),
    ])
  })

  it('are known in a file of rejected rows', () => {
    expect(ownFields(['todoke_line', 'todoke_reason', 'email', 'name', ...usual])!.slice(0, 4)).toEqual([
      'ignore',
      'ignore',
      'address',
      'attribute',
    ])
  })

  it.each([
    ['a column of ours left out', ['email', 'name', ...usual.filter((name) => name !== 'consent')]],
    ['another order', ['email', 'name', ...[...usual].reverse()]],
    ['something behind', ['email', 'name', ...usual, 'note']],
    ['something before', ['name', 'email', ...usual]],
    ['nothing of ours', ['email', 'name', 'country']],
    ['no columns', []],
  ])('are not seen in a file with %s', (_, headers) => {
    expect(ownFields(headers)).toBeNull()
  })

  it('say all fields of a mapping; what the user says still wins', () => {
    const headers = ['email', '同意日', 'status', ...usual]
    const fieldsOf = (overrides: readonly string[]) =>
      proposeMapping(headers, [], overrides, [0], {sample: [['a@example.jp', '2020-01-01', 'unsubscribed']]}).mapping
    const mapping = fieldsOf([])
    expect(mapping.slice(0, 3).map(({field, confidence}) => [field, confidence])).toEqual([
      ['address', 'sure'],
      ['attribute', 'sure'],
      ['attribute', 'sure'],
    ])
    expect(mapping.find(({header}) => header === 'consent_at')!.field).toBe('consent_at')
    expect(fieldsOf(['status=opt_out'])[2]!.field).toBe('opt_out')
  })
})
