/** The quick way through the text we write counts as the library does. */
import fc from 'fast-check'
import fastStringWidth from 'fast-string-width'
import {describe, expect, it} from 'vitest'
import {textWidth} from '../../src/cli/text-width.ts'

const chars = [...Array(0xffff).keys()].filter((code) => code < 0xd800 || code > 0xdfff)

describe('the width of a text', () => {
  it('is that of the library for every character by itself', () => {
    const differing = chars.filter((code) => {
      const char = String.fromCharCode(code)
      return textWidth(char) !== fastStringWidth(char)
    })
    expect(differing.map((code) => code.toString(16))).toEqual([])
  })

  it('is that of the library for characters in a row', () => {
    const some = fc.constantFrom(...'aé ~…→│✖日本ガｶﾞ゙か\u3099\u0301👨👩‍👧－「」〒ー、\u200d\ufe0f')
    fc.assert(fc.property(fc.array(some), (row) => textWidth(row.join('')) === fastStringWidth(row.join(''))))
  })
})
