/** Japanese texts: the page of a lint, mends, watching. Same keys as the English file (the type holds that). */
import type {lintWays as en} from '../en/lint-ways.ts'

export const lintWays: Readonly<Record<keyof typeof en, string>> = {
  'lint.page.eyebrow': 'テンプレート点検の結果',
  'lint.page.title': 'テンプレート点検: {of}',
  'lint.page.several': 'テンプレート {count} 件',
  'lint.page.lead':
    '{day} 時点の法令で点検しました。テンプレート {templates} 件に、エラーが {errors} 件、警告が {warnings} 件あります。',
  'lint.page.lead.clean': '{day} 時点の法令で点検しました。テンプレート {templates} 件に、エラーも警告もありません。',
  'lint.tile.errors': 'エラー',
  'lint.tile.errors.below': '送信できません',
  'lint.tile.warnings': '警告',
  'lint.tile.warnings.below': '送信は可能',
  'lint.tile.notes': '参考',
  'lint.tile.notes.below': 'うち判定保留 {count} 件',
  'lint.tile.aside': '対象外',
  'lint.tile.aside.below': '既知 {known}、除外指定 {waived}',
  'lint.page.fact.laws': '対象法令',
  'lint.page.fact.day': '法令の基準日',
  'lint.page.templates': 'テンプレート',
  'lint.page.col.template': 'テンプレート',
  'lint.page.place': '{line} 行 {column} 桁',

  'fix.title': '修正しました',
  'fix.title.dry': '修正の予定（何も変更していません）',
  'fix.nothing': '--fix で修正できるものはありません',
  'fix.mend.lang': '最初の要素に言語を指定',
  'fix.mend.https': 'リンク {count} 件を https に変更',
  'fix.mend.footer': 'フッター（送信者・住所・連絡先・配信停止）を追加',
  'fix.mend.text-part': 'HTML からテキストパートを作成',
  'fix.left.mjml-footer':
    'MJML ではフッターの位置を判断できないため追加していません。<mj-text> の中に {{> footer}} と書いてください',
  'fix.left.mjml-include':
    'リンク {count} 件は、取り込んだ別のファイルにあるため https にしていません。そのファイルを直してください',

  'watch.waiting': '変更を待っています（Ctrl-C で終了）',
  'watch.changed': '{time}  変更: {paths}',
}
