import {expect, it} from 'vitest'
import {refusesAdvertising} from '../../../src/core/consent/refusal-notes.ts'

it.each([
  '案内メール不要',
  '広告はいりません',
  '広告は、必要ありません',
  'メールは送らないでください',
  'メール配信停止希望',
  'メルマガの配信を希望しません',
  '営業のご連絡はご遠慮ください',
  '営業のお電話・メールはご遠慮ください',
  'ＤＭお断り',
  'ご案内は不要とのこと',
  'メール不要、電話で',
  'No marketing e-mails, please',
  'no newsletter',
  'No more emails please',
  "Please don't send me your newsletters",
  'Does not want any advertising',
  'does not accept unsolicited mail',
  'not for marketing',
  'Do not email',
])('%s is a refusal', (note) => {
  expect(refusesAdvertising(note)).toBe(true)
})

it.each([
  'メルマガ希望、電話は不要',
  'メルマガ希望。返事は不要',
  'メルマガ希望 電話は不要',
  'メールにて返信不要',
  'メールアドレスは公開不可',
  '営業電話はお断り',
  '営業のご連絡はご遠慮なく',
  '広告代理店、訪問はお断り',
  'メールで結構です',
  'Yamada, No. 2 in Marketing',
  'No. 1 marketing agency',
  'Has no marketing department',
  'Do not call, marketing director',
  "Don't phone; e-mail is fine",
])('%s is none', (note) => {
  expect(refusesAdvertising(note)).toBe(false)
})
