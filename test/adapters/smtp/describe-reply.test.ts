import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {describeReply} from '../../../src/adapters/smtp/describe-reply.ts'

const describeLines = (code: number, ...lines: string[]) => describeReply({code, lines})

describe('a described reply', () => {
  it.each([
    [550, ['5.1.1 No such user'], '5.1.1', 'No such user'],
    [550, ['5.1.1 No such', '5.1.1 user'], '5.1.1', 'No such\nuser'],
    [250, ['2.0.0'], '2.0.0', ''],
    [550, ['5.123.123 far'], '5.123.123', 'far'],
    [550, ['4.1.1 another class'], '', '4.1.1 another class'],
    [550, ['No code', '5.1.1 too late'], '', 'No code\ntoo late'],
    [550, ['5.1.1.1 no code'], '', '5.1.1.1 no code'],
    [550, ['5.1234.1 no code'], '', '5.1234.1 no code'],
    [354, ['go'], '', 'go'],
  ])('%i %j has the enhanced code %j and the text %j', (code, lines, enhanced, text) => {
    expect(describeLines(code, ...lines)).toEqual({code, enhanced, text})
  })

  it('carries no control character, escape sequence or direction mark', () => {
    const {text} = describeLines(550, 'a\u001b[31mred\u0007\u0000', 'b\u009b2J\u202egnp.exe', '\tc\u2028d\r')
    expect(text).toBe('a [31mred\nb 2J gnp.exe\nc d')
  })

  it('is cut to 512 bytes between characters', () => {
    expect(describeLines(550, 'x'.repeat(600)).text).toBe('x'.repeat(512))
    expect(describeLines(550, '漢'.repeat(200)).text).toBe('漢'.repeat(170))
    expect(Buffer.byteLength(describeLines(550, `${'x'.repeat(510)}😀`).text)).toBe(510)
  })

  it('keeps its promises for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({unit: 'binary', maxLength: 300}), {minLength: 1, maxLength: 3}), (lines) => {
        const {text} = describeLines(550, ...lines)
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(512)
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/)
      }),
      {numRuns: 50},
    )
  })
})
