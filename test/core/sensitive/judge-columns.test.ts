import {expect, test} from 'vitest'
import {decidingCategory, fateOf, kindsOf} from '../../../src/core/sensitive/column-judgement.ts'
import {startColumnJudge} from '../../../src/core/sensitive/judge-columns.ts'

/** One column judged over its cells. */
function judge(header: string, cells: readonly string[]) {
  const columns = startColumnJudge([header])
  for (const cell of cells) columns.see([cell])
  return columns.result()[0]!
}

const VALID = ['123456789018', '111111111118', '987654321093', '023456789013']

/** Random numbers of a fixed seed, as text of that many digits. */
function randomNumbers(count: number, digits: number): readonly string[] {
  let state = 20_260_101
  return Array.from({length: count}, () => {
    let text = ''
    while (text.length < digits) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      text += (state >>> 16) % 10
    }
    return text
  })
}

test('a header says マイナンバー before any row is seen, so that an import can leave the column out', () => {
  const column = judge('マイナンバー', [])
  expect(column).toMatchObject({category: 'mynumber', strength: 'strong', by: 'header', filled: 0})
  expect(fateOf(column)).toBe('leave-out')
})

test('header and valid numbers together are said to be both', () => {
  expect(judge('マイナンバー', [...VALID, ''])).toEqual({
    index: 0,
    name: 'マイナンバー',
    category: 'mynumber',
    strength: 'strong',
    by: 'both',
    filled: 4,
    matched: 4,
    kind: 'mynumber',
    shape: '•••• •••• ••••',
  })
})

test('a hundred random numbers of twelve digits raise no question: one in ten passes by chance', () => {
  const column = judge('整理番号', randomNumbers(100, 12))
  expect(column.category).toBeNull()
  expect(fateOf(column)).toBe('store')
})

test('more numbers that pass than chance lets pass are a weak sign', () => {
  const random = randomNumbers(80, 12)
  const column = judge('整理番号', [...random, ...Array.from({length: 20}, (_, i) => VALID[i % 4]!)])
  expect(column).toMatchObject({category: 'mynumber', strength: 'weak', filled: 100})
  expect(fateOf(column)).toBe('store')
  expect(judge('整理番号', ['資料希望', VALID[0]!])).toMatchObject({category: 'mynumber', strength: 'weak'})
  const few = ['123456789010', '123456789011', '123456789012', '123456789013', VALID[0]!]
  expect(judge('整理番号', few).category).toBeNull()
})

test('a header of a number over cells without digits is a yes or no', () => {
  expect(judge('IBAN', ['yes', 'no']).category).toBeNull()
  expect(judge('旅券番号', ['なし', 'TK1234567']).category).toBe('passport')
  expect(judge('旅券番号', []).category).toBe('passport')
  expect(judge('マイナンバー', ['未提出']).category).toBe('mynumber')
  expect(judge('パスワード', ['secret']).category).toBe('password')
})

test('random numbers in a column of phones, orders or dates raise no question at all', () => {
  for (const header of ['電話番号', '注文番号', 'order_id', '登録日時'])
    expect(judge(header, randomNumbers(100, 12)).category).toBeNull()
})

test('a majority of valid numbers is a sure sign from twenty cells on, whatever the header says', () => {
  const twenty = Array.from({length: 20}, (_, i) => (i < 10 ? VALID[i % 4]! : 'なし'))
  expect(judge('番号', twenty)).toMatchObject({category: 'mynumber', strength: 'strong', by: 'values', matched: 10})
  expect(judge('注文番号', twenty)).toMatchObject({category: 'mynumber', strength: 'strong'})
  expect(judge('病歴', twenty)).toMatchObject({category: 'mynumber', strength: 'strong'})
  expect(judge('番号', twenty.slice(1))).toMatchObject({category: 'mynumber', strength: 'weak', filled: 19})
  expect(judge('番号', [...twenty, 'x'])).toMatchObject({category: 'mynumber', strength: 'weak', filled: 21})
})

test('corporate numbers, timestamps and phone numbers are no individual numbers', () => {
  expect(judge('番号', Array(30).fill('7000012050002')).category).toBeNull()
  expect(judge('stamp', Array(30).fill('202601150008')).category).toBeNull()
  expect(judge('連絡先', Array(30).fill('+81 90 1234 5678')).category).toBeNull()
})

test('障害報告日 is ordinary, 障害の有無 is special care', () => {
  expect(judge('障害報告日', ['2026-01-15']).category).toBeNull()
  const column = judge('障害の有無', ['有'])
  expect(column).toMatchObject({category: 'disability', strength: 'strong', by: 'header', filled: 1, matched: 0})
  expect(fateOf(column)).toBe('leave-out-without-consent')
})

