/** Tags without a default, in the language of another system: what guards them is seen wherever it stands. */
import {describe, expect, it} from 'vitest'
import {bareTags} from '../../../src/core/lint/bare-tags.ts'
import type {PartView} from '../../../src/core/lint/template-view.ts'

const bare = (source: string) =>
  bareTags({source, kind: 'html', tags: []} as unknown as PartView, 'liquid').map(({name}) => name)

describe('a tag of another system', () => {
  it('is bare where nothing stands for an empty value', () => {
    expect(bare('<p>Dear {{ name }}</p>')).toEqual(['name'])
    expect(bare('<p>Dear {{ name | default: "you" }}</p>')).toEqual([])
  })

  it('is guarded by a block around it, also across rows, cells and paragraphs', () => {
    const rows =
      '<table>{% if name %}<tr><td>Dear {{ name }}</td></tr>{% else %}<tr><td>Hello</td></tr>{% endif %}</table>'
    expect(bare(rows)).toEqual([])
    expect(bare('{% unless x == blank -%}</p><p>Dear {{ x }}</p>{%- endunless %}{{ x }}')).toEqual(['x'])
    expect(bare('{% case y %}{% when "a" %}<div>{{ y }}</div>{% endcase %}')).toEqual([])
  })

  it('is guarded where the template made its value, not where it only named it anew', () => {
    expect(bare('{% assign who = name | default: "you" %}Dear {{ who }}')).toEqual([])
    expect(bare('{%- capture who -%}you{% endcapture %}Dear {{ who }}')).toEqual([])
    expect(bare('{% assign who = name %}Dear {{ who }}')).toEqual(['who'])
  })
})
