/** Japanese texts: the demo's narration. Same keys as the English file (the type holds that). */
import type {demo as en} from '../en/demo.ts'

export const demo: Readonly<Record<keyof typeof en, string>> = {
  'demo.title': 'Todoke（届け）: 送ってよいか。正しいメールか。全員に一度だけ届いたか。',
  'demo.intro':
    '架空のリスト {contacts} 行で全工程を実行します（場所: {folder}）。$ の行は実際のコマンドです。メールはこのデモの中の中継サーバーに送るだけで、外には一切出ません。',
  'demo.stopping': 'デモを終了します',
  'demo.step.init': '作業フォルダを作る',
  'demo.step.init.why': '設定ファイル 1 つに、送信者・配信停止の窓口・中継サーバーを書きます。',
  'demo.step.import': 'リストを取り込む',
  'demo.step.import.why':
    'Excel から出した Shift_JIS。壊れた行・重複・既往歴・マイナンバーの列が混ざっています。壊れた行は別に残し、保存してはならない列は取り込みません。',
  'demo.step.audit': '送ってよい相手か',
  'demo.step.audit.why': '特定電子メール法は、一人ごとに根拠（同意・名刺・取引・公表）とその記録を求めます。',
  'demo.step.merge': '配信停止を集める',
  'demo.step.merge.why': '2 つのシステムの、形式も文字コードも違うファイル。和集合を取り、減ることはありません。',
  'demo.step.lint-bad': '正しいメールか（わざと間違えた例）',
  'demo.step.lint-bad.why': '配信停止リンクの行き先がありません。',
  'demo.step.plan-bad': 'だから計画できない',
  'demo.step.plan-bad.why':
    '同じ点検が送信の前に必ず入り、リストと照らして差し込み項目の間違いも見つけます。終了コード 3、何も起きません。',
  'demo.step.lint-good': '直したメール',
  'demo.step.lint-good.why': '送信者名・停止リンクと案内・住所・問合せ先が、どのパートにも文字で入っています。',
  'demo.step.plan': '先に決める',
  'demo.step.plan.why': '一人ごとに送る・送らないと理由を決め、対象者と内容を固定します。',
  'demo.step.run': '送る',
  'demo.step.run.why':
    '一人ずつディスクに記録してから放し、その瞬間に配信停止も確かめます。いつ止まっても二重には届きません。',
  'demo.step.report': '何が起きたか',
  'demo.step.report.why': 'その場にいなかった人のための、図入りの 1 ページ。',
  'demo.proof': '中継サーバー側の記録と照合',
  'demo.accepted': '{count} 通が届いた',
  'demo.twice': '二重に届いた人: {count} 人',
  'demo.opted-out': '配信停止済み {of} 人のうち届いた人: {count} 人',
  'demo.report': '報告を開く: {file}',
  'demo.own': 'ご自分のリストで始める: `npx todoke init my-newsletter`',
}
