import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {guardFormula, withoutGuard} from '../../../src/core/contacts/formula-guard.ts'

describe('the guard against formulas', () => {
  it.each([
    '=1+1',
    '+81-90-1234-5678',
    '-',
    '@SUM(A1)',
    '＝1',
    '＋81',
    '－5',
    '＠x',
    '  =1',
    '\u3000=1',
    '\u00a0-1',
    '\tx',
    '\rx',
    '\nx',
    '\0x',
    "'=1",
    "''+1",
    '+tag@example.com',
  ])('puts an apostrophe before %j', (cell) => {
    expect(guardFormula(cell)).toBe(`'${cell}`)
  })

  it.each(['', 'taro@example.jp', '090-1234', "'quoted'", "O'Hara", 'a=b', '山田', "'", '1-2', ' x'])(
    'leaves %j alone, both ways',
    (cell) => {
      expect([guardFormula(cell), withoutGuard(cell)]).toEqual([cell, cell])
    },
  )

  it('is taken off again exactly, whatever the cell is', () => {
    const pieces = fc.constantFrom("'", '=', '+', '-', '@', '＝', ' ', '\t', '\n', 'a', '漢', '\u3000')
    const cell = fc.oneof(fc.string(), fc.string({unit: pieces, maxLength: 8}))
    fc.assert(
      fc.property(cell, (text) => {
        expect(withoutGuard(guardFormula(text))).toBe(text)
        expect(guardFormula(text)).not.toMatch(/^(\s*[=+\-@＝＋－＠]|[\t\r\n])/)
      }),
      {numRuns: 3000},
    )
  })
})
