import {describe, expect, it} from 'vitest'
import {fieldOfHeader} from '../../../src/core/contacts/field-of-header.ts'
import {readStatus, saysNothing, stopColumnOf} from '../../../src/core/contacts/status-words.ts'

const FLAG = stopColumnOf('配信停止')
const STATE = stopColumnOf('status')

describe('readStatus of a column that asks whether mail is stopped', () => {
  it.each([
    '1', 'true', 'YES', 'on', 'はい', '○', '〇', '◯', '✓', '有', 'あり', '済', '済み', '停止', '配信停止', '拒否', '受信拒否', '退会', '解除',
    '希望', '可', '対象', 'unsubscribed', 'Unsubscribe', 'suppressed', 'opted out', 'opt-out', 'blocked', '2024-04-01', '2024/4/1 9:05',
    '04/01/2024', '１', 'x', '本人から電話',
  ])('%j is a stop', (cell) => expect(readStatus(cell, FLAG)).toBe('optout')) // biome-ignore format: words
  it.each([
    '0',
    'false',
    'No',
    'off',
    '０',
    'いいえ',
    '無',
    'なし',
    '×',
    '未退会',
    'subscribed',
    'active',
    '配信中',
    '会員',
  ])('%j is none', (cell) => expect(readStatus(cell, FLAG)).toBe('active'))
})

it.each(['No Email', 'no_mail', 'No e-mails', 'DNM'])('%s is a column that asks whether mail is stopped', (header) => {
  expect([fieldOfHeader(header), stopColumnOf(header).kind]).toEqual(['opt_out', 'flag'])
})

describe('readStatus of a status column', () => {
  it.each([
    '停止',
    '配信停止',
    '配信停止中',
    '不可',
    '配信不可',
    '×',
    'NG',
    '退会済',
    '無効',
    'unsubscribed',
    'inactive',
    '0',
    'false',
    'no',
    'opted_out'.replace('_', ' '),
  ])('%j is a stop', (cell) => expect(readStatus(cell, STATE)).toBe('optout'))
  it.each([
    '1',
    'true',
    'yes',
    'subscribed',
    'Active',
    'enabled',
    '配信',
    '配信中',
    '可',
    '配信可',
    '有効',
    '購読中',
    '○',
    'ok',
    'する',
    '希望します',
    '許諾',
    '要',
    '利用中',
  ])('%j is active', (cell) => expect(readStatus(cell, STATE)).toBe('active'))
  it.each([
    'Opted_Out', 'OPT_OUT', 'blocklisted', 'Blacklisted', 'disabled', 'Non-Subscribed', 'archived', 'suppressed', 'do not email', 'dnc', 'cancelled', '解除', '購読解除',
    '撤回', '同意撤回', '撤回済み', 'しない', '希望しません', '受信しません', '否', '禁止', '利用停止', '取消', 'consent revoked', 'Withdrew', '受信拒否', '退会', '脱会', '解約済み', '配信しない', '希望しない', '対象外', 'ブラックリスト', 'abgemeldet', 'désabonné', 'Dado de baja', '수신거부', '退订', '取消訂閱',
  ])('%j is a stop in any list', (cell) => expect(readStatus(cell, STATE)).toBe('optout')) // biome-ignore format: words
  it.each([
    'pending',
    'Unconfirmed',
    'Awaiting confirmation',
    '仮登録',
    '未確認',
    '承認待ち',
    '保留',
    'Non-marketing contact',
    'en attente',
  ])('%j is no consent', (cell) => expect(readStatus(cell, STATE)).toBe('unconfirmed'))
  it.each(['VIP', '2024-04-01', '2', 'ゴミ箱', 'constructor', '?'])('%j is unknown, which is not active', (cell) =>
    expect(readStatus(cell, STATE)).toBe('unknown'),
  )
})

describe('readStatus of either', () => {
  it.each([FLAG, STATE])('tells complaints and bounces (%j)', (column) => {
    for (const cell of ['complained', 'Complaint', 'spam', 'spam report', 'abuse', '苦情', '迷惑メール報告'])
      expect(readStatus(cell, column), cell).toBe('complaint')
    for (const cell of [
      'bounced',
      'Bounce',
      'hard bounced',
      'hard-bounce',
      'cleaned',
      'エラー',
      '不達',
      '配信エラー',
      'ｴﾗｰ',
    ])
      expect(readStatus(cell, column), cell).toBe('bounce')
    for (const cell of [
      '',
      ' ',
      '-',
      'ー',
      'NULL',
      '\\N',
      'n/a',
      'none',
      '未',
      '***',
      '0000-00-00',
      '0000-00-00 00:00:00',
      '0000/00/00',
    ])
      expect(readStatus(cell, column), cell).toBe('silent')
  })

  it('knows an empty cell by what stands in one', () => {
    expect(saysNothing('―')).toBe(true)
    expect(saysNothing('0')).toBe(false)
    expect(saysNothing('2024-04-01')).toBe(false)
  })
})

