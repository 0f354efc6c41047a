/** 配信停止の文言: 統合・登録・解除・確認・書き出し・集計。 */
import type {suppression as en} from '../en/suppression.ts'

export const suppression: Readonly<Record<keyof typeof en, string>> = {
  'suppression.merged': '新規 {added} 件・既知 {known} 件・合計 {total} 件',
  'suppression.file': '{file}: {entries} 件（{encoding}、列「{column}」）',
  'suppression.binding': '新規のうち {count} 件は手元の連絡先のもので、今から有効です',
  'suppression.conflicting': '{count} 件は停止後に同意の記録があります。解決するまで配信停止が優先します',
  'suppression.unreadable':
    '読み取れない行が {count} 件あり、{file} に残しました。そこに見つかったアドレスも配信停止として扱います',
  'suppression.empty': '{file}: 空のファイルです（配信停止の登録なし）',
  'suppression.next': '次へ: todoke send plan 名前 --template T --list L',
  'suppression.added': '記録しました: 今後 {subject} には送りません（{reason}・{scope}）',
  'suppression.already': '記録済みです: {subject}',
  'suppression.free': '{subject}: 配信停止の登録はありません',
  'suppression.holds': '{subject} には送れません:',
  'suppression.entry': '{reason}・{scope}／記録 {at}／出所: {source}',
  'suppression.reason.optout': '配信停止',
  'suppression.reason.complaint': '苦情',
  'suppression.reason.bounce': '不達',
  'suppression.reason.legal': '法的理由',
  'suppression.reason.manual': '手動',
  'suppression.scope.all': 'すべて',
  'suppression.scope.third-party': '第三者提供のみ',
  'suppression.scope.topic': '種別 {topic}',
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
}
