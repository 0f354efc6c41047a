import stringWidth from 'fast-string-width'
import {describe, expect, it} from 'vitest'
import {wrap} from '../../src/cli/table.ts'
import {ja} from '../../src/i18n/ja.ts'

const WIDTHS = [40, 53, 66, 80]

describe('Japanese text on a narrow screen', () => {
  it('has no line that begins with a closing mark, a small kana or a particle, or ends with an opening mark', () => {
    const bad: string[] = []
    for (const text of Object.values(ja))
      for (const width of WIDTHS)
        for (const line of wrap(text, width).split('\n').slice(1))
          if (
            /^[、。，．：；？！）」』】…ー々っゃゅょぁぃぅぇぉッャュョ％]/.test(line) ||
            /^(を|は|が|の|へ|に|で|と)(?![ぁ-ゖ])/.test(line)
          )
            bad.push(line)
    expect(bad).toEqual([])
  })

  it('does not leave a particle, a counter or a mark behind that stands after a blank or a bracket', () => {
    expect(wrap('リスト「news」へ取り込みました', 14)).toBe('リスト\n「news」へ\n取り込みました')
    expect(wrap('列が違うときは取り込まない', 18)).toBe('列が違うときは\n取り込まない')
    expect(wrap('文字列、.zip、.xlsx', 14)).toBe('文字列、.zip、\n.xlsx')
    expect(wrap('見出しは list.csv に', 18)).toBe('見出しは\nlist.csv に')
    expect(wrap('取り込めなかった行は 200 行です', 25)).toBe('取り込めなかった行は\n200 行です')
    expect(wrap('続けて読み込みます（確度 90 %）。', 32)).toBe('続けて読み込みます（確度\n90 %）。')
  })

  it('does not part a currency sign from its amount', () => {
    expect(wrap('Administrative fine of up to ₩10,000,000', 34)).toBe('Administrative fine of up to\n₩10,000,000')
    expect(wrap('過料は最大 €50,000 です', 13)).toBe('過料は最大\n€50,000 です')
  })

  it('loses and adds nothing, and stays within the width where a word fits', () => {
    for (const text of Object.values(ja))
      for (const width of WIDTHS) {
        const lines = wrap(text, width).split('\n')
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) if (/^[^!-\u024f]*$/.test(line)) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      }
  })
})

describe('English text on a narrow screen', () => {
  it('breaks at blanks, never between a quote and its word', () => {
    expect(wrap('the list “news” is there', 11)).toBe('the list\n“news” is\nthere')
    expect(wrap('say “it”', 6)).toBe('say\n“it”')
    expect(wrap('a b c', 3, 1)).toBe(' a\n b\n c')
    expect(wrap('one\n\n  two', 20)).toBe('one\n\n  two')
  })

  it('keeps a word that is wider than the screen in one piece', () => {
    expect(wrap('see https://example.com/a/long/path now', 12)).toBe('see\nhttps://example.com/a/long/path\nnow')
  })
})
