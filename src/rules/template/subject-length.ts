/** Looks for subjects longer than any inbox shows; what tags will hold is not counted. */

import {replaceAny} from '../../core/lint/find-phrases.ts'
import {ANY_TAG} from '../../core/lint/phrases/merge-tags.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import {textColumns} from '../../core/text-columns.ts'

/** most: half-width columns. */
export const subjectLength: TemplateRule<{readonly most: number}> = {
  id: 'subject-length',
  subject: 'template',
  bad: [`subject: ${'春の新作のご案内。'.repeat(7)}\n`, `subject: ${'News of the spring '.repeat(6)}\n`],
  good: [
    'subject: 【お知らせ】春の新作のご案内\n',
    `subject: ${'{{name}}'.repeat(20)}\n`,
    `text: ${'春の新作。'.repeat(20)}`,
  ],
  check(view, {most}, report) {
    view.parts.forEach((part, index) => {
      const columns = part.kind === 'subject' ? textColumns(replaceAny(ANY_TAG, part.source, '')) : 0
      if (columns > most)
        report({at: {part: index, offset: 0}, key: 'subject-length.long', values: {columns, limit: most}})
    })
  },
}
