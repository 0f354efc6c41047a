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
const dates =
  '4/1/2024 のような日付や数字だけの日付の意味: mdy（月日年）、dmy（日月年）、excel（シリアル値）、epoch（Unix 時刻）。省略時は ymd で、こうした日付は読みません。'
const map = 'ファイルの列をどの項目として読むか。繰り返し指定可。'
const where = 'この条件に合う連絡先だけを対象にする（例: \'country = "JP"\'）。書き方は `todoke help segments`。'
const reason = 'ファイルに理由がないときの理由。'
const scope = '停止の範囲。all、third-party、topic:名前 のいずれか。'
const asOf = 'その日の法令による（省略時は今日）。'
const sendName = '配信の名前。'

export const globalFlagsJa: Readonly<Record<string, string>> = {
  json: '結果を JSON で出力する。',
  quiet: '結果だけを表示する。',
  lang: '表示する言語。',
  debug: 'エラーの発生箇所を表示する。',
}

export const topicsJa: Readonly<Record<string, string>> = {
  consent: '同意の証拠: 取り込み、確認、フォームの文言、宣言、削除。',
  key: 'メールに署名する鍵: 作成、確認、DNS との照合。',
  laws: '法令: 同意の方式、期限、義務、出典。',
  list: 'リスト（連絡先の名簿）: 取り込み、確認、書き出し。',
  rules: '点検: 何を確かめるか、どの義務のためか、指摘の意味。',
  send: '配信: 計画、送信、状況の確認、「不明」の解決。',
  suppression: '配信停止・苦情・不達: 送ってはいけない相手。',
}

