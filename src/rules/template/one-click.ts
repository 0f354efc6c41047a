/** Looks whether a mail that offers a way out in its text offers it to mail programs as well, in its headers. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {headersNamed} from '../../core/lint/mail-headers.ts'
import {optOutLinks} from '../../core/lint/opt-out-links.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const mail = (header: string) =>
  `mail: From: news@example.com\n${header}\nTo unsubscribe: https://shop.example.co.jp/stop\n`

const HEADERS = ['List-Unsubscribe', 'List-Unsubscribe-Post'] as const

export const oneClick: TemplateRule = {
  id: 'one-click',
  subject: 'template',
  bad: [mail(''), mail('List-Unsubscribe: <mailto:stop@example.com>\n')],
  good: [
    mail('List-Unsubscribe: <https://a.example.co.jp/1>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n'),
    'mail: From: orders@example.com\n\nYour order was sent.\n',
    '<p><a href="https://shop.example.co.jp/stop">Unsubscribe</a></p>',
  ],
  check(view, _wanted, report) {
    const {mail} = view
    // A mail without a way out is perhaps no advertising; whether it needs one, the laws say.
    if (mail === undefined || !bodyParts(view).some(({part}) => optOutLinks(part).length > 0)) return
    const missing = HEADERS.filter((header) => headersNamed(mail, header.toLowerCase()).length === 0)
    if (missing.length === 0) return
    report({key: 'one-click.missing', values: {headers: missing.join(', ')}, place: mail.placeAt(mail.headersEnd)})
  },
}
