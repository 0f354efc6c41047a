/** 配信停止の文言: 統合・登録・解除・確認・書き出し・集計。 */
import type {suppression as en} from '../en/suppression.ts'

export const suppression: Readonly<Record<keyof typeof en, string>> = {
  'suppression.reading': '{count} 行を読み込みました',
  'suppression.joining': '記録と突き合わせています: {count} %',
  'suppression.merged': '新規 {added} 件・既知 {known} 件・合計 {total} 件',
  'suppression.file': '{file}: {entries} 件（{encoding}、列「{column}」）',
  'suppression.binding': '新規のうち {count} 件は手元の連絡先のもので、今から有効です',
  'suppression.conflicting': '{count} 件は停止後に同意の記録があります。解決するまで配信停止が優先します',
  'suppression.unreadable':
    '読み取れない行が {count} 件あり、{file} に残しました。そこに見つかったアドレスも配信停止として扱います',
  'suppression.weak-hash':
    '{algorithm} は総当たりで元のアドレスが分かります。登録は有効ですが、個人情報として扱い、次回は SHA-256 で受け取ってください',
  'suppression.hold-up':
    '配信の実行中です。{entries} 件の統合ではストアが 1 分以上ロックされ、その間は配信の記録とリンクからの配信停止が待つか断られます（今 Ctrl-C を押せば、何も変えずに中止します）',
  'suppression.empty': '{file}: 空のファイルです（配信停止の登録なし）',
  'suppression.next': '次へ: todoke send plan 名前 --template T --list L',
  'suppression.added': '記録しました: 今後 {subject} には送りません（{reason}・{scope}）',
  'suppression.already': '記録済みです: {subject}',
  'suppression.free': '{subject}: 配信停止の登録はありません',
  'suppression.holds': '{subject} には送れません:',
  'suppression.entry': '{reason}・{scope}／記録 {at}{until}／出所: {source}',
  'suppression.reason.optout': '配信停止',
  'suppression.reason.complaint': '苦情',
  'suppression.reason.bounce': '不達',
  'suppression.reason.legal': '法的理由',
  'suppression.reason.manual': '手動',
  'suppression.scope.all': 'すべて',
  'suppression.scope.all-but': 'すべて（あらためて申し込まれた種別 {topics} を除く）',
  'suppression.scope.third-party': '第三者提供のみ',
  'suppression.scope.topic': '種別 {topic}',
  'error.OPT_OUT_COLUMN_MISSING':
    '{file} にアドレス・ドメイン（@example.com）・ハッシュの列が見つかりません。列: {columns}',
  'error.OPT_OUT_COLUMN_MISSING.next':
    '列を指定してください: `--column 列名`（番号なら `--column "#1"`）。ドメインの一覧は、それぞれの前に @ を付けてください: @example.com',
  'error.HASHES_MIXED':
    '{file} はハッシュ化されたアドレスの一覧ですが、{count} 行が合いません: {lengths}（最初は {line} 行目）。どのファイルも取り込んでいません',
  'error.HASHES_MIXED.next':
    'ハッシュは 16 進 32 桁（MD5）・40 桁（SHA-1）・64 桁（SHA-256）・128 桁（SHA-512）のいずれかで、1 つのファイルに 1 種類です。作り直してもらうか、桁数ごとに分けてください',
  'error.OPT_OUTS_DOUBTFUL':
    '{file} は配信停止者ではなく購読者のリストのようです（{why}）。このまま合わせると、載っている全員に送れなくなります',
  'error.OPT_OUTS_DOUBTFUL.next':
    '状態の欄が停止を示す人だけを取り込む場合: --rows subscribers\n全員が停止した人である場合: --rows opt-outs\nリストとして取り込む場合: `todoke list import`',
  'error.OPT_OUTS_UNREADABLE':
    '{file} の {lines} 行のうち {count} 行（{share} %）が読めません（{why}）。どのファイルも取り込んでいません。読めない行は {rejects} にあります',
  'error.OPT_OUTS_UNREADABLE.next':
    'ファイル・文字コード・列が正しいか確かめてください（--encoding、--column）\nそれでも取り込む場合: --max-unreadable {needed}',
  'error.SETTLE_INVALID': '{file} の {line} 行目: {given} を読み取れません',
  'error.SETTLE_INVALID.next':
    '列は subject と decision で、decision は optout か consent です。`todoke suppression merge … --conflicts ファイル` で書き出し、decision 欄を埋めてください',
  'error.MARK_INVALID': '「{given}」は書き出しの目印ではありません',
  'error.MARK_INVALID.next':
    '前回の書き出しが表示した目印（--json では mark）を指定するか、--since を外してすべてを書き出してください',
  'error.MARK_FOREIGN': '目印 {given} は別のストアのものです',
  'error.MARK_FOREIGN.next': '一度 --since なしで書き出し、表示された目印を使ってください',
  'error.SUPPRESSION_MISSING': 'ちょうどこの対象の配信停止はありません。何も解除していません',
  'error.SUPPRESSION_MISSING.next':
    '何が有効かは `todoke suppression check アドレス` で確認できます。ドメイン全体やハッシュによる停止は、その対象を指定して解除します',
  'error.REMOVAL_UNPROVEN': '解除してよいことを示すものがありません（{why}）。配信停止は有効なままです',
  'error.REMOVAL_UNPROVEN.next':
    '先に新しい同意を記録してください: `todoke consent import ファイル`\n同意では解除できないもの（苦情・法的理由・不達・ドメイン・ハッシュ・手動）には --evidence で根拠を書いてください',
  'fault.no-consent': 'この人の同意の記録がありません',
  'fault.consent-older': '記録にある同意は配信停止より新しくありません',
  'fault.hashed': 'ハッシュで登録された苦情・法的請求は解除できません（だれの同意で解除できるか確かめられないため）',
  'fault.needs-evidence': '同意では解除できず、根拠も示されていません',
  'suppression.until': '・{at} まで',
  'suppression.file.base': '{file}（前回分）: {entries} 件（{encoding}、列「{column}」）',
  'suppression.file.known': '以前に取り込んだものと同じで、新しい登録はありません（読み直していません）',
  'suppression.file.others': 'そのほか、相手側で購読中の人 {subscribers} 件、何も書かれていない行 {others} 件',
  'suppression.there': '前回からの相手側の変化: 追加 {added} 件・削除 {removed} 件',
  'suppression.subscribed-there':
    '{count} 人は相手側では購読中、こちらでは配信停止です。解決するまで配信停止が優先します',
  'suppression.returned': '{count} 件はこちらで解除済みですが、日付なしで再び届きました。あらためて有効になります',
  'suppression.lifted': '{count} 件の配信停止が無効になりました。その根拠も記録しています',
  'suppression.conflict.consent-newer':
    '{subject}: {source} では {since} に{reason}（{scope}）、こちらの同意は {other} → {now}',
  'suppression.conflict.subscribed-there':
    '{subject}: こちらでは {since} に{reason}（{scope}）、{there} では購読中（{other}）→ {now}',
  'suppression.conflict.removed-there':
    '{subject}: {source} による {since} の{reason}（{scope}）。前回の {there} にはあり、今回はありません → {now}',
  'suppression.conflict.returned':
    '{subject}: こちらで {other} に解除した{reason}（{scope}）が {source} から再び届きました → {now}',
  'suppression.conflict.holds': '配信停止が有効',
  'suppression.conflict.lifted': '解除',
  'suppression.conflicts.how':
    '双方の内容をすべて書き出すには --conflicts ファイル。decision 欄を埋めて --settle ファイル で渡してください',
  'suppression.conflicts.written': 'すべて {file} に書き出しました。decision 欄を埋めて --settle で渡してください',
  'suppression.dry-run': '試し実行のため、何も変更していません',
  'suppression.ask.rows': '{file} は購読者のリストのようです（{why}）。どう扱いますか',
  'suppression.ask.stop': 'ファイルの間違い: 中止する（何も変わりません）',
  'suppression.ask.subscribers': '状態の欄が停止を示す人だけを取り込む',
  'suppression.ask.opt-outs': '載っている全員が配信停止を希望している',
  'suppression.removed': '{subject}: 解除しました',
  'suppression.would-remove': '{subject}: 次を解除します（試し実行のため、何も変更していません）',
  'suppression.removed.consent': '{at} の同意による',
  'suppression.removed.remaining': '次が有効なため、{subject} にはまだ送れません:',
  'suppression.figures': '有効な配信停止 {standing} 件・解除済み {lifted} 件',
  'suppression.figures.kind': '対象',
  'suppression.figures.reason': '理由',
  'suppression.figures.scope': '範囲',
  'suppression.figures.source': '出所',
  'suppression.figures.newest': '{source}（最終 {at}）',
  'suppression.figures.more': 'ほか {count} か所（--json で表示）',
  'suppression.figures.mark': '`suppression export --since` に使える現時点の目印: {mark}',
  'suppression.kind.address': 'アドレス',
  'suppression.kind.domain': 'ドメイン全体',
  'suppression.kind.hash': 'ハッシュ（{algorithm}）',
  'suppression.joined': '記録はしていません。作業フォルダで `todoke suppression merge {file}` を実行すると記録されます',
  'suppression.exported': '{rows} 行を書き出しました',
  'suppression.exported.file': '{rows} 行を {file} に書き出しました',
  'suppression.exported.removed': 'うち {count} 行は無効になったものです',
  'suppression.exported.left-out':
    '{count} 件（ドメイン・ハッシュ）はこの形式では表せません。それらに当たる連絡先 {people} 件はアドレスで書き出しました',
  'suppression.exported.mark': '次回、これ以降の変化だけを書き出すには: --since {mark}',
}
