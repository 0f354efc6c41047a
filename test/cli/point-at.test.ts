import stringWidth from 'fast-string-width'
import {describe, expect, it} from 'vitest'
import {pointAt} from '../../src/cli/point-at.ts'

describe('pointAt', () => {
  it.each([
    ['plan = gold', 7, 'plan = gold', 7],
    ['都道府県 = 東京都', 7, '都道府県 = 東京都', 11],
    ['ﾄﾄﾞｳ = ｶﾞ', 7, 'ﾄﾄﾞｳ = ｶﾞ', 7],
    ['e\u0301 = x', 5, 'e\u0301 = x', 4],
    ['a = 1', 5, 'a = 1', 5],
    ['a\n= x', 4, 'a = x', 4],
    ['\u001b[31m\u202ea = x', 6, '\\x1b[31m\\u202ea = x', 14],
    ['', 0, '', 0],
  ])('puts the mark under the place, also behind wide letters: %s', (text, at, line, column) => {
    expect(pointAt(text, at, 60)).toEqual([line, `${' '.repeat(column)}^`])
  })

  it.each([0, 10, 49, 50, 120, 199, 200])('keeps the place in sight in a long line: %i', (at) => {
    const text = [...'あ'.repeat(100), ...'a'.repeat(100)].map((char, i) => (i === at ? 'X' : char)).join('')
    const [line, mark] = pointAt(text, at, 40)
    expect(stringWidth(line)).toBeLessThanOrEqual(40)
    expect(mark.length).toBeLessThanOrEqual(41)
    let cells = 0
    const under = [...line].find((char) => {
      cells += stringWidth(char)
      return cells > mark.length - 1
    })
    expect(under).toBe(at === 200 ? undefined : 'X')
  })
})
