/** Looks for names in salutations and subjects that leave only the words around them where the value is empty. */
import {bareTags} from '../../core/lint/bare-tags.ts'
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
        const isAddressed =
          AFTER.test(wordsOf(part.source.slice(end, end + REACH))) ||
          BEFORE.test(wordsOf(part.source.slice(Math.max(0, start - REACH), start)))
        if (part.kind === 'subject' || isAddressed)
          report({at: {part: index, offset: start}, key: 'tag-fallback.none', values: {name: name.slice(0, 60)}})
      }
    })
  },
}

const REACH = 60
const AFTER = /^\s{0,3}(?:様(?!々)|さま|さん|殿|先生|御中|님)/u
const BEFORE =
  /(?:^|[^\p{L}])(?:dear|hello|hi|hey|hallo|liebe|lieber|guten tag|bonjour|bonsoir|cher|chère|hola|estimad[oa])\s{1,3}$/iu

/** Cells of a row stand on one line. */
const LINE_ENDER =
  /<\/?(?:address|article|blockquote|br|center|div|dl|h[1-6]|hr|li|ol|p|section|table|tr|ul)\b[^<>]*>/gi

/** Words before and after a line's end are not read together. */
function wordsOf(source: string): string {
  return source.replace(LINE_ENDER, '¶').replace(/<[^<>]*>|<[^<>]*$|^[^<>]*>/g, '')
}
