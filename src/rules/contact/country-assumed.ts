/** Tells once per list how many people are judged by a country that the list does not say of them, or by none. */
import {EXAMPLE_CENSUS} from '../../core/lint/list-census.ts'
import type {ListRule} from '../../core/lint/rule.ts'

export const countryAssumed: ListRule = {
  id: 'country-assumed',
  subject: 'list',
  bad: [
    {...EXAMPLE_CENSUS, assumed: [{country: 'JP', ground: 'audience', count: 40}]},
    {...EXAMPLE_CENSUS, assumed: [{country: null, ground: 'unknown', count: 40}]},
  ],
  good: [{...EXAMPLE_CENSUS, assumed: []}],
  check({assumed}, _, report) {
    for (const {country, count} of assumed)
      if (country === null) report({key: 'country-assumed.unknown', count})
      else report({key: 'country-assumed.audience', values: {country}, count})
  },
}
