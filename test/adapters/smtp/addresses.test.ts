import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readWireAddress} from '../../../src/adapters/smtp/addresses.ts'

const label = 'd'.repeat(60)

describe('an address for the wire', () => {
  it.each([
    'taro@example.jp',
    'bounce+a=b@mail.example.com',
    "o'neil!#$%&*/?^_`{|}~@example.com",
    '"a..b"@docomo.ne.jp',
    '".a."@example.ne.jp',
    '"a\\"b\\\\c@d"@example.com',
    'x@localhost',
    'x@1.example.com',
    `${'l'.repeat(64)}@example.com`,
    `l@${label}.${label}.${label}.${label}.${'e'.repeat(8)}`,
  ])('may be %s', (text) => {
    expect(readWireAddress(text)).toEqual({text, isAscii: true})
  })

  it.each(['日本@例え.jp', 'taro@例え.jp', '"日 本"@example.jp'.replace(' ', '')])('may be wide: %s', (text) => {
    expect(readWireAddress(text)).toEqual({text, isAscii: false})
  })

  it.each([
    ['nothing', ''],
    ['no at', 'taro'],
    ['no local part', '@example.com'],
    ['no domain', 'taro@'],
    ['two ats', 'a@b@example.com'],
    ['dots unquoted', 'a..b@docomo.ne.jp'],
    ['a dot in front', '.a@example.com'],
    ['a dot at the end of the local part', 'a.@example.com'],
    ['an empty quote', '"@example.com'],
    ['an open quote', '"a@example.com'],
    ['text behind the quote', '"a"b@example.com'],
    ['a space in quotes', '"a b"@example.com'],
    ['an angle in quotes', '"a>b"@example.com'],
    ['a line end in quotes', '"a\r\nb"@example.com'],
    ['an escaped line end in quotes', '"a\\\r\\\n"@example.com'],
    ['a backslash at the end', '"a\\'],
    ['an angle', 'a@example.com>'],
    ['an angle and a parameter', 'a@example.com> SIZE=1'],
    ['an angle in front', '<a@example.com>'],
    ['a space', 'a b@example.com'],
    ['a space at the end', 'a@example.com '],
    ['a comment', 'a(c)@example.com'],
    ['a route', '@x.example:a@example.com'],
    ['a comma', 'a@example.com,b@example.com'],
    ['a line end', 'a@example.com\r\nRCPT TO:<b@example.com>'],
    ['a line feed', 'a\n@example.com'],
    ['a NUL', 'a\0@example.com'],
    ['a DEL', 'a\u007f@example.com'],
    ['a tab', 'a\t@example.com'],
    ['a C1 control', 'a\u0085@example.com'],
    ['a line separator', 'a\u2028@example.com'],
    ['a paragraph separator', 'a@example\u2029.com'],
    ['a wide space', 'a\u3000b@example.com'],
    ['a zero-width space', 'a\u200bb@example.com'],
    ['a direction mark', 'a\u202eb@example.com'],
    ['a lone surrogate', 'a\ud800b@example.com'],
    ['an address literal', 'a@[127.0.0.1]'],
    ['an empty label', 'a@example..com'],
    ['a dot behind the domain', 'a@example.com.'],
    ['a hyphen in front of a label', 'a@-example.com'],
    ['a hyphen behind a label', 'a@example-.com'],
    ['a hyphen in front of an inner label', 'a@example.-com'],
    ['a hyphen behind the domain', 'a@example.com-'],
    ['an underscore in the domain', 'a@ex_ample.com'],
    ['65 bytes in front', `${'l'.repeat(65)}@example.com`],
    ['65 wide bytes in front', `${'é'.repeat(33)}@example.com`],
    ['255 bytes', `l@${label}.${label}.${label}.${label}.${'e'.repeat(9)}`],
  ])('may not have %s', (_what, text) => {
    expect(readWireAddress(text)).toBeNull()
  })

  it('never lets a byte through that could end the command', () => {
    const piece = fc.oneof(fc.constantFrom('a', '@', '.', '"', '\\', '\r', '\n', '>', '<', ' ', 'é', '-'), fc.string())
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), (pieces) => {
        const address = readWireAddress(pieces.join(''))
        if (address !== null) expect(address.text).toMatch(/^[^\u0000- <>\u007f]+@[^\u0000- <>@"\u007f]+$/)
      }),
      {numRuns: 2000},
    )
  })
})
