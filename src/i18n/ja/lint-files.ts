/** Japanese texts: lint of files and finished mails. Same keys as the English file (the type holds that). */
import type {lintFiles as en} from '../en/lint-files.ts'

export const lintFiles: Readonly<Record<keyof typeof en, string>> = {
  'readable.words': '{words}',
  'readable.too-big': 'ファイルが {size} MB あります（{limit} MB まで）',
  'readable.too-big.fix':
    '埋め込んだデータ（data: の画像、フォント、スタイルなど）を外してリンクにしてください。これほど大きいメールは表示されません',
  'readable.other-kind': 'テキストではなく {kind} です',
  'readable.other-kind.fix':
    'テンプレートのファイルを指定してください。UTF-16 のテキストは UTF-8 で保存し直してください',
  'readable.empty': 'ファイルが空です',
  'readable.empty.fix': '中身を書くか、ファイルを削除してください',
  'readable.binary': 'テキストではありません（{offset} バイト目に {byte}）',
  'readable.binary.fix': 'UTF-8 で保存してください（Shift_JIS も読めます）',
  'readable.unreadable': 'ファイルを読めません（{why}）',
  'readable.unreadable.fix': '権限と、通常のファイルであることを確認してください',
  'readable.mjml-missing': 'MJML を読むためのパッケージ mjml が入っていません',
  'readable.mjml-missing.fix':
    'todoke と同じ場所で `npm install mjml@5` を実行するか、`npx -p todoke -p mjml@5 todoke lint …` としてください',
  'readable.too-deep': 'ここから先は要素の入れ子が {limit} 段を超えるため、点検していません',
  'readable.too-deep.fix': '開いたままの要素を閉じてください。どのメールソフトも表示できません',
  'readable.parts': 'パートの数か入れ子が上限を超えるため、残りは読んでいません',
  'readable.parts.fix': 'メールを分けてください。これほど多いパートを表示するメールソフトはありません',
  'readable.text-too-big': 'このパートの本文が {limit} KB を超えるため、点検していません',
  'readable.text-too-big.fix': '短くしてください。これほど長い本文は表示されません',
  'readable.no-text': '読める本文（text/html、text/plain）がありません',
  'readable.no-text.fix': '本文のパートを加えてください。画像や添付だけでは読者に伝わりません',

  'picture-files.missing': '画像「{file}」がありません',
  'picture-files.missing.fix': 'このパスにファイルを置くか、https://… の URL にしてください',

  'lint-settings.key.file': '`todoke lint` の設定（todoke.lint.yaml）。同じフォルダーとその下のテンプレートに適用',
  'lint-settings.key.sender': 'メールの責任者。点検で本文の表示と照らし合わせる。',
  'lint-settings.key.sender.name': '送信者の正式名称。',
  'lint-settings.key.sender.address': '住所（1 行で）。',
  'lint-settings.key.sender.contact': '苦情の受付先（電話番号・メールアドレス・URL）。',
  'lint-settings.key.sender.addressPage': 'メールからリンクするだけの場合に、住所を載せているページ。',
  'lint-settings.key.laws': '点検に使う法令の略称。',
  'lint-settings.key.rules': '義務ごとの重さ（例: jp/labels-visible: off）。off、info、warning、error のいずれか。',
  'lint-settings.key.ignore':
    'フォルダーやパターンを点検するときに除くファイルやフォルダーのパターン（このファイルからの相対）。',
  'lint-settings.key.system': 'Todoke 以外から送る場合に、タグを埋める配信システム（例: mailchimp）。',
  'lint-settings.key.strict': 'true: 未設定のために判定できない項目があるときも終了コード 1 にする。',
  'lint-settings.key.maxWarnings': '警告がこの件数を超えると終了コード 1 にする。',
  'lint-settings.unknown-duty': 'この ID の義務はありません（`todoke rules` で一覧できます）',

  'laws.rule.attachment-types': '受け付けられない種類の添付がないか。',
  'laws.rule.encoded-words': 'ヘッダーの ASCII 以外の文字が正しく符号化されているか。',
  'laws.rule.header-form': 'Date と Message-ID の形式が正しいか。',
  'laws.rule.header-injection': '値の改行がヘッダーに混じっていないか。',
  'laws.rule.law-names': 'テンプレートが指定する法令を知っているか。',
  'laws.rule.line-ends': 'メールの改行コードがそろっているか。',
  'laws.rule.list-id': 'List-Id の形式が正しいか。',
  'laws.rule.list-unsubscribe': 'List-Unsubscribe の形式が正しいか。',
  'laws.rule.list-unsubscribe-post': 'ワンクリックの配信停止が RFC 8058 のとおりか。',
  'laws.rule.octets-per-line': 'メールの行が長すぎないか。',
  'laws.rule.one-click': '本文にある配信停止の手段がヘッダーにもあるか。',
  'laws.rule.part-charset': '本文が宣言どおりの文字コードか。',
  'laws.rule.picture-files': 'HTML が参照する画像があるか。',
  'laws.rule.readable': 'テンプレートかメールとして読めるファイルか。',
  'laws.rule.recipient-disclosure': '他の受信者のアドレスが見えていないか。',
  'laws.rule.required-headers': '必須のヘッダーがそろっているか。',
  'laws.rule.single-headers': '一度しか書けないヘッダーが重複していないか。',
  'laws.rule.transfer-encoding': '各パートが宣言どおりに符号化されているか。',

  'laws.with.names': 'ヘッダー: {value}',

  'law-names.unknown': '「{law}」という法令はありません（{known} のいずれか）',
  'law-names.unknown.fix': '法令の略称をコンマ区切りで書いてください',
  'law-names.near': '「{law}」という法令はありません。{near} のことですか',
  'law-names.near.fix': '{near} と書いてください（使える略称: {known}）',

  'known-names.unfilled': '差し込みタグ「{tag}」が埋まらないまま残り、そのまま読者に見えます',
  'known-names.unfilled.fix': '配信システムで値を入れるか、値がない人のための既定値を設定してください',

  'header-injection.break': '{header} の値に改行が含まれ、その後ろが別のヘッダーになるおそれがあります',
  'header-injection.break.fix': 'ヘッダーに差し込む前に、値から改行を取り除いてください',
  'header-injection.bcc': 'メールに Bcc が残っており、受信者全員に見えます',
  'header-injection.bcc.fix':
    'このヘッダーを削除してください。書いた覚えがなければ、改行入りの値が原因です。差し込む前に値を確認してください',

  'list-unsubscribe.tag': 'List-Unsubscribe に差し込みタグ「{tag}」が残っています',
  'list-unsubscribe.tag.fix': '配信システムで <https://…/トークン> のように埋めてください',
  'list-unsubscribe.no-brackets': 'List-Unsubscribe に山括弧で囲んだ宛先がありません: 「{found}」',
  'list-unsubscribe.no-brackets.fix': '宛先を <https://…> や <mailto:…> の形で、コンマ区切りで書いてください',
  'list-unsubscribe.blank': 'List-Unsubscribe の宛先に空白があります: 「{uri}」',
  'list-unsubscribe.blank.fix': '空白は %20 と書き、折り返しはコンマの後だけにしてください',
  'list-unsubscribe.scheme': 'List-Unsubscribe の宛先が https: でも mailto: でもありません: 「{uri}」',
  'list-unsubscribe.scheme.fix': 'https か mailto の宛先にしてください',
  'list-unsubscribe.http': 'List-Unsubscribe の宛先が、暗号化されない http: だけです',
  'list-unsubscribe.http.fix': 'https にするか、mailto の宛先を加えてください',
  'list-unsubscribe.twice': 'List-Unsubscribe が複数あります',
  'list-unsubscribe.twice.fix': '宛先を一つのヘッダーにまとめ、コンマで区切ってください',

  'list-unsubscribe-post.value': 'List-Unsubscribe-Post の値「{found}」は正しくありません。決まった値は一つだけです',
  'list-unsubscribe-post.value.fix': '「List-Unsubscribe-Post: List-Unsubscribe=One-Click」のとおりに書いてください',
  'list-unsubscribe-post.no-https':
    'List-Unsubscribe-Post がありますが、List-Unsubscribe に POST 先の https の URL がありません',
  'list-unsubscribe-post.no-https.fix': 'List-Unsubscribe に <https://…> を加えてください（mailto と併記できます）',
  'list-unsubscribe-post.several':
    'List-Unsubscribe に https の URL が {count} 件あります（ワンクリックでは 1 件だけ）',
  'list-unsubscribe-post.several.fix': 'POST を受け付ける URL だけを残してください',
  'list-unsubscribe-post.unsigned': 'DKIM 署名の対象に {names} が含まれていません',
  'list-unsubscribe-post.unsigned.fix': '署名の h= に List-Unsubscribe と List-Unsubscribe-Post を加えてください',

  'list-id.form': 'List-Id に <news.example.com> のような名前がありません: 「{found}」',
  'list-id.form.fix': '自社ドメインの下の、ドットを含む名前を山括弧で囲んでください（前に説明を書けます）',
  'list-id.long': 'List-Id の名前が {length} 文字あります（{limit} 文字まで）',
  'list-id.long.fix': '短くしてください',
  'list-id.twice': 'List-Id が複数あります',
  'list-id.twice.fix': '一つだけ残してください',

  'required-headers.missing': 'ヘッダー {header} がありません',
  'required-headers.missing.fix': '送信サーバーが付けない場合は、加えてください',
  'required-headers.no-header': 'ヘッダーの間に、ヘッダーではない行があります',
  'required-headers.no-header.fix': 'ヘッダーと本文の間に空行を入れてください。ヘッダーの続きの行は空白で始めます',
  'required-headers.sender': 'From に複数のアドレスがあり、Sender がありません',
  'required-headers.sender.fix': 'From を一つにするか、実際に送る人のアドレスを Sender に書いてください',

  'header-form.date': 'Date の書き方が正しくありません: 「{found}」',
  'header-form.date.fix': 'Mon, 30 Nov 2026 10:00:00 +0900 の形で書くか、送信サーバーに任せてください',
  'header-form.weekday': 'Date の曜日が日付と合っていません: 「{found}」',
  'header-form.weekday.fix': '曜日を直すか、省いてください',
  'header-form.message-id': 'Message-ID が <左側@右側> の形になっていません: 「{found}」',
  'header-form.message-id.fix':
    '送信サーバーに任せるか、<20261130.1a2b@mail.example.com> という形で 1 つだけ書いてください',

  'recipient-disclosure.shown': 'To と Cc の {addresses} 件のアドレスが、受信者全員に見えます',
  'recipient-disclosure.shown.fix': '一人ずつ別のメールにし、To にはその人のアドレスだけを書いてください',

  'single-headers.twice': '{header} が複数あり、どれを読むかはソフトによって異なります',
  'single-headers.twice.fix': '一つだけ残してください',

  'octets-per-line.long': 'この行は {octets} バイトあります（{limit} バイトまで）',
  'octets-per-line.long.fix': '改行するか、パートを quoted-printable または base64 で送ってください',

  'line-ends.cr': 'CR だけで終わる行があります。サーバーによっては拒否され、内容も変わります',
  'line-ends.cr.fix': 'すべての行を CR LF で終えてください',
  'line-ends.mixed': 'CR LF で終わる行と LF だけで終わる行が混ざり、行の切れ目がサーバーによって異なります',
  'line-ends.mixed.fix': 'すべての行を CR LF で終えてください',

  'encoded-words.raw': '{header} に ASCII 以外の文字がそのまま入っており、受け取れないサーバーがあります',
  'encoded-words.raw.fix': '=?utf-8?B?…?= のように符号化してください',
  'encoded-words.broken': '{header} の符号化（=?…?=）が閉じていないか、途中に空白があります',
  'encoded-words.broken.fix': '=?utf-8?Q?Hello_Taro?= のように、空白なしの一語で書いてください',
  'encoded-words.place':
    '{header}: 「{word}」は引用符やアドレスの中か、ほかの文字のすぐ隣にあり、符号化した語として読まれません',
  'encoded-words.place.fix': '引用符を外し、前後に空白を入れてください',
  'encoded-words.charset': '{header}: 「{word}」の文字コードは知られていません',
  'encoded-words.charset.fix': 'utf-8 にしてください',
  'encoded-words.undecodable':
    '{header}: 「{word}」は指定の文字コードで読めません（文字の途中で分かれている可能性があります）',
  'encoded-words.undecodable.fix': '文字の途中で分けず、指定した文字コードで符号化してください',
  'encoded-words.long': '{header}: 符号化した一語が {length} 文字あります（{limit} 文字まで）',
  'encoded-words.long.fix': '複数の語に分け、行も分けてください',

  'transfer-encoding.eight-bit': '{encoding} と宣言されたパートに ASCII 以外のバイトがあります',
  'transfer-encoding.eight-bit.fix':
    'Content-Transfer-Encoding: 8bit と宣言するか、quoted-printable か base64 で送ってください',
  'transfer-encoding.unknown': '「{encoding}」という転送符号化は知られていません',
  'transfer-encoding.unknown.fix': '7bit、8bit、quoted-printable、base64 のいずれかにしてください',
  'transfer-encoding.base64': 'base64 にはない文字があります',
  'transfer-encoding.base64.fix': 'パートを符号化し直してください。後から加えた文は別のパートにします',
  'transfer-encoding.quoted-printable': '何も符号化していない等号（=）があります',
  'transfer-encoding.quoted-printable.fix': '=3D と書いてください',
  'transfer-encoding.nul': 'NUL バイトがあります。途中で切れたり、拒否されたりします',
  'transfer-encoding.nul.fix': '取り除くか、パートを base64 で送ってください',

  'part-charset.unknown': '「{charset}」という文字コードは知られていません（{read} として読みました）',
  'part-charset.unknown.fix': 'charset=utf-8 と宣言し、本文も UTF-8 にしてください',
  'part-charset.wrong': '本文が宣言された文字コード {charset} ではありません（{read} として読みました）',
  'part-charset.wrong.fix': '実際の文字コードを宣言してください。すべてのパートを UTF-8 にするのが確実です',
  'part-charset.undeclared': '文字コードの宣言がなく、ASCII 以外の文字があります（{read} として読みました）',
  'part-charset.undeclared.fix': '「Content-Type: text/plain; charset=utf-8」のように宣言してください',

  'attachment-types.refused': '.{ending} の添付ファイルは多くのメールサービスが受け付けません: 「{name}」',
  'attachment-types.refused.fix': '添付せず、リンクにしてください',

  'one-click.missing': '本文に配信停止の案内がありますが、ヘッダー（{headers}）がありません',
  'one-click.missing.fix':
    '「List-Unsubscribe: <https://…>」と「List-Unsubscribe-Post: List-Unsubscribe=One-Click」を加えてください。Gmail への大量配信では両方が必須です',
}
