/** Japanese texts: template folders, their settings, pictures and attachments. */
import type {templateFolder as en} from '../en/template-folder.ts'

export const templateFolder: Readonly<Record<keyof typeof en, string>> = {
  'template.no-body': 'body.html、body.mjml、body.txt のどれもありません',
  'template.two-bodies': 'body.html と body.mjml の両方があります。使うほうだけを残してください',
  'template.too-big': '{limit} KB を超えています。この大きさのメールは送れません',

  'template-yaml.no-map': '次のキーと値を書いてください: {keys}',
  'template-yaml.no-subject': 'subject: がありません。件名を文字列で書いてください',
  'template-yaml.unknown-key': '{key}: 不明なキーです（使えるキー: {keys}）',
  'template-yaml.unknown-key-near': '{key}: 不明なキーです。{near} の誤りではありませんか（使えるキー: {keys}）',
  'template-yaml.not-text': '{key}: 文字列で書いてください（引用符で囲みます）',
  'template-yaml.not-one-line': '{key}: 1 行で書いてください',
  'template-yaml.control': '{key}: 制御文字か壊れた文字が含まれています。入力し直してください',
  'template-yaml.not-a-word': '{key}: 次のどれかを書いてください: {words}',
  'template-yaml.not-a-list': '{key}: リストで書いてください（例: [a, b]、または 1 件ごとに - で始まる行）',
  'template-yaml.not-a-map': '{key}: この下に次のキーを書いてください: {keys}',
  'template-yaml.missing': '{key}: がありません',
  'template-yaml.not-an-address': '{key}: 名前を付けずにメールアドレスを 1 つ書いてください（例: news@example.com）',
  'template-yaml.not-a-language':
    '{key}: 「{found}」は言語ではありません。ja、en、zh-Hant のような言語コードを書いてください（jp は国コードです）',
  'template-yaml.two-languages': 'language と languages の両方があります。どちらか一方にしてください',
  'template-yaml.name-with-folder': '{key}: 受信者に見えるファイル名です。/ と \\ は使えません',

  'template-file.absolute':
    '「{file}」はこのコンピューター上の場所です。テンプレートのフォルダからの相対パスで書いてください',
  'template-file.parent':
    '「{file}」は .. でテンプレートのフォルダの外に出ています。ファイルをフォルダの中にコピーしてください',
  'template-file.backslash': '「{file}」: フォルダの区切りは / で書いてください',
  'template-file.missing': '「{file}」がテンプレートのフォルダにありません',
  'template-file.outside':
    '「{file}」はテンプレートのフォルダの外へのリンクです。ファイルをフォルダの中にコピーしてください',
  'template-file.not-a-file': '「{file}」は通常のファイルではありません（フォルダ、パイプ、デバイスなど）',
  'template-file.borrowed': '「{file}」は他の所有者のファイルへのハードリンクです。コピーしてください',
  'template-file.too-big': '「{file}」が {limit} MB を超えています',
  'template-file.changed':
    '「{file}」が読み込み中に変更されました。書き込んでいるプログラムを閉じて、もう一度実行してください',
  'template-file.unreadable': '「{file}」を読めません。権限を確認してください',
  'template-file.empty': '「{file}」は空です',
  'template-file.all-too-big':
    '画像と添付ファイルの合計が {limit} MB を超えています。受け取れないメールボックスが多いため、大きいものはリンクにしてください',
  'template-file.no-picture':
    '「{file}」はメールソフトで表示できる画像ではありません。PNG、JPEG、GIF、WebP のどれかにしてください',
  'template-file.svg': '「{file}」は SVG です。ほとんどのメールソフトで表示されないため、PNG で保存してください',
  'template-file.picture-no-quotes': '「{file}」: インライン画像に置き換えられるよう、パスを引用符で囲んでください',
  'template-file.picture-tag':
    '「{file}」: フォルダ内のファイルを差し込みタグで選ぶことはできません。https:// で始まるアドレスにしてください',
  'template-file.partial-name': '部分テンプレートの名前に使えるのは、文字、数字、- _ . だけです',
  'template-file.too-many-partials': '部分テンプレートが {limit} 個を超えています',
  'template-file.partials-no-folder': 'ファイルです。部分テンプレートを入れるフォルダにしてください',

  'template-mjml.include':
    'ここの mj-include は読めません。他の要素の間に <mj-include path="./part.mjml" /> の形で書いてください（type を書く場合は html か css）',
  'template-mjml.include-tag':
    'mj-include のファイルを差し込みタグで選ぶことはできません。テンプレートのフォルダ内のファイルを 1 つ指定してください',
  'template-mjml.include-circle': 'mj-include が循環しています: {way}',
  'template-mjml.include-deep':
    'mj-include の入れ子が {limit} 段を超えています。内側のファイルを 1 つにまとめてください',
  'template-mjml.include-many':
    'mj-include で読み込むファイルが {limit} 個を超えています。いくつかを 1 つにまとめてください',
  'template-mjml.include-big': 'これを読み込むとメールが {limit} KB を超えます。この大きさのメールは送れません',
  'template-mjml.open-comment': 'ここで始まるコメントが閉じていません。--> で閉じてください',
  'template-mjml.malformed': 'MJML として読めません。<mjml> の中に <mj-body> を置き、すべてのタグを閉じてください',
  'template-mjml.refused': '{tag}: {words}',
  'template-mjml.lost-tag': 'ここにある {tag} は MJML では消えてしまいます。<mj-raw> と </mj-raw> で囲んでください',
}
