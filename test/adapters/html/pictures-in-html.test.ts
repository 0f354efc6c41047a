import {describe, expect, it} from 'vitest'
import {picturesIn} from '../../../src/adapters/html/pictures-in-html.ts'

const paths = (source: string) => picturesIn(source).map(({start, end}) => source.slice(start, end))

describe('the pictures that HTML names', () => {
  it.each([
    ['<IMG SRC="a.png">', 'a.png'],
    ["<img alt='>' src = 'a&amp;b.png'>", 'a&amp;b.png'],
    ['\r\n<p>\r\n<img\r\nsrc="a.png"\r\n/>', 'a.png'],
    ['<td background="bg.png">', 'bg.png'],
    ['</p><tr {{#x}}><td background=" bg.png ">', ' bg.png '],
    ['<input src="b.png" type="IMAGE">', 'b.png'],
    ['<noscript><img src="a.png"></noscript>', 'a.png'],
    ['<p>𠮷</p><img src="絵.png">', '絵.png'],
    ['<img src="/abs.png">', '/abs.png'],
    ['{{#rows}}<table>{{> row}}<img src="a.png"></table>{{/rows}}', 'a.png'],
  ])('are found in %j', (source, path) => {
    expect(paths(source)).toEqual([path])
  })

  it.each([
    '<img src="https://example.com/a.png">',
    '<img src="//example.com/a.png">',
    '<img src="cid:a@b">',
    '<img src="data:image/png;base64,AAAA">',
    '<img src="{{photo}}">',
    '<img src="{{base}}/a.png">',
    '<img src="">',
    '<img src="#">',
    '<img src="*|LOGO|*">',
    '<img src="%%logo_url%%">',
    '<img data-src="a.png">',
    '<a href="a.png">a</a>',
    '<input type="text" src="a.png">',
    '<script src="a.js"></script>',
    '<!-- <img src="a.png"> -->',
    '{{! <img src="a.png"> }}',
    '<style>a::after{content:"<img src=\'a.png\'>"}</style>',
    '<title><img src="a.png"></title>',
    '<textarea><img src="a.png"></textarea>',
  ])('are not found in %j', (source) => {
    expect(paths(source)).toEqual([])
  })

  it('tell what cannot be replaced, and the path with its entities decoded', () => {
    expect(picturesIn('<img src=a.png>')).toEqual([{path: 'a.png', start: 9, end: 14, fault: 'no-quotes'}])
    expect(picturesIn('<img src="a/{{b}}.png">')).toMatchObject([{fault: 'tag'}])
    expect(picturesIn('<img src="a&amp;b.png">')).toMatchObject([{path: 'a&b.png', fault: null}])
  })

  it('are found in a million nested tags', () => {
    expect(picturesIn(`${'<div>'.repeat(1_000_000)}<img src="a.png">`)).toHaveLength(1)
  })
})

describe('before it reads tags', () => {
  it('sees a picture behind a comment of the template', () => {
    expect(picturesIn('<img src="{{! logo }}logo.png">').map(({path}) => path)).toEqual(['logo.png'])
    expect(picturesIn('<img src=" https://img.example/a.png"><td background=\'//img.example/b.png\'>')).toEqual([])
  })

  it('takes no longer over blanks without end', () => {
    expect(picturesIn(`<img src=${' '.repeat(300_000)}é>`)).toHaveLength(1)
  })
})
