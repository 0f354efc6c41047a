/** Looks for people of the list whose mail lacks a value: none is made for them, or theirs has a gap or a word for nothing. */
import {NOTHING_FILLED} from '../../core/lint/fill-census.ts'
import type {FilledRule} from '../../core/lint/rule.ts'

const some = {name: '氏名', count: 2, samples: []}

export const fillEmpty: FilledRule = {
  id: 'fill-empty',
  subject: 'filled',
  bad: [
    {...NOTHING_FILLED, contacts: 9, stopped: 2, empty: [some]},
    {...NOTHING_FILLED, contacts: 9, gaps: [some]},
    {...NOTHING_FILLED, contacts: 9, standIns: [{...some, value: 'NULL'}]},
  ],
  good: [{...NOTHING_FILLED, contacts: 9}],
  check({empty, gaps, standIns}, _wanted, report) {
    for (const {name, count, samples} of empty) report({key: 'fill-empty.stops', values: {name}, count, samples})
    for (const {name, count, samples} of gaps) report({key: 'fill-empty.gap', values: {name}, count, samples})
    for (const {name, value, count, samples} of standIns)
      report({key: 'fill-empty.stand-in', values: {name, value}, count, samples})
  },
}
