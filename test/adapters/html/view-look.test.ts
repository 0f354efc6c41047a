/** How text looks under the styles of a mail, what hides it, and what else of the HTML a rule can ask for. */
import {describe, expect, it} from 'vitest'
import {viewHtml} from '../../../src/adapters/html/view-html.ts'

const see = (source: string) => viewHtml(source, 'a.html')

/** Size and contrast of the first x that is seen. */
function lookOf(source: string): [number | null, number | null] {
  const {visible} = see(source)
  const {sizePx, contrast} = visible.lookAt(visible.text.indexOf('x'))
  return [sizePx && Math.round(sizePx * 10) / 10, contrast && Math.round(contrast * 10) / 10]
}

const body = (inside: string, style = '') => `<html><head><style>${style}</style></head><body>${inside}</body></html>`

describe('the look of text', () => {
  it.each([
    ['16 px black on white', body('x'), [16, 21]],
    ['inherited', body('<div style="font-size:10px;color:#777"><p><b>x</b></p></div>'), [10, 4.5]],
    [
      'of an id over classes over a type',
      body('<p id="i" class="c">x</p>', '#i{font-size:11px}.c{font-size:12px}p{font-size:13px}'),
      [11, 21],
    ],
    ['of the later of two', body('<p class="c d">x</p>', '.d{font-size:11px}.c{font-size:12px}'), [12, 21]],
    [
      'of the style attribute over a sheet',
      body('<p id="i" style="font-size:9px">x</p>', '#i{font-size:11px}'),
      [9, 21],
    ],
    [
      'of !important over the style attribute',
      body('<p style="font-size:9px">x</p>', 'p{font-size:11px!important}'),
      [11, 21],
    ],
    [
      'inside another element',
      body('<div class="f"><i><a>x</a></i></div>', '.f a{font-size:9px} .g a{font-size:8px}'),
      [9, 21],
    ],
    [
      'right inside another',
      body('<div class="f"><i><b>x</b></i></div>', '.f > b{font-size:9px} .f > i > b{font-size:8px}'),
      [8, 21],
    ],
    [
      'by attribute',
      body('<td>y</td><a href="https://shop.example.jp/">x</a>', 'a[href^="https:"]{font-size:9px;color:#000}'),
      [9, 21],
    ],
    [
      'on a background that shines through',
      body('<div style="background:#000"><p style="color:#fff;background:none">x</p></div>'),
      [16, 21],
    ],
    ['on a half clear background', body('<p style="background:rgba(0,0,0,.5);color:#fff">x</p>'), [16, 4]],
    ['under opacity', body('<div style="opacity:.5"><p>x</p></div>'), [16, 4]],
    [
      'with old attributes',
      body('<table bgcolor="#000000"><tr><td><font color="#ffffff" size="1">x</font></td></tr></table>'),
      [10, 21],
    ],
    ['in em of the parent', body('<div style="font-size:20px"><p style="font-size:.5em">x</p></div>'), [10, 21]],
    ['of an unstyled link', body('<a href="https://shop.example.jp/">x</a>'), [16, 9.4]],
    [
      'before a picture',
      body('<div style="background-image:url(a.png)"><p style="color:#fff">x</p></div>'),
      [16, null],
    ],
    [
      'before a picture, but on something solid',
      body('<div background="a.png"><p style="background:#fff;color:#000">x</p></div>'),
      [16, 21],
    ],
    ['of a fragment', '<p style="color:#fff">x</p>', [16, null]],
    [
      'with a sheet kept elsewhere',
      '<html><head><link rel="stylesheet" href="a.css"></head><body>x</body></html>',
      [16, null],
    ],
    ['with a tag for a colour', body('<p style="color:{{colour}};font-size:9px">x</p>'), [9, null]],
    ['with a tag for a size', body('<p style="font-size:{{size}}px">x</p>'), [null, 21]],
    ['in a dark scheme', body('<p>x</p>', '@media (prefers-color-scheme:dark){p{color:#fff}}'), [16, 21]],
    ['on a phone', body('<p>x</p>', '@media (max-width:600px){p{font-size:8px}}'), [16, 21]],
    [
      'in a sheet for print',
      '<html><head><style media="print">p{font-size:8px}</style></head><body><p>x</p></body></html>',
      [16, 21],
    ],
    [
      'in a sheet for Outlook alone',
      '<html><head><!--[if mso]><style>p{font-size:8px}</style><![endif]--></head><body><p>x</p></body></html>',
      [16, 21],
    ],
    ['in a sheet inside the body', '<body><style>p{font-size:8px}</style><p>x</p></body>', [8, 21]],
  ])('is %s', (_, source, expected) => {
    expect(lookOf(source)).toEqual(expected)
  })
})

