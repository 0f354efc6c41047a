/** Japanese texts: mapping files, and what is asked about the columns of a list. Same keys as the English file (the type holds that). */
import type {mapping as en} from '../en/mapping.ts'

export const mapping: Readonly<Record<keyof typeof en, string>> = {
  'mapping-file.about':
    'リストの読み方です。使い方: `todoke list import FILE --list 名前 --mapping このファイル`\nファイルの列はすべてここに書きます。取り込まない列の項目は `ignore`、そのまま保存する列は `attribute` です。',
  'mapping-file.expect.version': '{version}（この書式の版）',
  'mapping-file.expect.map': '字下げした項目と値の組',
  'mapping-file.expect.encoding': 'utf-8、cp932、euc-jp、windows-1252 などの文字コード',
  'mapping-file.expect.delimiter': '引用符で囲んだ 1 文字、または tab',
  'mapping-file.expect.header': '見出しの行番号（1 から）、または none',
  'mapping-file.expect.dates': 'ymd、mdy、dmy、excel、epoch のいずれか',
  'mapping-file.expect.columns': '1〜512 列の一覧（それぞれ column と field）',
  'mapping-file.expect.column': '列の名前',
  'mapping-file.expect.position': '列の位置（1 から）',
  'mapping-file.expect.field': '次のいずれか: {fields}',
  'mapping-file.expect.words': '言葉の一覧',
  'mapping-file.expect.word': '言葉',
  'mapping-file.expect.basis': 'consent、card、trade、published などの根拠',
  'mapping-file.expect.text': '文字列',
  'mapping-file.problem.no-address': 'アドレスの列がありません。どれかの項目を address にしてください',
  'mapping-file.problem.two-addresses': 'アドレスの列が二つあります。一方を attribute か ignore にしてください',
  'mapping-file.problem.both': 'stopped にも同じ言葉があります。どちらか一方にしてください',
  'ask.no-header': '{line} 行目はデータのようです。このファイルに見出し行はありますか',
  'ask.no-header.none': 'いいえ。すべての行がデータです',
  'ask.no-header.header': 'はい。{line} 行目が見出しです',
  'ask.address': '送り先のアドレスはどの列ですか',
  'ask.field': '「{column}」は何の列ですか',
  'ask.field-example': '「{column}」（例: {example}）は何の列ですか',
  'ask.word': '「{column}」に「{word}」とあります。どういう意味ですか',
  'ask.word.open': '分からない（その行には送りません）',
  'ask.word.stopped': '配信停止',
  'ask.word.active': '配信してよい',
}
