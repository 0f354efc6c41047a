import {describe, expect, it} from 'vitest'
import {readAnswer, readBasis, readYesNo} from '../../../src/core/contacts/words.ts'

describe('readYesNo', () => {
  it.each([
    '1',
    'TRUE',
    'Yes',
    'y',
    'on',
    'はい',
    '有',
    'あり',
    '○',
    '◯',
    '同意する',
    '同意済み',
    '承諾',
    '希望する',
    '１',
    'ＯＫ',
    ' yes ',
  ])('%j is a yes', (cell) => expect(readYesNo(cell)).toBe(true))
  it.each([
    '0',
    'false',
    'No',
    'いいえ',
    '無',
    'なし',
    '×',
    '✕',
    '同意しない',
    '不同意',
    '拒否',
    '希望しない',
    '不要',
    'NG',
    '０',
  ])('%j is a no', (cell) => expect(readYesNo(cell)).toBe(false))
  it.each(['', ' ', '-', '?', '未定', '2', 'maybe', '同意？'])('%j is neither', (cell) =>
    expect(readYesNo(cell)).toBeNull(),
  )
})

describe('readBasis', () => {
  it.each([
    ['consent', 'consent'],
    ['同意', 'consent'],
    ['Opt-in', 'consent'],
    ['明示の同意', 'consent'],
    ['名刺', 'card'],
    ['名刺交換', 'card'],
    ['business card', 'card'],
    ['取引先', 'trade'],
    ['既存顧客', 'trade'],
    ['customer', 'trade'],
    ['公表', 'published'],
    ['soft opt-in', 'soft_optin'],
    ['implied:purchase', 'implied_purchase'],
    ['implied inquiry', 'implied_inquiry'],
    ['正当な利益', 'legit_interest'],
    ['Legitimate Interest', 'legit_interest'],
    ['契約', 'contract'],
    ['purchase', 'trade'],
    ['購入済み', 'trade'],
    ['Order', 'trade'],
    ['inquiry', 'implied_inquiry'],
    ['お問い合わせ', 'implied_inquiry'],
    ['資料請求', 'implied_inquiry'],
    ['contact form', 'implied_inquiry'],
    ['donation', 'contract'],
    ['membership', 'contract'],
    ['会員', 'contract'],
    ['newsletter signup', 'consent'],
    ['Newsletter sign-up form', 'consent'],
    ['email subscription', 'consent'],
    ['web form', 'consent'],
    ['メルマガ登録', 'consent'],
    ['Webフォーム', 'consent'],
    ['double opt-in', 'consent'],
    ['purchased', null],
    ['購入名簿', null],
    ['no purchase', null],
    ['non member', null],
    ['', null],
    ['不明', null],
    ['purchased list', null],
  ])('%j is %s', (cell, basis) => {
    expect(readBasis(cell)).toBe(basis)
  })
})

describe('readAnswer', () => {
  it.each([
    ['はい', 'yes'],
    ['✓', 'yes'],
    ['いいえ', 'no'],
    ['配信停止', 'no'],
    ['退会済', 'no'],
    ['bounced', 'no'],
    ['', 'silent'],
    ['-', 'silent'],
    ['仮登録', 'unconfirmed'],
    ['たぶん', 'unknown'],
    ['2024-04-01', 'unknown'],
  ])('%j is %s', (cell, answer) => expect(readAnswer(cell)).toBe(answer))

  it('takes the user by the word where nobody else knows it, and never makes a no a yes', () => {
    const said = {active: ['たぶん', '拒否'], stopped: ['はい']}
    expect(readAnswer('たぶん', said)).toBe('yes')
    expect(readAnswer('拒否', said)).toBe('no')
    expect(readAnswer('はい', said)).toBe('no')
  })
})
