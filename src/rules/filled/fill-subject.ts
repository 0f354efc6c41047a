/** Looks how long the longest subject gets. */
import {NOTHING_FILLED} from '../../core/lint/fill-census.ts'
import type {FilledRule} from '../../core/lint/rule.ts'

const label = {row: 1, id: null, address: null}

/** most: half-width columns that a subject may have. */
export const fillSubject: FilledRule<{readonly most: number}> = {
  id: 'fill-subject',
  subject: 'filled',
  bad: [{...NOTHING_FILLED, contacts: 9, subject: {columns: 101, label}}],
  good: [{...NOTHING_FILLED, contacts: 9, subject: {columns: 100, label}}, NOTHING_FILLED],
  check({subject}, {most}, report) {
    if (subject !== null && subject.columns > most)
      report({key: 'fill-subject.long', values: {columns: subject.columns, limit: most}, samples: [subject.label]})
  },
}
