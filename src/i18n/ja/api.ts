/** Japanese texts: the JSON API, its keys, notices of mail services, and the errors about them. Same keys as the English file (the type holds that). */
import type {api as en} from '../en/api.ts'

export const api: Readonly<Record<keyof typeof en, string>> = {
  'api.key.made': '鍵「{name}」（参照と追加ができます）',
  'api.key.made-read-only': '鍵「{name}」（参照だけができます）',
  'api.key.once':
    '表示するのは今回だけで、保存するのはハッシュだけです。`Authorization: Bearer 鍵` として送ります。できることは `todoke serve` の /api/v1/openapi.json にあります。',
  'api.key.none': '鍵を持つプログラムはありません。作るには: `todoke key api create 名前`',
  'api.key.reads': '参照',
  'api.key.writes': '参照と追加',
  'api.key.revoked': '鍵「{name}」（{id}）を失効させました',
  'api.problem.unauthorized': '鍵が必要です: Authorization: Bearer 鍵',
  'api.problem.tls':
    '鍵が暗号化されずに届きました。他人に知られたおそれがあります。https を使い、鍵を作り直してください',
  'api.problem.read-only': 'この鍵でできるのは参照だけです',
  'api.problem.not-found': 'このアドレスには何もありません。一覧は /api/v1/openapi.json にあります',
  'api.problem.method': 'その操作はできません。配信停止と同意をプログラムから削除することはできません',
  'api.problem.too-many': 'この鍵の要求が多すぎます。少し待ってからもう一度送ってください',
  'api.problem.too-big': '要求が大きすぎます',
  'api.problem.no-json': '本文は UTF-8 の JSON とし、Content-Type: application/json を付けてください',
  'api.problem.schema': '要求が /api/v1/openapi.json の記述と違います',
  'api.problem.bug': 'こちら側で問題が起きました',
  'api.problem.store': '今は応答できません。何も変更していません。少し待ってからもう一度送ってください',
  'serve.confirm': '{service} が送信の許可を求めています。許可する場合はこのアドレスを開いてください: {url}',
  'error.HOOK_KEY_BAD': 'serve.hooks.{service} で指定したものは、そのサービスを確かめる鍵ではありません',
  'error.HOOK_KEY_BAD.next':
    'mailgun は HTTP webhook signing key、sendgrid は base64 の検証用の鍵、postmark は「名前:パスワード」、ses は PEM 証明書のファイルです',
  'error.NAME_TAKEN': '「{name}」という鍵はすでにあります',
  'error.NAME_TAKEN.next': '別の名前にするか、元の鍵を失効させてください: `todoke key api revoke {name}`',
  'error.PERSON_UNKNOWN': 'そのアドレスの人はいません',
  'error.PERSON_UNKNOWN.next': '連絡先は `todoke list import` で取り込みます',
  'error.CURSOR_INVALID': '`after` がこのリストの位置ではありません。前のページの `next` を渡してください',
  'error.CURSOR_INVALID.next': '付けずに最初から始めてください',
  'error.EVENT_INVALID': '同意の記録として受け付けられません: {why}',
  'error.EVENT_INVALID.next': '使える言葉は `todoke consent import` と同じです',
  'error.REQUEST_INVALID': '「{what}」の値は使えません',
  'error.REQUEST_INVALID.next': '/api/v1/openapi.json を確かめてください',
}
