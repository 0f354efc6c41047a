/** Templates and values that nobody should write: what is said, and that it stays small (reliability.md B2). */
import {describe, expect, it} from 'vitest'
import {assemble} from '../../../src/core/templates/assemble.ts'
import {compilePart, type PartAsk, type PartKind} from '../../../src/core/templates/compile-part.ts'
import type {Data} from '../../../src/core/templates/fill-part.ts'
import {fillPart, partFiller} from '../../../src/core/templates/fill-part.ts'
import {offeredColumns} from '../../../src/core/templates/offered-names.ts'
import {stepsOf} from '../../support/count-steps.ts'
import {askOf, compiled, scopeWith} from '../../support/mail-cases.ts'

function problemsOf(source: string, ask: Partial<PartAsk> = {}, kind: PartKind = 'text') {
  const {problems} = compilePart({file: `body.${kind}`, source}, askOf(kind, ask))
  return problems.map(({key, name, file, line, column}) => `${file}:${line}:${column} ${key} ${name}`)
}

function partials(files: Readonly<Record<string, string>>): PartAsk['partials'] {
  return new Map(Object.entries(files).map(([name, source]) => [name, {file: `${name}.txt`, source}]))
}

const fill = (source: string, data: Data, kind: PartKind = 'text', language = 'en') =>
  fillPart(compiled(source, kind), kind, language)(scopeWith(data))

describe('partials', () => {
  it('that include each other are told where the circle closes', () => {
    const files = partials({a: 'one\n{{> b}}', b: 'two\n  x {{> a}}', c: '{{> c}}'})
    expect(problemsOf('{{> a}}', {partials: files})).toEqual(['b.txt:2:5 template.partial-circular a'])
    expect(problemsOf('\n{{> c}}', {partials: files})).toEqual(['c.txt:1:1 template.partial-circular c'])
    expect(problemsOf('{{> d}}', {partials: files})).toEqual(['body.text:1:1 template.partial-unknown d'])
  })

  it('that double at every step are cut off, when compiled and when read by the linter', () => {
    const doubling = Object.fromEntries(
      Array.from({length: 15}, (_, i) => [`p${i}`, `a{{> p${i + 1}}}{{> p${i + 1}}}`]),
    )
    const files = partials({...doubling, p15: 'b'.repeat(1000)})
    expect(problemsOf('{{> p0}}', {partials: files}).join()).toContain('template.grows')
    expect(problemsOf('{{> p0}}', {partials: files})).toHaveLength(1)
    expect(assemble({file: 'a', source: '{{> p0}}'}, files).source.length).toBeLessThan(5_000_000)
    const hollow = Object.fromEntries(Array.from({length: 40}, (_, i) => [`p${i}`, `{{> p${i + 1}}}{{> p${i + 1}}}`]))
    expect(assemble({file: 'a', source: '{{> p0}}'}, partials(hollow)).source.length).toBeLessThan(5_000_000)
  })

  it('that are large, or indented far, do not add up to gigabytes', () => {
    const files = partials({big: 'x\n'.repeat(100_000)})
    const many = compilePart({file: 'a', source: '{{> big}} '.repeat(5000)}, askOf('text', {partials: files}))
    expect(many.problems.map(({key}) => key)).toEqual(['template.grows'])
    expect(JSON.stringify(many.part).length).toBeLessThan(10_000_000)
    expect(problemsOf(`${' '.repeat(100_000)}{{> big}}`, {partials: files}).join()).toContain('template.grows')
  })
})