describe('what hides', () => {
  it.each([
    ['a rule inside another element', body('<div class="f"><p>x</p></div>', '.f p{display:none}')],
    ['!important over the style attribute', body('<p style="display:block">x</p>', 'p{display:none!important}')],
    ['no height', body('<div style="height:0;overflow:hidden">x</div>')],
    ['no width', body('<div style="max-width:0;overflow:hidden">x</div>')],
    ['a place off the screen', body('<div style="position:absolute;left:-9999px">x</div>')],
    ['a clip', body('<div style="position:absolute;clip:rect(0,0,0,0)">x</div>')],
    ['a clip path', body('<div style="clip-path:inset(100%)">x</div>')],
    ['an indent from outside', body('<div style="text-indent:-999px"><p>x</p></div>')],
    ['the font shorthand', body('<p style="font:0/0 a">x</p>')],
    ['a clear colour', body('<p style="color:transparent">x</p>')],
    ['nearly the same colour', body('<p style="color:#fefefe">x</p>')],
    ['the background of the body', body('<p>x</p>', 'body{background:#123456} p{color:#123456}')],
    ['opacity of several', body('<div style="opacity:.2"><p style="opacity:.1">x</p></div>')],
  ])('%s leaves nothing to see', (_, source) => {
    const part = see(source)
    expect([part.visible.text.trim(), part.alternatives.map(({why}) => why)]).toEqual(['', ['hidden']])
  })

  it.each([
    ['cells grow with what they hold', body('<table><tr><td style="height:0;overflow:hidden">x</td></tr></table>')],
    ['no height, but nothing is cut', body('<div style="max-height:0">x</div>')],
    ['an indent that is taken back', body('<div style="text-indent:-999px"><p style="text-indent:0">x</p></div>')],
    ['a rule that weighs less', body('<p class="a">x</p>', 'p.a{display:block}p{display:none}')],
    ['hidden for Outlook', body('<p style="mso-hide:all">x</p>')],
    ['hidden where the pointer is', body('<p>x</p>', 'p:hover{display:none}')],
    ['a colour that is none', body('<p style="color:whte">x</p>')],
    ['white before a picture', body('<table><tr><td background="a.png"><p style="color:#fff">x</p></td></tr></table>')],
  ])('%s: seen', (_, source) => {
    expect(see(source).visible.text.trim()).toBe('x')
  })

  it('display makes lines and joins them', () => {
    expect(see('<span style="display:block">a</span><span>b</span><p style="display:inline">c</p>').visible.text).toBe(
      'a\nbc\n',
    )
    expect(see('<p style="white-space:pre-line">a\nb</p>').visible.text.trim()).toBe('a\nb')
  })
})

describe('pictures', () => {
  const of = (source: string) => see(source).images.map(({offset, ...image}) => image)

  it('have address, alternative text, size and place', () => {
    const source = '<p>a</p><img src=" a.png " alt="b &amp; c" width="600" style="height:20px">'
    const [image] = see(source).images
    expect(image).toEqual({
      ...{src: 'a.png', alt: 'b & c', width: 600, height: 20, isSeen: true, link: 'none'},
      offset: source.indexOf('<img'),
    })
  })

  it('tell a missing text from an empty one, and decoration', () => {
    expect(
      of('<img src=a><img src=a alt><img src=a role=presentation><img src=a title=t>').map(({alt}) => alt),
    ).toEqual([null, '', '', 't'])
  })

  it('are seen whatever their type size, and not where they are hidden', () => {
    expect(
      of('<p style="font-size:0"><img src=a></p><p style="display:none"><img src=a></p>').map(({isSeen}) => isSeen),
    ).toEqual([true, false])
  })

  it('are alone in a link without words', () => {
    const links = of(
      '<a href=x><img src=a></a><a href=x><img src=a> go</a><a href=x><img src=a alt=b><img src=c></a><a href=x aria-label=y><img src=a></a>',
    )
    expect(links.map(({link}) => link)).toEqual([
      'alone',
      'beside-words',
      'beside-words',
      'beside-words',
      'beside-words',
    ])
  })
})

