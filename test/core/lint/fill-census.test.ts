/** What a template becomes for people: whose mail cannot be made, which values spoil it, how wide and large it gets. */
import {expect, it} from 'vitest'
import {CLIPPED_BYTES, startFillCensus} from '../../../src/core/lint/fill-census.ts'
import {longWordIn, looksLikeMarkup} from '../../../src/core/lint/value-looks.ts'
import {UTF_8} from '../../../src/core/sending/charset.ts'
import type {FillMode} from '../../../src/core/templates/compile-part.ts'
import {textColumns} from '../../../src/core/text-columns.ts'
import {compiled, scopeWith} from '../../support/mail-cases.ts'

function censusOf(
  {subject = 'x', text = 'x', html = null as string | null, mode = 'strict' as FillMode, raw = [] as string[]},
  people: readonly Readonly<Record<string, string>>[],
) {
  const part = (source: string, kind: 'subject' | 'text' | 'html') => compiled(source, kind, {mode, raw: new Set(raw)})
  const taker = startFillCensus(
    {
      ...{subject: part(subject, 'subject'), text: part(text, 'text'), language: 'ja', rawNames: new Set(raw)},
      html: html === null ? null : part(html, 'html'),
    },
    UTF_8,
  )
  const told = people.map((data, index) =>
    taker.see({row: index + 1, publicId: null, address: `p${index + 1}@example.jp`}, scopeWith(data)),
  )
  return {...taker.result(), told}
}

const brief = (fields: readonly {name: string; count: number; samples: readonly {row: number | null}[]}[]) =>
  fields.map(({name, count, samples}) => `${name} ${count}: ${samples.map(({row}) => row).join(' ')}`)

it('tells every empty field of a person, and why the mail cannot be made', () => {
  const census = censusOf({subject: '{{name}}', text: '{{plan}} {{name}} {{city|-}}'}, [
    {name: 'A', plan: 'x'},
    {name: '', plan: ''},
    {plan: 'x'},
  ])
  expect(census.told).toEqual([null, 'template:empty-value', 'template:empty-value'])
  expect([census.contacts, census.stopped]).toEqual([3, 2])
  expect(brief(census.empty)).toEqual(['name 2: 2 3', 'plan 1: 2'])
  expect(JSON.stringify(census.empty)).not.toContain('p2@')
})

it('tells gaps of a lenient template, but not of names in sections or with a default', () => {
  const census = censusOf({text: '{{name}}様 {{#plan}}{{plan}}{{/plan}} {{city|-}}', mode: 'lenient'}, [
    {name: ''},
    {name: 'A'},
    {},
  ])
  expect(census.told).toEqual([null, null, null])
  expect([brief(census.gaps), census.empty]).toEqual([['name 2: 1 3'], []])
})

it('tells values that cannot stand where they are, and nothing of what only hides behind an empty field', () => {
  const census = censusOf({text: '{{n:number}}', html: '<a href="{{url}}">{{name}}</a>'}, [
    {n: '1', url: 'https://www.example.com/', name: 'A'},
    {n: '1', url: 'javascript:x', name: 'A'},
    {n: 'x', url: '', name: ''},
    {n: '1', url: '', name: ''},
  ])
  expect(census.unfit.map(({why, name, count}) => `${why} ${name} ${count}`)).toEqual([
    'bad-format n 1',
    'unsafe-url url 1',
  ])
  expect(brief(census.empty)).toEqual(['name 1: 4', 'url 1: 4'])
})

it('tells values that break the layout once for each person', () => {
  const long = 'a'.repeat(41)
  const census = censusOf({text: '{{name}} {{name}} {{raw}}', html: '<p>{{name}}</p>{{{raw}}}', raw: ['raw']}, [
    {name: '<b>A</b>', raw: '<b>A</b>'},
    {name: 'A & B', raw: ''.padEnd(3, 'x')},
    {name: long, raw: 'x'},
    {name: 'A\nB', raw: 'x'},
    {name: 'A&amp;B', raw: 'x'},
  ])
  expect(brief(census.markup)).toEqual(['name 2: 1 5'])
  expect(brief(census.longWords)).toEqual(['name 1: 3'])
  expect(brief(census.lineBreaks)).toEqual(['name 1: 4'])
})

it('keeps the widest subject, and the sizes of HTML beyond the limit', () => {
  const html = `<p>${'あ'.repeat(34_000)}{{name}}</p>`
  const census = censusOf({subject: '{{name}}', html}, [{name: 'ab'}, {name: 'あい'}, {name: 'x'.repeat(400)}])
  expect(census.subject).toMatchObject({columns: 400, label: {row: 3}})
  expect(census.html).toMatchObject({least: 102_009, most: 102_407, count: 1, samples: [{row: 3}]})
  expect(CLIPPED_BYTES).toBe(102_400)
})

it('keeps a few places of each kind, however many people there are', () => {
  const census = censusOf(
    {text: '{{name}}'},
    Array.from({length: 1000}, () => ({name: ''})),
  )
  expect([census.empty[0]!.count, census.empty[0]!.samples.length]).toEqual([1000, 5])
})

it('tells markup and long words from ordinary values', () => {
  const markup = ['<b>x</b>', '&lt;br&gt;', 'a&amp;nbsp;b', 'a&nbsp;b', '</td>', '&amp;amp;']
  const plain = ['a < b', 'A & B', 'A &amp; B', 'x <3 y', 'it&#39;s', '&quot;x&quot;', '<taro>', 'R&D']
  expect([markup.filter((each) => !looksLikeMarkup(each)), plain.filter(looksLikeMarkup)]).toEqual([[], []])
  expect(['x'.repeat(41), `${'x'.repeat(41)}。`].every(longWordIn)).toBe(true)
  const short = [
    'x'.repeat(40),
    'あ'.repeat(90),
    `${'x'.repeat(30)} ${'x'.repeat(30)}`,
    `https://www.example.com/${'x'.repeat(50)}`,
  ]
  expect(short.filter(longWordIn)).toEqual([])
})

it('counts columns: Japanese letters take two, marks none', () => {
  expect(['abc', 'あい', 'ｱｲ', '＠', '👩‍👧', 'é', '한국', '①'].map(textColumns)).toEqual([3, 4, 2, 2, 4, 1, 4, 1])
})

it('tells words for nothing where people are greeted or in the subject, and nowhere else', () => {
  const census = censusOf(
    {
      subject: '{{city}}',
      text: 'Dear {{name}},\n{{plan}} {{#club}}{{会社}} 御中{{/club}}',
      html: '<p><b>{{氏名}}</b> 様</p><p>{{plan}}</p>',
    },
    [
      {city: 'Kyoto', name: 'NULL', plan: '-', 氏名: 'なし', 会社: '#N/A', club: 'y'},
      {city: 'N/A', name: 'NULL', plan: 'x', 氏名: '田中', 会社: '未設定', club: ''},
      {city: 'Nara', name: 'Null', plan: 'x', 氏名: '梨', 会社: 'ナシ商事', club: 'y'},
    ],
  )
  expect(census.standIns.map(({name, value, count}) => `${name} ${value} ${count}`)).toEqual([
    'name NULL 2',
    '会社 #N/A 1',
    'city N/A 1',
    '氏名 なし 1',
  ])
})
