import {expect, it} from 'vitest'
import {fillPart} from '../../../src/core/templates/fill-part.ts'
import {withPreheader} from '../../../src/core/templates/preheader.ts'
import {compiled, scopeWith} from '../../support/mail-cases.ts'

function htmlWith(html: string, preheader: string, data: Record<string, string> = {}): string {
  const part = withPreheader(compiled(html, 'html'), compiled(preheader, 'text'))
  const filled = fillPart(part, 'html', 'en')(scopeWith(data))
  return filled.ok ? filled.text.replace(/(?:&#8199;&#65279;&#847; )+/, '…') : filled.why
}

it.each([
  ['first in the body', '<html><body class="a">Hi</body></html>', '<html><body class="a">[]Hi</body></html>'],
  ['behind a body whose tag holds a value', '<body title="{{x}}" lang="en">Hi', '<body title="v" lang="en">[]Hi'],
  [
    'behind the body of all, not of one program',
    '<!--[if mso]><body class="mso"><![endif]--><body>Hi',
    '<!--[if mso]><body class="mso"><![endif]--><body>[]Hi',
  ],
  ['at the beginning where there is no body', '<p>Hi</p>', '[]<p>Hi</p>'],
])('stands %s', (_, html, expected) => {
  const hidden = '<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">News</div>'
  expect(htmlWith(html, 'News', {x: 'v'}).replace('…', '')).toBe(expected.replace('[]', hidden))
})

it('is escaped as text of HTML, its own words and its values', () => {
  expect(htmlWith('<p>Hi</p>', 'A & B < {{x}}{{#x}}!{{/x}}', {x: '<i>'})).toContain('>A &amp; B &lt; &lt;i&gt;!…<')
})
