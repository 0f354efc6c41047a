/** Looks for values of the list that break the mail's layout: HTML that shows as such, words too long for a line, line ends. */
import {NOTHING_FILLED} from '../../core/lint/fill-census.ts'
import type {FilledRule} from '../../core/lint/rule.ts'

const some = [{name: '会社名', count: 2, samples: []}]

export const fillLayout: FilledRule = {
  id: 'fill-layout',
  subject: 'filled',
  bad: [
    {...NOTHING_FILLED, contacts: 9, markup: some},
    {...NOTHING_FILLED, contacts: 9, longWords: some},
    {...NOTHING_FILLED, contacts: 9, lineBreaks: some},
  ],
  good: [{...NOTHING_FILLED, contacts: 9}],
  check({markup, longWords, lineBreaks}, _wanted, report) {
    for (const {name, count, samples} of markup) report({key: 'fill-layout.markup', values: {name}, count, samples})
    for (const {name, count, samples} of longWords)
      report({key: 'fill-layout.long-word', values: {name}, count, samples})
    for (const {name, count, samples} of lineBreaks)
      report({key: 'fill-layout.line-break', values: {name}, count, samples})
  },
}
