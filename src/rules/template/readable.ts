/** Looks whether the file could be read as what it says it is: text, a template that holds together, a mail with something to read. */
import type {TemplateRule} from '../../core/lint/rule.ts'

export const readable: TemplateRule = {
  id: 'readable',
  subject: 'template',
  bad: ['mail: From: news@example.com\nContent-Type: image/png\n\nx\n'],
  good: ['<p>Hello</p>', 'mail: From: news@example.com\n\nHello\n'],
  check(view, _wanted, report) {
    for (const {kind, key, values, place} of view.faults ?? []) if (kind === 'file') report({key, values, place})
  },
}
