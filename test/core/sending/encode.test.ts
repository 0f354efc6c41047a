import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {base64Lines, encodeWords} from '../../../src/core/sending/encode.ts'

/** Decodes a folded header of B words and plain text, by RFC 2047: white space between two words does not count. */
function decode(value: string): string {
  return value
    .replace(/(=\?UTF-8\?B\?[^?]*\?=)(?:\r\n)?[ ]+(?==\?UTF-8\?B\?)/g, '$1')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word) => Buffer.from(word, 'base64').toString())
}

describe('encoded words', () => {
  it('give the text back, in words of at most 75 characters that never split a character', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 200}), fc.integer({min: 1, max: 30}), (text, used) => {
        const value = encodeWords(text, used)!
        for (const [i, line] of value.split('\r\n').entries())
          expect(line.length + (i === 0 ? used : 0)).toBeLessThanOrEqual(76)
        for (const [word, base64] of value.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)) {
          expect(word.length).toBeLessThanOrEqual(75)
          expect(Buffer.from(base64!, 'base64').toString()).not.toContain('\ufffd')
        }
        if (value !== text) expect(decode(value)).toBe(text)
        expect(value).toMatch(/^[\x20-\x7e\r\n]*$/)
      }),
      {numRuns: 500},
    )
  })

  it.each(['Hello', 'a b c', ''])('leave %j alone', (text) => expect(encodeWords(text, 9)).toBe(text))
  it.each(['=?utf-8?q?x?=', 'café', 'x'.repeat(70)])('take %j in', (text) =>
    expect(encodeWords(text, 9)).toMatch(/^=\?UTF-8\?B\?/),
  )
})

describe('base64 lines', () => {
  it('give the text back in lines of at most 76 characters', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 500}), (text) => {
        const lines = base64Lines(text).split('\r\n')
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(76)
        for (const line of lines.slice(0, -1)) expect(line).toHaveLength(76)
        expect(Buffer.from(lines.join(''), 'base64').toString()).toBe(text)
      }),
    )
  })
})
