/** What `todoke init` writes on a Japanese screen: commented settings, a list and an opt-out file. All invented. */
import type {Samples} from './samples.ts'

export const samplesJa: Samples = {
  settings: (value) => `# yaml-language-server: $schema=.todoke/todoke.schema.json
# Todoke の設定。毎週変わるもの（リスト、件名、配信名）はここには書かず、コマンドで指定します。

# 送信に責任を負う者。特定電子メール法4条により、すべてのメールに表示します。
sender:
  name: ${value.senderName}
  address: ${value.senderAddress}
  # 苦情・問い合わせの受付先（電話番号、メールアドレス、URL のいずれか）
  contact: ${value.senderContact}
  from:
    name: ${value.fromName}
    address: ${value.fromAddress}
  # replyTo: reply@example.jp

# 配信停止の受付先。受信者ごとのリンクを url の下に作ります。
optOut:
  url: ${value.optOutUrl}
  mailto: ${value.optOutMailto}
  # 計画の前に url を確かめる: 見るだけでは何も変わらず、POST 一回で停止できること
  probe: true

# メールを渡す中継サーバー（SMTP）
relay:
  host: ${value.relayHost}
  port: ${value.relayPort}
  # implicit（最初から TLS）、starttls（TLS 必須）、none（平文。このマシンの中だけ）
  tls: ${value.relayTls}
  # パスワードはこのファイルに書かず、chmod 600 のファイルか環境変数に置きます。
${value.relayLogin}
  # connections: 8

# 確認する法令
laws: ${value.laws}
# 国が分からない連絡先の国（書かないと、最も厳しい共通基準で判定します）
audienceCountry: ${value.audienceCountry}

# 送信者にしか分からない事実。書かれていなければ、かかわる規則は「未判定」になります。
# facts:
#   # 消費者への通信販売をしているか（特定商取引法）: b2c-distance か other
#   sellerType: other
#   # リストごとの入手元: own-form card trade published purchased joint-use entrusted
#   listOrigin:
#     news: own-form

# 個人情報の利用目的と、取得時に示した通知文（個人情報保護法17条・21条）
purposes:
  - name: お知らせ
    notice: ご登録いただいた情報は、新商品や催しのご案内メールをお送りするために利用します。

# 送信の速さと件数
# limits:
#   # 1 秒あたりの通数。なければ、相手が受け取れる速さで送ります。
#   perSecond: 50
#   # 人が確認しない配信（cron など）で許す対象者数。なければ必ず --confirm が必要です。
#   unattended:
#     min: 100
#     max: 5000
#   # リストのファイルの上限。以下は既定値です。
#   files:
#     gigabytes: 50
#     columns: 512

# 配信停止のリンクに応答するサーバー（\`todoke serve\`）。TLS を受け持つプロキシの後ろに置きます。
# serve:
#   port: 8470
#   # 自前のプロキシ。X-Forwarded-For はここからのものだけを信用します。
#   trustedProxies: [127.0.0.1]
#   # 配信を停止した人に示す再登録の入口
#   signUpUrl: https://www.example.jp/signup

# 同じサーバーの登録フォーム（/f/名前）。登録は、確認メールのリンクで本人が確認した時点で有効になります。
# signUp:
#   forms:
#     - name: news
#       list: news
#       # \`todoke consent wording add form.txt --name news-form\` で保存した文言
#       wording: news-form

# メールに署名する鍵（DKIM）。\`todoke key dkim create\` で作れます。なければ中継サーバーでの署名が必要です。
# dkim:
#   - domain: example.jp
#     selector: s1
#     keyFile: .todoke/keys/dkim/example.jp.s1.pem

store: sqlite:.todoke/store.db
`,

  list: {
    name: 'sample.csv',
    text: `メールアドレス,氏名,フリガナ,都道府県,会員種別,登録日,登録経路,取得方法,同意
hanako.mihon@example.jp,見本 花子,ミホン ハナコ,東京都,一般,2024-04-02,https://www.example.jp/signup,Webフォーム,同意する
taro.reidai@example.jp,例題 太郎,レイダイ タロウ,大阪府,一般,2024-04-15,https://www.example.jp/signup,Webフォーム,同意する
m.takahashi@example.com,髙橋 美咲,タカハシ ミサキ,北海道,プレミアム,2024-05-08,札幌店 店頭申込書,書面,同意する
k.yamazaki@example.com,山﨑 健一,ヤマザキ ケンイチ,福岡県,一般,2024-05-21,https://www.example.jp/signup,Webフォーム,同意する
info@example.co.jp,㈱見本商事,ミホンショウジ,愛知県,法人,2024-06-03,第12回うつわ市 名刺交換,名刺,同意する
sakura.n@example.net,夏目 さくら,ナツメ サクラ,京都府,一般,2024-06-19,https://www.example.jp/signup,Webフォーム,同意する
jun.kitagawa@example.net,北川 淳,キタガワ ジュン,宮城県,プレミアム,2024-07-07,https://www.example.jp/signup,Webフォーム,同意する
aoi.s@example.org,清水 葵,シミズ アオイ,神奈川県,一般,2024-08-12,https://www.example.jp/signup,Webフォーム,同意する
daichi.m@example.org,森 大地,モリ ダイチ,広島県,一般,2024-09-30,銀座店 店頭申込書,書面,同意する
yui.fujita@example.jp,藤田 結衣,フジタ ユイ,石川県,一般,2024-10-05,https://www.example.jp/signup,Webフォーム,同意する
ryo.ogawa@example.com,小川 涼,オガワ リョウ,沖縄県,一般,2024-11-11,https://www.example.jp/signup,Webフォーム,同意しない
mai.hoshino@example.net,星野 舞,ホシノ マイ,長野県,一般,,,,
`,
    isCp932: true,
  },

  optOuts: `受付日時,氏名,メールアドレス,理由
2025-03-14 09:26,藤田 結衣,yui.fujita@example.jp,興味がなくなった
2025-03-20 18:41,森 大地,Daichi.M@example.org,配信が多い
2025-04-02 07:05,,moto.kaiin@example.com,
`,
}
