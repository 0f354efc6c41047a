/** Looks at the form of List-Id: perhaps a phrase, then a name in angle brackets with a dot in it (RFC 2919). */
import {headersNamed} from '../../core/lint/mail-headers.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const mail = (value: string) => `mail: From: news@example.com\nList-Id: ${value}\n\nHello\n`

export const listId: TemplateRule<{readonly characters: number}> = {
  id: 'list-id',
  subject: 'template',
  bad: [
    mail('News of the shop'),
    mail('news.shop.example.co.jp'),
    mail('<news>'),
    mail('<my news.example.com>'),
    mail('<a.example.com>\nList-Id: <b.example.com>'),
    mail(`<${'a.'.repeat(130)}example.com>`),
  ],
  good: [mail('News <news.shop.example.co.jp>'), mail('<news.example.com>'), '<p>Hello</p>'],
  check({mail}, {characters}, report) {
    if (mail === undefined) return
    for (const [index, {value, offset, valueOffset}] of headersNamed(mail, 'list-id').entries()) {
      const name = /<([^<>]*)>\s*$/.exec(value)?.[1] ?? ''
      if (index > 0) report({key: 'list-id.twice', place: mail.placeAt(offset)})
      else if (!/^[^\s.<>@]+(?:\.[^\s.<>@]+)+$/.test(name))
        report({key: 'list-id.form', values: {found: value.slice(0, 60)}, place: mail.placeAt(valueOffset + 1)})
      else if (name.length > characters)
        report({key: 'list-id.long', values: {length: name.length, limit: characters}, place: mail.placeAt(offset)})
    }
  },
}
