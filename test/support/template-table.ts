/** Contents that use every part of the template language and of a mail's make-up; each is compiled strictly. */

import type {FrozenFile, SendContent} from '../../src/core/sending/send-content.ts'
import type {PartAsk} from '../../src/core/templates/compile-part.ts'
import {footerSource} from '../../src/core/templates/footer.ts'
import {withPreheader} from '../../src/core/templates/preheader.ts'
import {compiled, contentOf} from './mail-cases.ts'

type Written = Parameters<typeof contentOf>[0] & {
  readonly raw?: readonly string[]
  readonly partials?: Readonly<Record<string, string>>
  readonly preheader?: string
}

const PAGE = (body: string) =>
  `<!doctype html>\n<html><head><title>{{name|News}}</title></head><body class="x">\n${body}\n</body></html>\n`

const BLOCKS: Readonly<Record<string, Written>> = {
  'a default': {
    text: 'Dear {{name|customer}},\nplan: {{plan|none}}\n',
    html: PAGE('<p>{{name|customer}} {{plan|}}</p>'),
  },
  'a section': {text: '{{#plan}}plan {{plan}}\n{{/plan}}end\n', html: PAGE('{{#plan}}<b>{{plan}}</b>{{/plan}}')},
  'an inverted section': {text: '{{^plan}}no plan\n{{/plan}}end\n', html: PAGE('{{^plan}}<i>none</i>{{/plan}}')},
  'sections in sections': {
    text: '{{#plan}}{{#note}}both {{note}}{{/note}}{{^note}}plan only{{/note}}{{/plan}}.\n',
    html: PAGE('{{#plan}}<p>{{#note}}<b>{{note}}</b>{{/note}}</p>{{/plan}}'),
  },
  'a list of data': {
    text: 'items:\n{{#items}}\n- {{title}}: {{price:number}}\n{{/items}}\n',
    html: PAGE('<ul>{{#items}}<li title="{{title}}">{{title}} {{price:currency-JPY}}</li>{{/items}}</ul>'),
  },
  'a list of words': {text: '{{#tags}}[{{.}}]{{/tags}}\n', html: PAGE('{{#tags}}<i>{{.}}</i>{{/tags}}')},
  'a path into data': {text: '{{order.id}} {{order.item|-}}\n', html: PAGE('<td>{{order.id}}</td>')},
  formats: {text: '{{joined:date}} {{joined:date-long}} {{points:number}} {{rate:percent}} {{points:currency-JPY}}\n'},
  partials: {
    text: 'x\n  {{> greeting}}\n{{> greeting}}',
    html: PAGE('{{> greeting}}<hr>{{> greeting}}'),
    partials: {greeting: 'Hi {{name|you}}\n'},
  },
  'the footer': {text: 'x\n{{> footer}}', html: PAGE('{{> footer}}')},
  'a preheader': {html: PAGE('<p>{{name|x}}</p>'), preheader: '{{name|x}} & <more>'},
  'a comment': {text: 'a{{! nothing }}b\n{{! alone }}\nc\n', html: PAGE('<!-- {{name|x}} --><p>x</p>')},
  links: {
    html: PAGE(
      '<a href="https://example.com/?n={{name|x}}&amp;p={{plan|-}}">x</a> <a href="{{unsubscribe_url}}">out</a>',
    ),
    text: '{{unsubscribe_url}} {{email}}\n',
  },
  'a raw field': {html: PAGE('<div>{{{banner}}}</div>'), raw: ['banner'], text: 'x\n'},
  attributes: {html: PAGE(`<p title="{{name|x}}" lang='{{note|x}}'>x</p>`), text: '.{{name|x}}\n'},
  'dots and From lines': {text: '.\n..\n.{{name|x}}\nFrom here\n{{name|x}}\n.\n', html: PAGE('.\n.{{name|x}}\n')},
  'lines of any length': {
    text: `${'long '.repeat(800)}{{name|x}}\n${'x'.repeat(990)}{{plan|}}\n`,
    html: PAGE(`<p>${'word '.repeat(900)}{{name|x}}</p>`),
  },
  'no line end': {text: '{{name|x}}', html: '<p>{{name|x}}</p>'},
  'a conditional comment': {html: PAGE('<!--[if mso]><td>{{name|x}}</td><![endif]--><p>x</p>'), text: 'x'},
  'trailing blanks': {text: 'a \nb\t\n{{name|x}} \n=\n-- \n', html: PAGE('<p>x </p> \n')},
}

const FILES: readonly FrozenFile[] = [
  {name: 'logo.png', type: 'image/png', cid: 'logo@todoke', content: Buffer.alloc(900, 1).toString('base64')},
  {name: 'ご案内 "1".pdf', type: 'application/pdf', cid: null, content: Buffer.alloc(3000, 2).toString('base64')},
  {name: 'list.txt', type: 'text/plain', cid: null, content: Buffer.from('a\r\n.\r\nb').toString('base64')},
]

/** Each block is sent in these ways; what they say of themselves goes in front of it. */
const WAYS: Readonly<Record<string, (block: Written) => Written>> = {
  'quoted-printable': (block) => ({...block, subject: 'Hello {{name|you}}'}),
  '8bit, with pictures and files': (block) => ({
    ...block,
    subject: '【{{name|お客様}}様】お知らせ',
    language: 'ja',
    eightBit: true,
    files: FILES,
    html: block.html == null ? null : `${block.html}<img src="cid:logo@todoke" alt="{{name|x}}">`,
    text: `お知らせです。\n${block.text ?? 'x'}`,
    complaints: 'fbl@example.com',
    bounces: 'bounce@example.com',
  }),
  'ISO-2022-JP': (block) => ({
    ...block,
    subject: '{{name|お客様}}様へのお知らせ',
    language: 'ja',
    charset: 'iso-2022-jp',
    from: {name: '株式会社サンプル', address: 'info@example.jp'},
    replyTo: 'reply@example.jp',
    text: `こんにちは、${block.text ?? 'x'}`,
  }),
}

function contentFor({preheader, raw = [], partials = {}, ...written}: Written): SendContent {
  const {subject = 'News', text = 'Hello', html = null, language = 'en', ...parts} = written
  const ask = (kind: 'html' | 'text'): Partial<PartAsk> => ({
    raw: new Set(raw),
    partials: new Map(
      Object.entries({footer: footerSource([language], kind), ...partials}).map(([name, source]) => [
        name,
        {file: name, source},
      ]),
    ),
  })
  const content = {...contentOf({subject, language, ...parts}), text: compiled(text, 'text', ask('text'))}
  if (html === null) return content
  const body = compiled(html, 'html', ask('html'))
  return {...content, html: preheader === undefined ? body : withPreheader(body, compiled(preheader, 'text'))}
}

export const CONTENTS: readonly (readonly [string, SendContent])[] = Object.entries(WAYS).flatMap(([way, inWay]) =>
  Object.entries(BLOCKS).map(([name, block]) => [`${way}: ${name}`, contentFor(inWay(block))] as const),
)