describe('fields', () => {
  it('have the words of their label or line', () => {
    const source =
      '<label>one <input name=a checked type=checkbox></label><label for=b>two</label><p><input id=b></p>' +
      '<p><input type=RADIO> three</p><table><tr><td>four</td><td><textarea>text</textarea></td></tr></table>' +
      '<input type=hidden><input type=submit><select><option>five</option></select>'
    expect(see(source).fields.map(({type, name, isChecked, label}) => [type, name, isChecked, label])).toEqual([
      ['checkbox', 'a', true, 'one'],
      ['text', '', false, 'two'],
      ['radio', '', false, 'three'],
      ['textarea', '', false, 'text'],
      ['select', '', false, ''],
    ])
  })
})

describe('the document', () => {
  it('says its language, character set and title, with their places', () => {
    const source =
      '<!doctype html><html lang="ja"><head><meta charset="UTF-8"><title> A &amp; b </title></head><body>x</body></html>'
    expect(see(source).document).toEqual({
      offset: source.indexOf('<html'),
      lang: {value: 'ja', offset: source.indexOf('lang=')},
      charset: {value: 'UTF-8', offset: source.indexOf('<meta')},
      title: 'A & b',
    })
    expect(see('<p>x</p>').document).toEqual({offset: null, lang: null, charset: null, title: ''})
  })

  it('names what mail programs drop, each at its place', () => {
    const source =
      '<style>@import url(a.css);</style><link rel=stylesheet href=b.css><script>1</script><form><iframe></iframe></form>'
    expect(see(source).dropped.map(({what, offset}) => [what, source.slice(offset, offset + 7)])).toEqual([
      ['stylesheet', '@import'],
      ['stylesheet', '<link r'],
      ['script', '<script'],
      ['form', '<form><'],
      ['frame', '<iframe'],
    ])
  })
})

describe('broken HTML and merge tags in odd places', () => {
  it.each([
    ['no closing tags', '<table><tr><td><p>mark1<div>mark2<li>mark3', 3],
    ['text moved out of a table', '<table>mark1<tr>mark2<td>mark3</td>mark4</tr>mark5</table>mark6', 6],
    ['text moved out of tables, with entities', '<table>&amp; mark1<tr>mark2 &lt;<td>mark3</table>', 3],
    [
      'conditional comments',
      '<!--[if mso]><p>no</p><![endif]--><p>mark1</p><!--[if !mso]><!-->mark2<!--<![endif]--><![if !mso]>mark3<![endif]>',
      3,
    ],
    ['a tag in an attribute', '<p title="{{#a}}>{{/a}}" {{b}} class={{c}}>mark1</p>', 1],
    ['a tag in a comment', '<!-- {{#a}} --><p>mark1</p><!-- {{/a}} {{! x }} -->mark2', 2],
    ['a tag in a conditional comment', '<!--[if {{x}}]>no<![endif]-->mark1', 1],
    ['a tag in an address', '<a href="https://shop.example.jp/{{#a}}{{b}}{{/a}}?x={{c}}">mark1</a>', 1],
    ['a tag in CSS', '<style>{{css}} .a{color:{{c}}} {{#x}}.b{display:{{d}}}{{/x}}</style><p class="a b">mark1</p>', 1],
    ['a comment of the template that is long', `{{! ${'x'.repeat(300)} }}<p>mark1</p>{{! y }}mark2`, 2],
    ['stray closing tags', '</p></td>mark1</table></div>mark2<p></html>mark3', 3],
    ['a body after its end', '<html><body>mark1</body></html>mark2<table>mark3', 3],
  ])('%s: every word keeps its place', (_, source, count) => {
    const {visible} = see(source)
    for (let i = 1; i <= count; i += 1) {
      const at = visible.text.indexOf(`mark${i}`)
      expect([i, at >= 0]).toEqual([i, true])
      expect(source.slice(visible.sourceOffset(at)).slice(0, 5)).toBe(`mark${i}`)
    }
    expect(visible.text).not.toContain('no')
  })
})