test('a few cells that speak of illness are a weak sign, a majority a strong one', () => {
  const ordinary = Array<string>(40).fill('資料を送ってほしい')
  expect(judge('備考', [...ordinary, '糖尿病で通院中'])).toMatchObject({
    category: 'medical',
    strength: 'weak',
    matched: 1,
  })
  expect(judge('備考', [...ordinary.slice(20), ...Array<string>(20).fill('高血圧')])).toMatchObject({
    category: 'medical',
    strength: 'strong',
    by: 'values',
    filled: 40,
    matched: 20,
  })
  expect(judge('備考', ordinary).category).toBeNull()
})

test('numbers named in free text are found, in full-width digits too', () => {
  expect(judge('備考', ['個人番号：１２３４５６７８９０１８']).category).toBe('mynumber')
  expect(judge('備考', ['カード 4111-1111-1111-1111 で支払い']).category).toBe('card')
  expect(judge('備考', ['免許証番号: 305012345678']).category).toBe('licence')
  expect(judge('memo', ['口座番号 1234567']).category).toBe('bank')
  expect(judge('memo', ['DE89 3704 0044 0532 0130 00']).category).toBe('bank')
})

test('words in the names of companies and goods say nothing about a person', () => {
  expect(judge('会社名', Array(30).fill('がん治療センター株式会社')).category).toBeNull()
  expect(judge('氏名', Array(30).fill('仏教 太郎')).category).toBeNull()
})

test('card numbers by value are strong, and never come in', () => {
  const column = judge('支払い', Array(20).fill('4111 1111 1111 1111'))
  expect(column).toMatchObject({category: 'card', strength: 'strong', by: 'values'})
  expect(fateOf(column)).toBe('leave-out')
})

test('a value in front of ten thousand rows of prose counts, one behind them is not looked for', () => {
  const prose = Array<string>(10_000).fill('よろしくお願いします')
  expect(judge('備考', ['うつ病', ...prose]).category).toBe('medical')
  expect(judge('備考', [...prose, 'うつ病']).category).toBeNull()
  expect(judge('備考', [...prose, VALID[0]!])).toMatchObject({category: 'mynumber', filled: 10_001, matched: 1})
})

test('short rows, long rows and cells of a megabyte are borne', () => {
  const columns = startColumnJudge(['a', ' 病歴 '])
  columns.see([])
  columns.see(['x', '喘息', 'too many', 'fields'])
  columns.see([`${'あ'.repeat(1_000_000)}`, '　'])
  expect(columns.result()).toEqual([
    {index: 0, name: 'a', category: null, strength: null, by: null, filled: 2, matched: 0},
    {index: 1, name: '病歴', category: 'medical', strength: 'strong', by: 'both', filled: 1, matched: 1},
  ])
})

const ORDINARY: readonly (readonly [header: readonly string[], row: readonly string[]])[] = [
  [
    ['メールアドレス', '氏名', 'フリガナ', '登録日'],
    ['taro@example.jp', '山田 太郎', 'ヤマダ タロウ', '2025-04-01'],
  ],
  [
    ['email', 'first_name', 'last_name', 'created_at'],
    ['iris@example.com', 'Iris', 'Church', '202504011030'],
  ],
  [
    ['E-mail', '会社名', '部署', '役職'],
    ['a@example.jp', '健康診断センター株式会社', '障害対応課', '課長'],
  ],
  [
    ['メール', '商品名', '購入日', '購入金額'],
    ['a@example.jp', 'アレルギー対応クッキー', '2025/4/1', '1200'],
  ],
  [
    ['email', 'race_name', 'race_date', 'bib_no'],
    ['a@example.com', 'City Marathon', '2025-05-01', '1203'],
  ],
  [
    ['メール', 'イベント名', '参加回数', '会場'],
    ['a@example.jp', '仏教美術展', '3', '東京国立博物館'],
  ],
  [
    ['email', 'is_disabled', 'disabled_at', 'status'],
    ['a@example.com', 'false', '', 'active'],
  ],
  [
    ['メール', '障害報告日', '障害対応', '担当'],
    ['a@example.jp', '2025-01-01', '完了', '佐藤'],
  ],
  [
    ['email', 'phone', 'order_no', 'tracking_number'],
    ['a@example.com', '+819012345678', '123456789012', '987654321098'],
  ],
  [
    ['メール', '法人番号', '業種', '従業員数'],
    ['a@example.jp', '7000012050002', '医療', '120'],
  ],
  [
    ['メール', '会員番号', '会員カード番号', 'ポイント'],
    ['a@example.jp', '123456789012', '4111111111111112', '350'],
  ],
  [
    ['email', 'account_health_status', 'treatment_group', 'score'],
    ['a@example.com', 'good', 'A', '71'],
  ],
  [
    ['メール', '郵便番号', '住所', '電話番号'],
    ['a@example.jp', '100-0001', '東京都千代田区千代田1-1', '03-1234-5678'],
  ],
  [
    ['メール', '国籍', '性別', '言語'],
    ['a@example.jp', '日本', '女性', 'ja'],
  ],
  [
    ['email', 'password_reset_at', 'last_login', 'ip'],
    ['a@example.com', '2025-01-01', '2025-02-01', '192.0.2.1'],
  ],
  [
    ['メール', 'アンケート回答', 'ご要望', '同意日時'],
    ['a@example.jp', '満足', 'もっと早く届けてほしい', '2025-01-01 10:00'],
  ],
  [
    ['メール', '診療科', '施設名', '資格'],
    ['a@example.jp', '内科', '例クリニック', '看護師'],
  ],
  [
    ['メール', 'JANコード', '数量', '型番'],
    ['a@example.jp', '4901234567894', '2', 'AB1234567'],
  ],
]

