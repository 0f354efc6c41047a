/** Looks whether the template can be filled for anybody at all. */
import {NOTHING_FILLED} from '../../core/lint/fill-census.ts'
import type {FilledRule} from '../../core/lint/rule.ts'

export const fillNone: FilledRule = {
  id: 'fill-none',
  subject: 'filled',
  bad: [
    {...NOTHING_FILLED, isMade: false},
    {...NOTHING_FILLED, contacts: 9, stopped: 9},
  ],
  good: [NOTHING_FILLED, {...NOTHING_FILLED, contacts: 9, stopped: 8}],
  check({isMade, contacts, stopped}, _wanted, report) {
    if (!isMade) report({key: 'fill-none.template'})
    else if (contacts > 0 && stopped === contacts) report({key: 'fill-none.contacts', count: contacts})
  },
}
