/** Looks for preheaders longer than any inbox shows beside the subject. */
import {replaceAny} from '../../core/lint/find-phrases.ts'
import {ANY_TAG} from '../../core/lint/phrases/merge-tags.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import {textColumns} from '../../core/text-columns.ts'

/** most: half-width columns; what tags will hold is not counted. */
export const preheaderLength: TemplateRule<{readonly most: number}> = {
  id: 'preheader-length',
  subject: 'template',
  exampleView: {preheader: '春の新作のご案内です。'.repeat(12)},
  bad: ['<p>Hello</p>'],
  good: [],
  check({preheader}, {most}, report) {
    const columns = textColumns(replaceAny(ANY_TAG, preheader ?? '', ''))
    if (columns > most) report({key: 'preheader-length.long', values: {columns, limit: most}})
  },
}
