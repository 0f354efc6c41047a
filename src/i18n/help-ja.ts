/**
 * The help of every command in Japanese, as data. The English words stand in the commands themselves; a test holds
 * that every command, argument, flag and topic has its Japanese here, and nothing more.
 */

export interface CommandWords {
  readonly summary: string
  readonly description?: string
  readonly args?: Readonly<Record<string, string>>
  readonly flags?: Readonly<Record<string, string>>
}

const law = '確認する法令。短い名前をカンマで区切る（省略時は設定、設定がなければ jp）。'
const failOn = 'この重さ以上の指摘があれば終了コード 1 にする。'
const format = '指摘の表示形式。'
const encoding =
  'ファイルの文字コード。utf-8、utf-16le、cp932、euc-jp、iso-2022-jp、windows-1252、gb18030、big5、euc-kr など（省略時は内容から判定）。'
const sheet = 'リストとして読むシート（.xlsx）の名前（省略時はデータのある唯一のシート）。'
const map = 'ファイルの列をどの項目として読むか。繰り返し指定可。'
const where = 'この条件に合う連絡先だけを対象にする（例: \'country = "JP"\'）。書き方は `todoke help segments`。'
const reason = 'ファイルに理由がないときの理由。'
const scope = '停止の範囲。all、third-party、topic:名前 のいずれか。'
const sendName = '配信の名前。'

export const globalFlagsJa: Readonly<Record<string, string>> = {
  json: '結果を JSON で出力する。',
  quiet: '結果だけを表示する。',
  lang: '表示する言語。',
  debug: 'エラーの発生箇所を表示する。',
}

export const topicsJa: Readonly<Record<string, string>> = {
  list: 'リスト（連絡先の名簿）: 取り込み、確認、書き出し。',
  send: '配信: 計画、送信、状況の確認、「不明」の解決。',
  suppression: '配信停止・苦情・不達: 送ってはいけない相手。',
}