describe('stopColumnOf', () => {
  it.each([
    '配信停止',
    '配信停止フラグ',
    '配信停止状態',
    '受信拒否',
    '退会',
    '退会フラグ',
    '解約',
    'オプトアウト',
    '配信不要',
    'unsubscribed',
    'Opted Out',
    'opt_out',
    'suppressed',
    'bounced',
    'complained',
    'do_not_contact',
  ])('%s asks whether mail is stopped', (header) => expect(stopColumnOf(header).kind).toBe('flag'))
  it.each([
    '配信可否',
    '配信状態',
    '配信ステータス',
    '配信フラグ',
    '送信可否',
    'メール配信',
    'status',
    'Subscription Status',
    'ｽﾃｰﾀｽ',
  ])('%s tells a state', (header) => expect(stopColumnOf(header).kind).toBe('state'))

  it.each([
    ['bounced', 'bounce'],
    ['Email hard bounce reason', 'bounce'],
    ['CLEAN_TIME', 'bounce'],
    ['エラー停止', 'bounce'],
    ['Portal Spam Report', 'complaint'],
    ['苦情', 'complaint'],
    ['配信停止', 'optout'],
    ['status', 'optout'],
  ])('%s means %s when it says stop', (header, reason) => expect(stopColumnOf(header).reason).toBe(reason))
  it.each([
    ['Opted out of email: Newsletter', true],
    ['topicPreferences.Sports', true],
    ['TopicPreferences', true],
    ['Opted Out', false],
    ['Unsubscribed from all email', false],
  ])('%s speaks of one topic: %s', (header, isTopic) => expect(stopColumnOf(header).isTopic).toBe(isTopic))
})

describe('readStatus with words the user explains', () => {
  const said = {active: ['ＶＩＰ', '停止', '1', 'pending'], stopped: ['Gold', '配信中']}
  it('settles words nobody knows, whatever their width and case', () => {
    expect(readStatus('vip', STATE, said)).toBe('active')
    expect(readStatus('gold', STATE, said)).toBe('optout')
    expect(readStatus('silver', STATE, said)).toBe('unknown')
    expect(readStatus('Pending', STATE, said)).toBe('active')
  })
  it('may stop a word that is known as active, but never the other way round', () => {
    expect(readStatus('配信中', STATE, said)).toBe('optout')
    expect(readStatus('停止', STATE, said)).toBe('optout')
    expect(readStatus('1', FLAG, said)).toBe('optout')
    expect(readStatus('vip', FLAG, said)).toBe('active')
  })
})

describe('readStatus of topics', () => {
  const TOPICS = stopColumnOf('TopicPreferences')
  it.each([
    ['[{"TopicName":"a","SubscriptionStatus":"OPT_IN"},{"TopicName":"b","SubscriptionStatus":"OPT_OUT"}]', 'optout'],
    ['[{"TopicName":"a","SubscriptionStatus":"OPT_IN"}]', 'active'],
    ['[]', 'silent'],
    ['news', 'unknown'],
  ])('%s is %s', (cell, meaning) => expect(readStatus(cell, TOPICS)).toBe(meaning))
})

describe('columns of a house of its own', () => {
  it.each([
    ['メルマガ', 'いいえ', 'optout'],
    ['メルマガ', 'はい', 'active'],
    ['お知らせメール', '受信しない', 'optout'],
    ['配信対象', '対象外', 'optout'],
    ['有効フラグ', '0', 'optout'],
    ['削除フラグ', '1', 'optout'],
    ['契約状態', '解約', 'optout'],
    ['エラー状況', 'ハードバウンス', 'bounce'],
    ['hs_email_optout', 'true', 'optout'],
    ['Email Permission', 'denied', 'optout'],
    ['no_mail', '1', 'optout'],
    ['Active', 'No', 'optout'],
    ['Active', 'Yes', 'active'],
    ['disabled', 'true', 'optout'],
    ['deleted', '0', 'active'],
  ])('say whether mail is stopped: %s = %s', (header, cell, meaning) => {
    expect(fieldOfHeader(header)).toBe('opt_out')
    expect(readStatus(cell, stopColumnOf(header))).toBe(meaning)
  })
})
