/** Japanese texts: the probe of the opt-out address. Same keys as the English file (the type holds that). */
import type {probes as en} from '../en/probes.ts'

export const probes: Readonly<Record<keyof typeof en, string>> = {
  'probe.title': '配信停止のアドレス {url}',
  'probe.asking': '{url} に問い合わせています…',
  'probe.summary': 'エラー {errors} 件、警告 {warnings} 件、確認できず {open} 件。試したリンクは誰のものでもありません',
  'probe.not-https': 'アドレスが https ではありません',
  'probe.not-https.fix':
    'RFC 8058 は https を求めます。`serve` に証明書を設定するか、証明書のあるプロキシの後ろに置いてください',
  'probe.not-a-url': 'Web のアドレスではありません',
  'probe.not-a-url.fix': 'https://mail.example.com/u のように、全体を書いてください',
  'probe.plain-loopback': 'このマシンの中の暗号化なし HTTP です。試すだけなら構いませんが、読者からは届きません',
  'probe.plain-loopback.fix': 'メールを送る前に、公開する https のアドレスを確かめてください',
  'probe.unreachable': '{method} に応答がありません（{why}）',
  'probe.unreachable.fix':
    '`todoke serve` が動いているか、名前がそこへつながるか、証明書がその名前のもので期限内かを確かめてください',
  'probe.tls': '{protocol}、証明書の期限は {until}',
  'probe.tls-old': 'サーバーは {protocol} しか使えません',
  'probe.tls-old.fix': 'TLS 1.2 以上が必要です。古いものはメール事業者が拒みます',
  'probe.tls-ends': '証明書は {until}（あと {days} 日）で切れ、すべてのメールのリンクが使えなくなります',
  'probe.tls-ends.fix': 'すぐに更新し、自動で更新されることを確かめてください',
  'probe.status': '{method} に {status} が返りました',
  'probe.status.fix': 'リンクには 200 を返す必要があります。パスと鍵がこの作業フォルダのものか確かめてください',
  'probe.redirect': '{method} に転送（{status}）が返りました',
  'probe.redirect.fix':
    'RFC 8058 3.1 節: メール事業者は転送に従いません。転送先のアドレスを `optOut.url` に書いてください',
  'probe.changes': '見るたびにページが変わります。GET や HEAD で処理された可能性があります',
  'probe.changes.fix':
    '検査装置はすべてのリンクを開きます。見ただけでは何も変わらず、毎回同じページでなければなりません',
  'probe.looking': 'GET、HEAD、先読みでは何も変わらず、毎回同じページです',
  'probe.post': 'List-Unsubscribe=One-Click の POST は、両方の形式でも、繰り返しても受け付けられます',
  'probe.post-open': 'POST は試していません。作業フォルダの鍵がないと、誰かの本物のリンクになってしまいます',
  'probe.post-open.fix': '配信に使う作業フォルダで実行してください',
  'probe.forged': '偽のリンクにも成功が返るため、POST の成功は確かな証拠になりません',
  'probe.forged.fix': '署名のないリンクに 2xx を返してはいけません',
  'probe.old-key': '最も古い鍵（{key}）のリンクが使えません: {status}',
  'probe.old-key.fix':
    '古いメールのリンクも使えなければなりません。.todoke/keys のすべての鍵をサーバーに渡し、盗まれたもの以外は失効させないでください',
  'probe.life':
    'リンクに期限はなく、{count} 個の鍵のうち最も新しいものと最も古いもののリンクが使えます。該当する法令が求めるのは送信後 {days} 日です',
  'probe.life-undated':
    'リンクに期限はなく、{count} 個の鍵のうち最も新しいものと最も古いもののリンクが使えます。日数を定めた法令は該当しません',
  'probe.life-open': 'リンクがいつまで使えるかは、その作業フォルダでしか分かりません',
  'probe.life-open.fix': '配信に使う作業フォルダで実行してください',
  'probe.no-form': 'ページに確認のボタンがありません。別のサーバーが応答しています',
  'probe.no-form.fix': '{url} を `todoke serve` につなぐか、そのアドレスを `signUp.url` に書いてください',
  'error.CONFIRM_PROBE_FAILED':
    '{url} の確認リンクが使えません。同意を求められるのは一人一度だけなので、まだ誰にも送っていません',
  'error.CONFIRM_PROBE_FAILED.next':
    '{url} の先で `todoke serve` を動かすか、リストを持つサーバーのアドレスを `signUp.url` に書いてから、もう一度実行してください',
  'error.PROBE_FAILED': '配信停止のアドレス {url} が、メールに必要な動きをしません。何も計画していません',
  'error.PROBE_FAILED.next':
    '`todoke doctor --unsubscribe {url}` で確かめて直してください。それができない場合に限り、optOut の下に `probe: false` と書くと省けます',
}
