/** Looks for attachments that mailbox providers take from nobody, such as programs. */
import {REFUSED_ENDINGS} from '../../core/lint/phrases/refused-attachments.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const mail = (name: string) =>
  `mail: From: news@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="${name}"\n\nx\n--b--\n`

export const attachmentTypes: TemplateRule = {
  id: 'attachment-types',
  subject: 'template',
  bad: [mail('setup.exe'), mail('invoice.pdf.js'), mail('A.ISO')],
  good: [mail('catalogue.pdf'), mail('exe'), '<p>setup.exe</p>'],
  check({attachments = []}, _wanted, report) {
    for (const {name, place} of attachments) {
      const ending = /\.(\w{1,12})$/.exec(name.trim())?.[1]?.toLowerCase()
      if (ending !== undefined && REFUSED_ENDINGS.has(ending))
        report({key: 'attachment-types.refused', values: {name: name.slice(0, 60), ending}, ...(place && {place})})
    }
  },
}
