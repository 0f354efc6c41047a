import {parseFragment} from 'parse5'
import {describe, expect, it} from 'vitest'
import {compilePart, type PartKind, writtenForm} from '../../../src/core/templates/compile-part.ts'
import {fillPart} from '../../../src/core/templates/fill-part.ts'
import {offeredColumns} from '../../../src/core/templates/offered-names.ts'
import {askOf, compiled, scopeWith} from '../../support/mail-cases.ts'

function fill(source: string, values: Readonly<Record<string, string>>, kind: PartKind = 'html') {
  return fillPart(compiled(source, kind), kind, 'en')(scopeWith(values))
}

function textOf(source: string, values: Readonly<Record<string, string>>, kind: PartKind = 'html'): string {
  const filled = fill(source, values, kind)
  if (!filled.ok) throw new Error(filled.why)
  return filled.text
}

const EVIL = `"'><script>alert(1)</script>&amp; onload=x`

const CONTEXTS: readonly (readonly [string, string, string, string])[] = [
  ['text', '<p>{{x}}</p>', 'a<b>&"\'', '<p>a&lt;b&gt;&amp;&quot;&#39;</p>'],
  ['text after a less-than sign', '1 < {{x}}', '2', '1 < 2'],
  ['text after a comment', '<!-- <a href=" -->{{x}}', '<', '<!-- <a href=" -->&lt;'],
  ['a comment', '<!-- {{x}} -->', '--!>', '<!-- &#45;&#45;&#33;&gt; -->'],
  ['a comment behind a hyphen', '<!-- a-{{x}} -->', '->', '<!-- a-&#45;&gt; -->'],
  [
    'a link behind a comment that ends at once',
    '<!--><a href="{{x}}">',
    'https://e.jp/"',
    '<!--><a href="https://e.jp/&quot;">',
  ],
  [
    'a link behind a comment in two stretches',
    '<!-- -{{! }}-><a href="{{x}}">',
    'https://e.jp/"',
    '<!-- --><a href="https://e.jp/&quot;">',
  ],
  [
    'a link in a conditional comment',
    '<!--[if mso]><a href="{{x}}"><![endif]-->',
    'https://e.jp/a-b',
    '<!--[if mso]><a href="https://e.jp/a&#45;b"><![endif]-->',
  ],
  ['a link behind a name of signs', '<a =" href="{{x}}">', 'https://e.jp/', '<a =" href="https://e.jp/">'],
  ['a link behind a bogus comment', '<!x a="><a href="{{x}}">', 'https://e.jp/', '<!x a="><a href="https://e.jp/">'],
  ['text after a style element', '<style>a{b:c}</style>{{x}}', '<', '<style>a{b:c}</style>&lt;'],
  ['a title', '<title>{{x}}</title>', '</title>', '<title>&lt;/title&gt;</title>'],
  ['a double-quoted attribute', '<p title="{{x}}">', '"', '<p title="&quot;">'],
  ['a single-quoted attribute', "<p title='{{x}}'>", "'", "<p title='&#39;'>"],
  ['an attribute with blanks around the sign', '<p title = "{{x}}">', '"', '<p title = "&quot;">'],
  ['a whole link', '<a href="{{x}}">', 'https://e.jp/?a=1&b="', '<a href="https://e.jp/?a=1&amp;b=&quot;">'],
  ['a part of a link', '<a href="https://e.jp/?q={{x}}">', 'a b&c="/', '<a href="https://e.jp/?q=a%20b%26c%3D%22%2F">'],
  ['a part of a link in single quotes', "<a href='https://e.jp/{{x}}'>", "a' b", "<a href='https://e.jp/a%27%20b'>"],
  ['the second tag of a link', '<a href="{{y}}?a={{x}}">', 'a/b', '<a href="https://e.jp/?a=a%2Fb">'],
  ['an image address', '<img SRC="https://e.jp/{{x}}.png">', '../x', '<img SRC="https://e.jp/..%2Fx.png">'],
  ['an attribute after a link', '<a href="https://e.jp" title="{{x}}">', '"', '<a href="https://e.jp" title="&quot;">'],
]

