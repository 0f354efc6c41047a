import {expect, it} from 'vitest'
import {textOfHtml} from '../../../src/adapters/html/text-of-html.ts'

it('keeps every tag as it is written, in headings, table heads, links and lists', () => {
  const tags = [
    '{{name}}',
    '{{Name:date|soon}}',
    '{{#plan}}',
    '{{/plan}}',
    '{{unsubscribe_url}}',
    '{{氏名|会員}}',
    '{{{block}}}',
  ]
  const html = `<h1>{{name}}</h1><h6>{{Name:date|soon}}</h6><table><tr><th>{{#plan}}</th><td>{{/plan}}</td></tr></table>
    <p>{{氏名|会員}} 様</p><ul><li>{{{block}}}</li></ul><a href="{{unsubscribe_url}}">stop</a><script>{{no}}</script>`
  const text = textOfHtml(html)
  for (const tag of tags) expect(text).toContain(tag)
  expect(text).toContain('stop ( {{unsubscribe_url}} )')
  expect(text).not.toContain('{{no}}')
})
