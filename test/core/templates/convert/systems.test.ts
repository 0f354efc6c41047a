// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Braze writes its tags so.
/** What each system's tags become. Every line holds one template and what it must be afterwards. */
import {describe, expect, it} from 'vitest'
import {parseTemplate} from '../../../../src/core/templates/parse-template.ts'
import {convertAlone} from '../../../support/convert.ts'

/** By system: html, and what it becomes; a line beginning with `text:` is plain text. */
const TABLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  mailchimp: [
    ['<p>Hi *|FNAME|*</p>', '<p>Hi {{FNAME}}</p>'],
    ['*|姓|* 様', '{{姓}} 様'],
    ['*|IF:VIP|*A*|END:IF|*', '{{#VIP}}A{{/VIP}}'],
    ['*|IFNOT:VIP|*A*|ELSE:|*B*|END:IF|*', '{{^VIP}}A{{/VIP}}{{#VIP}}B{{/VIP}}'],
    ['*|IF:A|*a*|ELSEIF:B|*b*|ELSE:|*c*|END:IF|*', '{{#A}}a{{/A}}{{^A}}{{#B}}b{{/B}}{{^B}}c{{/B}}{{/A}}'],
    ['<!-- *|IF:A|* -->a<!-- *|END:IF|* -->', '<!-- {{#A}} -->a<!-- {{/A}} -->'],
    ['<a href="*|UNSUB|*">x</a>', '<a href="{{unsubscribe_url}}">x</a>'],
    ['<a href="*%7CUNSUB%7C*">x</a>', '<a href="{{unsubscribe_url}}">x</a>'],
    ['*|LIST:COMPANY|*, *|LIST:ADDRESS|*, *|LIST:PHONE|*', '{{sender.name}}, {{sender.address}}, {{sender.contact}}'],
    ['*|HTML:LIST_ADDRESS_HTML|* *|EMAIL|*', '{{sender.address}} {{email}}'],
    ['*|DATE|* *|TITLE|*', '{{DATE}} {{TITLE}}'],
  ],
  sendgrid: [
    ['<a href="<%asm_group_unsubscribe_raw_url%>">x</a>', '<a href="{{unsubscribe_url}}">x</a>'],
    ['<a href="&lt;%asm_global_unsubscribe_raw_url%&gt;">x</a>', '<a href="{{unsubscribe_url}}">x</a>'],
    ['<a href="{{{unsubscribe}}}">x</a>', '<a href="{{unsubscribe_url}}">x</a>'],
    ['<p><%asm_group_unsubscribe_url%></p>', '<p><a href="{{unsubscribe_url}}">Unsubscribe</a></p>'],
    ['[Sender_Name] {{Sender_Name}}', '{{sender.name}} {{sender.name}}'],
    ['[Sender_Address], [Sender_City], [Sender_State] [Sender_Zip].', '{{sender.address}}.'],
    ['<b>{{Sender_Address}}</b>, <i>{{Sender_City}}</i>', '<b>{{sender.address}}</b><i></i>'],
    ['<a href="[unsubscribe]">x</a>', '<a href="{{unsubscribe_url}}">x</a>'],
    ['{{insert name "default=friend"}} <%asm_group_unsubscribe_raw_url%>', '{{name|friend}} {{unsubscribe_url}}'],
  ],
  handlebars: [
    ['{{#if a}}A{{else}}B{{/if}}', '{{#a}}A{{/a}}{{^a}}B{{/a}}'],
    ['{{#unless a}}A{{else}}B{{/unless}}', '{{^a}}A{{/a}}{{#a}}B{{/a}}'],
    [
      '{{#each items}}{{this.name}} {{price}} {{this}}{{else}}none{{/each}}',
      '{{#items}}{{name}} {{price}} {{.}}{{/items}}{{^items}}none{{/items}}',
    ],
    [
      '{{#each items as |it|}}{{it.name}}{{#if it.sale}}!{{/if}}{{/each}}',
      '{{#items}}{{name}}{{#sale}}!{{/sale}}{{/items}}',
    ],
    ['{{#with user}}{{name}}{{/with}}', '{{#user}}{{name}}{{/user}}'],
    ['{{~#if a~}}A{{~/if~}}', '{{#a}}A{{/a}}'],
    ['{{!-- a }} b --}}x', '{{! a } } b }}x'],
    ['{{> footer}} {{! note }}', '{{> footer}} {{! note }}'],
    ['<a href="{{{link}}}">x</a>', '<a href="{{link}}">x</a>'],
  ],
  brevo: [
    ['{{ contact.NAME }} {{contact.COMPANY}}', '{{NAME}} {{COMPANY}}'],
    ['{{ contact.NAME | default : "x" }}', '{{NAME|x}}'],
    ['{{ contact.EMAIL }}', '{{email}}'],
    ['<a href="{{ unsubscribe }}">x</a>', '<a href="{{unsubscribe_url}}">x</a>'],
    ['{% if contact.VIP %}A{% else %}B{% endif %}', '{{#VIP}}A{{/VIP}}{{^VIP}}B{{/VIP}}'],
  ],
  hubspot: [
    ['{{ contact.firstname }} {{ unsubscribe_link }}', '{{firstname}} {{unsubscribe_url}}'],
    ['<p>{{ unsubscribe_anchor }}</p>', '<p><a href="{{unsubscribe_url}}">Unsubscribe</a></p>'],
    ["{{ personalization_token('contact.firstname', 'there') }}", '{{firstname|there}}'],
    ['{{ site_settings.company_name }}', '{{sender.name}}'],
    ['{{ site_settings.company_street_address_1 }}, {{ site_settings.company_city }}', '{{sender.address}}'],
  ],
  listmonk: [
    ['{{ .Subscriber.Name }} {{ .Subscriber.Attribs.city }} {{ .Subscriber.Email }}', '{{Name}} {{city}} {{email}}'],
    [
      '<a href="{{ UnsubscribeURL }}">x</a><a href="{{ UnsubscribeURL . }}">y</a>',
      '<a href="{{unsubscribe_url}}">x</a><a href="{{unsubscribe_url}}">y</a>',
    ],
    ['{{ if .Subscriber.Attribs.vip }}A{{ else }}B{{ end }}', '{{#vip}}A{{/vip}}{{^vip}}B{{/vip}}'],
    ['{{ TrackLink "https://example.com/a" . }}', 'https://example.com/a'],
  ],
  liquid: [
    [
      '{% if name %}A{% elsif nick %}B{% else %}C{% endif %}',
      '{{#name}}A{{/name}}{{^name}}{{#nick}}B{{/nick}}{{^nick}}C{{/nick}}{{/name}}',
    ],
    ['{%- unless name -%}A{%- endunless -%}', '{{^name}}A{{/name}}'],
    ['{% if name != blank %}A{% endif %}{% if not b %}B{% endif %}', '{{#name}}A{{/name}}{{^b}}B{{/b}}'],
    ['{% if name == "" %}A{% endif %}{% if c is defined %}C{% endif %}', '{{^name}}A{{/name}}{{#c}}C{{/c}}'],
    ['{% for item in items %}{{ item.name }}/{{ item }}{% endfor %}', '{{#items}}{{name}}/{{.}}{{/items}}'],
    [
      '{{ name | default: "there" }} {{ name|default(\'お客様\') }} {{ name | default("x", true) }}',
      '{{name|there}} {{name|お客様}} {{name|x}}',
    ],
    [
      '{{ day | date: "%Y-%m-%d" }} {{ day|date("d F Y") }} {{ day | date }}',
      '{{day:date}} {{day:date-long}} {{day:date}}',
    ],
    ['{{ name | escape }} {{ name or "there" }}', '{{name}} {{name|there}}'],
    ['<td title="{{ n | default: &quot;x&quot; }}">', '<td title="{{n|x}}">'],
    ['{# a note #}', '{{! a note }}'],
  ],
  klaviyo: [
    [
      "{{ person.first_name|default:'there' }} {{ organization.full_address }}",
      '{{first_name|there}} {{sender.address}}',
    ],
    ["<p>{% unsubscribe 'Stop & go' %}</p>", '<p><a href="{{unsubscribe_url}}">Stop &amp; go</a></p>'],
    ['<a href="{% unsubscribe_link %}">x</a>', '<a href="{{unsubscribe_url}}">x</a>'],
    ['text:{% unsubscribe %}', '{{unsubscribe_url}}'],
  ],
  postmark: [
    [
      '{{#each lines}}{{amount}}{{/each}}{{{ pm:unsubscribe }}}',
      '{{#lines}}{{amount}}{{/lines}}<a href="{{unsubscribe_url}}">Unsubscribe</a>',
    ],
    ['<a href="{{{ pm:unsubscribe_url }}}">x</a>', '<a href="{{unsubscribe_url}}">x</a>'],
  ],
  mailgun: [['%recipient.name% %recipient% %unsubscribe_url%', '{{name}} {{email}} {{unsubscribe_url}}']],
  activecampaign: [
    ['%FIRSTNAME% %EMAIL% %UNSUBSCRIBELINK%', '{{FIRSTNAME}} {{email}} {{unsubscribe_url}}'],
    ['%SENDER-INFO-SINGLELINE%', '{{sender.name}}, {{sender.address}}'],
  ],
  'marketing-cloud': [
    ['%%First Name%% %%unsub_center_url%% %%Member_Busname%%', '{{First Name}} {{unsubscribe_url}} {{sender.name}}'],
    ['%%Member_Addr%% %%Member_City%%, %%Member_State%% %%Member_PostalCode%%', '{{sender.address}}'],
    ['%%=v(@firstName)=%%', '{{firstName}}'],
  ],
  percent: [['%%氏名%% 様 %%name%%', '{{氏名}} 様 {{name}}']],
  mailjet: [
    ['[[data:firstname:"there"]] [[var:city]] [[UNSUB_LINK]]', '{{firstname|there}} {{city}} {{unsubscribe_url}}'],
  ],
  brackets: [['[[name]] [[会社名]]', '{{name}} {{会社名}}']],
  hashes: [['##name## ##氏名## ', '{{name}} {{氏名}} ']],
  socketlabs: [['##UnsubscribeLink## ##SenderAddress##', '{{unsubscribe_url}} {{sender.address}}']],
  braze: [
    ["{{${first_name} | default: 'there'}} {{${city}}}", '{{first_name|there}} {{city}}'],
    ['{{${set_user_to_unsubscribed_url}}}', '{{unsubscribe_url}}'],
  ],
  marketo: [
    ['{{lead.First Name:default=there}} {{system.unsubscribeLink}}', '{{First Name|there}} {{unsubscribe_url}}'],
  ],
  kit: [['{{ subscriber.first_name }} {{ unsubscribe_url }}', '{{first_name}} {{ unsubscribe_url }}']],
  customerio: [['{% unsubscribe_url %}', '{{unsubscribe_url}}']],
  'campaign-monitor': [
    ['<unsubscribe style="a">x</unsubscribe>', '<a href="{{unsubscribe_url}}" style="a">x</a>'],
    ['[firstname,fallback=there]', '{{firstname|there}}'],
  ],
  phplist: [
    [
      '<p>[UNSUBSCRIBE]</p><a href="[UNSUBSCRIBEURL]">',
      '<p><a href="{{unsubscribe_url}}">Unsubscribe</a></p><a href="{{unsubscribe_url}}">',
    ],
  ],
  mautic: [['{contactfield=firstname|there} {unsubscribe_url}', '{{firstname|there}} {{unsubscribe_url}}']],
  mailerlite: [
    [
      "{$name|default:'there'} {$unsubscribe} {$account_address}",
      '{{name|there}} {{unsubscribe_url}} {{sender.address}}',
    ],
    ['{if $name}A{else}B{/if}', '{{#name}}A{{/name}}{{^name}}B{{/name}}'],
  ],
  erb: [
    ['text:<%- url %> <%= @name %>', '{{url}} {{name}}'],
    ['<%= name || "there" %><%# note %>', '{{name|there}}{{! note }}'],
    ['<% if (a) { %>A<% } else { %>B<% } %>', '{{#a}}A{{/a}}{{^a}}B{{/a}}'],
    ['<% if a %>A<% else %>B<% end %>', '{{#a}}A{{/a}}{{^a}}B{{/a}}'],
    ['<% items.each do |item| %><%= item.name %><% end %>', '{{#items}}{{name}}{{/items}}'],
    ['<% items.forEach(function(item) { %><%= item.name %><% }) %>', '{{#items}}{{name}}{{/items}}'],
  ],
  myasp: [['%cancelurl%', '{{unsubscribe_url}}']],
  shanon: [['[% Unsubscribe.url %] [% name %]', '{{unsubscribe_url}} {{name}}']],
  mailwizz: [['[UNSUBSCRIBE_URL] [COMPANY_FULL_ADDRESS]', '{{unsubscribe_url}} {{sender.address}}']],
}

