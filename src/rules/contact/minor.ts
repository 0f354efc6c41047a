/** Looks for people who are younger than a law lets consent by themselves. */
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import {addYears, dayNumber} from '../../core/laws/calendar.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

/** A birth date was read as midnight of some zone; noon of it is that day everywhere from UTC-12 to UTC+12. */
const HALF_DAY_MINUTES = 720

/** under: years. A person is that old from the birthday; born on 29 February, from 28 February in common years. */
export const minor: ContactRule<{readonly under: number; readonly zone: number}> = {
  id: 'minor',
  subject: 'contact',
  exampleWith: {under: 16, zone: 540},
  bad: [
    {...EXAMPLE_CASE, bornAt: Date.UTC(2010, 0, 16), consents: [fact]},
    {...EXAMPLE_CASE, bornAt: Date.UTC(2020, 5, 1), consents: []},
  ],
  good: [
    {...EXAMPLE_CASE, bornAt: Date.UTC(2010, 0, 15), consents: [fact]},
    {...EXAMPLE_CASE, bornAt: Date.parse('2010-01-15T00:00:00+09:00'), consents: [fact]},
    {...EXAMPLE_CASE, bornAt: Date.UTC(1980, 0, 1), consents: []},
    {...EXAMPLE_CASE, consents: [fact]},
  ],
  check({bornAt, asOf}, {under, zone}, report) {
    if (bornAt === null) return
    if (dayNumber(asOf, zone) < addYears(dayNumber(bornAt, HALF_DAY_MINUTES), under))
      report({key: 'minor.under', values: {years: under}, verdict: 'missing'})
  },
}
