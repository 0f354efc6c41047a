import {describe, expect, it} from 'vitest'
import {checkName} from '../../src/core/names.ts'
import type {AppError} from '../../src/errors.ts'

function codeOf(name: string): string | null {
  try {
    checkName(name, '--list')
    return null
  } catch (error) {
    return (error as AppError).code
  }
}

describe('a name', () => {
  it.each(['news', '2026-11-news', '春の案内_1', 'a.b', 'のか\u3099', 'x'.repeat(64)])('may be %s', (name) => {
    expect(codeOf(name)).toBeNull()
  })

  it.each(['', ' ', 'a b', '../x', 'a/b', 'a..b', '-x', '.x', 'a\nb', 'a\u200bb', 'x'.repeat(65)])(
    'may not be %j',
    (name) => {
      expect(codeOf(name)).toBe('NAME_INVALID')
    },
  )

  it('is not told back when it is an address', () => {
    try {
      checkName('taro@example.jp', '--list')
      expect.unreachable()
    } catch (error) {
      expect((error as AppError).values).toEqual({flag: '--list', given: '***@***'})
    }
  })
})
