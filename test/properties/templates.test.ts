import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compilePart} from '../../src/core/templates/compile-part.ts'
import type {Data, Value} from '../../src/core/templates/fill-part.ts'
import {fillPart, literalsOf} from '../../src/core/templates/fill-part.ts'
import {startHtmlScanner} from '../../src/core/templates/html-context.ts'
import {htmlShape} from '../support/html-shape.ts'
import {askOf, scopeWith} from '../support/mail-cases.ts'

const TAGS = [
  '{{x}}',
  '{{x|}}',
  '{{x|y}}',
  '{{{x}}}',
  '{{#x}}',
  '{{/x}}',
  '{{^x}}',
  '{{! c }}',
  '{{> p}}',
  '{{.}}',
  '{{a.b}}',
]
const HTML = [
  ...['<', '>', '/', '"', "'", '=', ' ', '\n', '-', '--', '!', '<!--', '-->', '--!>', '<!', '<?', '</', '&', ';', '　'],
  ...['<a href="', "<a href='", '<a href=', '<p title="', '<p ', '<b>', '</b>', '<img src="https://e.jp/', '">', "'>"],
  ...['<style>', '</style>', '<title>', '</title', '<textarea>', '</textarea>', '<script>', '</script>', '<svg>'],
  ...[
    '<!--[if mso]>',
    '<![endif]-->',
    '<!--[if !mso]><!-->',
    '<![CDATA[',
    ']]>',
    'javascript:',
    'https:',
    'x',
    'onclick="',
  ],
]
/** Few pieces each, so that what is rare among all of them is met. */
const WORLDS = [
  HTML,
  ['<!--', '-', '!', '>', '--!>', '-->', '<a href="', '">', ' '],
  ['<!--[if mso]>', '<![endif]-->', '<!-->', '<a href="', '">', '<p title="', '-', '>'],
  [
    '<a　href="',
    '<p\u00a0title="',
    "<p　title='",
    '">',
    "'>",
    '<a',
    '　',
    ' ',
    '\u00a0',
    'href=',
    'title=',
    '"',
    "'",
    '=',
    '/',
    '>',
  ],
  [
    '<title>',
    '</title',
    '</ti',
    'tle',
    '>',
    ' ',
    '<a href="',
    '">',
    '<svg>',
    '<svg><title>',
    '<style>',
    '</style',
    '</x',
  ],
  ['<!', '<?', '</', 'x', '"', '=', '>', '<a href="', '">', "<a href='", "'>"],
]
const source = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), {minLength: 1, maxLength: 14}).map((pieces) => pieces.join(''))

const value: fc.Arbitrary<Value> = fc.letrec<{value: Value}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    fc.string({unit: 'binary'}),
    fc.constantFrom<Value>(null, true, false, 0, -1.5, ''),
    fc.array(tie('value'), {maxLength: 4}),
    fc.dictionary(fc.constantFrom('a', 'b', 'x', '__proto__', 'toString'), tie('value'), {
      maxKeys: 4,
    }) as fc.Arbitrary<Value>,
  ),
})).value

const PARTIALS = new Map([['p', {file: 'p', source: 'a{{x}}\n'}]])

describe('any template with any data', () => {
  it('is compiled and filled, or refused, and never throws', () => {
    const text = fc.oneof(
      source([...TAGS, ...HTML, '{{', '}}', '{', '}', '\r', '\r\n', '{{=<% %>=}}', '{{x:date}}', '{{x:currency-ABC}}']),
      fc.string({unit: 'binary', maxLength: 40}),
    )
    fc.assert(
      fc.property(text, value, fc.constantFrom('strict', 'lenient'), (written, x, mode) => {
        for (const kind of ['subject', 'text', 'html'] as const) {
          const {part, problems} = compilePart({file: 'f', source: written}, askOf(kind, {mode, partials: PARTIALS}))
          for (const {start, line, column} of problems) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(line).toBeGreaterThanOrEqual(1)
            expect(column).toBeGreaterThanOrEqual(1)
          }
          const filled = fillPart(part, kind, 'ja')(scopeWith({x} as Data))
          if (filled.ok && kind === 'subject') expect(filled.text.isWellFormed() || !written.isWellFormed()).toBe(true)
        }
      }),
      {numRuns: 3000},
    )
  })
})

/** Nothing that is left out stands in the way: what stays empty is another template. */
const HOSTILE = [
  `https://e.jp/"'><script>x</script>--!>--></title></style></textarea> onx=y \``,
  `https://e.jp/ onx='y' " onx=y`,
  'https://e.jp/--',
  'https://e.jp/]]>',
]

describe('any HTML that is accepted', () => {
  const accepted = fc
    .oneof(...WORLDS.map((words) => source([...words, '{{x}}', '{{x}}', '{{x|y}}', '{{! c }}'])))
    .filter((written) => {
      const {problems} = compilePart({file: 'f', source: written}, askOf('html'))
      return problems.length === 0 && written.includes('{{x')
    })
  const filledWith = (written: string, x: string) => {
    const {part} = compilePart({file: 'f', source: written}, askOf('html'))
    const filled = fillPart(part, 'html', 'en')(scopeWith({x}))
    return filled.ok ? filled.text : null
  }

  it('keeps its elements and attributes, whatever the value', () => {
    fc.assert(
      fc.property(accepted, fc.constantFrom(...HOSTILE), (written, hostile) => {
        const harmless = filledWith(written, 'https://e.jp/x')!
        expect(htmlShape(filledWith(written, hostile)!)).toEqual(htmlShape(harmless))
      }),
      {numRuns: 4000},
    )
  })

  it('never leads to a program that a value names', () => {
    fc.assert(
      fc.property(accepted, (written) => {
        const html = filledWith(written, 'javascript:alert(1)')
        const own = (filledWith(written, 'https://e.jp/x')!.match(/javascript:/g) ?? []).length
        if (html === null || own > 0) return
        expect(htmlShape(html).join()).not.toContain('=javascript')
      }),
      {numRuns: 4000},
    )
  })

  it('is scanned alike however it is cut', () => {
    fc.assert(
      fc.property(source(HTML), fc.integer({min: 0, max: 200}), (written, at) => {
        const [whole, cut] = [startHtmlScanner(), startHtmlScanner()]
        whole.read(written)
        cut.read(written.slice(0, at))
        cut.read(written.slice(at))
        expect(cut.place()).toBe(whole.place())
      }),
      {numRuns: 3000},
    )
    expect(literalsOf(compilePart({file: 'f', source: 'a{{x}}b'}, askOf('html')).part)).toEqual(['a', 'b'])
  })
})
