import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {lookAtMessage, stuffDots} from '../../../src/adapters/smtp/wire-text.ts'
import {SMUGGLING} from '../../support/smuggling.ts'

const look = (text: string) => lookAtMessage(Buffer.from(text))

function stuffed(text: string): string {
  const message = Buffer.from(text)
  return Buffer.from(stuffDots(message, lookAtMessage(message).dotLines)).toString()
}

describe('the look at a message', () => {
  it.each(SMUGGLING)('refuses %j', (ending) => {
    expect(
      lookAtMessage(Buffer.from(`Subject: x\r\n\r\nfirst${ending}MAIL FROM:<x@example.com>\r\n`)).fault,
    ).not.toBeNull()
  })

  it('refuses what does not end in CRLF', () => {
    for (const text of ['', 'a', 'a\r\nb']) expect(look(text).fault).toBe('no CRLF at the end')
    expect(look('a\r').fault).toBe('bare CR or LF')
    expect(look('a\n').fault).toBe('bare CR or LF')
  })

  it('takes lines of 998 bytes and refuses longer ones', () => {
    expect(look(`a\r\n${'x'.repeat(998)}\r\n`).fault).toBeNull()
    expect(look(`a\r\n${'x'.repeat(999)}\r\n`).fault).toBe('line longer than 998 bytes')
    expect(look(`${'x'.repeat(999)}\r\na\r\n`).fault).toBe('line longer than 998 bytes')
  })

  it('tells 8-bit from 7-bit, and lets the escapes of ISO-2022-JP pass', () => {
    expect(look('plain\r\n').isEightBit).toBe(false)
    expect(look('\u001b$B$3\u001b(B\t\r\n')).toMatchObject({fault: null, isEightBit: false})
    expect(look('日本\r\n').isEightBit).toBe(true)
  })
})

describe('dots', () => {
  it.each([
    ['.\r\n', '..\r\n'],
    ['..\r\n', '...\r\n'],
    ['a\r\n.\r\nb\r\n', 'a\r\n..\r\nb\r\n'],
    ['.a\r\n.b\r\n\r\n.c\r\n', '..a\r\n..b\r\n\r\n..c\r\n'],
    ['a.\r\n', 'a.\r\n'],
    ['a.b\r\n .\r\n', 'a.b\r\n .\r\n'],
  ])('%j travels as %j', (text, wire) => {
    expect(stuffed(text)).toBe(wire)
  })

  it('costs no copy when no line begins with one', () => {
    const message = Buffer.from('a\r\nb.\r\n')
    expect(stuffDots(message, lookAtMessage(message).dotLines)).toBe(message)
  })

  it('leaves no end inside, and taking them away gives the message back', () => {
    const line = fc.array(fc.constantFrom('.', 'a', '..', '日', ' '), {maxLength: 6}).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(line, {minLength: 1, maxLength: 12}), (lines) => {
        const text = lines.map((each) => `${each}\r\n`).join('')
        const wire = stuffed(text)
        expect(`\r\n${wire}`).not.toContain('\r\n.\r\n')
        expect(wire.replace(/(^|\r\n)\./g, '$1')).toBe(text)
      }),
    )
  })
})