const REFUSED: readonly string[] = [
  '<p style="color:{{x}}">',
  '<p STYLE = "color:{{x}}">',
  '<style>a{color:{{x}}}</style>',
  '<script>let a = "{{x}}"</script>',
  '<script type="text/plain">İİİ</script ><style>{{x}}</style>',
  '<p onclick="f({{x}})">',
  '<p {{x}}>',
  '<p {{x}}="a">',
  '<{{x}}>',
  '</{{x}}>',
  '<a href={{x}}>',
  '<p title=a{{x}}>',
  '<iframe srcdoc="{{x}}"></iframe>',
  '<a href="javascript:f({{x}})">',
  '<a href=" JavaScript:f({{x}})">',
  '<a href="data:text/html,{{x}}">',
  '<a href="vbscript:{{x}}">',
  '<a href="java{{x}}">',
  '<a href="{{y|}}java{{x}}">',
  // A full-width blank is a letter of the name it stands in.
  '<a　href="{{x}}">',
  // Half of an end tag, half of an end of a comment.
  '<title>a</ti{{x}}',
  '<textarea>a<{{x}}',
  '<style>a</stylex>{{x}}</style>',
  '<!-- a --{{x|}}>',
  '<svg><title>{{x}}</title></svg>',
  '<!--[if mso]><style>{{x}}</style><![endif]-->',
  '<!--[if mso]><p style="{{x}}"><![endif]-->',
  '<a href="java{{y}}:{{x}}">',
]

describe('filling HTML', () => {
  it.each(CONTEXTS)('escapes for %s', (_, source, value, expected) => {
    expect(textOf(source, {x: value, y: 'https://e.jp/'})).toBe(expected)
  })

  it.each(CONTEXTS)('keeps a hostile value inside %s', (_, source, value) => {
    const count = (html: string) => {
      const seen: string[] = []
      const walk = (node: {nodeName: string; attrs?: {name: string}[]; childNodes?: unknown[]}) => {
        seen.push(`${node.nodeName} ${(node.attrs ?? []).map((attribute) => attribute.name).join(' ')}`)
        for (const child of (node.childNodes ?? []) as Parameters<typeof walk>[0][]) walk(child)
      }
      walk(parseFragment(html) as never)
      return seen
    }
    const hostile = /href="\{\{x/.test(source) ? `https://e.jp/${EVIL}` : EVIL
    expect(count(textOf(source, {x: hostile, y: 'https://e.jp/'}))).toEqual(
      count(textOf(source, {x: value, y: 'https://e.jp/'})),
    )
  })

  it.each(REFUSED)('refuses a tag in %j', (source) => {
    const {problems, part} = compilePart({file: 'a.html', source}, askOf('html'))
    expect(problems).toContainEqual(expect.objectContaining({key: 'template.unsafe-place', name: 'x'}))
    expect(fillPart(part, 'html', 'en')(scopeWith({x: 'https://example.com', y: ''})).ok).toBe(false)
  })

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    ' javascript:x',
    'data:text/html,x',
    'vbscript:x',
    '//e.jp',
    '/path',
    'e.jp',
    'file:///etc',
    'java\tscript:x',
    'http://e.jp/',
  ])('stops at %j as a whole link', (x) => {
    expect(fill('<a href="{{x}}">', {x})).toEqual({ok: false, why: 'unsafe-url', name: 'x'})
  })

  it.each(['https://e.jp/', 'HTTPS://e.jp', 'mailto:a@example.com', 'tel:+81312345678'])(
    'takes %j as a whole link',
    (x) => {
      expect(fill('<a href="{{x}}">', {x}).ok).toBe(true)
    },
  )

  it('takes the opt-out page as a whole link, and no other name that Todoke fills', () => {
    const scope = {
      data: {},
      builtIn: (name: string) => ({unsubscribe_url: 'http://127.0.0.1/o', email: 'a@example.com'})[name],
    }
    const filled = (name: string) => fillPart(compiled(`<a href="{{${name}}}">`, 'html'), 'html', 'en')(scope)
    expect(filled('unsubscribe_url')).toEqual({ok: true, text: '<a href="http://127.0.0.1/o">'})
    expect(filled('email')).toEqual({ok: false, why: 'unsafe-url', name: 'email'})
  })

  it('reads many elements with raw text in linear time', () => {
    const source = `${'<style>İ</style>'.repeat(60_000)}<a href="{{x}}">`
    expect(compiled(source, 'html').at(-2)).toMatchObject({kind: 'slot', context: 'url'})
  })
})

