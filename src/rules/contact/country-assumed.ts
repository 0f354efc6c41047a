/** Tells once per list how many people are judged by a country that the list does not say of them, by none, or without a law of their country. */
import {EXAMPLE_CENSUS} from '../../core/lint/list-census.ts'
import type {ListRule} from '../../core/lint/rule.ts'

const SHOWN = 10

export const countryAssumed: ListRule = {
  id: 'country-assumed',
  subject: 'list',
  bad: [
    {...EXAMPLE_CENSUS, assumed: [{country: 'JP', ground: 'audience', count: 40}]},
    {...EXAMPLE_CENSUS, assumed: [{country: null, ground: 'unknown', count: 40}]},
    {...EXAMPLE_CENSUS, lawless: [{country: 'TH', count: 12}]},
  ],
  good: [{...EXAMPLE_CENSUS, assumed: []}],
  check({assumed, lawless}, _, report) {
    for (const {country, count} of assumed)
      if (country === null) report({key: 'country-assumed.unknown', count})
      else report({key: 'country-assumed.audience', values: {country}, count})
    if (lawless.length === 0) return
    const names = lawless.slice(0, SHOWN).map(({country}) => country)
    report({
      key: 'country-assumed.no-law',
      values: {countries: names.join(', ') + (lawless.length > SHOWN ? ' …' : '')},
      count: lawless.reduce((sum, {count}) => sum + count, 0),
    })
  },
}
