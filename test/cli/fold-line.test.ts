import stringWidth from 'fast-string-width'
import {describe, expect, it} from 'vitest'
import {foldLine} from '../../src/cli/fold-line.ts'

const FAMILY = '👨‍👩‍👧‍👦'

describe('a folded line', () => {
  it.each([
    ['a long link', `https://example.com/${'a'.repeat(300)}`],
    ['Japanese', '毎日の食卓に、新しい器を。'.repeat(20)],
    ['emoji of many parts', FAMILY.repeat(60)],
    ['words', 'three things from the workshop this month '.repeat(12)],
  ])('is nowhere wider than it may be and loses nothing: %s', (_, text) => {
    const lines = foldLine(text, 40, 4)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(40)
    expect(lines.slice(1).every((line) => line.startsWith('    '))).toBe(true)
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  })

  it('keeps an emoji whole, and gives the terminal nothing that steers it', () => {
    expect(foldLine(`${FAMILY}x`, 40)).toEqual([`${FAMILY}x`])
    expect(foldLine('a\x1b[31mb\u202ec\td', 40).join('')).toBe('a [31mb c    d')
    expect(foldLine('', 40)).toEqual([''])
  })
})
