/** Looks whether the headers that every mail must have are there, and whether every line among them is a header. */
import {headersNamed} from '../../core/lint/mail-headers.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const DATE = 'Date: Mon, 30 Nov 2026 10:00:00 +0900'

/** names: as they are to be written. */
export const requiredHeaders: TemplateRule<{readonly names: readonly string[]}> = {
  id: 'required-headers',
  subject: 'template',
  bad: [
    'mail: From: news@example.com\nSubject: Hello\n\nHello\n',
    `mail: ${DATE}\nSubject: Hello\n\nHello\n`,
    `mail: From: news@example.com\n${DATE}\nHello Taro\n\nHello\n`,
    `mail: From: a@example.com, b@example.com\n${DATE}\n\nHello\n`,
  ],
  good: [
    `mail: From: "Shop, News" <news@example.com>\n${DATE}\n\nHello\n`,
    `mail: From: a@example.com, b@example.com\nSender: a@example.com\n${DATE}\n\nHello\n`,
    '<p>Hello</p>',
  ],
  check({mail}, {names}, report) {
    if (mail === undefined) return
    for (const header of names)
      if (headersNamed(mail, header.toLowerCase()).length === 0)
        report({key: 'required-headers.missing', values: {header}, place: mail.placeAt(mail.headersEnd)})
    const stray = mail.headers.find(({name}) => name === null)
    if (stray !== undefined) report({key: 'required-headers.no-header', place: mail.placeAt(stray.offset)})
    const from = headersNamed(mail, 'from')[0]
    if (from !== undefined && hasSeveral(from.raw) && headersNamed(mail, 'sender').length === 0)
      report({key: 'required-headers.sender', place: mail.placeAt(from.offset)})
  },
}

/** True for several mailboxes: a comma that stands in no name, comment or group, between two addresses. */
function hasSeveral(from: string): boolean {
  const bare = from.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^()]*\)/g, '')
  return bare.split(',').filter((mailbox) => mailbox.includes('@')).length > 1
}
