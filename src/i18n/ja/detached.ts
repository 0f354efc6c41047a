/** Japanese texts: a server without the list, its journal, and the pull. Same keys as the English file (the type holds that). */
import type {detached as en} from '../en/detached.ts'

export const detached: Readonly<Record<keyof typeof en, string>> = {
  'serve.detached': '配信停止は受付簿 {folder} に記録します。`todoke suppression pull` で引き取ってください。',
  'serve.torn':
    '最後の記録が異常終了で途切れていました（相手に受付済みと答える前のものです）。その部分は {file} に残してあります。',
  'detached.no-json': 'JSON ではありません',
  'detached.no-key': '`todoke key serve export` の鍵（43 文字）ではありません',
  'detached.unfit': '足りない、余分である、または `todoke key serve export` の書き方と違います',
  'detached.exported': '{file} に、配信停止リンクの鍵 {count} 個と受付簿の鍵 2 個を書き出しました',
  'detached.exported.holds': '他人に見せないでください（サーバーでも 0600）。アドレスやリストは入っていません。',
  'detached.exported.carry': 'サーバーへ運び（scp など）、そこで起動する',
  'detached.exported.links':
    'メールのリンク先は {url} です。このアドレスと、同じホストの /journal がサーバーに届くようにしてください。',
  'detached.exported.settings': 'こちらの todoke.yaml に書く',
  'detached.exported.pull': '試す',
  'keys.none': '鍵はまだありません。最初の計画のときに作ります。',
  'keys.state.signs': '新しいメールに署名',
  'keys.state.opens': '以前のメールのリンクで有効',
  'keys.state.revoked': '失効',
  'keys.made': '作成 {at}',
  'keys.revoked-at': '失効 {at}',
  'keys.revoked-settings': 'serve.revokedKeys により失効',
  'keys.rotated': 'これからの計画は鍵 {key} で署名します',
  'keys.rotated.old':
    '以前のメールのリンクはそのまま使えます。実行中の `todoke serve` は新しい鍵を自動で読み込みます。',
  'keys.rotated.carry':
    '次の計画の前に `todoke key serve export ファイル --overwrite` を実行し、リストを持たないサーバーへ運んでください',
  'keys.revoke.ask': 'この鍵で署名したリンクはすべて使えなくなります。失効させますか？',
  'keys.revoked': '鍵 {key} を失効させました。この鍵のリンクはもう使えません',
  'keys.was-revoked': '鍵 {key} はすでに失効しています。',
  'keys.revoked.serve': '実行中の `todoke serve` には数秒で反映されます。',
  'keys.revoked.carry':
    'すぐに `todoke key serve export ファイル --overwrite` を実行し、リストを持たないサーバーへ運んでください。それまではこの鍵のリンクが有効です',
  'pull.progress': '{entries} 件を引き取りました',
  'pull.done': '{url} から {entries} 件: 新しい配信停止 {added}、登録済み {known}',
  'pull.newest': '最新は {at}',
  'pull.found': '保留していた記録のうち {found} 件は、該当する人が見つかりました',
  'pull.kept':
    '該当する人がいない記録を {count} 件保留しています（消去済みの人や、古いストアを戻した場合など）。引き取りのたびに探し直します。',
  'pull.kept.person': '{seq}  {kind}（{at}）: リンクの ID に当たる人がいません',
  'pull.kept.kind': '{seq}  {kind}（{at}）: このバージョンの知らない種類の記録です',
  'pull.kept.form': '{seq}  {kind}（{at}）: この種類の記録の書き方と違います',
  'pull.kept.more': '…ほか {count} 件。すべて見るには --json',
  'pull.bad':
    '{count} 行は、書かれたときの記録と違うため引き取っていません。受け付けたと答えた配信停止なので、フォルダは残しておいてください。',
  'pull.bad.line': '{file} の {line} 行目',
  'pull.on-the-way': '  リストを持たないサーバーから {entries} 件を引き取りました（新しい配信停止 {added}）',
  'pull.unreached':
    'リストを持たないサーバーにつながりません（{why}）。最後の引き取りは {minutes} 分前で、まだ許容範囲内です。',
  'fault.pull-form': '応答が、リストを持たないサーバーのものではありません',
  'fault.pull-proof': '応答がこちらの鍵で作られていないか、古いものです',
  'fault.pull-journal': 'これまで読んだものとは別の受付簿です',
  'fault.pull-rewound': '受付簿が、引き取り済みのところより前で終わっています',
  'fault.pull-gap': '途中の記録が抜けています',
  'fault.pull-record': '書かれたときと違う記録があります',
  'error.DETACHED_FILE_INVALID': '{file} は、リストを持たないサーバーのファイルとして使えません',
  'error.DETACHED_FILE_INVALID.next':
    'リストのある側で `todoke key serve export ファイル --overwrite` を実行して作り直してください。手で変えてよいのは「serve」の中だけです',
  'error.KEY_UNKNOWN': '鍵 {given} はありません。あるもの: {known}',
  'error.KEY_UNKNOWN.next': '一覧: `{list}`',
  'error.PULL_UNSET': '引き取り元のサーバーが指定されていません',
  'error.PULL_UNSET.next':
    'アドレスを渡す（`todoke suppression pull URL`）か、todoke.yaml の optOut.detached.url に書いてください',
  'error.PULL_KEY_REFUSED': '{url} がこちらの鍵を受け付けません。何も引き取っていません',
  'error.PULL_KEY_REFUSED.next':
    'ファイルを作り直して（`todoke key serve export ファイル --overwrite`）サーバーへ運ぶか、optOut.detached で正しい鍵を指定してください',
  'error.PULL_UNREACHABLE': '{url} が引き取りに応答しません: {why}',
  'error.PULL_UNREACHABLE.next':
    'サーバーで `todoke serve --detached` が動き、/journal がそこに届くことを確かめて、もう一度実行してください',
  'error.PULL_UNTRUE': '{url} からの応答が受付簿の内容と一致しません: {why}。この応答からは何も引き取っていません',
  'error.PULL_UNTRUE.next':
    'サーバーを調べてください。ディスクの変更や、コピーからの復元はありませんか。原因がわかり、配信停止が揃っていることを確かめたら: `todoke suppression pull --new-journal`。受付簿が壊れたときは、フォルダをここへ運んで: `todoke suppression pull --from フォルダ`',
  'error.PULL_STALE':
    '停止しました: {url} につながらず（{why}）、最後の引き取りから {minutes} 分を過ぎています。その間に停止した人に送らないためです',
  'error.PULL_STALE.next':
    'サーバーを復旧し、同じコマンドをもう一度実行してください（上限は optOut.detached.maxAgeMinutes）',
  'error.DETACHED_KEY_UNKNOWN':
    '停止しました: {url} が、このメールのリンクに署名する鍵 {key} を知りません。リンクが使えないメールになります',
  'error.DETACHED_KEY_UNKNOWN.next':
    'ファイルを作り直して（`todoke key serve export ファイル --overwrite`）サーバーへ運び、同じコマンドをもう一度実行してください',
  'error.JOURNAL_LOCKED': '受付簿 {folder} には別のサーバーが書き込んでいます',
  'error.JOURNAL_LOCKED.next': 'そちらを先に止めるか、別の受付簿を指定してください',
  'error.JOURNAL_DAMAGED':
    '受付簿 {file} は {line} 行目から、書かれたときと違うか、別の鍵のものです。そのままにしてあります',
  'error.JOURNAL_DAMAGED.next':
    'フォルダを残したまま新しい受付簿（`--journal`）で始め、`todoke suppression pull --new-journal` で引き取ってください。まだ引き取っていない受付済みの記録は元のフォルダにあります。フォルダをリストのあるところへ運び（scp など）、`todoke suppression pull --from フォルダ` で引き取ってください',
  'error.JOURNAL_UNUSABLE': '受付簿 {file} を使えません: {why}',
  'error.JOURNAL_UNUSABLE.next':
    'ディスクと書き込み権限を確かめて、起動し直してください。その間の配信停止には「もう一度」と答えています',
}
