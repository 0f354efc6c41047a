/** Looks for line breaks that got into a header with a value, and for what they leave behind: a Bcc that everybody can read. */
import {headersNamed} from '../../core/lint/mail-headers.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const BREAK = /[\r\n\0]/

export const headerInjection: TemplateRule = {
  id: 'header-injection',
  subject: 'template',
  bad: [
    'mail: From: news@example.com\nSubject: Hello =?utf-8?Q?Taro=0D=0ABcc:_all@example.com?=\n\nHello\n',
    'mail: From: news@example.com\nSubject: Hello Taro\nBcc: all@example.com\n\nHello\n',
  ],
  good: [
    'mail: From: news@example.com\nSubject: =?utf-8?Q?Hello?=\n =?utf-8?Q?_Taro?=\n\nHello\n',
    'mail: From: news@example.com\nSubject: Hello\nBcc:\n\nBcc: all@example.com\n',
    '<p>Hello</p>',
  ],
  check({mail, faults = []}, _wanted, report) {
    for (const {kind, key, values, place} of faults) if (kind === 'header') report({key, values, place})
    if (mail === undefined) return
    for (const {name, value, offset} of mail.headers)
      if (name !== null && BREAK.test(value))
        report({key: 'header-injection.break', values: {header: name}, place: mail.placeAt(offset)})
    for (const {value, offset} of headersNamed(mail, 'bcc'))
      if (value !== '') report({key: 'header-injection.bcc', place: mail.placeAt(offset)})
  },
}
