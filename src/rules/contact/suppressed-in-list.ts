/** Tells how many people of a list must not be mailed whatever their consent, because an opt-out of all mail holds. */
import {EXAMPLE_CENSUS} from '../../core/lint/list-census.ts'
import type {ListRule} from '../../core/lint/rule.ts'

export const suppressedInList: ListRule = {
  id: 'suppressed-in-list',
  subject: 'list',
  bad: [{...EXAMPLE_CENSUS, stopped: {optout: 3, bounce: 1}}],
  good: [EXAMPLE_CENSUS],
  check({stopped}, _, report) {
    const count = Object.values(stopped).reduce((sum, each) => sum + each, 0)
    if (count > 0) report({key: 'suppressed-in-list.some', count})
  },
}
