/** What cannot be said in our language stays as it was written, and is told with its reason and its place. */
import {describe, expect, it} from 'vitest'
import {convertAlone} from '../../../support/convert.ts'

describe('what has no counterpart', () => {
  it.each([
    ['<a href="*|ARCHIVE|*">', 'mirror'],
    ['<a href="{{ mirror }}">', 'mirror'],
    ['<a href="%WEBCOPY%">', 'mirror'],
    ['<webversion>', 'mirror'],
    ['*|UPDATE_PROFILE|*', 'preferences'],
    ['<%asm_preferences_raw_url%>', 'preferences'],
    ['{{ ManageURL }}', 'preferences'],
    ['*|FORWARD|*', 'forward'],
    ['*|MC_PREVIEW_TEXT|*', 'preheader'],
    ['*|MC:SUBJECT|*', 'campaign'],
    ['*|CURRENT_YEAR|*', 'today'],
    ['{{ Date "2006" }}', 'today'],
    ['{{ TrackView }}', 'tracking'],
    ['*|UPPER:FNAME|*', 'filter'],
    ['{{ name | upcase }}', 'filter'],
    ['{{ name | default: "a" | truncate: 3 }}', 'filter'],
    ['{{ day | date: "%H:%M" }}', 'filter'],
    ["{{ 'now'|date('Y') }}", 'expression'],
    ['{{ a + b }}', 'expression'],
    ['{{ f(x) }}', 'expression'],
    ['{{ formatDate day }}', 'expression'],
    ['{% assign a = 1 %}', 'expression'],
    ['<% total = 1 %>', 'expression'],
    ['%%[ set @a = 1 ]%%', 'expression'],
    ['*|IF:AGE >= 20|*a*|ELSE:|*b*|END:IF|*', 'condition'],
    ['{% if a == 1 %}a{% else %}b{% endif %}', 'condition'],
    ['{{#if (eq a b)}}a{{else}}b{{/if}}', 'condition'],
    ['{{#equals a "b"}}a{{/equals}}', 'condition'],
    ['{% for i in (1..3) %}a{% endfor %}', 'loop'],
    ['{{#each .}}a{{/each}}', 'loop'],
    ['{{@index}}', 'loop'],
    ['{{../name}}', 'loop'],
    ['{{this}}', 'loop'],
    ['{% include "x" %}', 'include'],
    ['{{> (lookup . "x") }}', 'include'],
    ['{{=<% %>=}}', 'delimiters'],
    ['{{#if a}}x', 'unpaired'],
    ['x{{/if}}', 'unpaired'],
    ['x{% else %}', 'unpaired'],
    ['{{#if a}}x{{else}}y{{else}}z{{/if}}', 'unpaired'],
    ['{*|FNAME|*', 'braces'],
    ['{*|IF:A|*a*|END:IF|*', 'braces'],
    ['<style>a{color:*|COLOR|*}</style>', 'code-place'],
    ['<script>var a = "{{name}}"</script>', 'code-place'],
    ['[Sender_City]', 'address-part'],
    ['*|constructor|*', 'name'],
  ])('%s stays: %s', (said, why) => {
    const {text, replacements, kept} = convertAlone(said)
    expect([text, replacements]).toEqual([said, []])
    expect(kept.map((each) => each.why)).toEqual([why])
  })

  it('is told at its line and column, however lines end', () => {
    const {kept} = convertAlone('a\r\nb\rc\n  *|ARCHIVE|* and *|ARCHIVE|*')
    expect(kept.map(({line, column, tag}) => [line, column, tag])).toEqual([
      [4, 3, '*|ARCHIVE|*'],
      [4, 19, '*|ARCHIVE|*'],
    ])
  })

  it('keeps a whole block as it was, and converts what stands in it', () => {
    const {text, kept} = convertAlone('{% if a == 1 %}{{ contact.X }}{% if b %}B{% endif %}{% else %}C{% endif %}')
    expect(text).toBe('{% if a == 1 %}{{X}}{{#b}}B{{/b}}{% else %}C{% endif %}')
    expect(kept).toHaveLength(1)
  })

  it('does not take the value of a condition for the element of a loop', () => {
    const {text, kept} = convertAlone('{{#each items}}{{#if sale}}{{this}}{{/if}}{{/each}}')
    expect(text).toBe('{{#items}}{{#sale}}{{this}}{{/sale}}{{/items}}')
    expect(kept.map(({why}) => why)).toEqual(['loop'])
  })
})

describe('the system', () => {
  it('is what most tags are of, with the others told', () => {
    const {text, system} = convertAlone('*|FNAME|* *|LNAME|* %recipient.city%')
    expect([text, system]).toEqual(['{{FNAME}} {{LNAME}} {{city}}', 'mailchimp'])
  })

  it('decides, when it is said, about tags that may be ordinary words', () => {
    expect(convertAlone('text:Hi -first_name-, -really-').text).toBe('Hi -first_name-, -really-')
    expect(convertAlone('text:Hi -first_name-, -really-', 'sendgrid').text).toBe('Hi {{first_name}}, -really-')
    expect(convertAlone('text:%name1%').text).toBe('%name1%')
    expect(convertAlone('text:%name1%', 'myasp').text).toBe('{{name1}}')
  })
})

describe('new names', () => {
  it('are given to values, conditions and what is ours already; the others are told as unmet', () => {
    const rename = {FNAME: '氏名', VIP: 'vip', name: 'Name', none: 'x'}
    const {text, renamed} = convertAlone(
      '*|FNAME|**|IF:VIP|*{{ name:date|a }}*|END:IF|*{{#name}}{{/name}}',
      null,
      rename,
    )
    expect(text).toBe('{{氏名}}{{#vip}}{{Name:date|a}}{{/vip}}{{#Name}}{{/Name}}')
    expect([...renamed].sort()).toEqual(['FNAME', 'VIP', 'name'])
  })
})

describe('HTML that is kept as it is', () => {
  it('keeps its three braces in HTML text, and is told; elsewhere two do', () => {
    const {text, raw, kept} = convertAlone('<p>{{{html}}} <%- more %></p><a href="{{{link}}}">')
    expect(text).toBe('<p>{{{html}}} {{{more}}}</p><a href="{{link}}">')
    expect([raw.map(({tag}) => tag), kept]).toEqual([['{{{html}}}', '<%- more %>'], []])
    expect(convertAlone('text:{{{html}}}').text).toBe('{{html}}')
  })
})
