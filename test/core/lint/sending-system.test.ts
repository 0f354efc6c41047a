/** Templates that another system sends: its tags are its own, those of others are found, and so are slips. */
import {describe, expect, it} from 'vitest'
import {foreignBlocksIn} from '../../../src/core/lint/foreign-blocks.ts'
import {
  detectSystem,
  SYSTEM_NAMES,
  showsSystemTag,
  systemNamed,
  systemOfTag,
  tagFaults,
} from '../../../src/core/lint/sending-system.ts'
import type {System} from '../../../src/core/templates/convert/reading.ts'

function faults(system: System, source: string): readonly string[] {
  return tagFaults({source, kind: 'html'}, system).map(({tag, near}) => (near === null ? tag : `${tag} → ${near}`))
}

describe('the names of systems', () => {
  it('are those of converting and what people call them', () => {
    expect(['mailchimp', 'Salesforce', 'twig', ' brevo '].map(systemNamed)).toEqual([
      'mailchimp',
      'marketing-cloud',
      'liquid',
      'brevo',
    ])
    expect(SYSTEM_NAMES.filter((name) => systemNamed(name) === null)).toEqual([])
    expect(['', 'todoke', 'constructor', '__proto__'].map(systemNamed)).toEqual([null, null, null, null])
  })
})

describe('tags of a mail that a system sends', () => {
  it.each<[System, string]>([
    ['mailchimp', '*|FNAME|* *|IF:VIP|*x*|ELSE:|*y*|END:IF|* *|UNSUB|* *|LIST:ADDRESS|* *|PHONE|* *|COMPANY|*'],
    ['mailchimp', '<a href="*%7CUNSUB%7C*">x</a> 50% off, 100%% [お知らせ] [[重要]] {x}'],
    [
      'sendgrid',
      '{{first_name}} {{#if vip}}x{{/if}} <%asm_group_unsubscribe_raw_url%> [unsubscribe] {{{unsubscribe}}}',
    ],
    [
      'brevo',
      '{{ contact.FIRSTNAME | default: "you" }} {% if contact.VIP %}x{% endif %} {{ unsubscribe }} {{ mirror }}',
    ],
    ['hubspot', '{{ contact.firstname }} {{ unsubscribe_link }} {{ site_settings.company_name }}'],
    [
      'listmonk',
      '{{ .Subscriber.Name }} {{ if .Subscriber.Attribs.vip }}x{{ end }} {{ UnsubscribeURL }} {{ TrackView }}',
    ],
    ['klaviyo', '{{ person.first_name|default:"you" }} {% unsubscribe %} {{ organization.full_address }}'],
    ['mailgun', '%recipient.name% %unsubscribe_url% {{name}}'],
    ['postmark', '{{name}} {{{ pm:unsubscribe }}} {{#each items}}{{this}}{{/each}}'],
    ['marketing-cloud', '%%First Name%% %%=v(@name)=%% %%unsub_center_url%% %%Member_Addr%%'],
    ['campaign-monitor', '[firstname,fallback=you] <unsubscribe>x</unsubscribe> <webversion>x</webversion>'],
    ['percent', '%%氏名%% 様 %%unsubscribe%%'],
    ['brackets', '[[会社名]] [[氏名]] 様 [[unsubscribe_url]]'],
    ['handlebars', '{{#if a}}{{b}}{{else}}{{c}}{{/if}} {{unsubscribe_link}}'],
    ['liquid', '{% for a in list %}{{ a.name | upcase }}{% endfor %}'],
    ['mailjet', '[[data:firstname:"you"]] [[UNSUB_LINK]] {{var:name}}'],
  ])('are all fine in %s: %s', (system, source) => {
    expect(faults(system, source)).toEqual([])
  })

  it.each<[System, string, readonly string[]]>([
    ['mailchimp', '*|FNAME|* {{name}} %%name%% {% if x %}', ['{{name}}', '%%name%%', '{% if x %}']],
    ['brevo', '{{ contact.NAME }} *|FNAME|* {{ unsubscribe_link }}', ['*|FNAME|*', '{{ unsubscribe_link }}']],
    [
      'sendgrid',
      '{{name}} {{ unsubscribe_link }} {% if x %}y{% endif %}',
      ['{{ unsubscribe_link }}', '{% if x %}', '{% endif %}'],
    ],
    ['mailchimp', '*|UNSUBS|* *|LIST:ADRESS|*', ['*|UNSUBS|* → *|UNSUB|*', '*|LIST:ADRESS|* → *|LIST:ADDRESS|*']],
    ['listmonk', '{{ UnsubscribeUrls }}', ['{{ UnsubscribeUrls }} → {{ UnsubscribeURL }}']],
    ['percent', '*|FNAME|* %%氏名%%', ['*|FNAME|*']],
    ['mailchimp', '<!-- {{name}} *|X|* --><style>a{b:{{c}}}</style>{{! todoke-disable x: y }}', []],
  ])('of others are found in %s: %s', (system, source, expected) => {
    expect(faults(system, source)).toEqual(expected)
  })

  it('are told with their places, each once', () => {
    expect(tagFaults({source: 'ab {{x}} {{x}}', kind: 'text'}, 'mailchimp')).toEqual([
      {tag: '{{x}}', offset: 3, near: null},
    ])
  })
})

describe('without a system', () => {
  it('the one that most tags are of is told', () => {
    const told = (source: string) => detectSystem([{source, kind: 'html'}])
    expect(told('*|FNAME|* {{name}} *|UNSUB|*')).toBe('mailchimp')
    expect(told('{{ .Subscriber.Name }} {{ UnsubscribeURL }}')).toBe('listmonk')
    expect(told('{{name}} {{unsubscribe_url}} {{#vip}}x{{/vip}}')).toBe(null)
  })

  it('each tag is called by its own system, or by that of the template where it writes so', () => {
    expect(systemOfTag('*|FNAME|*', 'liquid')).toBe('mailchimp')
    expect(systemOfTag('{% if x %}', 'brevo')).toBe('brevo')
    expect(systemOfTag('{% if x %}', 'mailchimp')).toBe('liquid')
    expect(systemOfTag('{{else}}', 'sendgrid')).toBe('sendgrid')
  })

  it('blocks in double braces that are not ours are found', () => {
    const block = (source: string) => foreignBlocksIn({source, kind: 'html'}).openers[0]?.tag ?? null
    expect(block('<p>{{#if vip}}x{{/if}}</p>')).toBe('{{#if vip}}')
    expect(block('{{ range .items }}x{{ end }}')).toBe('{{ range .items }}')
    expect(block('{{#vip}}x{{/vip}} {{^a b}}x{{/a b}} {{#iffy}}x{{/iffy}}')).toBe(null)
  })
})

it('tags by which others fill in the sender are told from words', () => {
  expect(showsSystemTag('*|LIST:COMPANY|*, *|LIST:ADDRESS|*', 'name')).toBe(true)
  expect(showsSystemTag('*|LIST:COMPANY|*', 'address')).toBe(false)
  expect(showsSystemTag('%SENDER-INFO-SINGLELINE%', 'name')).toBe(true)
  expect(showsSystemTag('%SENDER-INFO-SINGLELINE%', 'address')).toBe(true)
  expect(showsSystemTag('-Sender_Address-', 'address')).toBe(true)
  expect(showsSystemTag('{{sender.name}} our company [address]', 'name')).toBe(false)
})
