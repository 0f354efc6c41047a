import {describe, expect, it} from 'vitest'
import {findHeader, linesWithAddress} from '../../../../src/adapters/csv/dialect/find-header.ts'
import {splitRows} from '../../../../src/adapters/csv/dialect/split-rows.ts'

const beginning = (text: string) => findHeader(splitRows(text.split('\n'), ',', 200))
const ROWS = 'a@example.jp,Taro,JP\nb@example.jp,Hanako,JP\nc@example.jp,Jiro,US'

describe('the header', () => {
  it.each([
    ['is the first line', 1, `email,name,country\n${ROWS}`],
    ['is the first line when no word of it is known', 1, `連絡先,ふりがな,区分\n${ROWS}`],
    ['may name years, when one word is known', 1, 'email,2023,2024\na@example.jp,1,2'],
    ['stands below a title', 2, `会員一覧\nemail,name,country\n${ROWS}`],
    ['stands below title, date and blank lines', 5, `会員一覧\n出力日,2024-04-01\n\n\n連絡先,氏名,国\n${ROWS}`],
    [
      'stands below lines that Excel filled up with commas',
      4,
      `会員一覧,,\n出力日,2024-04-01,\n,,\nemail,name,country\n${ROWS}`,
    ],
    ['stands below a title in a file of one column', 3, '会員一覧\n\nメールアドレス\na@example.jp\nb@example.jp'],
    ['stands below a comment', 2, `# exported by hand\nemail,name,country\n${ROWS}`],
    ['stands below a note with an address in it', 2, `questions to office@example.jp\nemail,name,country\n${ROWS}`],
    ['stands below a note whose cell is an address', 2, `contact,office@example.jp,\nemail,name,country\n${ROWS}`],
    ['without known words stands below a title', 3, `Report\n\nfoo,bar,baz\n${ROWS}`],
    ['may be narrower than the rows', 1, `email,name\n${ROWS}`],
    ['may have blank cells', 1, 'email,,\na@example.jp,,\nb@example.jp,,'],
    ['is not the later row that happens to hold a header word', 1, 'foo,bar,baz\n1x,status,y\na@example.jp,p,q'],
    ['stands alone in a file without addresses', 1, 'name,age\nTaro,20\nHanako,30'],
  ])('%s', (_, line, text) => {
    expect(beginning(text)).toEqual({headerLine: line, firstLine: line})
  })

  it.each([
    ['its first line holds an address', 1, ROWS],
    ['its only line does', 1, 'a@example.jp'],
    ['its first line is a row with a broken address', 1, `a..b@@example.jp,Taro,JP\n${ROWS}`],
    ['its first line is a row with a date', 1, `,2024-04-01,JP\n${ROWS}`],
    ['its first line is numbers', 1, '1,english\n2,german\n3,french'],
    ['only a title stands above the rows', 3, `会員一覧\n\n${ROWS}`],
    ['its first row is wider than the others', 1, `x@example.jp,Taro,JP,extra\n${ROWS}`],
    ['header words come after people: those are never skipped', 1, `${ROWS}\nemail,name,country\nd@example.jp,Goro,JP`],
    ['a row above the header words looks like a person', 1, `x@example.jp,office\nemail,name\na@example.jp,Taro`],
  ])('is missing when %s', (_, line, text) => {
    expect(beginning(text)).toEqual({headerLine: null, firstLine: line})
  })

  it('can be said to be missing', () => {
    const rows = splitRows(`name,email\n${ROWS}`.split('\n'), ',', 200)
    expect(findHeader(rows, undefined, true)).toEqual({headerLine: null, firstLine: 2})
    const same = splitRows('email,name,country\na@example.jp,Taro,JP'.split('\n'), ',', 200)
    expect(findHeader(same, undefined, true)).toEqual({headerLine: null, firstLine: 1})
  })
})

describe('lines above the first one read', () => {
  it('are reported when an address stands in them, alone or amid words', () => {
    const lines = [
      'お問い合わせ（office@example.jp）まで',
      'no @ here',
      'x,office@example.jp',
      '<a@example.jp>',
      'email',
    ]
    expect(linesWithAddress(lines, 5)).toEqual([1, 3, 4])
    expect(linesWithAddress(lines, 1)).toEqual([])
  })
})
