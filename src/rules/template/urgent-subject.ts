/** Looks for subjects that press with a deadline: it has to be true. */

import type {Catalogue} from '../../core/lint/find-phrases.ts'
import {anyOf, findAll} from '../../core/lint/find-phrases.ts'
import {foldedText} from '../../core/lint/folded-part.ts'
import {URGENT_SUBJECTS} from '../../core/lint/phrases/advertising.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const URGENT = anyOf(URGENT_SUBJECTS as Catalogue)

export const urgentSubject: TemplateRule = {
  id: 'urgent-subject',
  subject: 'template',
  bad: [
    'subject: Last chance: 20% off ends tonight\n<p>Hello</p>',
    'subject: 本日限り！全品半額\n<p>こんにちは</p>',
    'subject: あと３時間で終了\n<p>こんにちは</p>',
  ],
  good: ['subject: Spring list\n<p>The sale ends tonight.</p>', 'subject: 春の新作のご案内\n<p>本日限り</p>'],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      if (part.kind !== 'subject') return
      const [first] = findAll(URGENT, foldedText(part))
      if (first === undefined) return
      const at = {part: index, offset: part.visible.sourceOffset(first.start)}
      report({at, key: 'urgent-subject.deadline', values: {words: part.visible.text.slice(first.start, first.end)}})
    })
  },
}
