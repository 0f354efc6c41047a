import {describe, expect, it} from 'vitest'
import type {Doubt} from '../../../src/core/contacts/doubts.ts'
import {refuseDoubts} from '../../../src/core/contacts/doubts.ts'
import type {MappedColumn} from '../../../src/core/contacts/mapping.ts'
import {AppError} from '../../../src/errors.ts'

const mapping = ['id', 'mail', 'mobile'].map(
  (header, index): MappedColumn => ({
    ...{index, header, field: 'attribute', fate: 'store', category: null, confidence: 'sure'},
  }),
)

function refused(kind: Doubt['kind'], columns: readonly number[]) {
  try {
    refuseDoubts({file: 'list.csv', mapping, skipLines: 2, doubts: [{kind, columns, words: [], alternatives: []}]})
    return null
  } catch (error) {
    return error instanceof AppError ? {code: error.code, ...error.values} : error
  }
}

describe('where nobody can be asked', () => {
  it('a missing header is refused, with the line and the column that says what to do', () => {
    expect(refused('no-header', [1])).toEqual({code: 'HEADER_MISSING', file: 'list.csv', line: 3, number: 2})
    expect(refused('no-header', [])).toMatchObject({number: 1})
  })

  it('several columns of addresses are refused, with their names', () => {
    expect(refused('which-address', [1, 2])).toEqual({
      ...{code: 'ADDRESS_COLUMN_UNSURE', file: 'list.csv', columns: 'mail, mobile', column: 'mail'},
    })
  })

  it('what can only keep mail from somebody goes on', () => {
    expect(refused('status-words', [0])).toBeNull()
    expect(refused('field', [0])).toBeNull()
  })
})
