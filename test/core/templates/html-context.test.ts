import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {startHtmlScanner} from '../../../src/core/templates/html-context.ts'

describe('a stretch', () => {
  it('is read alike whole and character by character', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '=',
        '/',
        '-',
        '!',
        ' ',
        '\n',
        '\t',
        'a',
        'href',
        'src',
        'srcset',
        'style',
        'title',
        'javascript:',
      ],
      ...[
        'https://',
        'host',
        '#',
        '?',
        '<!--',
        '-->',
        '<a href="',
        '<style>',
        '</style>',
        '<p title="',
        '<![endif]',
        '[if mso]>',
      ],
      ...['\n'.repeat(1300), 'x'.repeat(400)],
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 25}), fc.boolean(), (pieces, canBeEmpty) => {
        const [whole, single] = [startHtmlScanner(), startHtmlScanner()]
        const text = pieces.join('')
        whole.read(text)
        for (const char of text) single.read(char)
        expect(whole.place()).toBe(single.place())
        expect(whole.beginnings()).toEqual(single.beginnings())
        expect(whole.context(canBeEmpty)).toBe(single.context(canBeEmpty))
      }),
      {numRuns: 1000},
    )
  })
})
