import {describe, expect, it} from 'vitest'
import {nameColumns} from '../../../../src/adapters/csv/dialect/name-columns.ts'
import {FILE_LIMITS} from '../../../../src/core/contacts/file-limits.ts'
import {AppError} from '../../../../src/errors.ts'

const place = {file: 'list.csv', line: 1}
const names = (cells: readonly string[] | null, ...sample: string[][]) =>
  nameColumns(cells, sample, place, FILE_LIMITS).names

describe('column names', () => {
  it('lose what nobody sees, and line breaks', () => {
    expect(names([' email ', '\ufeffname', 'zero\u200bwidth', 'メール\r\nアドレス', 'a\tb', 'か\u3099'])).toEqual([
      'email',
      'name',
      'zerowidth',
      'メール アドレス',
      'a b',
      'が',
    ])
  })

  it('are made up where there is none, in the language of the list', () => {
    expect(names(['email', '', 'age'], ['a@example.jp', 'x', '1'])).toEqual(['email', 'column 2', 'age'])
    expect(names(['email', ''], ['a@example.jp', '太郎'])).toEqual(['email', '列2'])
    expect(names(null, ['a@example.jp', 'Taro'])).toEqual(['column 1', 'column 2'])
    expect(names(null, ['a@example.jp', '太郎'])).toEqual(['列1', '列2'])
  })

  it('are never alike, and keep the words of the header for what the column means', () => {
    const twice = nameColumns(['停止', '停止', '停止_2', '停止', ''], [['', '', '', '', 'x']], place, FILE_LIMITS)
    expect(twice.names).toEqual(['停止', '停止_3', '停止_2', '停止_4', '列5'])
    expect(twice.words).toEqual(['停止', '停止', '停止_2', '停止', ''])
    expect(names(['column 2', ''], ['x', 'y'])).toEqual(['column 2', 'column 2_2'])
  })

  it('end where names and values end', () => {
    expect(names(['email', 'name', '', ''], ['a', 'b', '', ''], ['c', 'd', ' ', ''])).toEqual(['email', 'name'])
    expect(names(['email', '', '', ''], ['a', '', 'x', ''])).toEqual(['email', 'column 2', 'column 3'])
    expect(names(['email', 'name'], ['a', 'b', 'c'])).toEqual(['email', 'name'])
    expect(names(null, ['a', 'b', ''], ['c', 'd', ''], ['e', 'f', 'g', 'h'])).toEqual(['column 1', 'column 2'])
  })

  it('are at most 512, each of at most 128 characters', () => {
    const refused = (cells: string[]) => {
      try {
        return nameColumns(cells, [], place, FILE_LIMITS).names.length
      } catch (error) {
        return error instanceof AppError ? {code: error.code, ...error.values} : error
      }
    }
    const many = (count: number) => Array.from({length: count}, (_, i) => `c${i}`)
    expect(refused(many(512))).toBe(512)
    expect(refused(many(513))).toEqual({code: 'COLUMNS_TOO_MANY', ...place, found: 513, limit: 512})
    expect(refused([...many(2), ...Array<string>(100_000).fill('')])).toBe(2)
    expect(refused(['a', 'x'.repeat(128)])).toBe(2)
    expect(refused(['a', 'x'.repeat(129)])).toEqual({
      code: 'HEADER_TOO_LONG',
      ...place,
      column: 2,
      found: 129,
      limit: 128,
    })
  })
})
