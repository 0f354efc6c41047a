import {describe, expect, it} from 'vitest'
import {textDecoder} from '../../../../src/adapters/csv/encoding/decode-text.ts'
import {encodeText} from '../../../../src/adapters/csv/encoding/encode-text.ts'
import {lineEndOf} from '../../../../src/adapters/csv/encoding/line-ends.ts'
import type {TextEncoding} from '../../../../src/core/text-encodings.ts'
import {TEXT_ENCODINGS} from '../../../../src/core/text-encodings.ts'
import {corpusFile, hasCorpora} from '../../../support/corpora.ts'

const again = (text: string, encoding: TextEncoding) => textDecoder(encoding)(encodeText(text, encoding))

describe('text', () => {
  it.each([
    ['cp932', '髙橋㈱①Ⅲ㎝ﾔﾏﾀﾞ﨑ソ表'],
    ['euc-jp', '髙橋㈱①Ⅲ㎝ﾔﾏﾀﾞ﨑'],
    ['iso-2022-jp', 'a髙橋㈱①Ⅲ㎝ ﾔﾏﾀﾞ﨑,b\n漢'],
    ['gb18030', '张伟髙한€😀'],
    ['big5', '陳怡君'],
    ['euc-kr', '똠방각하'],
    ['windows-1252', '€“é”™Ÿ'],
    ['iso-8859-1', 'éÿ¤'],
    ['utf-16le', '髙😀'],
    ['utf-16be', '髙😀'],
    ['utf-8', '髙😀'],
  ] as const)('of %s comes back as it was', (encoding, text) => {
    expect(again(text, encoding)).toBe(text)
  })

  it('with the dashes of other systems is written with those of CP932', () => {
    for (const encoding of ['cp932', 'euc-jp', 'iso-2022-jp'] as const)
      expect(again('〜−‖¢£¬', encoding)).toBe('～－∥￠￡￢')
  })

  it('that an encoding lacks becomes question marks', () => {
    for (const encoding of ['cp932', 'iso-2022-jp', 'windows-1252', 'big5'] as const)
      expect(again('a😀b', encoding)).toMatch(/^a\?+b$/)
  })

  it('of ISO-2022-JP is bytes of 7 bits that begin and end in ASCII', () => {
    const bytes = encodeText('漢ｶ', 'iso-2022-jp')
    expect(bytes.toString('latin1')).toBe('\x1b$B4A\x1b(I6\x1b(B')
  })

  it.skipIf(!hasCorpora)('of the corpus is written in ISO-2022-JP as others read it', () => {
    const text = corpusFile('encodings/cjkencodings/iso2022_jp-utf8.txt').toString()
    expect(new TextDecoder('iso-2022-jp').decode(encodeText(text, 'iso-2022-jp'))).toBe(text)
  })
})

describe('the bytes 0x80 to 0x9F', () => {
  it('are signs in Windows-1252 and nothing in ISO-8859-1', () => {
    expect(textDecoder('windows-1252')(Buffer.from([0x80, 0x93, 0x99, 0x9f]))).toBe('€“™Ÿ')
    expect(textDecoder('iso-8859-1')(Buffer.from([0x80, 0xe9]))).toBe('\ufffdé')
  })
})

describe('Korean syllables spelled out', () => {
  it('are put together, and loose letters left alone', () => {
    const spelled = Buffer.from('a4d4a4b6a4d0a4d4a4d4a4a2a4bfa4a4a4d4a4d5', 'hex')
    expect(textDecoder('euc-kr')(spelled)).toBe('쓔깐ㅤㅥ')
  })
})

describe('the line end of a line', () => {
  it.each(TEXT_ENCODINGS)('is found in %s', (encoding) => {
    for (const end of ['\r\n', '\n', '\r'] as const)
      expect(lineEndOf(encodeText(`a${end}`, encoding), encoding)).toBe(end)
    expect(lineEndOf(encodeText('a', encoding), encoding)).toBeNull()
    expect(lineEndOf(Buffer.alloc(0), encoding)).toBeNull()
  })
})