describe('values', () => {
  it('that are all empty stop the recipient at the first tag, or leave the defaults', () => {
    const empty = {氏名: '', plan: '', note: ''}
    for (const kind of ['text', 'html', 'subject'] as const) {
      expect(fill('{{氏名}} {{plan}}', empty, kind)).toEqual({ok: false, why: 'empty-value', name: '氏名'})
      expect(fill('{{氏名|お客様}}{{#plan}} {{plan}}{{/plan}}{{^note}}.{{/note}}', empty, kind)).toEqual({
        ok: true,
        text: 'お客様.',
      })
    }
  })

  it.each([
    ['date', 'tomorrow'],
    ['date', '2026-02-30'],
    ['date-short', '13/13/2026'],
    ['date-long', '<b>'],
    ['number', '1,23'],
    ['number', 'twelve'],
    ['number', '1e9'],
    ['number', '--1'],
    ['number', '9'.repeat(400)],
    ['percent', '5%'],
    ['percent', 'NaN'],
    ['currency-JPY', '¥100'],
    ['currency-EUR', 'Infinity'],
    ['currency-USD', '0x10'],
  ])('that are no %s stop the recipient: %j', (format, value) => {
    for (const language of ['ja', 'en', 'de', 'ar'])
      expect(fill(`{{x:${format}|none}}`, {x: value}, 'text', language)).toEqual({
        ok: false,
        why: 'bad-format',
        name: 'x',
      })
    expect(fill(`{{x:${format}|none}}`, {x: ''})).toEqual({ok: true, text: 'none'})
  })

  it('are found under their own names alone', () => {
    for (const name of ['toString', 'hasOwnProperty', 'valueOf', 'length', 'isPrototypeOf', '__defineGetter__']) {
      expect(fill(`{{${name}}}`, {})).toEqual({ok: false, why: 'empty-value', name})
      expect(fill(`{{a.${name}}}`, {a: 'text'})).toEqual({ok: false, why: 'empty-value', name: `a.${name}`})
      expect(fill(`{{#${name}}}x{{/${name}}}`, {})).toEqual({ok: true, text: ''})
      expect(fill(`{{${name}}}`, {[name]: 'own'})).toEqual({ok: true, text: 'own'})
    }
    for (const name of ['__proto__', 'constructor', 'prototype', 'a.constructor', '__proto__.x'])
      for (const tag of [
        `{{${name}}}`,
        `{{#${name}}}`,
        `{{^${name}}}`,
        `{{> ${name}}}`,
        `{{{${name}}}}`,
        `{{${name}|x}}`,
      ])
        expect(problemsOf(tag)[0]).toBe(`body.text:1:1 template.forbidden-name ${name}`)
    const hostile = JSON.parse('{"__proto__": {"admin": "yes"}, "constructor": {"prototype": "x"}}') as Data
    expect(fill('{{admin|no}}', hostile)).toEqual({ok: true, text: 'no'})
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  })
})

describe('names', () => {
  it('in full-width letters are the column written so, and no other', () => {
    expect(fill('{{Ｎａｍｅ}}', {Ｎａｍｅ: 'a', Name: 'b'})).toEqual({ok: true, text: 'a'})
    expect(fill('{{　氏名　}}', {氏名: 'a'})).toEqual({ok: true, text: 'a'})
    expect(problemsOf('x\n{{Ｎａｍｅ}}', {known: offeredColumns(['Name'])})).toEqual([
      'body.text:2:1 known-names.near Ｎａｍｅ',
    ])
  })

  it('that no list offers are told in whichever file they stand, sections and partials included', () => {
    const known = offeredColumns(['name'])
    const files = partials({a: 'x\n {{nmae}}'})
    expect(problemsOf('{{name}}{{#plan}}{{name}}{{/plan}}\n{{> a}}', {known, partials: files})).toEqual([
      'body.text:1:9 known-names.unknown plan',
      'a.txt:2:2 known-names.near nmae',
    ])
  })
})

