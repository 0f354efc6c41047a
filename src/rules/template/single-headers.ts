/** Looks for headers that may stand in a mail once and stand there twice: every program then reads another one. */
import {headersNamed} from '../../core/lint/mail-headers.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

/** names: as they are written. */
export const singleHeaders: TemplateRule<{readonly names: readonly string[]}> = {
  id: 'single-headers',
  subject: 'template',
  bad: [
    'mail: From: news@example.com\nFrom: other@example.com\n\nHello\n',
    'mail: From: news@example.com\nSubject: a\nsubject: b\n\nHello\n',
  ],
  good: ['mail: From: news@example.com\nReceived: a\nReceived: b\nSubject: a\n\nSubject: b\n', '<p>Hello</p>'],
  check({mail}, {names}, report) {
    if (mail === undefined) return
    for (const header of names) {
      const [, ...others] = headersNamed(mail, header.toLowerCase())
      for (const {offset} of others)
        report({key: 'single-headers.twice', values: {header}, place: mail.placeAt(offset)})
    }
  },
}
