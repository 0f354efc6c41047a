/** Japanese texts: the server for opt-outs on the screen. Same keys as the English file (the type holds that). */
import type {serve as en} from '../en/serve.ts'

export const serve: Readonly<Record<keyof typeof en, string>> = {
  'serve.listening': '配信停止の受付を始めました: {url}',
  'serve.links': 'メールのリンク先は {url} です。ここへのアクセスがこのサーバーに届くようにしてください。',
  'serve.form': 'フォーム「{form}」は {url} です。ここへのアクセスもこのサーバーに届くようにしてください。',
  'serve.form-closed':
    'フォーム「{form}」は閉じています。現在表示する文言「{wording}」がありません。`todoke consent wording add ファイル --name {wording}` で保存すると、自動で開きます。',
  'serve.form-single':
    'フォーム「{form}」はメールでの確認を求めません。{duties} は確認を求めています。doubleOptIn を外さないと、同意は弱いままです。',
  'serve.sign-ups': '登録 {signUps} · 確認 {confirmed}',
  'serve.no-proxy':
    'serve.trustedProxies にプロキシの指定がありません。プロキシの後ろに置くと、読者全員が 1 クライアントと見なされます。プロキシを使わない場合は serve.tls に証明書と鍵を指定してください。',
  'serve.stop': 'Ctrl-C または SIGTERM で止まります。受け付けた分は処理してから終わります。',
  'serve.stopping': '停止します。受け付けた分を処理しています（もう一度 Ctrl-C で即時終了）',
  'serve.progress': '配信停止 {recorded} 件を記録、ページの表示 {shown} 回',
  'serve.stopped': '停止しました。記録した配信停止 {recorded} 件（ワンクリック {oneClick}、ページ {page}）',
  'serve.counts': '登録済み {known} · ページの表示 {shown} · 不完全なリンク {broken}',
  'serve.failed': '{failed} 件は保存先の問題で処理できませんでした。送信元には再試行を求めました',
  'serve.log-lost': '▲ {file} に書き込めなくなりました。アクセスログはここで終わりますが、ほかの処理は続けます',
}