describe('sections', () => {
  it.each([
    '<p {{#x}}title="{{/x}}">',
    '{{#x}}<p title="a{{/x}}">',
    '<a href="{{#x}}https://e.jp/"{{/x}}>',
    '{{#x}}<!-- {{/x}} -->',
    '<!-- a --{{#x}}b{{/x}}> <a href="{{y}}">',
    '<p{{#x}} {{/x}}>',
    '{{#x}}<style>{{/x}}</style>',
    '<title></ti{{#x}}tle>{{/x}}',
    '<!--[if mso]>{{#x}}<![endif]-->{{/x}}',
    '{{^x}}<{{/x}}b>',
  ])('that tear a tag are refused: %s', (source) => {
    expect(problemsOf(source, {}, 'html').join()).toContain('template.torn-section x')
  })

  it('in each other without end are refused, and nothing overflows', () => {
    const deep = '{{#a}}'.repeat(100_000)
    expect(problemsOf(deep)[0]).toBe('body.text:1:97 template.too-deep a')
    expect(
      fillPart(compilePart({file: 'a', source: deep}, askOf('text')).part, 'text', 'en')(scopeWith({a: 'x'})).ok,
    ).toBe(true)
  })

  it('over lists in lists stop long before a gigabyte', () => {
    const list = Array.from({length: 1000}, () => 'item of a list that is long')
    const nested = (inner: string, depth: number) => `${'{{#a}}'.repeat(depth)}${inner}${'{{/a}}'.repeat(depth)}`
    for (const [inner, why] of [
      ['{{.}} '.repeat(20), 'too-large'],
      ['', 'too-many-steps'],
      ['{{#b}}{{/b}}', 'too-many-steps'],
      ['x', 'too-many-steps'],
    ] as const) {
      let chars = 0
      let calls = 0
      const note = (text: string) => {
        calls += 1
        chars += text.length
      }
      const sink = {
        literal: (_: number, text: string) => note(text),
        value: (text: string) => note(text),
      }
      const stopped = partFiller(compiled(nested(inner, 6), 'text'), 'text', 'en')(scopeWith({a: list}), sink)
      expect(stopped).toMatchObject({ok: false, why})
      expect(chars).toBeLessThan(1_001_000)
      expect(calls).toBeLessThan(100_001)
    }
    expect(fill('{{#a}}x{{/a}}', {a: [...list, 'one more']})).toEqual({ok: false, why: 'too-large', name: 'a'})
  })
})

describe('size', () => {
  it('of 100,000 tags is nothing: they are filled, and what is wrong with each is told at its place', () => {
    const source = 'x{{a}}\n'.repeat(100_000)
    const filled = fill(source.slice(0, 7 * 40_000), {a: '1'})
    expect(filled).toEqual({ok: true, text: 'x1\n'.repeat(40_000)})
    expect(fill(source, {a: '1'})).toEqual({ok: false, why: 'too-many-steps', name: ''})
    const {problems} = compilePart({file: 'a', source}, askOf('text', {known: offeredColumns(['b'])}))
    expect(problems).toHaveLength(100_000)
    expect(problems.at(-1)).toMatchObject({line: 100_000, column: 2, name: 'a'})
  })

  it.each([
    ['tags', '{{a}}'],
    ['tags alone on a line', '  {{! a }}  \n'],
    ['open braces', '{'],
    ['open tags', '{{a '],
    ['open comments', '{{!'],
    ['triple braces', '{{{a}} '],
    ['closing tags', '{{/a}}'],
    ['sections', '{{#a}}x{{/a}}'],
    ['blanks', ' \t'],
    ['less-than signs', '<'],
    ['tags of HTML', '<a href="https://e.jp/{{a}}">'],
    ['comments of HTML', '<!-- {{a}} -->'],
    ['open comments of HTML', '<!--'],
    ['conditional comments', '<!--[if mso]>{{a}}<![endif]-->'],
    ['raw elements', '<style></styl</style>'],
    ['unknown names', '{{b}}\n'],
    ['quotes', '<p a="'],
  ])('grows what is done by as much, not by its square: %s', (_, piece) => {
    const ask = askOf('html', {known: offeredColumns(['a'])})
    const steps = (times: number) => {
      const source = piece.repeat(times)
      return stepsOf(() => compilePart({file: 'a', source}, ask))
    }
    const [once, fourfold] = [steps(2000), steps(8000)]
    expect(fourfold / once).toBeLessThan(4.5)
    expect(fourfold).toBeLessThan(60 * piece.length * 8000)
  })
})