/** By command, words separated by blanks. */
export const commandsJa: Readonly<Record<string, CommandWords>> = {
  audit: {
    summary: 'リストや CSV を点検する: 送ってよい相手か、持つべきでない列がないか。',
    description:
      '送信者に適用される法令と宛先の国の法令で一人ずつ判定します。どの根拠（同意・名刺・取引・公表など）が記録されているか、その証拠と期限を確かめ、機微な情報の列を見出しと値から探し、次にすることを示します。作業フォルダのリストにも、作業フォルダなしのファイルにも使えます。何も変更せず、値そのものは表示しません。',
    args: {
      target: 'リストの名前、またはファイル（CSV、.gz、.zip、.xlsx）のパス。複数指定可。- は標準入力。',
    },
    flags: {
      law,
      'fail-on': failOn,
      audience: 'リストに国の記載がない人の国（省略時は設定、設定がなければ最初の --law の国）。',
      'only-sender-law': '宛先の国の法令を除いて判定する。',
      'as-of': 'この日の法令と同意の状態で判定する（省略時は今日）。',
      rule: '義務の重さを変える。off、warning、error のいずれか。繰り返し指定可。',
      format: '結果の形式。',
      output: '結果を画面でなくこのファイルに書く。',
      baseline:
        'このファイルにある指摘は既知とし、印を付けて、失敗に数えない。対象が 1 ファイルだけのときは、ファイル名が変わっても引き継ぐ。',
      'write-baseline': '今回の指摘をすべて既知としてこのファイルに書く。',
      'rows-out': '宛先ごとの指摘を、行番号または ID でこの CSV ファイルに書く。',
      'way-out': '同意を宣言できる人、一度だけ尋ねられる人、送ってはいけない人を、このフォルダの CSV ファイルに書く。',
      overwrite: '既にあるファイルを置き換える。',
      encoding,
      sheet,
      map,
      dates,
      header: '見出し行の行番号（1 から）。ないときは none（省略時は判定）。',
      where,
    },
  },
  'consent import': {
    summary: '同意の記録をファイルから取り込む: 誰が、いつ、どうやって、どこで、どの文言で同意・拒否したか。',
    description:
      '1 行に 1 件の表（event、event_at、basis、method、source、wording、purpose、topic と根拠ごとの証拠の列。日本語の列名も可）、または同じ名前の JSON Lines を読みます。何があったかを示す列も根拠の列もないファイルは、--event の指定がなければ同意とは扱いません。一人に何件あってもよく、時間の順に並べます。記録は追加されるだけで、同じものを二度取り込んでも変わりません。拒否と撤回は、リストにない人のものも、ただちに有効です。読めない行とリストにない人の行は別ファイルに残し、終了コードは 1 になります。',
    args: {file: 'CSV、JSON Lines、.gz、.zip、.xlsx のファイル。- は標準入力。'},
    flags: {
      ...{map, encoding, sheet, dates},
      event: '何があったかを示す列がないとき、すべての行について指定する（given: 同意、withdrawn: 撤回 など）。',
      rejects: '取り込めない行を残すファイル（省略時は作業フォルダの rejects/）。',
    },
  },
  'consent show': {
    summary: 'なぜこの人に送ったのか。1 つのアドレスについての記録のすべてを、法令ごとの判定とともに示す。',
    description:
      '誰がいつ、どうやって、どこで、どの文言で同意したか、もとの取り込みや宣言、リスト、有効な配信停止、送ったメール、適用される法令ごとの判定と出典、証拠の保存期限を表示します。送れないという法令がある、配信停止が有効、記録がない、のいずれかのときは終了コード 1。--as-of は過去のその日の法令と記録で判定します。',
    args: {address: 'メールアドレス。'},
    flags: {'as-of': 'その日の時点で判定する（省略時は現在）。'},
  },
  'consent wording add': {
    summary: 'フォームの文言を、表示したとおりに、ハッシュと期間を付けて保存する。',
    description:
      '同意の記録は、どの文言のもとで得たかを名前で示します。文言を保存しておけば、問われたときに示せます。同じ文言をもう一度保存しても何も変わりません。同じ名前で文言が変わったときは --from が必要で、前の版はその日で終わりとします。',
    args: {file: '表示したテキストまたは HTML のファイル。'},
    flags: {
      name: '同意の記録が使う名前。',
      from: '表示を始めた日（省略時は今日）。',
      until: '表示をやめた日（この日からは表示していない）。',
      language: '文言の言語（例: ja、en）。',
    },
  },
  'consent wording list': {summary: '保存したフォームの文言の一覧: 版、期間、ハッシュ、書き出し。'},
  'consent declare': {
    summary: '多くの人の同意がどのフォームの文言によるものかを、まとめて宣言する。',
    description:
      '一人ずつの記録がないリストのための、あとから変えられない 1 つの宣言です（特定電子メール法施行規則 4条1項2号の、表示した文言による記録）。拒否・撤回・配信停止の人、同意を求めて返事のない人、期限の切れた人、購入・収集した名簿の人と、本人の記録がそろっている人には何もしません。こうした同意は、その日に表示していた文言を `consent wording add` で保存するまで「弱い」と判定されます。端末では、人数を表示して確認します。',
    args: {list: 'リストの名前。'},
    flags: {
      where,
      basis: '送信してよい根拠。',
      wording: '表示したフォームの文言の名前。',
      purpose: '何のために集めた情報か（省略時は設定の最初の利用目的）。',
      method: '同意を得た方法（例: web_form、paper）。',
      source: '同意を得た場所（フォームのアドレス、催事の名前など）。',
      at: '全員に共通の日。',
      'at-column': '一人ずつの日が入ったリストの列。',
      dates,
      by: '宣言する人。',
      yes: '確認を省く（端末以外では必須）。',
    },
  },
  'consent purge': {
    summary: '保存期間の過ぎた同意の証拠を削除する。法令が保存を求めるものは削除しない。',
    description:
      '同意の記録がある人ごとに、適用される法令の保存期限と、まだ送ってよい人かどうかを確かめます。削除するのは、すべての法令で期限が過ぎ、かつ撤回・拒否・配信停止・期限切れの人か、どのリストにもない人の記録だけです。ここから送ったことのない人の期限は、ほかから送られた可能性があるため、記録を取り込んだ日から数えます。何件を何の法令に基づいて削除したかとそのハッシュは残ります。配信停止はいつまでも残ります。端末では、件数を表示して確認します。',
    flags: {
      'dry-run': '削除できるものと保存すべきものを示し、何も変更しない。',
      list: 'このリストの人だけを対象にする（省略時は全員）。',
      by: '削除する人（記録に残す。省略時はアカウント名）。',
      yes: '確認を省く（端末以外では必須）。',
    },
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
  'key dkim create': {
    summary: 'メールに署名する鍵（DKIM）を作り、DNS レコードと todoke.yaml に書く行を表示する。',
    description:
      '秘密鍵は、本人だけが読めるファイルとして .todoke/keys/dkim/ か --out のフォルダに作ります。鍵は上書きしません。新しい鍵には別のセレクターを使うので、配送中のメールの署名も検証できます。ほかには何も変更しません。レコードを公開してから、表示された行を todoke.yaml に加えてください。RSA の署名はどの受信側でも検証されます。--type both では Ed25519 の署名も並べて付けます。',
    flags: {
      domain: '署名するドメイン（省略時は From のドメイン）。',
      selector: '鍵の名前（セレクター）。省略時は「todoke-年月」。',
      type: '鍵の種類。',
      bits: 'RSA 鍵の長さ（省略時は 2048）。',
      out: '鍵のファイルを置くフォルダ（あらかじめ作っておく）。',
    },
  },
  'key dkim show': {
    summary: 'todoke.yaml にある DKIM の鍵の DNS レコードと、公開されているかどうかを表示する。',
    description:
      '鍵を読み、署名できることを確かめて、公開すべきレコードを表示します。秘密鍵の中身は表示しません。--check では DNS のレコードを調べ、すべてが公開済みで鍵と合い、有効でなければ終了コード 1 になります。',
    flags: {
      check: 'DNS のレコードを調べる。',
      dns: 'システムの設定の代わりに問い合わせる DNS サーバー（--check も指定したことになる）。',
    },
  },
  laws: {
    summary: '対応する法令の一覧: 同意の方式、停止の期限、義務の数、今後の変更。',
    description:
      '法令ごとに 1 行で示し、今後12か月の変更を予告します。予告なしに点検が厳しくなることはありません。法令の詳細は `laws show` で表示します。作業フォルダがなくても使え、あれば todoke.yaml で指定した法令に印を付けます。',
    flags: {'as-of': asOf},
  },
  'laws show': {
    summary: '法令の詳細: 同意、期限、証拠の保存、罰則と、出典付きのすべての義務。',
    description:
      '同意の方式や期限などに続けて、義務を種類ごとに示します。義務には、違反の重さ、始まった日、出典の確かさ、点検の有無を付けます。宣言されていない事実にかかわる義務には、その旨を示します。国コード（GB、IT など）でも指定できます。',
    args: {laws: '法令の短い名前、または国コード。複数指定可。'},
    flags: {'as-of': asOf, full: '義務の内容も全文で表示する。'},
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
      'この取り込みだけで登録された連絡先は削除し、項目は元の値に戻し（その後に変わったものを除く）、同意は効力を失います。配信停止と同意の拒否は残ります（保護が弱まることはありません）。ほかのリストや配信で使われている連絡先は残り、この取り込みに基づいて計画済みのメールは、配信の実行時に除かれます。リストの新しい取り込みから順に取り消します。端末では、取り消す内容を表示して確認します。',
    args: {import: '取り込みの番号（list import や list show が表示するもの）。'},
    flags: {yes: '確認を省く（端末以外では必須）。'},
  },
  'list export': {
    summary: 'リストを CSV で書き出す: 標準出力へ、または --out でファイルへ。',
    description:
      "アドレス、リストの列、国、言語、同意、配信停止の順に並べ、`list import` でそのまま読み戻せます。配信停止・苦情・不達の人と、同意を拒否または撤回した人は、--suppressed で指定しないかぎり除き、その人数を表示します。慎重に扱うべき列は除きます。--with-sensitive で列を、--reason で理由を指定したときだけ書き出し、その理由を結果に示します。表計算ソフトが数式として実行するセルには先頭に「'」を付け、取り込むときに外します。",
    args: {name: 'リストの名前。'},
    flags: {
      out: '書き出すファイル。自分だけが読める権限で、書き終えてから現れます（省略時は標準出力）。',
      overwrite: 'ファイルがあれば置き換える。',
      where,
      columns: '書き出す列を、この順で。リストの列のほか email、country、consent、opt_out など（省略時はすべて）。',
      'with-sensitive': '慎重に扱うべき列のうち、--reason の理由で書き出す列。',
      reason: '--with-sensitive の列を渡す理由。',
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
      'どれほど大きなファイルでも少しずつ読みます。.gz、ファイルが 1 個の .zip、.xlsx、標準入力（-）も、中身から見分けて読み込みます。文字コード、区切り、列の意味を見分けて表示します。読めない行は元のバイトのまま別ファイルに残します。同意の記録がない要配慮個人情報の列は取り込まず、マイナンバーは常に取り込みません。取り込みで配信停止が消えることはありません。1 回に読むファイルは 1 つです。--json の結果は、件数、取り込み案の例、取り込めなかった行のほか、ファイルの読み方です: encoding、encodingConfidence（0〜100）、byteOrderMark、delimiter、headerLine、format（書き出し元のサービス）、sheet・entry（ブックのシート、zip の中のファイル）、mapping。',
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
      rows: '行が何か: subscribers（購読者）か opt-outs（送ってはならない人）。ファイル名や形式だけでは決められないときに指定する。',
      'save-mapping': '読み方をこのファイルに保存する（次回は --mapping で使う）。',
      overwrite: '--save-mapping のファイルがあれば置き換える。',
      yes: '何も尋ねない。推測してはいけないことがあれば中止する。',
      dates,
      basis: '行に記載がないときの、送信してよい根拠。',
      keep: '取り込む要配慮個人情報の列。根拠とともに記録します。マイナンバー、カード番号、パスワードは取り込めません。',
      'keep-basis': '--keep の列を持ってよい根拠。consent: 本人の同意、law: 法令、public: 本人による公開。',
      'keep-evidence': 'その根拠を確かめられるもの（示した文言、フォーム、記録など）。',
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
  rules: {
    summary: '点検の内容と、それを求める義務の一覧。機械で点検しない義務も示す。',
    description:
      '点検（ルール）は法令を知らない仕組みで、義務は法令が求めることです。どの点検が受け持つかは義務が定めます。`rules explain` にはどちらの名前も指定できます。作業フォルダがなくても使えます。',
    flags: {
      law: 'この法令の義務だけを表示する。短い名前をカンマで区切る（省略時はすべて）。',
      checked: '機械で点検するものだけを表示し、案内のみの義務を省く。',
      'as-of': asOf,
    },
  },
  'rules explain': {
    summary: '義務または点検の解説: 求められること、重さの理由、対処。',
    description:
      '指摘に表示された ID（jp/consent-record など）、または点検の名前（consent-record など）を指定します。法令が求めることと開始日、確かめる内容、指摘の意味と対処、宣言が必要な事実、罰則、出典とその URL を表示します。',
    args: {id: '義務の ID、または点検の名前。'},
    flags: {'as-of': asOf},
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