describe('filling any part', () => {
  it.each([
    ['{{x}}', {x: 'a'}, 'a'],
    ['{{x|b}}', {}, 'b'],
    ['{{x|b}}', {x: 'a'}, 'a'],
    ['[{{x|}}]', {}, '[]'],
    ['{{#x}}yes {{x}}{{/x}}{{^x}}no{{/x}}', {x: 'a'}, 'yes a'],
    ['{{#x}}yes {{x}}{{/x}}{{^x}}no{{/x}}', {}, 'no'],
    ['{{#x}}{{#y}}both{{/y}}{{^y}}one{{/y}}{{/x}}', {x: '1'}, 'one'],
    ['{{#x}}never {{y}}{{/x}}', {}, ''],
    ['a{{! nothing }}b', {}, 'ab'],
    ['{{氏名}}', {氏名: '<田中>'}, '<田中>'],
    ['{{x}}', {x: '{{y}}', y: 'second'}, '{{y}}'],
  ] as [string, Record<string, string>, string][])('%j with %j is %j', (source, values, expected) => {
    expect(textOf(source, values, 'text')).toBe(expected)
  })

  it('stops at a value that is missing, in whichever part', () => {
    for (const kind of ['subject', 'text', 'html'] as const)
      expect(fill('a{{x}}', {}, kind)).toEqual({ok: false, why: 'empty-value', name: 'x'})
  })

  it('stops at lone surrogates and control characters', () => {
    for (const kind of ['subject', 'text', 'html'] as const)
      for (const x of ['\ud800', 'a\udc00', 'a\0', '\x1b[0m', '\x7f'])
        expect(fill('{{x}}', {x}, kind)).toEqual({ok: false, why: 'control-character', name: 'x'})
  })

  it('names tags that no list offers, with their place, when the list is known', () => {
    const source = 'Hi\n {{name}} {{nmae}} {{unsubscribe_url}}'
    const {problems} = compilePart({file: 'a.txt', source}, askOf('text', {known: offeredColumns(['name'])}))
    const place = {start: 13, file: 'a.txt', line: 2, column: 11}
    expect(problems).toEqual([{key: 'known-names.near', name: 'nmae', values: {name: 'nmae', near: 'name'}, ...place}])
  })
})

describe('the written form of a part', () => {
  it.each(['Hi {{name}} {{x:date|soon}}', '{{#a}}yes{{^b}}no{{/b}}{{/a}}', '{{sender.name|}}', 'plain'])(
    'is %s again',
    (source) => {
      expect(writtenForm(compiled(source, 'subject'))).toBe(source)
    },
  )

  it('keeps three braces', () => {
    expect(writtenForm(compiled('<p>{{{x}}}</p>', 'html', {raw: new Set(['x'])}))).toBe('<p>{{{x}}}</p>')
  })
})

describe('lenient filling', () => {
  const fillWith = (source: string, data: Record<string, string>) =>
    fillPart(
      compiled(source, 'html', {mode: 'lenient', known: offeredColumns(['name'])}),
      'html',
      'en',
    )(scopeWith(data))

  it('leaves nothing where a value is empty or nobody knows the name, and escapes as ever', () => {
    expect(fillWith('a{{name}}{{nmae}}{{> none}}b', {name: ''})).toEqual({ok: true, text: 'ab'})
    expect(fillWith('{{name}}', {name: '<'})).toEqual({ok: true, text: '&lt;'})
  })

  it('still takes raw values by name alone', () => {
    const {problems} = compilePart({file: 'a.html', source: '{{{name}}}'}, askOf('html', {mode: 'lenient'}))
    expect(problems).toMatchObject([{key: 'template.raw-refused'}])
  })
})

describe('a tag in an address of a text part', () => {
  it.each([
    [
      'a value',
      'https://e.jp/?q={{x}}',
      '大阪 & 京都',
      'https://e.jp/?q=%E5%A4%A7%E9%98%AA%20%26%20%E4%BA%AC%E9%83%BD',
    ],
    ['the second of two', '( https://e.jp/{{y}}?a={{x}} )', 'a b', '( https://e.jp/https%3A%2F%2Fe.jp?a=a%20b )'],
    ['behind a blank', 'https://e.jp/ {{x}}', 'a b', 'https://e.jp/ a b'],
    ['behind words of a sentence', 'https://e.jp/はこちら、{{x}}様', 'a b', 'https://e.jp/はこちら、a b様'],
    ['behind a bracket', '(https://e.jp/){{x}}', 'a b', '(https://e.jp/)a b'],
    ['behind another value', 'https://e.jp/\n{{y}}/{{x}}', 'a b', 'https://e.jp/\nhttps://e.jp/a b'],
  ])('is escaped as part of the link: %s', (_name, source, x, expected) => {
    expect(textOf(source, {x, y: 'https://e.jp'}, 'text')).toBe(expected)
  })
})