/** By command, words separated by blanks. */
export const commandsJa: Readonly<Record<string, CommandWords>> = {
  audit: {
    summary: 'リストや CSV を点検する: 送ってよい相手か、持つべきでない列がないか。',
    description:
      '送信の根拠（同意・名刺・取引・公表）の記録を一人ずつ数え、その証拠を確かめ、要配慮個人情報などの列を見出しと値から探します。作業フォルダのリストにも、作業フォルダなしのファイルにも使えます。何も変更せず、値そのものは表示しません。',
    args: {target: 'リストの名前、またはファイル（CSV、.gz、.zip、.xlsx）のパス。- は標準入力。'},
    flags: {law, 'fail-on': failOn, format, encoding, sheet, map, where},
  },
  demo: {
    summary: '架空の名簿で一連の流れを見る: 取り込み、点検、配信停止、計画、送信、報告。',
    description:
      '一時的な作業フォルダに、ありがちな誤りの入った Shift_JIS のリストを作り、このマシンの中の中継サーバーに向けて本物のコマンドを実行し、中継サーバーが実際に受け取ったものを最後に確かめます。外部には何も送りません。',
    flags: {
      contacts: '架空のリストの行数。',
      folder: '作業フォルダを作る場所（省略時は新しい一時フォルダ）。',
    },
  },
  help: {
    summary: 'コマンドや分類の説明を表示する。',
    args: {command: 'コマンドまたは分類（例: send plan）。'},
  },
  init: {
    summary: '作業フォルダを作る: 設定、サンプルのリスト、日本語と英語のサンプルメール。',
    description:
      'todoke.yaml、lists/、templates/、.todoke/ をフォルダに作ります。すでにあるものは上書きせず、その場合は何も作りません。フラグで指定しなかった値は見本の値となり、編集すべき行を一覧にします。',
    args: {folder: '作業フォルダ。なければ作ります。'},
    flags: {
      'sender-name': '送信者の正式名称。',
      'sender-address': '送信者の住所（1 行）。',
      'sender-contact': '苦情の受付先。電話番号、メールアドレス、URL のいずれか。',
      from: '差出人（From）。',
      'opt-out-url': '配信停止ページの https アドレス。',
      'opt-out-mailto': '配信停止を受け付けるメールアドレス。',
      'relay-host': 'メールを渡す中継サーバー（SMTP）。',
      'relay-port': 'そのポート番号。',
      'relay-tls': 'その TLS の方式。none はループバックのみ。',
      'relay-user': '中継サーバーのユーザー名。',
      'relay-password-file': 'パスワードを書いたファイル。',
      law: '確認する法令。短い名前をカンマで区切る（省略時は jp）。',
    },
  },
  lint: {
    summary: 'テンプレートを点検する: 配信停止のリンクと案内、送信者、住所、連絡先、差し込み。',
    description:
      '.html・.txt ファイルや template.yaml のあるフォルダを読み、法令または当方の基準に照らして足りないものを行と桁とともに示します。作業フォルダの中では送信者と法令を todoke.yaml から、それ以外ではフラグから取ります。何も変更しません。',
    args: {files: 'ファイルまたはテンプレートのフォルダ。複数指定可。'},
    flags: {
      law,
      'sender-name': '送信者の正式名称（省略時は設定の sender.name）。',
      'sender-address': '送信者の住所（1 行）。',
      'sender-contact': '苦情の受付先。電話番号、メールアドレス、URL のいずれか。',
      'address-page': '住所を表示するページ（メールからリンクしている場合）。',
      columns: 'リストにある差し込み名。カンマで区切る。ほかの名前の差し込みはエラーになります。',
      'fail-on': failOn,
      format,
    },
  },
  'list undo': {
    summary: '取り込みを元どおりに取り消す。',
    description:
      'この取り込みだけで登録された連絡先は削除し、項目は元の値に戻し（その後に変わったものを除く）、同意は効力を失います。配信停止と同意の拒否は残ります（保護が弱まることはありません）。ほかのリストや配信で使われている連絡先は残ります。リストの新しい取り込みから順に取り消します。',
    args: {import: '取り込みの番号（list import や list show が表示するもの）。'},
  },
  'list export': {
    summary: 'リストを CSV で書き出す: 標準出力へ、または --out でファイルへ。',
    description:
      "アドレス、リストの列、国、言語、同意、配信停止の順に並べ、`list import` でそのまま読み戻せます。配信停止・苦情・不達の人と、同意を拒否または撤回した人は、--suppressed で指定しないかぎり除き、その人数を表示します。慎重に扱うべき列は --columns で指定したときだけ書き出します。表計算ソフトが数式として実行するセルには先頭に「'」を付け、取り込むときに外します。",
    args: {name: 'リストの名前。'},
    flags: {
      out: '書き出すファイル。自分だけが読める権限で、書き終えてから現れます（省略時は標準出力）。',
      overwrite: 'ファイルがあれば置き換える。',
      where,
      columns: '書き出す列を、この順で。リストの列のほか email、country、consent、opt_out など（省略時はすべて）。',
      suppressed:
        '送信を断った人（配信停止・苦情・不達、同意の拒否・撤回）の扱い。exclude: 除く、include: 含める、only: その人だけ。',
      encoding:
        '書き出す文字コード。`list import` が読めるものならどれでも。その文字コードにない文字があれば書き出しません。',
      bom: '先頭に BOM を付ける。Excel が UTF-8 と見分けます（UTF-16 には常に付きます）。',
      delimiter: '列の区切り文字（例: ; や tab）。',
      raw: 'セルをそのまま書き出す。表計算ソフトが数式として実行するものも含みます。',
    },
  },
  'list import': {
    summary: 'CSV や Excel のファイルをリストに取り込む: 連絡先、同意、配信停止。',
    description:
      'どれほど大きなファイルでも少しずつ読みます。.gz、ファイルが 1 個の .zip、.xlsx、標準入力（-）も、中身から見分けて読み込みます。文字コード、区切り、列の意味を見分けて表示します。読めない行は元のバイトのまま別ファイルに残します。同意の記録がない要配慮個人情報の列は取り込まず、マイナンバーは常に取り込みません。取り込みで配信停止が消えることはありません。',
    args: {file: 'CSV などのテキスト、.gz、.zip、.xlsx のファイル。- は標準入力。'},
    flags: {
      'dry-run': '取り込んだらどうなるかを例とともに示し、何も変更しない。',
      list: 'リストの名前。なければ作ります。',
      map,
      encoding,
      sheet,
      delimiter: '列の区切り文字。タブは tab（省略時は判定）。',
      header: '見出し行の行番号（1 から）。ないときは none（省略時は判定）。',
      mapping: 'この定義ファイルのとおりに読む。列が違うときは取り込まない。',
      'save-mapping': '読み方をこのファイルに保存する（次回は --mapping で使う）。',
      overwrite: '--save-mapping のファイルがあれば置き換える。',
      yes: '何も尋ねない。推測してはいけないことがあれば中止する。',
      dates:
        '4/1/2024 のような日付や数字だけの日付の意味: mdy（月日年）、dmy（日月年）、excel（シリアル値）、epoch（Unix 時刻）。省略時は ymd で、こうした日付は読みません。',
      basis: '行に記載がないときの、送信してよい根拠。',
      purpose: '何のために集めた情報か（省略時は設定の最初の利用目的）。',
      rejects: '取り込めない行を残すファイル（省略時は作業フォルダの rejects/）。',
    },
  },
  'list show': {
    summary: 'リストの一覧、または 1 つのリストを数で見る: 送ってよい相手、同意、増え方、ドメイン、取り込み。',
    description:
      '名前を省くとすべてのリストを表示します。名前を付けると、記録から分かる範囲で送ってよい人数（法令の要件は `todoke audit`）、同意の根拠と取得元、加わった月、ドメイン、列の埋まり具合、`list undo` で使う番号付きの取り込みの履歴を表示します。個人は表示せず、何も変更しません。',
    args: {name: 'リストの名前（省略時はすべてのリスト）。'},
  },
  report: {
    summary: '誰に送り、誰に送らなかったか、その理由、速さ、中継サーバーの応答。',
    args: {name: sendName},
    flags: {
      html: '図入りの 1 ページをこのファイルに書き出す。',
      overwrite: 'ファイルがあれば置き換える。',
    },
  },
  'send plan': {
    summary: '誰に送り、誰に送らないかを理由とともに決めて確定する。送信はしない。',
    description:
      'テンプレートを点検し、リストの連絡先を一人ずつ判定し、結果と本文を保存します。テンプレートが法令などの義務に反するときは、終了コード 3 で停止します。',
    args: {name: '配信の名前（例: 2026-11-news）。'},
    flags: {
      template: 'template.yaml のあるフォルダ、または .html・.txt ファイル。',
      list: 'リストの名前。',
      where,
      purpose: '利用目的。設定にあるものから選ぶ（省略時は最初のもの）。',
      topic: '内容の種別。その種別の配信停止が効きます（省略時はテンプレートのもの）。',
      subject: '件名。テンプレートにないとき、または変えるとき。',
      law,
      replace: '同じ名前の、まだ開始していない計画を置き換える。',
    },
  },
  'send run': {
    summary: '計画した配信を実行する。止めた配信の続きも送る。',
    description:
      '一人ずつ、メールを手放す前に記録をディスクに確定させ、同じ処理の中で配信停止を確かめ、結果をすべて残します。Ctrl-C を押すと送信中の分を終えて止まり、もう一度実行すると続きから送ります。最後の応答を失ったメールは「不明」として一覧に残し、黙って再送することはありません。',
    args: {name: sendName},
    flags: {confirm: '実際に送る通数の確認。端末以外から実行するときに必要。'},
  },
  'send settle': {
    summary: '「不明」のメールの扱いを決める（中継サーバーの記録で結果が分かったら）。',
    description:
      'sent: 受理されたものと数えます。unsent: 次の実行で送ります。決めた内容は記録し、それまでの経緯も台帳に残ります。',
    args: {name: sendName},
    flags: {assume: 'どちらとして扱うか。', yes: '確認を省く（端末以外では必須）。'},
  },
  'send status': {
    summary: '配信の現在の状態。対象者は全員、必ずどれか一つの状態にあります。',
    args: {name: sendName},
    flags: {'in-doubt': '「不明」のメールを Message-ID 付きで一覧にする（アドレスは伏せます）。'},
  },
  'suppression add': {
    summary: '配信停止を 1 件登録する。その瞬間から有効。',
    args: {subject: 'メールアドレス。@ドメイン でドメイン全体。'},
    flags: {reason, scope},
  },
  'suppression check': {
    summary: 'このアドレスに送れるか。有効な停止を出所とともに表示する。あれば終了コード 1。',
    args: {address: 'メールアドレス。'},
  },
  'suppression merge': {
    summary: '配信停止ファイルを記録と合わせる。増えることはあっても減らない。',
    description:
      'アドレスの列がある CSV やただの一覧なら、列の位置は問いません。@example.com と書けばドメイン全体を止めます。ファイルはすべて入るか、一つも入らないかのどちらかです。順序は関係なく、同じファイルを二度合わせても変わりません。',
    args: {files: '配信停止ファイル（.gz、.zip、.xlsx も可）。複数指定可。- は標準入力。'},
    flags: {encoding, sheet, reason, scope},
  },
  autocomplete: {
    summary: 'シェルの補完を設定する手順を表示する。',
    args: {shell: 'シェルの種類。'},
    flags: {'refresh-cache': '補完の情報を作り直す（手順は表示しません）。'},
  },
}
