import {simpleParser} from 'mailparser'
import {describe, expect, it} from 'vitest'
import {charsetWriter} from '../../../src/adapters/mime/iso-2022-jp.ts'
import {UTF_8} from '../../../src/core/sending/charset.ts'
import {quotedLine} from '../../../src/core/sending/quoted-printable.ts'
import {bodyFiller, chooseEncoding} from '../../../src/core/sending/transfer-encoding.ts'
import {compiled, scopeWith} from '../../support/mail-cases.ts'

const ENGLISH = compiled('Hello {{name}},\n\nwinter news.\n', 'text')
const JAPANESE = compiled('{{name}} 様\n\n冬のお知らせです。\n', 'text')
const LONG = compiled(`${'long '.repeat(300)}{{name}}\n`, 'text')

describe('the transfer encoding', () => {
  it('is the shortest that the relay takes', async () => {
    const jis = await charsetWriter('iso-2022-jp')
    expect(chooseEncoding(ENGLISH, UTF_8, false)).toBe('quoted-printable')
    expect(chooseEncoding(JAPANESE, UTF_8, false)).toBe('base64')
    expect(chooseEncoding(JAPANESE, UTF_8, true)).toBe('8bit')
    expect(chooseEncoding(LONG, UTF_8, true)).toBe('quoted-printable')
    expect(chooseEncoding(JAPANESE, jis, false)).toBe('7bit')
  })

  const VALUES = [
    'Hanako',
    '',
    '花子',
    'two\nlines',
    ' blank ',
    'x'.repeat(5000),
    '長'.repeat(3000),
    'a=b',
    '.',
    '\n.\n',
    'tab\t',
  ]

  it.each(['quoted-printable', 'base64', '8bit'] as const)('%s gives every value back', async (encoding) => {
    for (const part of [
      ENGLISH,
      JAPANESE,
      LONG,
      compiled('{{name|}}', 'text'),
      compiled('=20 {{name|}}\n\n', 'text'),
    ]) {
      const fill = bodyFiller({part, kind: 'text', language: 'en', charset: UTF_8, encoding})
      for (const name of VALUES) {
        const filled = fill(scopeWith({name: name || '-'}))
        if (!filled.ok) throw new Error(filled.why)
        const head = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${filled.encoding}\r\n\r\n`
        const mail = await simpleParser(Buffer.from(`${head}${filled.body}\r\n`))
        const plain = part.map((node) => (node.kind === 'literal' ? node.text : name || '-')).join('')
        // The line end behind the body is the container's in one encoding and the text's in another.
        expect(mail.text!.replace(/\n+$/, '')).toBe(plain.replace(/\n+$/, ''))
        for (const line of filled.body.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(filled.encoding === '8bit' ? 998 : 76)
          expect(line).not.toMatch(/[\r\n]/)
        }
      }
    }
  })

  it('turns to base64 where a line of 8 bits would be too long', () => {
    const fill = bodyFiller({part: JAPANESE, kind: 'text', language: 'ja', charset: UTF_8, encoding: '8bit'})
    expect(fill(scopeWith({name: '花子'}))).toMatchObject({encoding: '8bit'})
    expect(fill(scopeWith({name: '長'.repeat(400)}))).toMatchObject({encoding: 'base64'})
  })

  it('of ISO-2022-JP is 7bit, and stops at a value that the set lacks', async () => {
    const charset = await charsetWriter('iso-2022-jp')
    const fill = bodyFiller({part: JAPANESE, kind: 'text', language: 'ja', charset, encoding: '7bit'})
    const filled = fill(scopeWith({name: '山田 ﾊﾅｺ〜'}))
    if (!filled.ok) throw new Error(filled.why)
    expect(new TextDecoder('iso-2022-jp').decode(Buffer.from(filled.body))).toBe(
      '山田 ハナコ～ 様\r\n\r\n冬のお知らせです。\r\n',
    )
    for (const name of ['髙橋', '①', '㈱', '😀', 'é', '𠮷'])
      expect(fill(scopeWith({name}))).toEqual({ok: false, why: 'not-in-charset', name: 'name'})
    const long = fill(scopeWith({name: '長'.repeat(600)}))
    expect(long).toMatchObject({ok: true, encoding: 'base64'})
  })
})

describe('a line in quoted-printable', () => {
  it('never ends in a blank, never cuts an escape or a character', () => {
    for (const line of [
      'a '.repeat(60),
      `${'='.repeat(80)} `,
      'ü'.repeat(60),
      '日本語😀'.repeat(20),
      `${'a'.repeat(75)}=`,
      `${'a'.repeat(76)}`,
    ])
      for (const piece of quotedLine(line).split('=\r\n')) {
        expect(piece).not.toMatch(/[ \t]$|=[0-9A-F]?$/)
        expect(piece.length).toBeLessThanOrEqual(76)
        const bytes = Buffer.from(
          piece.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        )
        expect(bytes.toString('utf8')).not.toContain('\ufffd')
      }
  })
})
