import {describe, expect, it} from 'vitest'
import {makeStopFinder, watchOf} from '../../../src/core/contacts/stop-words.ts'

/** The words that say no in a column, as a watch over it finds them. */
function found(header: string, cells: readonly string[]): string[] {
  const watch = watchOf(header, cells)
  return watch === null ? [] : cells.map(makeStopFinder(watch)).filter((word) => word !== null)
}

describe('a column that holds words that say no', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['備考', ['退会', '', '会費済み'], ['退会']],
    [
      '備考',
      ['【退会】', '2024/4/1 退会', '退会(2023.4.1)', '2023年4月1日に配信停止'],
      ['退会', '退会', '退会', '配信停止'],
    ],
    [
      '備考',
      ['メール不要とのこと', '3/1 退会しました', '配信停止の依頼あり', '配信停止を希望'],
      ['メール不要', '退会', '配信停止', '配信停止'],
    ],
    [
      'notes',
      ['please unsubscribe', 'Unsubscribe please', 'unsubscribed'],
      ['unsubscribe', 'unsubscribe', 'unsubscribed'],
    ],
    ['GDPR', ['revoked', 'accepted'], ['revoked']],
    ['個人情報の取り扱いへの同意', ['同意しない', '同意する'], ['同意しない']],
    ['送信', ['禁止', '許可'], ['禁止']],
    ['受信区分', ['拒否', '許可'], ['拒否']],
    ['メルマガ登録', ['登録済', '未登録'], ['未登録']],
    ['メモ', ['NG', '不要', '停止'], ['ng', '不要', '停止']],
    ['備考', ['DM不要、メールのみ', 'DM不要、平日のみ', '退会、メール可'], ['dm不要', '退会']],
    ['Tags', ['vip, Unsubscribed', 'opted_out', 'new|do not email'], ['unsubscribed', 'opted out', 'do not email']],
    ['Segment', ['UNSUBSCRIBED', 'ＵＮＳＵＢＳＣＲＩＢＥＤ', 'Cleaned'], ['unsubscribed', 'unsubscribed', 'cleaned']],
    ['会員種別', ['退会会員', '正会員', '解約'], ['退会会員', '解約']],
    ['種別', ['新規', '撤回', '同意撤回'], ['撤回', '同意撤回']],
    ['操作', ['登録', '撤回済', '取消', '同意取消'], ['撤回済', '取消', '同意取消']],
    ['action', ['subscribe', 'withdrawn', 'Revoked consent', 'opt-out'], ['withdrawn', 'revoked consent', 'opt out']],
    ['event_type', ['signup', 'WITHDRAWAL', 'consent_withdrawn'], ['withdrawal', 'consent withdrawn']],
    ['x', ['同意撤回', 'consent revoked', '撤回', 'withdrawn'], ['同意撤回', 'consent revoked']],
    ['Mailing list', ['Yes', 'No', 'yes', ''], ['no']],
    ['Newsletter?', ['1', '0', '1'], ['0']],
    ['Receives email', ['true', 'FALSE'], ['false']],
    ['メール希望', ['○', '×'], ['×']],
    ['配信', ['する', '配信停止'], ['配信停止']],
    ['plan', ['配信停止', 'gold'], ['配信停止']],
    ['x', [' unsubscribed ', 'ｵﾌﾟﾄｱｳﾄ', '_opted_out_'], ['unsubscribed', 'オプトアウト', 'opted out']],
  ])('%s: %j', (header, cells, words) => {
    expect(found(header, cells)).toEqual(words)
  })
})

describe('an ordinary column raises none', () => {
  it.each<[string, readonly string[]]>([
    [
      '備考',
      [
        '領収書: 不要',
        '停止していたサービスを再開',
        '退会を引き止めた',
        'メールより電話希望',
        'なし',
        '-',
        '2024/4/1 来店',
      ],
    ],
    ['Notes', ['asked how to unsubscribe from paper mail', 'no', 'call again', 'VIP']],
    ['Tags', ['vip, returned order, cancelled once', 'gold', 'deleted scenes fan']],
    ['action', ['purchase', 'click', 'open', 'Signup', 'download', 'add to cart', '']],
    ['種別', ['新規', '更新', '法人', '既存', '継続']],
    ['操作', ['登録', '変更', '購入', '閲覧']],
    ['event', ['webinar 2024', 'purchase', 'page_view', '展示会']],
    ['申請結果', ['撤回', '承認', '取消']],
    ['出金', ['withdrawal', 'deposit']],
    ['領収書', ['不要', '要', '不要']],
    ['ラッピング', ['する', 'しない']],
    ['喫煙', ['禁止', '可']],
    ['受信日', ['2024/4/1', '2024/5/1']],
    ['注文状況', ['キャンセル', '発送済', '削除']],
    ['Order status', ['cancelled', 'shipped', 'failed', 'rejected', 'closed']],
    ['Deal stage', ['closed', 'open', 'Closed Won']],
    ['支払', ['エラー', '済', '不可']],
    ['在庫', ['なし', 'あり']],
    ['出欠', ['×', '○']],
    ['admin', ['no', 'yes', 'no']],
    ['Is customer', ['no', 'yes']],
    ['会員', ['はい', 'いいえ']],
    ['SMS', ['opted out', 'opted in']],
    ['Phone opt-in', ['unsubscribed', 'subscribed']],
    ['電話', ['拒否', '可']],
    ['郵送DM希望', ['不要', '希望']],
    ['Email verified', ['false', 'true']],
    ['Emails opened', ['0', '1', '0']],
    ['メール開封数', ['0', '3', '1']],
    ['携帯メール有無', ['なし', 'あり']],
    ['Newsletter count', ['0', '1']],
    ['subscription plan', ['no', 'yes']],
    ['氏名', ['山田 太郎', '停止 花子', '解 除子']],
    ['会社名', ['株式会社エラー', '有限会社解約', 'Stop', 'Closed']],
    ['住所', ['東京都千代田区1-1', '不明']],
    ['プラン', ['無効', 'プレミアム', '解約']],
    ['Score', ['0', '10', '-1']],
    ['Account', ['inactive', 'active', 'blocked', 'deleted']],
    ['Cheque', ['bounced', 'invalid', 'error']],
  ])('%s: %j', (header, cells) => {
    expect(found(header, cells)).toEqual([])
  })
})