test.each(ORDINARY)('the ordinary columns %s hold nothing sensitive', (headers, row) => {
  const columns = startColumnJudge(headers)
  for (let i = 0; i < 30; i++) columns.see(row)
  expect(columns.result().filter(({category}) => category !== null)).toEqual([])
})

test('a column of free text holds several kinds, each with its own count', () => {
  const cells = [
    'カード 4111 1111 1111 1111',
    '糖尿病で入院',
    '前科あり',
    ...Array.from({length: 17}, () => '特になし'),
  ]
  const column = judge('備考', cells)
  const kinds = kindsOf(column).map(({category, strength, matched, filled}) => [category, strength, matched, filled])
  expect(kinds.sort()).toEqual([
    ['card', 'weak', 1, 20],
    ['criminal', 'weak', 1, 20],
    ['medical', 'weak', 1, 20],
  ])
  expect(fateOf(column)).toBe('store')
  expect(kindsOf(judge('備考', ['特になし']))).toEqual([])
})

test('of several kinds the worst decides what an import does', () => {
  const ill = Array.from({length: 20}, (_, i) => (i < 12 ? '糖尿病で入院' : '4111111111111111'))
  expect(fateOf(judge('備考', ill))).toBe('leave-out-without-consent')
  const cards = Array.from({length: 20}, (_, i) => (i < 10 ? '糖尿病で入院' : '4111111111111111'))
  expect([fateOf(judge('備考', cards)), decidingCategory(judge('備考', cards))]).toEqual(['leave-out', 'card'])
  expect([fateOf(judge('病歴', cards)), decidingCategory(judge('病歴', cards))]).toEqual(['leave-out', 'card'])
})

test('a header keeps its say beside numbers that outnumber it', () => {
  const column = judge(
    '病歴',
    Array.from({length: 20}, (_, i) => VALID[i % 4]!),
  )
  expect(kindsOf(column).map(({category, strength, by}) => [category, strength, by])).toEqual([
    ['mynumber', 'strong', 'values'],
    ['medical', 'strong', 'header'],
  ])
})

test('the numbers of one column are told once, whatever other checks they pass by chance', () => {
  for (const header of ['口座番号', '基礎年金番号', '運転免許証番号', 'aadhaar'])
    expect(judge(header, randomNumbers(200, 12)).others, header).toBeUndefined()
})

test('a ground covers what a column surely holds, and never what is barred or has slipped in', () => {
  const cells = Array.from({length: 20}, (_, i) => (i < 14 ? '糖尿病で入院' : i < 16 ? '前科あり' : '4111111111111111'))
  const kept = {basis: 'consent', evidence: 'form'} as const
  expect(kindsOf({...judge('備考', cells), kept}).map((kind) => [kind.category, kind.kept !== undefined])).toEqual([
    ['medical', true],
    ['card', false],
    ['criminal', false],
  ])
})

test('account, identity and insurance numbers are left out without a ground; a birth date is not', () => {
  const headers = [
    '口座番号',
    'bank_account',
    'IBAN',
    'SSN',
    '運転免許証番号',
    'パスポート番号',
    '基礎年金番号',
    '健康保険証番号',
  ]
  for (const header of headers) expect(fateOf(judge(header, [])), header).toBe('leave-out-without-ground')
  for (const header of ['生年月日', '誕生日', '会員番号', '法人番号'])
    expect(fateOf(judge(header, [])), header).toBe('store')
})
