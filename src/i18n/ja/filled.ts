/** Japanese texts: a template filled for the people of a list. Same keys as the English file (the type holds that). */
import type {filled as en} from '../en/filled.ts'

export const filled: Readonly<Record<keyof typeof en, string>> = {
  'lint.filled':
    '{contacts} 件の宛先に差し込み: メール {made} 通、最長の件名は半角 {columns} 文字分（{row} 行目）、最大の HTML は {kilobytes} KB',
  'lint.filled.none': '{contacts} 件の宛先に差し込み: 作れるメールはありません',
  'laws.subject.filled': '`todoke lint --list` と、配信の計画を立てるときに、リストの全員について確かめます。',
  'laws.with.most': '{value}まで',

  'fill-none.template': 'テンプレートに誤りがあり、リスト {list} に差し込めません',
  'fill-none.template.fix': 'テンプレートのエラーを直してから、もう一度確かめてください',
  'fill-none.contacts': 'リスト {list} のだれにもメールを作れません',
  'fill-none.contacts.fix': '指摘された列に値を入れるか、{{氏名|お客様}} のように既定値を付けてください',
  'fill-empty.stops': '「{name}」に値がなく、メールを作れない人がいます（リスト {list}）',
  'fill-empty.stops.fix': '列に値を入れるか、{{氏名|お客様}} のように既定値を付けてください',
  'fill-empty.gap': '「{name}」に値がなく、空白のまま届く人がいます（リスト {list}）',
  'fill-empty.gap.fix': '列に値を入れるか、{{氏名|お客様}} のように既定値を付けてください',
  'fill-empty.stand-in':
    '「{name}」の値が「{value}」のため、リスト {list} のこの宛先には、宛名や件名にそのまま表示されます',
  'fill-empty.stand-in.fix': 'セルを空にして、タグに既定値を付けてください（例: {{name|お客様}}）',
  'fill-unfit.unsafe-url': '「{name}」の値が、差し込めるリンクではありません（リスト {list}）',
  'fill-unfit.unsafe-url.fix': '列には https://、mailto:、tel: から始まる値を入れてください',
  'fill-unfit.control-character': '「{name}」の値に、その場所に置けない改行か制御文字があります（リスト {list}）',
  'fill-unfit.control-character.fix': '列から取り除いて、取り込み直してください',
  'fill-unfit.bad-format': '「{name}」の値を、タグの書式で表せません（リスト {list}）',
  'fill-unfit.bad-format.fix': '日付は 2026-04-01、数は数字だけで書くか、タグの書式を外してください',
  'fill-unfit.too-large': '「{name}」の値でメールが大きくなりすぎます（リスト {list}）',
  'fill-unfit.too-large.fix': '値を短くするか、ページへのリンクにしてください',
  'fill-unfit.too-many-steps': '「{name}」の値で、差し込みの処理が多くなりすぎます（リスト {list}）',
  'fill-unfit.too-many-steps.fix': 'セクションで繰り返す一覧を短くしてください',
  'fill-unfit.not-in-charset': '「{name}」の値に、メールの文字コードで表せない文字があります（リスト {list}）',
  'fill-unfit.not-in-charset.fix': 'template.yaml で charset: utf-8 とするか、値を直してください',
  'fill-layout.markup': '「{name}」の値に HTML があり、タグが文字のまま表示される人がいます（リスト {list}）',
  'fill-layout.markup.fix':
    '列の値を直してください。自社で書いた HTML なら、template.yaml の raw に書いて波かっこ 3 つで差し込んでください',
  'fill-layout.long-word': '「{name}」の値に、スマートフォンの 1 行に収まらない長い語があります（リスト {list}）',
  'fill-layout.long-word.fix': '値が正しいか確かめ、折り返せる所に空白かハイフンを入れてください',
  'fill-layout.line-break': '「{name}」の値に改行があります（リスト {list}）',
  'fill-layout.line-break.fix': '1 行の項目なら、列の値から改行を取り除いてください',
  'fill-subject.long': 'リスト {list} で最も長い件名は半角 {columns} 文字分あり、{limit} 文字分を超えています',
  'fill-subject.long.fix': '件名を短くするか、長くなる項目を件名から外してください',
  'fill-clipping.some':
    'リスト {list} の一部の宛先で、HTML が最大 {kilobytes} KB になります。Gmail は {limit} KB で途中までしか表示しません',
  'fill-clipping.some.fix': '値を短くするか、配信停止の案内を上の方に移してください',
  'fill-clipping.all':
    'リスト {list} のどの宛先でも HTML が大きく、最大 {kilobytes} KB です。Gmail は {limit} KB で途中までしか表示しません',
  'fill-clipping.all.fix': 'テンプレート自体を小さくしてください',

  'laws.rule.fill-none': 'リストの少なくとも一人に、メールを作れるか。',
  'laws.rule.fill-empty': '差し込む項目の値が、全員にあるか。',
  'laws.rule.fill-unfit': 'リストの値が、差し込む場所に合っているか。',
  'laws.rule.fill-layout': '値に HTML、改行、1 行に収まらない語が混じっていないか。',
  'laws.rule.fill-subject': '差し込んだ後の件名が長すぎないか。',
  'laws.rule.fill-clipping': '差し込んだ後の HTML が、Gmail の上限を超えないか。',
}
