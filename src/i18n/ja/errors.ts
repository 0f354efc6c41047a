/** Japanese texts of the error codes. Same keys as the English file (the type holds that). */
import type {errors as en} from '../en/errors.ts'

export const errors: Readonly<Record<keyof typeof en, string>> = {
  'error.COMMAND_UNKNOWN': '「{given}」というコマンドはありません',
  'error.COMMAND_UNKNOWN.next': '`todoke help` でコマンドの一覧を表示します',
  'error.ARGUMENT_MISSING': '{argument} がありません。書き方: todoke {usage}',
  'error.ARGUMENT_MISSING.next': '`todoke help {command}` をご覧ください',
  'error.ARGUMENT_UNEXPECTED': '「{given}」は余分な引数です。書き方: todoke {usage}',
  'error.ARGUMENT_UNEXPECTED.next': '空白を含む値は引用符で囲みます。`todoke help {command}` をご覧ください',
  'error.FILES_TOO_MANY': '`todoke {command}` が 1 回に読むファイルは 1 つです。「{given}」は余分です',
  'error.FILES_TOO_MANY.next':
    '複数のファイルは順に取り込みます: `for f in {files}; do todoke {command} "$f" {flags}; done`\n空白を含む名前のファイルは、名前を引用符で囲んでください',
  'error.FLAG_UNKNOWN': '{given} というフラグはありません。`{command}` のフラグ: {known}',
  'error.FLAG_UNKNOWN.next': '`todoke help {command}` をご覧ください',
  'error.FLAG_MISSING': '{flag} がありません。書き方: todoke {usage}',
  'error.FLAG_MISSING.next': '`todoke help {command}` をご覧ください',
  'error.FLAG_WITHOUT_VALUE': '{flag} に値がありません。指定できる値: {expected}',
  'error.FLAG_WITHOUT_VALUE.next': '`todoke help {command}` をご覧ください',
  'error.FLAG_REPEATED': '{flag} が 2 回以上あります。指定できるのは 1 回だけです',
  'error.FLAG_REPEATED.next': '1 つだけ残してください。`todoke help {command}` をご覧ください',
  'error.FLAGS_EXCLUSIVE': '{flag} と {other} は同時に指定できません。どちらか一方だけを指定してください',
  'error.FLAGS_EXCLUSIVE.next': '一方を外してください。`todoke help {command}` をご覧ください',
  'error.FLAG_INVALID': '{flag} に「{given}」は使えません。指定できる値: {expected}',
  'error.FLAG_INVALID.next': '`todoke help {command}` をご覧ください',
  'error.OPTION_INVALID': 'オプション {option} に「{given}」は使えません。指定できる値: {expected}',
  'error.OPTION_INVALID.next': 'lint の型（LintOptions）か、todoke の README の「CI での点検」をご覧ください',
  'error.NAME_INVALID':
    '{flag} に「{given}」は使えません。名前は文字・数字・ピリオド・ハイフン・アンダースコアで 64 字以内とし、先頭は文字か数字にしてください',
  'error.NAME_INVALID.next': '別の名前にしてください（例: `news`、`2026-11-news`）',
  'error.WORKSPACE_MISSING': '{folder} とその上位に todoke.yaml がありません',
  'error.WORKSPACE_MISSING.next': '`todoke init` で作業フォルダを作ってください',
  'error.WORKSPACE_EXISTS': '{file} がすでにあります。何も変更していません',
  'error.WORKSPACE_EXISTS.next': '別のフォルダを指定してください: `todoke init FOLDER`',
  'error.SETTINGS_INVALID': '{file} に誤りが {count} 件あります',
  'error.SETTINGS_INVALID.next': '上の行を直してください（エディタではスキーマによる補完が使えます）',
  'error.FILE_MISSING': 'ファイルがありません: {file}',
  'error.FILE_MISSING.next': 'パスを確認してください（現在のフォルダから探します）',
  'error.PATTERN_UNMATCHED': '{pattern} に合うファイルがありません',
  'error.PATTERN_UNMATCHED.next':
    'パターン、引用符、現在のフォルダーを確かめてください。node_modules、隠しフォルダー、todoke.lint.yaml の ignore に合うものは対象外です',
  'error.FOLDER_UNLINTABLE': 'フォルダー {folder} に点検できるファイルがありません',
  'error.FOLDER_UNLINTABLE.next':
    'template.yaml のあるフォルダーか、.html・.txt・.mjml・.eml を含むフォルダーを指定してください',
  'error.FILE_IS_FOLDER': '{file} はフォルダです。ファイルを指定してください',
  'error.FILE_IS_FOLDER.next': 'その中のファイルを指定してください',
  'error.FILE_UNREADABLE': '{file} を読めません（{why}）',
  'error.FILE_UNREADABLE.next': '権限を確認してください: `ls -l {file}`',
  'error.FILE_BINARY': '{file} はテキストファイルではありません（位置 {offset} にバイト {byte}）',
  'error.FILE_BINARY.next':
    'テキストファイルを指定してください。リストは Excel の「名前を付けて保存」で「CSV UTF-8」を選ぶとテキストになります',
  'error.FILE_EMPTY': '{file} は空です',
  'error.FILE_EMPTY.next':
    '内容を入れるか、別のファイルを指定してください。リストには見出し行と 1 行以上のデータが必要です',
  'error.FILE_CHANGED': '{file} が読み込み中に変更されました。何も取り込んでいません',
  'error.FILE_CHANGED_MIDWAY':
    '{file} が読み込み中に変更されました。それまでの {count} 行はリストに入っています（変更前の行か変更後の行かは確かめられません）',
  'error.FILE_CHANGED_MIDWAY.next':
    '書き込んでいるプログラムを閉じ、`{command}` でもう一度読み込んでください（すでに入っている行はそのまま残ります）\n取り込んだ行を取り消す場合: `todoke list undo {id}`',
  'error.FILE_CHANGED.next': '書き込んでいるプログラムを閉じ、同じコマンドをもう一度実行してください',
  'error.FILE_TOO_BIG': '{file} は一度に読める大きさ（{limit} GB）を超えています',
  'error.FILE_TOO_BIG.next':
    'いくつかのファイルに分けて順に取り込むか、todoke.yaml の limits.files.gigabytes を大きくしてください',
  'error.ARCHIVE_DAMAGED': '{file} は壊れています。{bytes} バイトまで展開したところで読めなくなりました（{why}）',
  'error.ARCHIVE_DAMAGED.next':
    'もう一度コピーまたはダウンロードするか、リストを書き出し直してください。ここまでに読めた分はリストの全部ではありません',
  'error.ARCHIVE_BOMB':
    '{file} は展開すると元の {ratio} 倍を超えます。リストではあり得ない大きさのため、読み込みを中止しました',
  'error.ARCHIVE_BOMB.next': 'ご自身で展開して中身を確認し、展開後のファイルを指定してください',
  'error.ARCHIVE_ENTRIES': '{file} にはファイルが {count} 個入っています。読み込めるのは 1 個だけのものです: {names}',
  'error.ARCHIVE_ENTRIES.next': '展開して、リストのファイルを指定してください',
  'error.ARCHIVE_NESTED': '{file} の中にさらに圧縮ファイルがあります（{name}）。展開するのは 1 段だけです',
  'error.ARCHIVE_NESTED.next': '展開して、中のファイルを指定してください',
  'error.ARCHIVE_PATH': '{file} に、フォルダの外を指す名前のファイルがあります（{name}）。読み込んでいません',
  'error.ARCHIVE_PATH.next': '入手元を確認してください。信頼できるものであれば、展開してからファイルを指定してください',
  'error.ARCHIVE_LOCKED': '{file} はパスワードで保護されています',
  'error.ARCHIVE_LOCKED.next':
    'パスワードなしで保存し直してください。Excel では「ファイル」>「情報」>「ブックの保護」>「パスワードを使用して暗号化」で空欄にします',
  'error.SHEET_FORMAT': '{file} は {format} 形式のブックで、読み込めません',
  'error.SHEET_FORMAT.next': '開いて、.xlsx か「CSV UTF-8」で保存し直してください',
  'error.SHEET_DAMAGED': '{file} はブックとして不完全です（{why}）',
  'error.SHEET_DAMAGED.next': 'Excel で開き、別の名前で .xlsx か「CSV UTF-8」として保存し直してください',
  'error.SHEET_CHOOSE': '{file} には、データの入ったシートが複数あります: {names}',
  'error.SHEET_CHOOSE.next': 'どれがリストかを `--sheet シート名` で指定してください',
  'error.SHEET_UNKNOWN': '{file} にシート「{sheet}」はありません。あるシート: {known}',
  'error.SHEET_UNKNOWN.next': '`--sheet` に上の名前を指定してください',
  'error.SHEET_TOO_BIG':
    '{file} はブックとして読める大きさを超えています（{where}）。上限は 1,048,576 行、{columns} 列、文字列の合計 256 MB です',
  'error.SHEET_TOO_BIG.next':
    'シートをテキストで保存してください。Excel では「名前を付けて保存」で「CSV UTF-8」を選びます。CSV なら行数に制限はありません（列数は todoke.yaml の limits.files.columns まで）',
  'error.STDIN_TERMINAL': '`-` は標準入力を表しますが、何も渡されていません',
  'error.STDIN_TERMINAL.next':
    'ファイルをパイプで渡すか（例: `cat list.csv | todoke list import - --list news`）、ファイル名を指定してください',
  'error.FOLDER_MISSING': '{file} を置くフォルダがありません',
  'error.FOLDER_MISSING.next': '先にフォルダを作るか、すでにあるフォルダのファイルを指定してください',
  'error.OUTPUT_IS_TARGET': '{flag}: {file} は {same} と同じファイルです。上書きすると失われます',
  'error.OUTPUT_IS_TARGET.next': '別のファイルを指定してください（何も読み書きしていません）',
  'error.FILE_EXISTS': '{file} はすでにあるため上書きしません',
  'error.FILE_EXISTS.next':
    '別の名前を指定するか、移動してください（`audit`・`lint`・`list export`・`preview`・`template convert`・`--save-mapping` は `--overwrite` で置き換えられます）',
  'error.FILE_UNWRITABLE': '{file} に書き込めません（{why}）',
  'error.FILE_UNWRITABLE.next': 'フォルダの権限と空き容量を確認し、同じコマンドをもう一度実行してください',
  'error.MAIL_FOLDER_EMPTY':
    '{folder} はメールボックスではありません。maildir（cur/ と new/）でも、.eml や .mbox のあるフォルダでもありません',
  'error.MAIL_FOLDER_EMPTY.next':
    'メールボックスのフォルダそのものを指定してください。空の maildir にも cur/ と new/ はあります',
  'error.ENCODING_UNSURE':
    '{file} の文字コードを判定できません。最も近いのは {guess} です（確度 {confidence} %）。同じ行を 2 通りに読むと次のようになります',
  'error.ENCODING_UNSURE.next':
    '正しい方を `--encoding {best}` か `--encoding {next}` で指定してください（ほかの文字コードも指定できます）。または UTF-8 で保存し直してください',
  'error.ENCODING_RIVAL':
    '{file} の文字コードは、対応していない {guess} のようです（確度 {confidence} %）。{read} の可能性もあります。同じ行を 2 通りに読むと次のようになります',
  'error.ENCODING_RIVAL.next':
    '{guess} の行が正しい場合は UTF-8 で保存し直してください。Excel では「名前を付けて保存」で「CSV UTF-8」を選びます\n{read} の行が正しい場合は `--encoding {encoding}` を指定してください',
  'error.ENCODING_UNREAD':
    '{file} の文字コードは {guess} のようです（確度 {confidence} %）。この文字コードには対応していません',
  'error.ENCODING_UNREAD.next': 'UTF-8 で保存し直してください。Excel では「名前を付けて保存」で「CSV UTF-8」を選びます',
  'error.ENCODING_WRONG':
    '{file} の文字コードは {said} ではなく、{guess} のようです（確度 {confidence} %）。指定どおりに読むと文字化けします',
  'error.ENCODING_WRONG.next': '--encoding の指定を外すか、`--encoding {encoding}` を指定してください',
  'error.HEADER_MISSING': '{file} に見出し行がありません。{line} 行目からすでにデータが入っています',
  'error.HEADER_MISSING.next':
    '見出しがない場合は、アドレスの列を指定してください: `--map "#{number}=address"`\n見出しが別の行にある場合: `--header 行番号`',
  'error.HEADER_ONLY': '{file} は見出し行だけで、データがありません',
  'error.HEADER_ONLY.next': 'もう一度書き出してください',
  'error.HEADER_BEYOND': '{file} の {line} 行目以降に行が見つかりません（{last} 行目まで確認しました）',
  'error.HEADER_BEYOND.next':
    '見出しの行を指定するか（`--header 行番号`）、読み方の定義ファイルの `header:` を直してください',
  'error.HEADER_TOO_LONG':
    '{column} 列目の列名（{file} の {line} 行目）は {found} 文字あります。読めるのは {limit} 文字までです',
  'error.HEADER_TOO_LONG.next':
    '短くするか、見出しのある行を指定するか（`--header 行番号`）、todoke.yaml の limits.files.nameLength を大きくしてください',
  'error.COLUMNS_TOO_MANY': '{file} の {line} 行目は {found} 列あります。読めるのは {limit} 列までです',
  'error.COLUMNS_TOO_MANY.next':
    '区切り文字（`--delimiter`）を確認するか、必要な列だけを書き出すか、todoke.yaml の limits.files.columns を大きくしてください',
  'error.LINE_TOO_LONG': '{file} の {line} 行目が長すぎます（1 行 {record} KB、1 セル {cell} 文字まで）',
  'error.LINE_TOO_LONG.next':
    'エディタで開き、閉じていない引用符や、改行の抜けがないか確認してください。正しい場合は todoke.yaml の limits.files.recordKb か cellLength を大きくしてください',
  'error.ADDRESS_COLUMN_MISSING': '{file} にメールアドレスの列が見つかりません。列: {columns}',
  'error.ADDRESS_COLUMN_MISSING.next': '列を指定してください: `--map "列名=address"`',
  'error.ADDRESS_COLUMN_UNSURE': '{file} にはメールアドレスの列が複数あります: {columns}',
  'error.ADDRESS_COLUMN_UNSURE.next': 'どの列に送るかを指定してください（例: `--map "{column}=address"`）',
  'error.ROWS_UNSURE': '{file} は、送ってはならない人の一覧のようです。何の一覧か指定されていません',
  'error.ROWS_UNSURE.next':
    '配信停止として登録する場合: `todoke suppression merge {file}`（このコマンドで登録するなら `--rows opt-outs`）\n購読者の一覧である場合: `--rows subscribers`',
  'error.STOP_WORDS_UNSURE': '{file} の列「{column}」に、配信を断る語があります（語: 行数）: {words}',
  'error.STOP_WORDS_UNSURE.next':
    '配信の可否を表す列で、この人たちに送らない場合: `--map "{column}=opt_out"`\n配信の可否とは関係のない列の場合: `--map "{column}=attribute"`',
  'error.CSV_BROKEN': '{file} の引用符が壊れています: {line} 行目までに {count} か所',
  'error.CSV_BROKEN.next': '{line} 行目をエディタで開いて引用符を閉じるか、もう一度書き出してください',
  'error.KEEP_BARRED': '「{column}」は{category}の列です。同意があっても、リストには取り込めません',
  'error.KEEP_BARRED.next': '--keep から外してください。ほかの列は、この列を除いて取り込みます',
  'error.EVENT_COLUMN_MISSING': '{file} には、同意したのか停止したのかを示す列がありません。列: {columns}',
  'error.EVENT_COLUMN_MISSING.next':
    '列を指定してください: `--map "列名=event"`（または `=basis`）\nすべての行が同じなら `--event given` または `--event withdrawn` を付けてください',
  'error.EVENT_DOUBTFUL': '{file} というファイル名は停止した人の一覧のようですが、何があったかを示す列がありません',
  'error.EVENT_DOUBTFUL.next': '`--event withdrawn`（停止・撤回）または `--event given`（同意）を付けてください',
  'error.MAPPING_INVALID': '--map {given}: {what}。ある列: {columns}／使える項目: {fields}',
  'error.MAPPING_INVALID.next': '`--map "列名=項目"` の形で書いてください',
  'error.MAPPING_DIFFERS': '{file} の列が {mapping} と一致しません（+ はファイルだけ、- は読み方の定義だけにある列）',
  'error.MAPPING_DIFFERS.next': '{mapping} に列を加えるか、削ってください。取り込まない列の項目は `ignore` です',
  'error.MAPPING_UNREADABLE': '{file} に誤りが {count} か所あります',
  'error.MAPPING_UNREADABLE.next': '上の行を直すか、`--save-mapping` で書き出し直してください',
  'error.WORDING_CHANGED': '{file} は「{name}」として保存した文言（{hash}、{day} から表示）と違います',
  'error.WORDING_CHANGED.next':
    'フォームを変えたときは、いつからかを --from 日付 で指定してください（今回の指定: {asked}）。前の版はその日で終わりとします\n別のフォームのときは、--name で別の名前を付けてください',
  'error.BASELINE_INVALID': '{file} はベースラインではありません',
  'error.BASELINE_INVALID.next':
    '同じコマンド（`audit`・`lint`）の `--write-baseline known.json` で、新しい名前で作ってください',
  'error.IMPORT_UNKNOWN': '取り込み {given} はありません（または、すでに取り消されています）',
  'error.IMPORT_UNKNOWN.next': '取り込みの番号は次で確認できます: todoke list show リスト名',
  'error.IMPORT_NOT_NEWEST':
    '同じリストに、{given} より後の取り込み {newest} があります。後の取り込みは前の内容の上に成り立っています',
  'error.IMPORT_NOT_NEWEST.next': '先に新しい取り込みを取り消してください: todoke list undo {newest}',
  'error.EXPORT_SENSITIVE':
    '慎重に扱うべき列が、出力する列または絞り込みの条件に含まれるため、書き出しませんでした: {columns}',
  'error.EXPORT_SENSITIVE.next':
    'その列を --columns と --where から外すか、渡す理由とともに指定してください: --with-sensitive 列名 --reason 理由',
  'error.EXPORT_UNENCODABLE':
    '{encoding} には {character} にあたる文字がないため、{rows} 行を書き出せません（最初は {row} 行目）。列: {columns}',
  'error.EXPORT_UNENCODABLE.next':
    '--encoding utf-8 で書き出すか（Excel で開くなら --bom も）、--columns でその列を外してください。ファイルは作っていません',
  'error.TARGET_UNKNOWN': '「{target}」というリストもファイルもありません（リスト: {known}）',
  'error.TARGET_UNKNOWN.next': 'いずれかのリストの名前か、ファイルのパスを指定してください',
  'error.LIST_UNKNOWN': 'リスト「{list}」はありません。あるリスト: {known}',
  'error.LIST_UNKNOWN.next': '取り込んでください: `todoke list import FILE --list {list}`',
  'error.ROW_UNKNOWN': '「{of}」は {count} 行です。{row} 行目はありません',
  'error.ROW_UNKNOWN.next': '1 から {count} までの行を指定してください',
  'error.CONTACT_UNKNOWN': 'リスト「{list}」（{count} 件）に、そのアドレスの連絡先はありません',
  'error.CONTACT_UNKNOWN.next': '`todoke consent show アドレス` で調べるか、--row 1 でリストの行を指定してください',
  'error.DATA_INVALID': '{file} をデータとして使えません: {why}',
  'error.DATA_INVALID.next':
    '{"氏名": "値"} のような JSON オブジェクトを 1 つ書くか、CSV ファイルと --row を指定してください',
  'error.HTML_MISSING': '{template} に HTML パートがありません。body.html か body.mjml が必要です',
  'error.HTML_MISSING.next': '{flag} を外すか、HTML の本文を加えてください',
  'error.FOLDER_TAKEN': '{folder} は空のフォルダではありません。ほかのファイルとは混ぜません',
  'error.FOLDER_TAKEN.next': '空のフォルダか、まだないフォルダを指定してください',
  'error.BROWSER_MISSING': '画像にするには Chromium、Chrome、Edge のいずれかが必要です: {why}',
  'error.BROWSER_MISSING.next':
    'インストールするか（`apt install chromium`、`brew install --cask chromium`、`winget install Google.Chrome` など）、CHROME_PATH にプログラムの場所を指定してください\n`--html ファイル --open` ならこれなしで表示できます',
  'error.BROWSER_FAILED': 'ブラウザーで画像を作れませんでした: {why}',
  'error.BROWSER_FAILED.next': 'もう一度試すか、CHROME_PATH に別の Chromium、Chrome、Edge を指定してください',
  'error.TEST_SUPPRESSED': '--send-to のアドレスには配信停止があります（{reason}）。何も送っていません',
  'error.TEST_SUPPRESSED.next':
    '別のご自身のアドレスを指定してください。`todoke suppression check アドレス` で内容を確認できます',
  'error.TEST_NOT_SENT': '中継サーバー {relay} がテストメールを受け付けませんでした: {why}{cause}',
  'error.TEST_NOT_SENT.next': '原因を直して同じコマンドをもう一度実行してください。配信の記録は変わっていません',
  'error.SEGMENT_INVALID': '--where の {column} 文字目: {why}',
  'error.SEGMENT_INVALID.next': '条件式の書き方: `todoke help segments`',
  'error.WIRELESS_LIST_INVALID': '携帯端末ドメインの一覧 {file} に、ドメイン名ではない行があります',
  'error.WIRELESS_LIST_INVALID.next': '1 行に 1 つ、vtext.com のように書いてください（# から後ろは注記になります）',
  'error.FIX_STALE': '{file} が読み込み後に変更されたため、修正を中止しました',
  'error.FIX_STALE.next': '保存して編集中のプログラムを閉じ、同じコマンドをもう一度実行してください',
  'error.RULE_UNKNOWN': '義務または点検「{given}」はありません',
  'error.RULE_UNKNOWN.next': '`todoke rules` ですべての点検と義務を確認できます',
  'error.LAW_UNKNOWN': '法令「{law}」はありません。使える名前: {known}',
  'error.LAW_UNKNOWN.next': '--law か `laws:` に上の名前を指定してください',
  'error.SEND_UNKNOWN': '配信「{name}」はありません。ある配信: {known}',
  'error.SEND_UNKNOWN.next': '計画してください: `todoke send plan {name} --template T --list L`',
  'error.SEND_EXISTS': '配信「{name}」はすでに計画されています',
  'error.SEND_EXISTS.next': '実行: `todoke send run {name}`／計画し直し: `--replace`',
  'error.SEND_STARTED': '配信「{name}」は開始済みで、対象者は固定されています',
  'error.SEND_STARTED.next': '続きは別の名前で計画してください',
  'error.CONFIRM_NEEDED': '実際に {count} 通を送ります。端末以外から実行するときは確認が必要です',
  'error.CONFIRM_NEEDED.next': '`--confirm {confirm}` を付けてください',
  'error.CONFIRM_WRONG': '確認「{given}」が計画（{name}、{count} 通）と一致しません',
  'error.CONFIRM_WRONG.next': '`todoke send status {name}` で計画を確かめ、`{confirm}` と指定してください',
  'error.TEMPLATE_MISSING': 'テンプレートがありません: {template}',
  'error.TEMPLATE_MISSING.next': '`.html`・`.txt`・`.mjml` ファイルか、template.yaml のあるフォルダを指定してください',
  'error.TEMPLATE_INVALID': 'テンプレート {template} は使えません',
  'error.TEMPLATE_INVALID.next': '上の箇所を直し、`todoke lint {template}` で確かめてください',
  'error.MJML_MISSING': '{file} は MJML ですが、MJML を読むパッケージが入っていません',
  'error.MJML_MISSING.next': 'todoke と同じ場所で `npm install mjml@5` を実行するか、body.html として保存してください',
  'error.ADDRESS_INVALID': '「{given}」はメールアドレスではありません（{why}）',
  'error.ADDRESS_INVALID.next': 'name@example.jp の形で書いてください',
  'error.PURPOSE_UNKNOWN': '利用目的「{purpose}」は todoke.yaml にありません。ある目的: {known}',
  'error.PURPOSE_UNKNOWN.next':
    'その中から選ぶか、示した通知文とともに `purposes:` に加えてください（個人情報保護法17条・21条）',
  'error.ERASURE_KEY_MISSING': '消去した人を見分ける鍵がありません: .todoke/keys/erasure-{key}.json',
  'error.ERASURE_KEY_MISSING.next':
    '.todoke/keys フォルダをバックアップから戻してください。鍵がないと、消去した人が気づかれないままリストに戻ってしまいます',
  'error.KEY_MISSING': '「{name}」の配信停止リンクに署名した鍵がありません: .todoke/keys/token-{key}.json',
  'error.KEY_MISSING.next': '.todoke/keys フォルダをバックアップから戻すか、別の名前で計画し直してください',
  'error.PORT_UNUSABLE': '{address} のポート {port} で待ち受けられません（{why}）',
  'error.PORT_UNUSABLE.next':
    'EADDRINUSE: 別のプログラムが使用中です。止めるか、`--port` または serve.port で別のポートを指定してください\nEACCES: 1024 未満のポートには権限が必要です。プロキシの後ろで 8470 などを使ってください',
  'error.CERTIFICATE_BAD': 'serve.tls の証明書と鍵を組み合わせて使えません（{why}）',
  'error.CERTIFICATE_BAD.next':
    'certFile には証明書とその連鎖、keyFile には対応する秘密鍵を、いずれも PEM で指定します: `openssl x509 -in CERTFILE -noout -subject`',
  'error.KEY_REVOKED':
    '「{name}」の配信停止リンクに署名する鍵は無効になっています（serve.revokedKeys: {key}）。リンクが機能しません',
  'error.KEY_REVOKED.next': '別の名前で計画し直してください。`todoke send plan` が新しい鍵を作ります',
  'error.SECRET_UNREADABLE': '{from} をパスワードまたは鍵として使えません: {why}',
  'error.SECRET_UNREADABLE.next':
    '自分だけが読める専用のファイル（chmod 600）に、そのままの形で置いてください。.todoke/keys 以外に置くものは todoke.yaml に書きます',
  'error.DKIM_KEY_BAD': 'DKIM の鍵 {file} では署名できません: {why}',
  'error.DKIM_KEY_BAD.next':
    '`todoke key dkim create` で鍵を作り、`dkim` に書いてください。直ったかどうかは `todoke key dkim show` で確かめられます',
  'error.DKIM_RECORD_BAD': 'DNS レコード {name} では受信側が署名を検証できません: {why}。送信していません',
  'error.DKIM_RECORD_BAD.next':
    '公開すべきレコードは `todoke key dkim show --check` に表示されます。DNS に行き渡るまで数時間かかることがあります\n公開済みの鍵で署名するなら、todoke.yaml の `dkim` を直してください',
  'error.DKIM_LOOKUP_FAILED': '{name} について DNS から応答がありません（{why}）。送信していません',
  'error.DKIM_LOOKUP_FAILED.next':
    'もう一度実行してください。確認せずに送るには、todoke.yaml でその鍵の `lookUp` を消してください',
  'error.PLAN_STALE':
    '「{name}」は計画から {days} 日を過ぎています。その間に同意が切れた人がいるかもしれないため、送っていません',
  'error.PLAN_STALE.next': '同じフラグに --replace を付けて計画し直してください',
  'error.CLASS_WRONG': 'テンプレート {template} の種類は {class} で、`{command}` では送れません',
  'error.CLASS_WRONG.next':
    '同意を求めるメール（template.yaml の class: consent-request）は `todoke consent request`、ほかは `todoke send plan` で送ってください',
  'error.CONFIRM_LINK_MISSING':
    'テンプレート {template} は同意を求めるメールですが、同意するためのリンクがないか、HTML とテキストの一方にしかありません',
  'error.CONFIRM_LINK_MISSING.next': 'body.html と body.txt の両方に {{confirm_url}} を入れてください',
  'error.REQUEST_REFUSED':
    '停止しました: 「{list}」には、メールで同意を求めてよい人がいません（{why}）。何も送っていません',
  'error.REQUEST_REFUSED.next':
    '理由と出典は上のとおりです。代わりに同意を宣言できる人は `todoke audit {list} --way-out out/` でわかります',
  'error.WORDING_MISSING': '「{wording}」という文言は、現在表示されるものとして保存されていません',
  'error.WORDING_MISSING.next': '先に保存してください: `todoke consent wording add ファイル --name {wording}`',
  'error.PLAN_REFUSED': '停止しました: テンプレートにエラーが {errors} 件あります。計画は作っていません',
  'error.PLAN_REFUSED.next': '直して `todoke lint {template}` で確かめ、もう一度計画してください',
  'error.AUDIENCE_OUT_OF_BOUNDS': '停止しました: {count} 通は limits.unattended（{min}〜{max}）の範囲外です',
  'error.AUDIENCE_OUT_OF_BOUNDS.next':
    '計画を確認: `todoke send status {name}`／それでも送るとき: `--confirm {confirm}`',
  'error.RUN_LOCKED': 'この作業フォルダから別の配信が実行中です',
  'error.RUN_LOCKED.next': '終わるまで待つか、`todoke send status {name}` で確認してください',
  'error.IMPORT_LOCKED': 'リスト {list} への取り込み、またはその取り消しが、別に実行中です',
  'error.IMPORT_LOCKED.next': '終わってから、同じコマンドをもう一度実行してください（何も変更していません）',
  'error.STORE_NEWER': 'ストアの版は {found} ですが、このバージョンが知っているのは {known} までです',
  'error.STORE_NEWER.next': 'todoke を新しくするか、ストアを書いたバージョンを使ってください',
  'error.STORE_DAMAGED': 'ストア {file} の整合性検査に失敗しました: {why}',
  'error.STORE_DAMAGED.next': '直近のバックアップから戻してください。送信も変更もしていません',
  'error.STORE_BUSY': '別の Todoke が {file} に書き込み中で、数秒待っても空きませんでした',
  'error.STORE_BUSY.next': '終わってから、同じコマンドをもう一度実行してください',
  'error.STORE_UNUSABLE': 'ストア {file} を使えません: {why}',
  'error.STORE_UNUSABLE.next': 'フォルダの権限とディスクを確認し、もう一度実行してください',
  'error.STORE_FULL': 'ストアのディスクがいっぱいです。確定済みの記録は残り、未確定のものは送っていません',
  'error.STORE_FULL.next': '空きを作り、同じコマンドをもう一度実行してください',
  'error.RELAY_UNREACHABLE': '中継サーバー {relay} を今は使えません: {why}{cause}',
  'error.RELAY_UNREACHABLE.next': 'ここまでの結果はすべて記録されています。復旧後: {command}',
  'error.CONFIRMATIONS_WAIT': '登録の確認メールを送れずにいます。中継サーバーを今は使えません: {why}{cause}',
  'error.CONFIRMATIONS_WAIT.next': '中継サーバーをご確認ください。確認メールは、リンクの期限まで自動で再試行します',
  'error.RELAY_REFUSES': '中継サーバー {relay} に拒否されました: {why}{cause}',
  'error.RELAY_REFUSES.next': 'relay の設定を直すか管理者に確認し、その後: {command}',
  'error.LEDGER_SUM_OFF': '「{name}」の状態の合計 {sum} が対象者数 {audience} と一致しません',
  'error.LEDGER_SUM_OFF.next':
    '.todoke フォルダをそのまま残し、`todoke send status {name} --json` の出力を添えて報告してください',
  'error.WORKER_FAILED': 'ワーカースレッドが終了しました: {why}',
  'error.WORKER_FAILED.next': '処理中だったものは「不明」として一覧に残ります。再開: {command}',
  'error.BUG': 'todoke {version} の内部で問題が起きました: {why}',
  'error.BUG.next': '`--debug` を付けて実行し、表示内容を報告してください',
  'error.READER_GONE': '標準出力の読み手が途中で終了しました',
  'error.READER_GONE.next': '全部が必要な場合は `--out ファイル` でファイルに書き出してください',
  'error.INTERRUPTED': '中断しました。そこまでの結果は記録されています',
  'error.INTERRUPTED.next': '再開: {command}',
  'error.INTERRUPTED_FOLDER':
    '中止しました。{folder} には {count} 通を書き出しました。何も送っておらず、記録もしていません',
  'error.INTERRUPTED_FOLDER.next': '別のフォルダでやり直す: {command}',
  'error.INTERRUPTED_UNCHANGED': '中止しました。何も変更していません',
  'error.INTERRUPTED_UNCHANGED.next': 'やり直す: {command}',
}
