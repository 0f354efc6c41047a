import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseTemplate, placeOf, type TemplateNode} from '../../../src/core/templates/parse-template.ts'

/** Nodes in short: text as it is, variables as <name|fallback>, sections as #name(...) and ^name(...). */
function short(nodes: readonly TemplateNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'literal') return node.text
      if (node.kind === 'variable') return `<${node.name}${node.fallback === null ? '' : `|${node.fallback}`}>`
      if (node.kind === 'partial') return `>${node.name}(${node.indent})`
      return `${node.kind === 'section' ? '#' : '^'}${node.name}(${short(node.body)})`
    })
    .join('')
}

const GOOD: readonly (readonly [string, string])[] = [
  ['', ''],
  ['no tags { here } }}', 'no tags { here } }}'],
  ['{{name}}', '<name>'],
  ['a{{ name }}b', 'a<name>b'],
  ['{{氏名|会員}}様', '<氏名|会員>様'],
  ['{{ 氏名 ｜会員 }}', '<氏名 ｜会員>'],
  ['{{Ｎａｍｅ}}', '<Ｎａｍｅ>'],
  ['{{か\u3099}}', '<が>'],
  ['{{a|}}', '<a|>'],
  ['{{a|b|c}}', '<a|b|c>'],
  ['{{a| two  words }}', '<a|two  words>'],
  ['{{a.b}}', '<a.b>'],
  ['{{a}}{{b}}', '<a><b>'],
  ['{{a}}}', '<a>}'],
  ['{{#a}}x{{/a}}', '#a(x)'],
  ['{{^a}}x{{/ a }}', '^a(x)'],
  ['{{#a}}{{^b}}{{c}}{{/b}}{{/a}}', '#a(^b(<c>))'],
  ['{{#a}}{{#a}}x{{/a}}{{/a}}', '#a(#a(x))'],
  ['x{{! a comment with }y{{! another }}z', 'xz'],
  ['{{!}}', ''],
  ['{{a\n}}', '<a>'],
  ['{{{name}}}', '<name>'],
  ['{{& name}}', '<name>'],
  ['{{登録日:date|未登録}}', '<登録日|未登録>'],
  ['{{a:b}}', '<a:b>'],
  ['x {{> part}}y', 'x >part()y'],
  ['a\n  {{> part}}  \nb', 'a\n>part(  )b'],
  ['{{#a}}\r\nx\r\n{{/a}}\r\n', '#a(x\r\n)'],
  ['x\n  {{! alone }}\ny', 'x\ny'],
]

const BAD: readonly (readonly [source: string, key: string, name: string, at: number])[] = [
  ['hello {{name', 'unclosed-tag', '{{name', 6],
  ['{{', 'unclosed-tag', '{{', 0],
  ['x{{{name}}', 'unclosed-tag', '{{{name}}', 1],
  ['a{{}}', 'empty-tag', '{{}}', 1],
  ['{{ |x}}', 'empty-tag', '{{ |x}}', 0],
  ['{{#}}', 'empty-tag', '{{#}}', 0],
  ['{{=<% %>=}}', 'delimiter-refused', '<% %>', 0],
  ['{{a.__proto__.b}}', 'forbidden-name', 'a.__proto__.b', 0],
  ['{{__proto__}}', 'forbidden-name', '__proto__', 0],
  ['{{#constructor}}x', 'forbidden-name', 'constructor', 0],
  ['{{prototype|x}}', 'forbidden-name', 'prototype', 0],
  ['{{#a}}x', 'unclosed-section', 'a', 0],
  ['x{{/a}}', 'stray-close', 'a', 1],
  ['{{#a}}{{/b}}{{/a}}', 'stray-close', 'b', 6],
]

describe('reading a template', () => {
  it.each(GOOD)('%j is %j', (source, nodes) => {
    const parsed = parseTemplate(source)
    expect(parsed.problems).toEqual([])
    expect(short(parsed.nodes)).toBe(nodes)
  })

  it.each(BAD)('%j is refused: %s', (source, key, name, start) => {
    expect(parseTemplate(source).problems).toContainEqual({key: `template.${key}`, name, start})
  })

  it('takes sixteen sections in each other and refuses the seventeenth', () => {
    const nest = (depth: number) => `${'{{#a}}'.repeat(depth)}x${'{{/a}}'.repeat(depth)}`
    expect(parseTemplate(nest(16)).problems).toEqual([])
    expect(parseTemplate(nest(17)).problems[0]).toEqual({key: 'template.too-deep', name: 'a', start: 96})
  })

  it('says where every tag stands', () => {
    const source = 'a{{b}}\n{{#c}}{{! d }}{{/c}}'
    expect(parseTemplate(source).tags.map(({kind, start, end}) => [kind, source.slice(start, end)])).toEqual([
      ['variable', '{{b}}'],
      ['section', '{{#c}}'],
      ['comment', '{{! d }}'],
      ['close', '{{/c}}'],
    ])
  })

  it('never throws, and every place lies inside the source', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{{',
        '}}',
        '{{{',
        '}}}',
        '{',
        '}',
        '#',
        '^',
        '/',
        '!',
        '>',
        '=',
        '&',
        '|',
        'name',
        '氏名',
        '\n',
        '\r\n',
        '__proto__',
        ' ',
      ),
      fc.string({unit: 'binary', maxLength: 5}),
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
        const source = pieces.join('')
        const {nodes, tags, problems} = parseTemplate(source)
        for (const {start} of problems) expect(start >= 0 && start < source.length).toBe(true)
        for (const {start, end} of tags) {
          expect(source.startsWith('{{', start)).toBe(true)
          expect(source.slice(start, end).endsWith('}}')).toBe(true)
        }
        const walk = (each: readonly TemplateNode[]) => {
          for (const node of each) {
            if (node.kind === 'literal') expect(source.startsWith(node.text, node.start)).toBe(true)
            else if ('body' in node) walk(node.body)
          }
        }
        walk(nodes)
      }),
      {numRuns: 2000},
    )
  })

  it('reads a megabyte of tags and of open braces in linear time', () => {
    expect(parseTemplate('{{a}}'.repeat(200_000)).nodes).toHaveLength(200_000)
    expect(parseTemplate('{'.repeat(1_000_001)).problems).toHaveLength(1)
    expect(parseTemplate(`${'{{!'.repeat(300_000)}}}`).problems).toEqual([])
  })
})

describe('the place of an offset', () => {
  it.each([
    ['abc', 0, 1, 1],
    ['abc', 2, 1, 3],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\n\n\nb', 4, 4, 1],
    ['あ\nい{{', 3, 2, 2],
    ['a\n', 1, 1, 2],
  ])('%j at %i is line %i, column %i', (source, offset, line, column) => {
    expect(placeOf(source, offset)).toEqual({line, column})
  })
})