describe('the host of a link', () => {
  const PAYLOADS = [
    '.evil.example',
    '@evil.example',
    ':80@evil.example',
    '-evil.example',
    '%2eevil.example',
    '//evil.example',
  ]

  const OPEN_IN_HTML = [
    'https://www.example.com{{x}}',
    'https://{{x}}.example.com/',
    'https://{{x}}/',
    'HTTPS:{{x}}',
    'https:/{{x}}',
    'https:\\\\www.example.com{{x}}',
    '//www.example.com{{x}}',
    '/\\www.example.com{{x}}',
    '/\t/www.example.com{{x}}',
    '/&#47;www.example.com{{x}}',
    'https://www.example.com&#46;{{x}}',
    'https://www.example.com:{{x}}',
    'https://www.example.com{{#p}}/{{/p}}{{x}}',
    '{{#p}}/a{{/p}}//www.example.com{{x}}',
    `https://${'a'.repeat(300)}.example{{x}}`,
    '{{y}}{{x}}',
    '{{y|}}{{x}}',
    '{{y}}.example{{x}}',
    'mailto:stop@www.example.com{{x}}',
    'mailto:stop@{{x}}',
    'mailto:{{y}}{{x}}',
  ]
  it.each(OPEN_IN_HTML)('is no place for a tag in HTML: %s', (link) => {
    for (const attribute of ['href', 'src', 'background']) {
      const {problems, part} = compilePart({file: 'a.html', source: `<a ${attribute}="${link}">`}, askOf('html'))
      expect(problems).toContainEqual(expect.objectContaining({key: 'template.unsafe-place', name: 'x'}))
      for (const x of PAYLOADS)
        expect(fillPart(part, 'html', 'en')(scopeWith({x, y: 'https://www.example.com', p: ''})).ok).toBe(false)
    }
  })

  it('is no place for a tag in the second link of several', () => {
    const source = '<img srcset="https://www.example.com/a.png 1x, https://www.example.com{{x}} 2x">'
    expect(compilePart({file: 'a.html', source}, askOf('html')).problems).toMatchObject([{name: 'x'}])
  })

  it.each([
    'https://www.example.com/{{x}}',
    'https://www.example.com?{{x}}',
    'https://www.example.com#{{x}}',
    `https://${'a.'.repeat(100)}example/{{x}}`,
    '//www.example.com/{{x}}',
    '/{{x}}',
    '{{y}}/{{x}}',
    '{{y|}}/{{x}}',
    '{{#p}}{{y}}{{/p}}{{^p}}https://www.example.com{{/p}}/{{x}}',
    'https://www.example.com/{{#p}}a{{/p}}{{x}}',
    '/{{y}}/{{x}}',
    'mailto:stop@www.example.com?subject={{x}}',
  ])('stays the same behind it, whatever the value is: %s', (link) => {
    const host = (x: string) => {
      const html = textOf(`<a href="${link}">`, {x, y: 'https://www.example.com', p: ''})
      const written = /href="([^"]*)"/.exec(html)![1]!
      return new URL(written, 'https://www.example.com/').host
    }
    for (const x of PAYLOADS) expect(host(x)).toBe(host('a'))
  })

  it.each([
    'https://www.example.com{{x}}',
    'See https://{{x}}/',
    'https://例え.jp{{x}}',
    'https://www.example.com:{{x}}',
    'https://www.example.com&{{x}}',
    'https://www.example.com+{{x}}',
    'https://www.example.com{{#p}}/{{/p}}{{x}}',
  ])('is no place for a tag in text: %s', (source) => {
    const {problems, part} = compilePart({file: 'a.txt', source}, askOf('text'))
    expect(problems).toMatchObject([{key: 'template.unsafe-place', name: 'x'}])
    for (const x of PAYLOADS) expect(fillPart(part, 'text', 'en')(scopeWith({x, p: ''})).ok).toBe(false)
  })

  it.each(['https://www.example.com {{x}}', '(https://www.example.com){{x}}', 'https://www.example.com、{{x}}様'])(
    'ends in text where a blank or a mark of the sentence stands: %s',
    (source) => {
      expect(textOf(source, {x: 'a b'}, 'text')).toContain('a b')
    },
  )
})
