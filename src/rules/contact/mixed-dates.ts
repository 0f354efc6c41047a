/** Looks whether one column writes its dates in several ways: then some of them may have been read as other days. */
import {EXAMPLE_CENSUS} from '../../core/lint/list-census.ts'
import type {ListRule} from '../../core/lint/rule.ts'

const column = '同意日'
const forms = [
  {form: 'Y-M-M', rows: 700},
  {form: 'M/M/Y', rows: 200},
  {form: 'Y年M月M日', rows: 100},
]
const SHOWN = 4

/** forms: from this many on it is said. */
export const mixedDates: ListRule<{readonly forms: number}> = {
  id: 'mixed-dates',
  subject: 'list',
  bad: [{...EXAMPLE_CENSUS, dateForms: [{column, forms}]}],
  good: [
    {...EXAMPLE_CENSUS, dateForms: [{column, forms: forms.slice(0, 2)}]},
    {...EXAMPLE_CENSUS, dateForms: []},
  ],
  check({dateForms}, wanted, report) {
    for (const each of dateForms) {
      if (each.forms.length < wanted.forms) continue
      const shown = each.forms.slice(0, SHOWN).map(({form, rows}) => `${form} ${rows}`)
      const rest = each.forms.length > SHOWN ? ' …' : ''
      report({
        key: 'mixed-dates.forms',
        values: {ways: each.forms.length, samples: shown.join(' / ') + rest},
        column: each.column,
      })
    }
  },
}
