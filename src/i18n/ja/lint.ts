/** Japanese texts: lint. Same keys as the English file (the type holds that). */
import type {lint as en} from '../en/lint.ts'

export const lint: Readonly<Record<keyof typeof en, string>> = {
  'lint.laws': '対象法令: {laws}',
  'lint.clean': '指摘事項はありません',
  'lint.summary': 'テンプレート {templates} 件: エラー {errors} 件、警告 {warnings} 件、判定保留 {notAssessed} 件',
  'lint.not-assessed': '判定できません: {fact} が未設定です',
  'lint.not-assessed.fix': 'todoke.yaml の `{fact}` か、{flag} で指定してください',
  'part.html': 'HTML パート',
  'part.text': 'テキストパート',
  'part.subject': '件名',
  'part.mail': 'メール',

  'sender-name.missing': '{part}に送信者名「{name}」の表示がありません',
  'sender-name.missing.fix': 'フッターなどに正式名称を文字で記載するか、{{sender.name}} を使ってください',
  'sender-name.short': '{part}の送信者名は略称のみです（正式名称は「{name}」）',
  'sender-name.short.fix':
    '正式名称を記載するか、{{sender.name}} を使ってください。店舗名やサービス名だけでは足りません',
  'sender-name.other': '{part}には「{found}」とありますが、設定上の送信者は「{name}」です',
  'sender-name.other.fix': '設定どおりの名称を記載するか、設定（sender.name、--sender-name）を直してください',

  'opt-out-link.missing': '{part}に受信拒否の通知先（リンク、メールアドレス、差し込みタグ）がありません',
  'opt-out-link.missing.fix': '「配信停止はこちら」などの文言で {{unsubscribe_url}} へのリンクを入れてください',
  'opt-out-link.dead': '{part}の配信停止リンクがどこにもつながりません: 「{href}」',
  'opt-out-link.dead.fix': 'リンク先を {{unsubscribe_url}} にしてください',
  'opt-out-href.dead': '配信停止と書かれたリンクの先が無効です: 「{href}」',
  'opt-out-href.dead.fix': 'リンク先を {{unsubscribe_url}}、https の URL、mailto のいずれかにしてください',

  'opt-out-notice.missing': '{part}に、受信拒否ができる旨の記載がありません',
  'opt-out-notice.missing.fix': '通知先のすぐ前か後に「配信停止をご希望の方はこちら」などと記載してください',
  'opt-out-notice.link-only': '{part}の配信停止リンクに、何のリンクかを示す文言がありません',
  'opt-out-notice.link-only.fix': '「こちら」だけでなく「配信停止をご希望の方はこちら」のように記載してください',
  'notice-adjacent.far':
    '受信拒否ができる旨の記載が通知先から {characters} 文字・{lines} 行離れています（{limit} 文字・1 行まで）',
  'notice-adjacent.far.fix': '通知先の直前または直後に移してください',

  'postal-address.missing': '{part}に送信者の住所がありません',
  'postal-address.missing.fix': '住所を記載するか、{{sender.address}} を使ってください',
  'postal-address.missing-or-page': '{part}に送信者の住所がなく、住所を載せたページへのリンクも指定されていません',
  'postal-address.missing-or-page.fix':
    '住所を記載するか {{sender.address}} を使ってください。リンク先に載せる場合は、そのページを --address-page で指定してください',
  'complaint-contact.missing': '{part}に苦情・問い合わせの受付先がありません',
  'complaint-contact.missing.fix':
    '「お問い合わせ」などの文言とともに電話番号・メールアドレス・URL を記載するか、{{sender.contact}} を使ってください',

  'labels-as-text.name': '送信者名が画像の代替テキストにしかありません',
  'labels-as-text.name.fix': '本文にも文字で記載してください',
  'labels-as-text.opt-out': '配信停止の案内が画像の代替テキストにしかありません',
  'labels-as-text.opt-out.fix': '本文にも文字で記載してください',
  'labels-as-text.address': '住所が画像の代替テキストにしかありません',
  'labels-as-text.address.fix': '本文にも文字で記載してください',
  'hidden-label.name': '送信者名がスタイル指定で見えなくなっています',
  'hidden-label.name.fix': 'スタイル指定を外すか、見える位置にも記載してください',
  'hidden-label.opt-out': '配信停止の案内がスタイル指定で見えなくなっています',
  'hidden-label.opt-out.fix': 'スタイル指定を外すか、見える位置にも記載してください',
  'hidden-label.address': '住所がスタイル指定で見えなくなっています',
  'hidden-label.address.fix': 'スタイル指定を外すか、見える位置にも記載してください',
  'labels-visible.blank-lines':
    '{part}の配信停止の案内が {lines} 行の空行の先にあり、目に入りません（{limit} 行未満に）',
  'labels-visible.blank-lines.fix': '空行を減らしてください',

  'known-names.unknown': '差し込みタグ「{name}」に入る値がありません（リストにその列がありません）',
  'known-names.unknown.fix':
    'リストの列名（{columns}）か、unsubscribe_url、sender.name、sender.address、sender.contact、email のいずれかにしてください',
  'known-names.near': '差し込みタグ「{name}」に入る値がありません。「{near}」の誤りではありませんか',
  'known-names.near.fix': 'タグの名前を「{near}」に直してください',
  'known-names.taken':
    '差し込みタグ「{name}」に入る値がありません。この列は取り込み時に「{became}」として登録され、メールには差し込めません',
  'known-names.taken.fix': 'ファイルにこの列の写しを別の列名で加え、もう一度取り込んで、その列名をタグに書いてください',
  'known-names.ignored': '差し込みタグ「{name}」に入る値がありません。この列は取り込み時に除かれています',
  'known-names.ignored.fix': '`--map "{name}=attribute"` を付けてファイルをもう一度取り込んでください',
  'known-names.left-out': '差し込みタグ「{name}」に入る値がありません。この列は、リストに保存しないデータです',
  'known-names.left-out.fix':
    'タグを削除してください。保存できる根拠については `todoke help list import` の --keep をご覧ください',
  'known-names.format': '差し込みタグ「{column}」のコロンの後ろの「{format}」は書式ではありません',
  'known-names.format.fix': '{formats} のいずれか（ほかの通貨も可）にするか、「{column}」だけを書いてください',
  'known-names.format-near':
    '差し込みタグ「{column}」のコロンの後ろの「{format}」は書式ではありません。「{near}」の誤りではありませんか',
  'known-names.format-near.fix': '{column}:{near} と書いてください。使える書式: {formats}（ほかの通貨も可）',
  'known-names.foreign': '「{tag}」は他の配信システムのタグです。このままでは文字どおり送られます',
  'known-names.foreign.fix':
    '`todoke template convert` で変換するか、{{氏名}} のようなリストの列名のタグか {{unsubscribe_url}} に書き換えてください',

  'template.unclosed-tag': 'タグが閉じられていません: 「{name}」',
  'template.unclosed-tag.fix': '波かっこ 2 つで閉じてください',
  'template.empty-tag': '名前のないタグがあります: 「{name}」',
  'template.empty-tag.fix': '名前を入れるか、削除してください',
  'template.unclosed-section': 'セクション「{name}」が閉じられていません',
  'template.unclosed-section.fix': '同じ名前にスラッシュを付けて閉じてください: /{name}',
  'template.stray-close': '終了タグ「{name}」に対応する開始タグがありません',
  'template.stray-close.fix': '前に開始タグを置くか、終了タグを削除してください',
  'template.raw-refused': 'エスケープなしのタグ「{name}」は使えません',
  'template.raw-refused.fix':
    '波かっこを 2 つにしてください。自社で書いた HTML が入る列なら template.yaml の raw に列名を書きます',
  'template.partial-unknown': '部品「{name}」が partials/ フォルダーにありません',
  'template.partial-unknown.fix': '{name}.html または {name}.txt として置いてください（footer は組み込み済みです）',
  'template.partial-circular': '部品「{name}」が自分自身を読み込んでいます',
  'template.partial-circular.fix': '部品の中からそのタグを削除してください',
  'template.unsafe-place':
    '差し込みタグ「{name}」の場所には、値を安全に入れられません（CSS、スクリプト、リンクのホスト名、タグ名・属性名、引用符のない値）',
  'template.unsafe-place.fix':
    '本文か、引用符で囲んだ属性、または https:// で始まる固定のホスト名と / の後ろに置いてください',
  'template.torn-section': 'セクション「{name}」の中で、タグや引用符の始まりと終わりが対応していません',
  'template.torn-section.fix': '要素全体をセクションに入れてください',
  'template.grows': '部品を読み込むとテンプレートが際限なく大きくなります（「{name}」）',
  'template.grows.fix': '部品どうしの読み込みを減らしてください',
  'template.not-in-charset': '文字コード {charset} では「{name}」を書けません',
  'template.not-in-charset.fix': '別の書き方にするか、charset: utf-8 にしてください',
  'template.not-for-header': '{name} はこのままではメールのヘッダーに入れられません',
  'template.not-for-header.fix': '改行や制御文字を取り除き、アドレスには名前を付けないでください',
  'template.delimiter-refused': '区切り記号は変更できません: 「{name}」',
  'template.delimiter-refused.fix': '波かっこ 2 つを使ってください',
  'template.forbidden-name': '「{name}」はタグの名前に使えません',
  'template.forbidden-name.fix': '列の名前を変えてください',
  'template.too-deep': 'セクション「{name}」の入れ子が 16 段を超えています',
  'template.too-deep.fix': '入れ子を減らしてください',
}
