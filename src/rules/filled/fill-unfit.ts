/** Looks for values of the list that cannot stand where their tag is, so that no mail is made for these people. */
import {NOTHING_FILLED} from '../../core/lint/fill-census.ts'
import type {FilledRule} from '../../core/lint/rule.ts'

const some = {name: '氏名', count: 2, samples: []}

export const fillUnfit: FilledRule = {
  id: 'fill-unfit',
  subject: 'filled',
  bad: (
    ['unsafe-url', 'control-character', 'bad-format', 'too-large', 'too-many-steps', 'not-in-charset'] as const
  ).map((why) => ({...NOTHING_FILLED, contacts: 9, stopped: 2, unfit: [{...some, why}]})),
  good: [{...NOTHING_FILLED, contacts: 9, stopped: 2, empty: [some]}],
  check({unfit}, _wanted, report) {
    for (const {name, why, count, samples} of unfit) report({key: `fill-unfit.${why}`, values: {name}, count, samples})
  },
}
