/** Japanese texts: planning, running and following a send. Same keys as the English file (the type holds that). */
import type {sending as en} from '../en/sending.ts'

export const sending: Readonly<Record<keyof typeof en, string>> = {
  'sending.planning': '{contacts} 件を判定',
  'sending.planned': '「{name}」を計画しました: {audience} 件のうち {count} 件に送ります',
  'sending.why-not': '送らない理由:',
  'sending.examples-left': '設定に見本の値が残っています: {values}',
  'sending.plan-next': 'まだ送っていません。送るときは:',
  'sending.sum-holds': '{audience} = {terms}: 全員の行方が分かっています',
  'sending.sum-off': '{audience} ≠ {terms}: 台帳に記録のない人がいます',
  'sending.started': '「{name}」を {relay} から送ります（接続 {connections} 本）。Ctrl-C で安全に止まります。',
  'sending.progress': '{percent} %　{done}／{all}　{rate} 通/秒　残り {left}　拒否・再送待ち {refused}',
  'sending.stopping': '送信中の分を終えて止まります。もう一度 Ctrl-C を押すとすぐに終了します',
  'sending.ran': '「{name}」: {count} 通を中継サーバーが受理（{time}、{rate} 通/秒）',
  'sending.found-unfinished': '前回の実行が途中で終わっていました。開いていた {count} 通は「不明」としました',
  'sending.status-planned': '「{name}」は計画済みです（{at}）。まだ送っていません',
  'sending.status-started': '「{name}」は開始済みで（{at}）、まだ終わっていません',
  'sending.status-waiting': '「{name}」は送信済みです（{at}）。再送待ちの分はこれから再送します',
  'sending.status-finished': '「{name}」は完了しました（{at}）',
  'sending.go-on': '続きを送る: {command} --confirm {confirm}',
  'sending.deferred': '{count} 通は {at} 以降に再送します: todoke send run {name}',
  'sending.in-doubt':
    '不明 {count} 通: `todoke send status {name} --in-doubt` で確かめ、中継サーバーの記録を見て `todoke send settle {name} --assume sent|unsent` で決めてください',
  'sending.report-next': '報告: todoke report {name} --html report.html',
  'sending.confirm':
    '{from} から {relay} 経由で実際に {count} 通を送ります。続けるには配信の名前（{name}）を入力してください:',
  'sending.settled-sent': '「{name}」の不明 {count} 通を「送信済み」としました',
  'sending.settled-unsent': '「{name}」の不明 {count} 通は次の実行で送ります',
  'sending.report-written': '報告を書き出しました: {file}',
}
