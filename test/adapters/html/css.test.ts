/** Sheets, selectors and media queries, each by itself: cut as CSS cuts them, and in bounded time. */
import {describe, expect, it} from 'vitest'
import {cssBlocks} from '../../../src/adapters/html/css-blocks.ts'
import {colourReader, contrastOf} from '../../../src/adapters/html/css-colours.ts'
import {appliesToPane} from '../../../src/adapters/html/css-media.ts'
import {readSelectors} from '../../../src/adapters/html/css-selectors.ts'
import {fontSizePx, lengthPx, longhands} from '../../../src/adapters/html/css-values.ts'
import {viewHtml} from '../../../src/adapters/html/view-html.ts'

const blocks = cssBlocks(new Set(['color', 'display', 'font-size', 'background']))
const rules = (sheet: string) =>
  blocks
    .rulesOf(sheet)
    .map(({selectors, declarations}) => [selectors, ...declarations.map((d) => `${d.name}:${d.value}`)])

describe('a sheet', () => {
  it.each([
    [
      'a{color:red}b{color:blue}',
      [
        ['a', 'color:red'],
        ['b', 'color:blue'],
      ],
    ],
    ['/* a{color:red} */ b /* x */ { COLOR : Blue ; }', [['b', 'color:blue']]],
    ['@import "a.css"; @charset "x"; a{color:red}', [['a', 'color:red']]],
    ['@media screen{a{color:red}} @media print{a{color:blue}}', [['a', 'color:red']]],
    ['@font-face{color:red} @supports (x:y){a{color:red}} b{color:blue}', [['b', 'color:blue']]],
    ['a{color:red', [['a', 'color:red']]],
    ['a{background:url("x;y}z")}', [['a', 'background:url("x;y}z")']]],
    ['a{colour:red;color;:red;*color:red;color:blue}', [['a', 'color:blue']]],
    ['<!-- a{color:red} -->', [['a', 'color:red']]],
    [
      'a{color:{{c}};display:none} b{color:red}',
      [
        ['a', 'color:{{c}}', 'display:none'],
        ['b', 'color:red'],
      ],
    ],
    [
      '{{#dark}}a{color:red}{{/dark}} {% if x %}b{color:red}{% endif %}',
      [
        ['a', 'color:red'],
        ['b', 'color:red'],
      ],
    ],
    ['} a{color:red}', [['a', 'color:red']]],
  ])('%j is cut into its rules', (sheet, expected) => {
    expect(rules(sheet)).toEqual(expected)
  })

  it('marks what is important', () => {
    expect(blocks.declarationsOf('color:red ! important;display:none!x')).toEqual([
      {name: 'color', value: 'red', isImportant: true},
      {name: 'display', value: 'none!x', isImportant: false},
    ])
  })
})

describe('media', () => {
  it.each([
    ['', true],
    ['screen', true],
    ['only screen and (min-width: 480px)', true],
    ['only screen and (max-width:600px)', false],
    ['(max-width: 700px)', true],
    ['(min-width:40em)', false],
    ['print, screen', true],
    ['not screen', false],
    ['not print', true],
    ['(prefers-color-scheme: dark)', false],
    ['(prefers-color-scheme:light)', true],
    ['(width<=600px)', false],
    ['(-webkit-min-device-pixel-ratio: 0)', false],
    ['yahoo', false],
  ])('%j holds in a reading pane: %s', (query, expected) => {
    expect(appliesToPane(query)).toBe(expected)
  })
})

describe('selectors', () => {
  it.each([
    ['td.a#b[dir=rtl], p > a', [1_002_001, 2]],
    ['a:hover, p + p, ::before, a ~ b', []],
    ['*', [0]],
    ['[href*="a,b"], .x\\:y', [1_000, 1_000]],
    ['a >', []],
    ['', []],
    [`${'a '.repeat(13)}b`, []],
  ])('%j weigh %j', (list, weights) => {
    expect(readSelectors(list).map(({weight}) => weight)).toEqual(weights)
  })
})

describe('values', () => {
  const colourOf = colourReader()
  const of = (name: string, value: string) =>
    longhands({name, value, isImportant: false}, colourOf).map((d) => `${d.name}:${d.value}`)

  it('of shorthands are taken apart, and what is no colour is passed over', () => {
    expect(of('background', '#fff url(a.png) no-repeat')).toEqual(['background-image:some', 'background-color:#fff'])
    expect(of('background', 'none')).toEqual(['background-image:none', 'background-color:transparent'])
    expect(of('background', 'rgba(0, 0, 0, .5)')).toEqual([
      'background-image:none',
      'background-color:rgba(0, 0, 0, .5)',
    ])
    expect(of('font', 'bold 700 12px/1.5 Arial')).toEqual(['font-size:12px'])
    expect(of('font', '0/0 a')).toEqual(['font-size:0'])
    expect(of('color', 'grren')).toEqual([])
    expect(of('color', '{{colour}}')).toEqual(['color:{{colour}}'])
  })

  it('of lengths and sizes are px', () => {
    expect([lengthPx('12pt', null, null), lengthPx('1.5em', 10, null), lengthPx('calc(1px)', 16, 16)]).toEqual([
      16,
      15,
      null,
    ])
    expect([fontSizePx('50%', 16), fontSizePx('x-small', 16), fontSizePx('5vw', 16)]).toEqual([8, 10, null])
  })

  it('of colours are read in every form, and contrast is as WCAG counts it', () => {
    const white = {r: 255, g: 255, b: 255, opacity: 1}
    for (const form of ['#fff', 'white', 'ffffff', 'rgb(255,255,255)', 'hsl(0,0%,100%)', '#ffffffff'])
      expect(colourOf(form)).toEqual(white)
    expect([colourOf('var(--x)'), colourOf('whiite'), colourOf('*|COLOUR|*')]).toEqual([
      'unknown',
      'invalid',
      'unknown',
    ])
    expect(contrastOf(white, {r: 0, g: 0, b: 0, opacity: 1})).toBeCloseTo(21)
    expect(contrastOf(white, {r: 0x77, g: 0x77, b: 0x77, opacity: 1})).toBeCloseTo(4.48)
  })
})

describe('crafted styles', () => {
  const many = Array.from({length: 10_000}, (_, i) => `.a div .b${i % 3} p, div{color:#${(i % 900) + 100}}`).join('\n')
  it.each([
    [
      'ten thousand rules for ten thousand elements',
      `<style>${many}</style>${'<div class="a b1"><p>x</p></div>'.repeat(10_000)}`,
    ],
    ['ten thousand rules, ten thousand deep', `<style>${many}</style>${'<div class="a b1">'.repeat(10_000)}<p>x</p>`],
    ['open brackets', `<style>${'{'.repeat(200_000)}${'@media('.repeat(20_000)}${'/*'.repeat(20_000)}</style><p>x</p>`],
    [
      'open functions',
      `<p style="color:${'rgb('.repeat(100_000)}"><i style="background:${'a b('.repeat(100_000)}">x</i></p>`,
    ],
    ['open attributes', `<style>${'a['.repeat(100_000)}{color:red}${'a,'.repeat(100_000)}{color:red}</style><a>x</a>`],
    ['words of media', `<style>@media ${'and '.repeat(100_000)}{a{color:red}}</style><a>x</a>`],
  ])(
    '%s end in good time',
    (_, source) => {
      const start = performance.now()
      expect(viewHtml(source, 'a.html').visible.text).toContain('x')
      expect(performance.now() - start).toBeLessThan(15_000)
    },
    60_000,
  )
})
