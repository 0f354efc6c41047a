/** Looks for lines of a mail that end in another way than the rest: what one server takes for a line end, another does not. */
import type {TemplateRule} from '../../core/lint/rule.ts'

export const lineEnds: TemplateRule = {
  id: 'line-ends',
  subject: 'template',
  bad: [
    'mail: From: news@example.com\r\n\r\nHello\nTaro\r\n',
    'mail: From: news@example.com\n\nHello\rTaro\n',
    'mail: From: news@example.com\r\n\r\nHello\rTaro\r\n',
  ],
  good: ['mail: From: news@example.com\r\n\r\nHello\r\n', 'mail: From: news@example.com\n\nHello\n', '<p>a\r\nb\n</p>'],
  check({mail}, _wanted, report) {
    if (mail === undefined) return
    const {raw, placeAt} = mail
    const first = {crlf: -1, lf: -1, cr: -1}
    for (const {0: end, index} of raw.matchAll(/\r\n|\n|\r/g)) {
      const kind = end === '\r\n' ? 'crlf' : end === '\n' ? 'lf' : 'cr'
      if (first[kind] < 0) first[kind] = index
      if (first.crlf >= 0 && first.lf >= 0 && first.cr >= 0) break
    }
    if (first.cr >= 0) report({key: 'line-ends.cr', place: placeAt(first.cr)})
    // All of a file in one way is how it lies on this disk; both ways together stand so in the mail.
    if (first.crlf >= 0 && first.lf >= 0)
      report({key: 'line-ends.mixed', place: placeAt(Math.max(first.crlf, first.lf))})
  },
}
