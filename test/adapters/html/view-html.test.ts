import {describe, expect, it} from 'vitest'
import {viewHtml} from '../../../src/adapters/html/view-html.ts'

const see = (source: string) => viewHtml(source, 'a.html')

/** The source around the place that the n-th seen character came from. */
function sourceOf(source: string, word: string): string {
  const {visible} = see(source)
  const offset = visible.sourceOffset(visible.text.indexOf(word))
  return source.slice(offset, offset + 6)
}

describe('what a reader sees of HTML', () => {
  it.each([
    ['<p>one</p><p>two</p>', 'one\ntwo\n'],
    ['<p>  a \n  b </p>', 'a b \n'],
    ['株式会社<b>サンプル</b>', '株式会社サンプル'],
    ['a<br>b<br><br>c', 'a\nb\n\nc'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a\nb\n'],
    ['<style>p{}</style><script>x</script><!-- no --><p>yes</p><title>t</title>', 'yes\n'],
    ['<p>&lt;a&gt; &amp; &#x3042;&nbsp;b &unknown; &copyx</p>', '<a> & あ\u00a0b &unknown; ©x\n'],
    ['<![if !mso]><p>a</p><![endif]><!--[if mso]><p>b</p><![endif]-->', 'a\n'],
    ['<p>a{{! secret }}b</p>', 'a b\n'],
    ['<pre>a\n\n  b</pre>', 'a\nb'],
    ['', ''],
  ])('of %j is %j', (source, text) => {
    expect(see(source).visible.text.trimEnd()).toBe(text.trimEnd())
  })

  it.each([
    ['display:none', '<p style="display:none">x</p>'],
    ['visibility:hidden', '<p style="visibility: hidden">x</p>'],
    ['tiny type', '<p style="font-size:1px">x</p>'],
    ['no opacity', '<p style="opacity:0">x</p>'],
    ['no height', '<p style="overflow:hidden;max-height:0px">x</p>'],
    ['pushed aside', '<p style="text-indent:-9999px">x</p>'],
    ['the hidden attribute', '<p hidden>x</p>'],
    ['one colour', '<td bgcolor="#fff"><p style="background:white;color:#FFFFFF">x</p></td>'],
    ['a hiding class', '<style>/* a */ .a, p.h { display: none } </style><p class="x h">x</p>'],
    ['a hidden parent', '<div style="display:none"><p style="display:block">x</p></div>'],
  ])('leaves out %s', (_what, source) => {
    const part = see(source)
    expect(part.visible.text.trim()).toBe('')
    expect(part.alternatives.map(({text, why}) => [text, why])).toEqual([['x', 'hidden']])
  })

  it.each([
    '<td style="font-size:0"><p style="font-size:14px">x</p></td>',
    '<div style="visibility:hidden"><p style="visibility:visible">x</p></div>',
    '<p style="opacity:0.8">x</p>',
    '<p style="mso-hide:all">x</p>',
    '<p style="font-size:10px">x</p>',
    '<style>@media (max-width:600px){.h{display:none}} .k{color:red}</style><p class="h k">x</p>',
    '<td style="background:url(a.png) #fff;color:#fff">x</td>',
  ])('keeps %j', (source) => {
    expect(see(source).visible.text.trim()).toBe('x')
  })
})

describe('places in the source', () => {
  it('are exact behind entities, line ends, NUL, comments and joined text', () => {
    const source =
      '<p>a &amp; b&nbsp;&hearts;\r\n\r\n mark1</p><!-- c -->\r\n<p>\u0000x mark2</p><table>up<tr>mark3<td>mark4</table>'
    for (const word of ['mark1', 'mark2', 'mark3', 'mark4'])
      expect([word, sourceOf(source, word).slice(0, 5)]).toEqual([word, word])
  })

  it('point at the start of the entity for a decoded character', () => {
    expect(sourceOf('<p>ab &hearts; c</p>', '♥')).toBe('&heart')
    expect(sourceOf('<p>ab &#128512;z</p>', 'z')).toBe('z</p>')
  })
})

describe('links', () => {
  it('have address, text and place, tags included', () => {
    const source = '<p>go <a class="x" href="{{unsubscribe_url}}?a=1&amp;b=2">out <b>now</b></a></p>'
    const [link] = see(source).links
    expect(link).toMatchObject({
      href: '{{unsubscribe_url}}?a=1&b=2',
      anchor: 'out now',
      offset: source.indexOf('href='),
    })
    expect(see(source).visible.text.slice(link!.start, link!.end)).toBe('out now')
  })

  it('are found where nobody linked the address, but once', () => {
    const source =
      '<p>See https://a.example.co.jp/ or <a href="https://b.example.co.jp/">https://b.example.co.jp/</a></p>'
    expect(see(source).links.map(({href}) => href)).toEqual(['https://a.example.co.jp/', 'https://b.example.co.jp/'])
  })

  it('leave out what is hidden, and keep picture links without a text', () => {
    const source =
      '<a style="display:none" href="x">a</a><a href="y"><img alt="stop" src="i"></a><unsubscribe>out</unsubscribe>'
    const part = see(source)
    expect(part.links.map(({href, anchor}) => [href, anchor])).toEqual([
      ['y', ''],
      ['<unsubscribe>', 'out'],
    ])
    expect(part.alternatives.map(({text, why}) => [text, why])).toEqual([
      ['a', 'hidden'],
      ['stop', 'alt'],
    ])
  })
})

describe('broken and hostile HTML', () => {
  it.each([
    '<p',
    '<a href="',
    '</p></div>',
    '<table><p>x',
    '<<>>',
    '&',
    '&#x',
    '<!--',
    '<style>',
    '<p style="font-size:">x',
    '\u0000\u0001',
    '<a href=<%x%>>y',
    '{{',
    '<title>',
    '\ud800',
  ])('%j is read without fail', (source) => {
    const part = see(source)
    for (let i = 0; i < part.visible.text.length; i += 1) {
      expect(part.visible.sourceOffset(i)).toBeGreaterThanOrEqual(0)
      expect(part.visible.sourceOffset(i)).toBeLessThanOrEqual(source.length)
    }
  })

  it('a hundred thousand tags deep is read to the innermost word', () => {
    expect(see(`${'<div>'.repeat(100_000)}deep`).visible.text.trim()).toBe('deep')
  })
})
