/** 200 invented contacts in every script, with values that are long, quoted, bent or trying to get out. */
import type {FillRecipient} from '../../src/core/sending/fill-message.ts'
import type {Value} from '../../src/core/templates/fill-part.ts'
import {publicIdOf} from './mail-cases.ts'

/** The first twenty are the short form: one of each kind. */
const NAMES = [
  '田中 太郎',
  '髙橋﨑',
  '🎉 Emma 👨‍👩‍👧‍👦',
  'مرحبا بالعالم',
  'שלום 123 עולם',
  '"Quoted" \'name\' `x`',
  '<b>bold</b> & <i>',
  'x'.repeat(5000),
  '長'.repeat(5000),
  'a\r\nBcc: victim@example.net',
  'a\nb',
  "O'Hara, Inc.; (x) <y@example.net>",
  '=?UTF-8?B?PGI+?=',
  'naïve café e\u0301',
  '１２３　ｶﾅ 〜～ −－',
  '{{name}} {{{x}}} *|X|*',
  '.',
  '\\ "\\" %0d%0a =3D =',
  '',
  'ends in blanks  ',
  '"'.repeat(5000),
  '😀'.repeat(1200),
  '한국어 이름 中文名字',
  '\u202bx\u202c\u2066y\u2069',
  'a\tb',
  '&lt;&#60;&amp',
  'word '.repeat(900),
  '-->]]></title>',
  'Ünïcödé Ștefan Łódź',
  '#@!$%^&*()_+~{}|:?',
]

export const CONTACTS: readonly FillRecipient[] = Array.from({length: 200}, (_, i) => {
  const name = NAMES[i % NAMES.length]!
  const other = NAMES[(i * 7 + 3) % NAMES.length]!.slice(0, 60)
  const data: Record<string, Value> = {
    name,
    plan: i % 3 === 0 ? '' : other,
    note: i % 4 === 0 ? '' : `note ${i} ${other}`,
    joined: `20${10 + (i % 16)}-0${1 + (i % 9)}-1${i % 10}`,
    points: `${i * 37}`,
    rate: `0.${i}`,
    banner: i % 2 === 0 ? `<p class="b">${i} &amp; more</p>` : '<br>',
    order: {id: `A-${i}`, item: other},
    items: Array.from({length: i % 4}, (_, at) => ({title: `${at} ${other}`, price: at * 1000})),
    tags: i % 5 === 0 ? [] : ['one', other, '<three>'],
  }
  const address = [
    `p${i}@example.com`,
    `first.last+tag${i}@example.co.jp`,
    `a..b${i}@docomo.ne.jp`,
    `o'hara${i}@example.org`,
    `太郎${i}@example.jp`,
  ][i % 5]!
  return {publicId: publicIdOf(i + 1), address, attributes: JSON.stringify(data)}
})

export const isSlow = process.env.TODOKE_SLOW === '1'
