/** The Japanese sample mail: subject, HTML and plain text, with every label that Japanese law asks for, as text. */

export const newsJa = {
  settings: `# このメールの件名。{{氏名|会員}} のような差し込みが使えます。
subject: 'サンプル通信 5月号｜新しい器と工房見学のご案内'
# 受信一覧で件名の隣に見える短い文。
preheader: 朝食にちょうどよい皿と湯のみが加わりました。
language: ja
`,

  html: `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>サンプル通信 5月号</title>
</head>
<body style="margin:0;padding:0;background-color:#f2f0eb;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f2f0eb">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:600px;background-color:#ffffff;border-radius:12px;font-family:'Hiragino Sans','Yu Gothic',Meiryo,sans-serif;color:#26302f;">

<tr><td style="padding:22px 32px;border-bottom:1px solid #e7e3da;">
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
    <td style="font-size:18px;font-weight:bold;letter-spacing:2px;color:#1f5f57;">サンプル通信</td>
    <td align="right" style="font-size:13px;color:#6a706c;">5月号</td>
  </tr></table>
</td></tr>

<tr><td bgcolor="#1f5f57" style="padding:44px 32px;background-color:#1f5f57;color:#ffffff;">
  <h1 style="margin:0 0 14px;font-size:26px;line-height:1.5;font-weight:bold;color:#ffffff;">毎日の食卓に、<br>新しい器を。</h1>
  <p style="margin:0 0 26px;font-size:15px;line-height:1.9;color:#e3efec;">職人が一つずつ仕上げた「灰釉」シリーズに、朝食にちょうどよい皿と湯のみが加わりました。</p>
  <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
    <td bgcolor="#f4c95d" style="border-radius:6px;background-color:#f4c95d;"><a href="https://www.example.jp/haiyu" style="display:inline-block;padding:13px 28px;font-size:15px;font-weight:bold;color:#26302f;text-decoration:none;">新しい器を見る</a></td>
  </tr></table>
</td></tr>

<tr><td style="padding:32px 32px 4px;">
  <p style="margin:0 0 16px;font-size:15px;line-height:1.9;">{{氏名|会員}} 様</p>
  <p style="margin:0;font-size:15px;line-height:1.9;">いつもご利用いただき、ありがとうございます。今月のお知らせを三つお届けします。</p>
</td></tr>

<tr><td style="padding:24px 32px 8px;">
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
  <tr>
    <td width="44" valign="top" style="font-size:22px;font-weight:bold;color:#c2571a;">1</td>
    <td style="padding-bottom:22px;font-size:15px;line-height:1.8;"><strong>工房見学の日</strong><br>5月18日（日）10時から。ろくろの実演をご覧いただけます。参加は無料です。<br><a href="https://www.example.jp/visit" style="color:#1f5f57;">見学を申し込む</a></td>
  </tr>
  <tr>
    <td width="44" valign="top" style="font-size:22px;font-weight:bold;color:#c2571a;">2</td>
    <td style="padding-bottom:22px;font-size:15px;line-height:1.8;"><strong>金継ぎの受付を再開します</strong><br>欠けた器をお預かりし、約6週間でお返しします。<br><a href="https://www.example.jp/kintsugi" style="color:#1f5f57;">修理の流れを読む</a></td>
  </tr>
  <tr>
    <td width="44" valign="top" style="font-size:22px;font-weight:bold;color:#c2571a;">3</td>
    <td style="padding-bottom:22px;font-size:15px;line-height:1.8;"><strong>読みもの「器の手入れ」</strong><br>土ものを長く使うための、洗い方としまい方をまとめました。<br><a href="https://www.example.jp/care" style="color:#1f5f57;">記事を読む</a></td>
  </tr>
  </table>
</td></tr>

<tr><td bgcolor="#f8f6f1" style="padding:26px 32px 30px;background-color:#f8f6f1;border-radius:0 0 12px 12px;font-size:13px;line-height:1.9;color:#4b524f;">
  <p style="margin:0 0 14px;">このメールは、サンプル通信の受信に同意いただいた方にお送りしています。<br>配信の停止をご希望の方は、こちらからお手続きください（ログイン不要）：<a href="{{unsubscribe_url}}" style="color:#1f5f57;font-weight:bold;">配信を停止する</a></p>
  <p style="margin:0;">送信者：{{sender.name}}<br>住所：{{sender.address}}<br>お問い合わせ：{{sender.contact}}</p>
</td></tr>

</table>
</td></tr>
</table>
</body>
</html>
`,

  text: `━━━━━━━━━━━━━━━━━━━━
サンプル通信 5月号
毎日の食卓に、新しい器を。
━━━━━━━━━━━━━━━━━━━━

{{氏名|会員}} 様

いつもご利用いただき、ありがとうございます。

職人が一つずつ仕上げた「灰釉」シリーズに、
朝食にちょうどよい皿と湯のみが加わりました。

▼新しい器を見る
https://www.example.jp/haiyu

今月のお知らせを三つお届けします。

■1. 工房見学の日
5月18日（日）10時から。ろくろの実演をご覧いただけます。
参加は無料です。
▼見学を申し込む
https://www.example.jp/visit

■2. 金継ぎの受付を再開します
欠けた器をお預かりし、約6週間でお返しします。
▼修理の流れを読む
https://www.example.jp/kintsugi

■3. 読みもの「器の手入れ」
土ものを長く使うための、洗い方としまい方をまとめました。
▼記事を読む
https://www.example.jp/care

────────────────────
このメールは、サンプル通信の受信に同意いただいた方に
お送りしています。

配信の停止をご希望の方は、下記のURLからお手続きください
（ログインは不要です）。
配信停止：
{{unsubscribe_url}}

送信者：{{sender.name}}
住所：{{sender.address}}
お問い合わせ：{{sender.contact}}
`,
} as const