describe.each(Object.entries(TABLES))('a template of %s', (system, lines) => {
  it.each(lines)('%s', (said, expected) => {
    const found = convertAlone(said)
    expect(found.text).toBe(expected)
    expect(found.kept).toEqual([])
    expect(parseTemplate(found.text).problems).toEqual([])
    expect(convertAlone(said.startsWith('text:') ? `text:${found.text}` : found.text).text).toBe(found.text)
  })

  it('is told by its tags', () => {
    const all = lines.map(([said]) => said.replace(/^text:/, '')).join('\n')
    expect(convertAlone(all).system).toBe(system)
  })
})

describe('what is no tag', () => {
  it.each([
    'text:100%オフ 50%%、30%%オフ 10%%',
    '50%%オフ30%%',
    '<td style="width:100%;height:50%" width="100%">100% of 50%</td>',
    '<a href="https://example.com/?q=%E3%81%82%E3%81%84%CAFE%20">x</a>',
    '<style>a{width:100%} @media{b{c:d}}</style>',
    '<!-- *|FNAME|* is filled, [[name]] too -->',
    'text:[[お知らせ]] ##お知らせ## ##------## [お知らせ] ■-----■',
    'text:[Unsubscribe] https://shop.example.co.jp/stop [Product Name]',
    'text:-really- good, # heading, ## heading ##',
    'text:{name} {if} [1] [[1,2]] $x ${x} a % b % c',
    '<script>var a = {b: {c: 1}}, d = e[[0]]</script>',
    '{{name}} {{ 氏名|お客様 }} {{#vip}}{{.}}{{/vip}}{{^vip}}x{{/vip}} {{day:date-long|soon}} {{sum:currency-JPY}}',
    '{{unsubscribe_url}} {{sender.name}} {{email}} {{First Name}} {{&raw}}',
  ])('%s', (said) => {
    const {text, replacements, kept} = convertAlone(said)
    expect([text, replacements, kept]).toEqual([said.replace(/^text:/, ''), [], []])
  })
})
