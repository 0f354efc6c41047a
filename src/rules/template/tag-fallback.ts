/** Looks for names in salutations and subjects that leave only the words around them where the value is empty. */
import {bareTags} from '../../core/lint/bare-tags.ts'
import {isAddressed} from '../../core/lint/greetings.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

/** A strict template is not sent where a value is empty; the examples are of a lenient one. */
export const tagFallback: TemplateRule = {
  id: 'tag-fallback',
  subject: 'template',
  exampleView: {filling: 'lenient'},
  bad: [
    '<p>{{氏名}}様</p>',
    '<p><b>{{ name }}</b> さん、こんにちは</p>',
    '<p>Dear {{name}},</p>',
    'text: {{会社名}}御中\n',
    'text: Hallo {{name}}!\n',
  ],
  good: [
    '<p>{{氏名|お客様}}様</p>',
    '<p>{{#name}}{{name}}様{{/name}}{{^name}}お客様{{/name}}</p>',
    '<p>ご予約日: {{予約日}}</p>',
    'text: Dear {{name|customer}},\n',
    'text: {{email}} 様\n',
    '<h1>Hello</h1>\n<p>{{teaser}}</p>',
    '<table>{{#name}}<tr><td>Dear {{name}},</td></tr>{{/name}}{{^name}}<tr><td>Dear customer,</td></tr>{{/name}}</table>',
  ],
  check(view, _wanted, report) {
    const system = view.system ?? null
    if (system === null && view.filling === 'strict') return
    view.parts.forEach((part, index) => {
      for (const {name, start, end} of bareTags(part, system)) {
        if (part.kind === 'subject' || isAddressed(part.source.slice(0, start), part.source.slice(end)))
          report({at: {part: index, offset: start}, key: 'tag-fallback.none', values: {name: name.slice(0, 60)}})
      }
    })
  },
}
