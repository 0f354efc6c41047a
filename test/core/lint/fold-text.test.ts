import {describe, expect, it} from 'vitest'
import {fold, squash} from '../../../src/core/lint/fold-text.ts'

describe('folding text', () => {
  it.each([
    ['ＡＢＣ　１２３', 'ABC 123'],
    ['ﾒｰﾙﾏｶﾞｼﾞﾝ', 'メールマガジン'],
    ['配信停\n止を', '配信停止を'],
    ['to\nunsubscribe', 'to unsubscribe'],
    ['停止\r\n  ください', '停止ください'],
    ['one\n\n two', 'one\ntwo'],
    ['㈱サンプル', '(株)サンプル'],
    ['', ''],
  ])('makes %j into %j', (seen, folded) => {
    expect(fold(seen).text).toBe(folded)
  })

  it('leads every folded place back to the text as seen', () => {
    const seen = 'ｶﾞ株式\n会社　A㈱B'
    const {text, seenIndex} = fold(seen)
    expect(text).toBe('ガ株式会社 A(株)B')
    expect(seen[seenIndex(text.indexOf('会'))]).toBe('会')
    expect(seen[seenIndex(text.indexOf(')'))]).toBe('㈱')
    expect(seen[seenIndex(text.indexOf('B'))]).toBe('B')
    expect(seenIndex(text.length)).toBe(seen.length)
  })
})

describe('squashing text', () => {
  it('makes spellings of one address equal', () => {
    expect(squash('東京都渋谷区 渋谷１－２－３')).toBe(squash('東京都渋谷区渋谷1-2‐3'))
  })
})

describe('characters nobody sees', () => {
  it.each([
    ['Un\u00adsub\u00adscribe', 'Unsubscribe'],
    ['配信\u200b停止', '配信停止'],
    ['a\u2060b\u200dc', 'abc'],
  ])('are left out of %o, and places lead past them', (seen, text) => {
    const folded = fold(seen)
    expect(folded.text).toBe(text)
    expect(folded.seenIndex(text.length - 1)).toBe(seen.length - 1)
    expect(squash(seen)).toBe(text.toLowerCase())
  })
})
