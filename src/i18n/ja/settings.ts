/** Japanese texts: todoke.yaml, relay secrets, and `todoke init`. Same keys as the English file (the type holds that). */
import type {settings as en} from '../en/settings.ts'

export const settings: Readonly<Record<keyof typeof en, string>> = {
  'settings.key.file': 'Todoke の作業フォルダの設定（todoke.yaml）',
  'settings.key.sender': '送信に責任を負う者。法令の表示義務に従い、すべてのメールに表示します。',
  'settings.key.sender.name': '送信者の氏名または名称（正式名称）。店舗名やサービス名だけでは足りません。',
  'settings.key.sender.address': '送信者の住所。1 行で書きます。',
  'settings.key.sender.contact': '苦情・問い合わせの受付先。電話番号、メールアドレス、URL のいずれか。',
  'settings.key.sender.from': '受信者に見える差出人（From）。',
  'settings.key.sender.from.name': '差出人の表示名。例: サンプル通信',
  'settings.key.sender.from.address': '差出人のメールアドレス。',
  'settings.key.sender.replyTo': '返信先。From と同じなら省略できます。',
  'settings.key.optOut': '配信停止の受付先。',
  'settings.key.optOut.url': '配信停止ページの https アドレス。受信者ごとのリンクをこの下に作ります。',
  'settings.key.optOut.mailto': '配信停止を受け付けるメールアドレス。',
  'settings.key.serve': 'メールのリンクに応答するサーバー（`todoke serve`）。',
  'settings.key.serve.address': '待ち受ける IP アドレス。既定値: 127.0.0.1（このマシンのプロキシの後ろに置く場合）。',
  'settings.key.serve.port': 'ポート。既定値: 8470。',
  'settings.key.serve.tls': '証明書と鍵。前段のプロキシが TLS を受け持たない場合に指定します。',
  'settings.key.serve.tls.certFile': '証明書とその連鎖のファイル（PEM）。作業フォルダからの相対パスも可。',
  'settings.key.serve.tls.keyFile':
    '秘密鍵のファイル（PEM）。本人だけが読めること（chmod 600）。作業フォルダからの相対パスも可。',
  'settings.key.serve.trustedProxies':
    '自前のプロキシのアドレスまたはネットワーク。X-Forwarded-For はここからのものだけを信用します。',
  'settings.key.serve.metricsFrom': '/metrics を読めるアドレスまたはネットワーク。既定値: このマシンのみ。',
  'settings.key.serve.revokedKeys':
    'リンクを無効にするトークン鍵の ID。例: .todoke/keys/token-0a0b0c0d.json なら ["0a0b0c0d"]。鍵が漏れた場合に使います。次の計画からは新しい鍵で署名します。',
  'settings.key.serve.lookUpScanners':
    '配信停止が届いたネットワークの名前を DNS で調べるかどうか。メール検査装置が押したかもしれないものに、レポートで印を付けるためです。残すのは検査装置の名前だけです。既定は false。',
  'settings.key.serve.signUpUrl':
    '登録フォームの https アドレス。配信を停止した人に、再登録の入口として示します。既定値: signUp の最初のフォーム。',
  'settings.key.serve.hooks': '配信停止や苦情を /hooks/サービス名 に知らせてくるメール配信サービス。',
  'settings.key.serve.hooks.mailgun': 'Mailgun: HTTP webhook signing key。',
  'settings.key.serve.hooks.sendgrid': 'SendGrid: 署名付きの Event Webhook。',
  'settings.key.serve.hooks.sendgrid.publicKey': 'SendGrid の画面にある検証用の鍵（base64）。',
  'settings.key.serve.hooks.postmark': 'Postmark: webhook の HTTP Basic 認証の「名前:パスワード」。',
  'settings.key.serve.hooks.mailchimp': 'Mailchimp: webhook のアドレスの ?secret= に続く言葉。',
  'settings.key.serve.hooks.ses': 'Amazon SES（SignatureVersion 2 の SNS トピック経由）。',
  'settings.key.serve.hooks.ses.certFile':
    'SNS が署名に使う証明書のファイル（PEM）。取りに行くことはありません。作業フォルダからの相対パスも可。',
  'settings.key.serve.hooks.ses.topic': '受け付けるただ一つのトピックの ARN。',
  'settings.key.serve.hooks.keyFile': '秘密の値のファイル（本人だけが読めるもの）。作業フォルダからの相対パスも可。',
  'settings.key.serve.hooks.keyEnv': '上の値を、ファイルの代わりに入れておく環境変数の名前。',
  'settings.key.serve.limits': 'サーバーが受け付ける上限。',
  'settings.key.serve.limits.connections': '同時接続数。既定値: 4096。超えたら最も遅い接続を閉じます。',
  'settings.key.serve.limits.perClient':
    '1 クライアントの毎秒のリクエスト数。既定値: 20。超えた分は待たせますが、配信停止の申し出は断りません。',
  'settings.key.serve.limits.overall': '全クライアント合計の毎秒のリクエスト数。既定値: 2000。',
  'settings.key.optOut.detached':
    'リストを持たないサーバー（`todoke serve --detached`）。計画と送信の前、および送信中に、ここから配信停止を引き取ります。',
  'settings.key.optOut.detached.url': 'そのサーバーの https アドレス。既定値: optOut.url のホスト。',
  'settings.key.optOut.detached.maxAgeMinutes':
    '最後の引き取りがこの分数より古く、サーバーにもつながらないときは、計画も送信もしません。既定値: 60。',
  'settings.key.optOut.detached.keyFile':
    '受付簿を開く鍵のファイル（本人だけが読めるもの）。既定値: `todoke key serve export` が .todoke/keys に作ったもの。作業フォルダからの相対パスも可。',
  'settings.key.optOut.detached.keyEnv': '上の鍵を、ファイルの代わりに入れておく環境変数の名前。',
  'settings.key.signUp': 'サーバーの登録フォームと、登録を確認するリンク。',
  'settings.key.signUp.url':
    '/f/名前 と /c/トークン が届く公開アドレス（例: https://mail.example.jp）。既定値: optOut.url のスキームとホスト。',
  'settings.key.signUp.confirmDays': '確認リンクの有効日数。既定値: 7。',
  'settings.key.signUp.clientAddress':
    '同意の記録に残す読者の IP アドレスの範囲。full（すべて）、network（末尾を切り捨て）、none（残さない）。既定値: network。',
  'settings.key.signUp.limits': 'フォームの悪用を防ぐ上限。',
  'settings.key.signUp.limits.perAddressHours':
    'この時間内に同じ宛先へ送る確認メールは 1 通まで。既定値: 24。30 日間に 3 通送って返答がなければ、それ以上は送りません。',
  'settings.key.signUp.limits.perNetworkHour': '1 つのネットワークから 1 時間に受け付ける登録数。既定値: 20。',
  'settings.key.signUp.forms': 'フォームの一覧。それぞれ /f/名前 で応答します。',
  'settings.key.signUp.forms.name': 'アドレスの末尾。英数字とハイフン。',
  'settings.key.signUp.forms.title': '見出し。既定値: 読者の言語での「メール配信のご登録」。',
  'settings.key.signUp.forms.list': '登録者が加わるリスト。',
  'settings.key.signUp.forms.wording':
    '表示し、同意をいただく文言の名前。`todoke consent wording add` で版ごとに保存します。',
  'settings.key.signUp.forms.purpose': 'purposes のいずれか。既定値: 先頭のもの。',
  'settings.key.signUp.forms.topics':
    '選択肢にする種類。初めからチェックが入ることはありません。なければ、すべてのメールへの同意になります。',
  'settings.key.signUp.forms.fields': 'アドレスのほかに尋ねる項目。項目が増えるほど登録は減ります。',
  'settings.key.signUp.forms.fields.name': '保存する列の名前。テンプレートでもこの名前を使います。',
  'settings.key.signUp.forms.fields.label': '読者に見える名前。既定値: name と同じ。',
  'settings.key.signUp.forms.fields.required': '必須かどうか。既定値: false。',
  'settings.key.signUp.forms.doubleOptIn':
    'メールで確認されて初めて登録を有効にするかどうか。ドイツ法などが求めるため、既定値は true です。',
  'settings.key.optOut.probe': '計画のたびに、見るだけでは何も変わらず POST 一回で停止できることを確かめるか。',
  'settings.key.relay': 'メールを渡す中継サーバー（SMTP）。',
  'settings.key.relay.host': 'ホスト名または IP アドレス。',
  'settings.key.relay.port': 'ポート番号。既定値: implicit は 465、starttls は 587、none は 25。',
  'settings.key.relay.tls':
    'implicit: 最初から TLS。starttls: TLS への切り替えを必須とする。none: 平文（ループバックのみ）。既定値: ポート 465 または指定なしのとき implicit、それ以外は starttls。',
  'settings.key.relay.user': '中継サーバーのユーザー名（認証が必要な場合）。',
  'settings.key.relay.passwordFile':
    'パスワードを書いたファイル。本人だけが読める権限（chmod 600）にします。作業フォルダからの相対パス。',
  'settings.key.relay.passwordEnv': 'パスワードの入った環境変数の名前。',
  'settings.key.relay.clientName': 'EHLO で名乗る名前。既定値: From のドメイン。',
  'settings.key.relay.connections': '同時接続数。既定値: 8。',
  'settings.key.relay.rewrites':
    '中継サーバーが書き換えるヘッダーの名前（例: Amazon SES では Message-ID と Date）。署名が無効にならないよう、DKIM の署名対象から外します。',
  'settings.key.relay.eightBit':
    'true: 中継サーバーが 8 ビットの本文（8BITMIME）を受け取れる。長い本文が短くなります。既定値: false。',
  'settings.key.dkim':
    'すべてのメールに DKIM で署名する鍵。1 つ、または RSA と Ed25519 の 2 つ。なければ中継サーバーでの署名が必要です。`todoke key dkim create` で作れます。',
  'settings.key.dkim.domain': '署名するドメイン。From のドメインか、同じ組織のドメイン。',
  'settings.key.dkim.selector':
    '鍵の名前（セレクター）。DNS レコードの名前は「セレクター._domainkey.ドメイン」になります。',
  'settings.key.dkim.keyFile':
    '秘密鍵のファイル（PEM 形式。2,048〜4,096 ビットの RSA か Ed25519）。本人だけが読める権限（chmod 600）にします。作業フォルダからの相対パス。',
  'settings.key.dkim.lookUp': 'true: 送信のたびに DNS レコードを調べ、鍵と合わなければ送信しない。既定値: false。',
  'settings.key.bounces': '届かなかったメールの戻り先。',
  'settings.key.bounces.address':
    '不達通知を受け取るアドレス。どのメールかが分かるよう「+」と目印を付けて使います（bounce@example.jp なら bounce+目印@example.jp）。既定値: From のアドレス（目印なし）。',
  'settings.key.complaints': '受信者の苦情を受信側事業者が知らせる先。',
  'settings.key.complaints.cfbl': 'CFBL-Address ヘッダー（RFC 9477）に書くアドレス。',
  'settings.key.laws': '確認する法令（短い名前）。',
  'settings.key.audienceCountry':
    'リスト・電話番号・言語・ドメインのどれからも国が分からない連絡先の国（ISO 3166 の 2 文字コード。例: JP）。書かないと、その人たちには最も厳しい共通基準が使われます。',
  'settings.key.facts': '送信者にしか分からない事実。書かれていない事実にかかわる規則は「未判定」として一覧に出ます。',
  'settings.key.facts.sellerType':
    'b2c-distance: 消費者への通信販売（ネットショップなど）をしている。other: していない。',
  'settings.key.facts.affirmativeConsent':
    'yes: 米国の受信者全員が事前に明示的に同意しており、広告の表示がいらない。no: そうではない人がいる。',
  'settings.key.facts.underAdministrativeOrder':
    '特定電子メール法7条の措置命令を受けた日（受けた場合）。記録の保存期間が延びます。',
  'settings.key.facts.listOrigin':
    'リストごとの入手元（リスト名を書きます）。own-form、card、trade、published、purchased、joint-use、entrusted のいずれか。',
  'settings.key.wirelessDomains':
    'FCC の携帯端末ドメイン一覧を 1 行に 1 つ書いたファイル。これらの宛先には明示的な事前の許諾が必要です（47 CFR 64.3100）。',
  'settings.key.purposes': '個人情報の利用目的と、取得時に示した通知文。',
  'settings.key.purposes.name': '--purpose で使う短い名前。',
  'settings.key.purposes.notice': '取得時に示した通知文（そのままの文面）。',
  'settings.key.limits': '送信の速さと件数、リストのファイルの上限。',
  'settings.key.limits.perSecond': '配信全体での 1 秒あたりの通数。既定値: 制限なし（相手が受け取れる速さ）。',
  'settings.key.limits.unattended':
    '人が確認しない配信で許す対象者数の範囲。指定しない場合、実際の送信には必ず --confirm が必要です。',
  'settings.key.limits.files': 'リストのファイルの上限。超えるものは場所を示して拒否するか、その行を除外します。',
  'settings.key.limits.files.gigabytes': '展開後のファイルの大きさ（GB）。既定値: 50。',
  'settings.key.limits.files.recordKb': '1 レコードの大きさ（KB）。既定値: 1024。',
  'settings.key.limits.files.cellLength': '1 セルの文字数。既定値: 65536。',
  'settings.key.limits.files.columns': '列の数。既定値: 512。',
  'settings.key.limits.files.nameLength': '列名の文字数。既定値: 128。',
  'settings.key.limits.unattended.min': '最少の通数。',
  'settings.key.limits.unattended.max': '最多の通数。',
  'settings.key.store': 'データの保存先。既定値: sqlite:.todoke/store.db。',

  'settings.expect.map': '字下げして書いた「キー: 値」の並び',
  'settings.expect.line': '1 行の文字列（1〜300 文字）',
  'settings.expect.path': 'ファイルのパス',
  'settings.expect.prose': '文字列（1〜4,000 文字）',
  'settings.expect.address': 'news@example.jp のようなメールアドレス 1 つ（表示名や mailto: は付けない）',
  'settings.expect.optout-url':
    '? や # を含まない https アドレス（例: https://mail.example.jp/optout。http はループバックのみ）',
  'settings.expect.host': 'smtp.example.jp のようなホスト名または IP アドレス',
  'settings.expect.port': '1〜65535 の整数',
  'settings.expect.tls': 'implicit、starttls、none のいずれか',
  'settings.expect.tls-safe': 'implicit または starttls（none は同じマシンの中継サーバーだけ）',
  'settings.expect.with-password': '--relay-password-file と併せて指定',
  'settings.expect.with-user': '--relay-user と併せて指定',
  'settings.expect.variable': 'RELAY_PASSWORD のような環境変数の名前（パスワードそのものではありません）',
  'settings.expect.connections': '1〜256 の整数',
  'settings.expect.headers': '[Message-ID, Date] のようなヘッダー名の一覧',
  'settings.expect.header':
    'Message-ID のようなヘッダー名（From、List-Unsubscribe、List-Unsubscribe-Post は署名から外せません）',
  'settings.expect.true-false': 'true か false',
  'settings.expect.dkim': '1〜4 個の鍵の一覧（それぞれに domain、selector、keyFile）',
  'settings.expect.domain': 'example.jp のようなドメイン（日本語ドメインなどは xn-- の形で）',
  'settings.expect.selector': 's2026 のような英数字とハイフン（ドットで区切れます）',
  'settings.expect.bounce-address':
    'bounce@example.jp のように @ の前が 8 文字以内で + を含まないアドレス 1 つ（+ と 55 文字の目印を加えても、SMTP の上限 64 文字に収まるように）',
  'settings.expect.law': 'このバージョンが扱える法令（{laws}）',
  'settings.expect.laws': '1 つ以上の法令の一覧（{laws}）',
  'settings.expect.country': 'ISO 3166 の国コード（大文字 2 文字。JP、US、GB など）',
  'settings.expect.fact.sellerType': 'b2c-distance か other',
  'settings.expect.fact.affirmativeConsent': 'yes か no',
  'settings.expect.origin': 'own-form、card、trade、published、purchased、joint-use、entrusted のいずれか',
  'settings.expect.day': '2026-04-01 のような日付',
  'settings.expect.purposes': '1 つ以上の利用目的の一覧（それぞれに name と notice）',
  'settings.expect.per-second': '0 より大きく 100,000 以下の数',
  'settings.expect.count': '0 以上の整数',
  'settings.expect.system': '{systems} のいずれか',
  'settings.expect.weight': 'off、info、warning、error のいずれか',
  'settings.expect.patterns': 'パターンの一覧（例: [drafts/**, "*.old.html"]）',
  'settings.expect.ip': '127.0.0.1、0.0.0.0、:: などの IP アドレス',
  'settings.expect.network': 'IP アドレス、または 10.0.0.0/8 のようなネットワーク',
  'settings.expect.networks': '[127.0.0.1, 10.0.0.0/8] のような IP アドレスとネットワークの一覧',
  'settings.expect.sign-up-url': 'https://www.example.com/signup のような https アドレス',
  'settings.expect.key-id': '"0a0b0c0d" のように引用符で囲んだ 16 進数 8 桁（鍵のファイル名にあるもの）',
  'settings.expect.key-ids': '["0a0b0c0d"] のような鍵の ID の一覧',
  'settings.expect.detached-url': '? と # を含まない https のアドレス（http はこのマシンだけ）',
  'settings.expect.pull-age': '5〜10,080（1 週間）の整数（分）',
  'settings.expect.public-key': 'SendGrid の画面にある base64 の公開鍵',
  'settings.expect.sns-topic': 'arn:aws:sns:us-east-1:123456789012:mail-events のような SNS トピックの ARN',
  'settings.expect.served': '100 から 100,000 までの整数',
  'settings.expect.served-rate': '1 から 100,000 までの整数',
  'settings.expect.public-url':
    'https://mail.example.jp のような、? と # のない https アドレス（http はこのマシンのみ）',
  'settings.expect.confirm-days': '1 から 30 までの整数',
  'settings.expect.hours': '1 から 720 までの整数',
  'settings.expect.client-kept': 'full、network、none のいずれか',
  'settings.expect.form-name': 'news のような、英小文字・数字・ハイフンで 40 文字まで',
  'settings.expect.list-name': 'news のようなリストの名前',
  'settings.expect.forms': 'フォームの一覧（それぞれに name・list・wording）',
  'settings.expect.form-fields': '8 件までの項目の一覧（それぞれに name）',
  'settings.expect.topics': '[news, sale] のような、コンマを含まない種類を 12 件まで並べた一覧',
  'settings.expect.store': 'sqlite:パス（例: sqlite:.todoke/store.db）',
  'settings.expect.store-postgres': 'sqlite:パス（PostgreSQL はこのバージョンではまだ使えません）',

  'settings.found.nothing': '空欄',
  'settings.found.list': '一覧（- の並び）',
  'settings.found.empty-list': '空の一覧',
  'settings.found.map': '「キー: 値」の並び',
  'settings.found.text': '単独の値',
  'settings.found.quoted': '「{value}」',
  'settings.found.plain': '{value}',
  'settings.found.unquoted': '{value}（引用符がないと文字列になりません。"{value}" と書いてください）',

  'settings.problem.value': '{found}になっています。必要な値: {expected}',
  'settings.problem.hidden': 'この値は使えません（値は表示しません）。必要な値: {expected}',
  'settings.problem.missing': 'がありません。必要な値: {expected}',
  'settings.problem.unknown': 'ここでは使えないキーです。使えるキー: {known}',
  'settings.problem.unknown-near': 'ここでは使えないキーです。{near} の間違いではありませんか',
  'settings.problem.secret':
    '秘密の値は todoke.yaml に書けません。本人だけが読めるファイルに置いて relay.passwordFile で指定するか、環境変数の名前を relay.passwordEnv に書いてください',
  'settings.problem.duplicate': '同じキーが 2 回あります。1 つにしてください',
  'settings.problem.repeated': '同じ値がすでにあります。1 つにしてください',
  'settings.problem.tls-none':
    'none を使えるのは同じマシンの中継サーバー（127.0.0.0/8、::1、localhost）だけです。それ以外では宛先や本文が平文で流れます。implicit か starttls にしてください',
  'settings.problem.serve-clear':
    'このマシンの外では、読者のリンクが暗号化されずに流れます。serve.tls（certFile・keyFile）を指定するか、TLS を受け持つ前段のプロキシを serve.trustedProxies に指定してください',
  'settings.problem.path-taken':
    'サーバーは /f でフォームに、/c で確認リンクに応答します。/u など別のパスを指定してください',
  'settings.problem.form-host':
    'optOut.detached を使う場合、optOut.url のホストはフォームにも確認リンクにも応答しません。それらに応答するサーバーのアドレスを書いてください',
  'settings.problem.one-secret': 'keyFile と keyEnv のどちらか一方が必要です',
  'settings.problem.two-pull-keys': 'optOut.detached.keyFile も設定されています。どちらか一方にしてください',
  'settings.problem.form-purpose': 'purposes にありません。指定できるもの: {known}',
  'settings.problem.two-passwords': 'relay.passwordFile もあります。どちらか一方にしてください',
  'settings.problem.user-alone':
    'パスワードの指定がありません。relay.passwordFile か relay.passwordEnv で指定してください',
  'settings.problem.password-alone': 'relay.user がありません。ユーザー名を加えるか、このキーを消してください',
  'settings.problem.dkim-unaligned':
    'From のドメイン {domain} のために署名する鍵がありません。受信側には他人の署名に見え、DMARC に通りません。ドメインが {domain}、または同じ組織の鍵が必要です',
  'settings.problem.cfbl-unsigned':
    '{domain} のために署名する鍵がないため、受信側は苦情を知らせません（RFC 9477）。dkim のドメインかその上位ドメインのアドレスにするか、{domain} の鍵を加えてください',
  'settings.problem.max-below-min': '{min}（limits.unattended.min）以上の値が必要ですが、{max} になっています',
  'settings.problem.empty': 'ファイルが空です。sender、optOut、relay、laws、purposes が必要です',
  'settings.problem.not-utf8':
    'UTF-8 のテキストが必要ですが、ここに UTF-8 でない文字があります。UTF-8 で保存し直してください',
  'settings.problem.encoding': 'UTF-8 のテキストが必要ですが、{found} のようです。UTF-8 で保存し直してください',
  'settings.problem.binary': 'UTF-8 のテキストが必要ですが、NUL バイトがあります。テキストファイルではありません',
  'settings.problem.tab': 'YAML の字下げにタブは使えません。半角スペースを使ってください',
  'settings.problem.indent': '字下げが上の行と合いません。同じ階層のキーは同じ桁から始めてください',
  'settings.problem.unclosed': '引用符・かっこ・コロンのいずれかが足りません',
  'settings.problem.open-bracket': 'この {open} が閉じられていません。最後の項目の後に {close} が必要です',
  'settings.problem.documents':
    'ここから 2 つ目の文書（---）が始まっています。1 つのファイルには 1 つの文書だけを書いてください',
  'settings.problem.tag': 'タグ（!…）は使えません。文字列なら引用符で囲んでください',
  'settings.problem.alias': '参照（*…）をたどれません。値をそのまま書いてください',
  'settings.problem.syntax': 'ここから先を YAML として読めません。: # @ % * & などを含む値は引用符で囲んでください',

  'settings.secret.missing': 'ファイルがありません',
  'settings.secret.symlink': 'シンボリックリンクです。実際のファイルを指定してください',
  'settings.secret.unreadable': '読み取れません',
  'settings.secret.not-file': '通常のファイルではありません',
  'settings.secret.too-long': '4,096 バイトを超えており、パスワードとは考えられません',
  'settings.secret.owner': '別のユーザーのファイルです',
  'settings.secret.mode': 'ほかのユーザーが読み書きできます。chmod 600 を実行してください',
  'settings.secret.folder': 'フォルダに誰でも書き込めます。フォルダに chmod o-w を実行してください',
  'settings.secret.empty': '空です',
  'settings.secret.lines': '2 行以上あります',
  'settings.secret.not-set': '環境変数がないか、空です',

  'init.made': '作業フォルダを作りました: {folder}',
  'init.file.settings': '設定（編集するのはこのファイルだけ）',
  'init.file.list': 'サンプルのリスト（架空の人物）',
  'init.file.optouts': 'サンプルの配信停止ファイル',
  'init.file.template': 'サンプルのメール（件名・HTML・テキスト）',
  'init.file.state': 'データと鍵（外に出さないこと）',
  'init.file.gitignore': '個人情報と鍵をバージョン管理から外す',
  'init.edit': '見本のままの値があります。{file} をご自分の値に直してください:',
  'init.edit.none': '{file} に見本のままの値はありません。',
  'init.next': '次の手順:',
  'init.next.lint': 'メールを点検（リンク・送信者・配信停止の案内）',
  'init.next.import': 'リストを取り込む',
  'init.next.merge': '配信停止を取り込む',
  'init.next.preview': '最初の連絡先に届くメールを確かめる',
  'init.next.plan': '誰に送るか・送らないかを決める',
  'init.next.run': '送信する',

  'settings.origin-stray':
    'todoke.yaml の facts.listOrigin に「{name}」がありますが、その名前のリストはありません。この指定は判定に使われません。',
}
