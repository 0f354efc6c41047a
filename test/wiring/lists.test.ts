import {describe, expect, it} from 'vitest'
import {delimiterOf, rejectsPath} from '../../src/wiring/lists.ts'

describe('--delimiter', () => {
  it('is one character, or the word tab', () => {
    expect([',', ';', '|', '\t', 'tab'].map(delimiterOf)).toEqual([',', ';', '|', '\t', '\t'])
    expect(delimiterOf(undefined)).toBeNull()
  })

  it.each([';;', '', '"', '\n', '、', 'TAB ', '\\t'])('is not %j', (given) => {
    expect(() => delimiterOf(given)).toThrow('FLAG_INVALID')
  })
})

describe('the default rejects file', () => {
  it('differs for lists of one name that hold different rows', () => {
    const place = {folder: process.cwd()} as Parameters<typeof rejectsPath>[0]
    const one = rejectsPath(place, 'a/list.csv', 'news', '0123456789abcdef')
    expect(one).toBe('rejects/list.news.01234567.rejects.csv')
    expect(rejectsPath(place, 'b/list.csv', 'news', 'fedcba9876543210')).not.toBe(one)
  })
})
