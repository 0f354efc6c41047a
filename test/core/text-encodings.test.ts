import {describe, expect, it} from 'vitest'
import {ENCODING_LABELS, encodingNamed, TEXT_ENCODINGS} from '../../src/core/text-encodings.ts'

describe('the names of encodings', () => {
  it.each([
    ['utf8', 'utf-8'],
    ['UTF-8', 'utf-8'],
    ['utf-16', 'utf-16le'],
    ['UTF_16BE', 'utf-16be'],
    ['Shift_JIS', 'cp932'],
    ['sjis', 'cp932'],
    ['Windows-31J', 'cp932'],
    ['ＣＰ９３２', 'cp932'],
    ['x-euc-jp', 'euc-jp'],
    ['JIS', 'iso-2022-jp'],
    ['cp1252', 'windows-1252'],
    ['Latin1', 'iso-8859-1'],
    ['ISO-8859-1', 'iso-8859-1'],
    ['gbk', 'gb18030'],
    ['GB2312', 'gb18030'],
    ['cp950', 'big5'],
    ['CP949', 'euc-kr'],
    ['ks_c_5601-1987', 'euc-kr'],
    ['uhc', 'euc-kr'],
  ])('%s means %s', (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding)
  })

  it.each(['', 'koi8-r', 'utf-7', 'constructor', 'johab'])('%j means none', (name) => {
    expect(encodingNamed(name)).toBeNull()
  })

  it('know every encoding by its own name and by its label', () => {
    for (const encoding of TEXT_ENCODINGS) {
      expect(encodingNamed(encoding)).toBe(encoding)
      expect(encodingNamed(ENCODING_LABELS[encoding].split(' ')[0]!)).toBe(encoding)
    }
  })

  it('stand for one encoding each', () => {
    expect(new Set(TEXT_ENCODINGS.map((encoding) => ENCODING_LABELS[encoding])).size).toBe(TEXT_ENCODINGS.length)
  })
})
