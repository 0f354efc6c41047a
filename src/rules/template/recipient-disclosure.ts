/** Looks whether a mail shows its readers the addresses of many others in To and Cc. */
import {headersNamed} from '../../core/lint/mail-headers.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import type {MailView} from '../../core/lint/template-view.ts'

const to = (count: number) => Array.from({length: count}, (_, i) => `p${i + 1}@example.jp`).join(', ')

/** most: addresses that people write to together; a mail to a list has one reader. */
export const recipientDisclosure: TemplateRule<{readonly most: number}> = {
  id: 'recipient-disclosure',
  subject: 'template',
  bad: [
    `mail: From: news@example.com\nTo: ${to(6)}\n\nHello\n`,
    `mail: From: news@example.com\nTo: a@example.jp\nCc: ${to(5)}\n\nHello\n`,
    'mail: From: news@example.com\nTo: a@example.jp, b@example.jp\nList-Unsubscribe: <https://www.example.com/u>\n\nHello\n',
  ],
  good: [
    `mail: From: news@example.com\nTo: ${to(5)}\n\nHello\n`,
    'mail: From: news@example.com\nTo: undisclosed-recipients:;\nList-Id: <news.example.com>\n\nHello\n',
    'mail: From: news@example.com\nTo: "a@example.jp, b" <a@example.jp>\nList-Id: <news.example.com>\n\nHello\n',
    'mail: From: news@example.com\nTo: A@example.jp, a@example.jp\nPrecedence: bulk\n\nHello\n',
    '<p>Hello</p>',
  ],
  check({mail}, {most}, report) {
    if (mail === undefined) return
    const shown = ['to', 'cc'].flatMap((name) => headersNamed(mail, name))
    const addresses = new Set(shown.flatMap(({raw}) => addressesIn(raw)))
    if (addresses.size <= (isToList(mail) ? 1 : most)) return
    // Without the line itself, which would show them once more.
    const {excerpt: _, ...place} = mail.placeAt(shown[0]!.offset)
    report({key: 'recipient-disclosure.shown', values: {addresses: addresses.size}, place})
  },
}

const OF_LISTS = ['list-unsubscribe', 'list-id', 'feedback-id']

function isToList(mail: MailView): boolean {
  return (
    OF_LISTS.some((name) => headersNamed(mail, name).length > 0) ||
    headersNamed(mail, 'precedence').some(({value}) => /^(?:bulk|list)$/i.test(value.trim()))
  )
}

/** In small letters; what names and comments say is no address. */
function addressesIn(header: string): readonly string[] {
  const bare = header.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^()]*\)/g, '')
  return bare.toLowerCase().match(/[^\s<>,:;"()]{1,64}@[^\s<>,:;"()]{1,255}/g) ?? []
}
