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
