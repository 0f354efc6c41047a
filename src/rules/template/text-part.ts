/** Looks for mails of HTML alone: readers of plain text get nothing, and filters hold it against a mail. */
import type {TemplateRule} from '../../core/lint/rule.ts'

export const textPart: TemplateRule = {
  id: 'text-part',
  subject: 'template',
  isOfWholeMail: true,
  bad: ['<p>Hello {{name}}</p>'],
  good: ['text: Hello {{name}}\n'],
  check(view, _wanted, report) {
    const html = view.parts.findIndex(({kind}) => kind === 'html')
    const hasText = view.parts.some(({kind}) => kind === 'text')
    if (html < 0 || hasText || view.isTextElsewhere) return
    report({at: {part: html, offset: 0}, key: 'text-part.missing'})
  },
}
