/** Looks whether a basis that holds for some months only has run out: a purchase, an inquiry, a trade relation. */
import {countedFrom, isOlderThan} from '../../core/consent/age.ts'
import {holdingYes} from '../../core/consent/read-evidence.ts'
import type {Basis} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const fact = {...EXAMPLE_FACT, basis: 'implied_purchase' as const, at: null}
const bought = (day: string) => [{...fact, evidence: {last_purchase_at: day}}]

/**
 * from: fields of the evidence in order, the first in which something stands counts; 'at' is the event's own moment.
 * months: by the calendar; the last of them is the day of the same number, or the month's last.
 */
export const basisAge: ContactRule<{
  readonly basis: Basis
  readonly from: readonly string[]
  readonly months: number
  readonly zone: number
}> = {
  id: 'basis-age',
  subject: 'contact',
  exampleWith: {
    basis: 'implied_purchase',
    from: ['relationship_end_at', 'last_purchase_at', 'at'],
    months: 24,
    zone: 540,
  },
  bad: [
    {...EXAMPLE_CASE, consents: bought('2024-01-14')},
    {...EXAMPLE_CASE, consents: bought('1900-01-01')},
    {...EXAMPLE_CASE, consents: bought('last winter')},
    {...EXAMPLE_CASE, consents: bought('2062-01-01')},
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, at: Date.UTC(2023, 0, 1)}]},
    {...EXAMPLE_CASE, asOf: Date.UTC(2026, 1, 28, 15), consents: bought('2024-02-29')},
  ],
  good: [
    {...EXAMPLE_CASE, consents: bought('2024-01-15')},
    {...EXAMPLE_CASE, consents: bought('2025年10月1日')},
    {...EXAMPLE_CASE, consents: [{...fact, at: Date.UTC(2025, 0, 1)}]},
    {...EXAMPLE_CASE, asOf: Date.UTC(2026, 1, 28, 14, 59, 59), consents: bought('2024-02-29')},
    // A subscription that ends on a day to come.
    {
      ...EXAMPLE_CASE,
      consents: [{...fact, evidence: {last_purchase_at: '2019-01-01', relationship_end_at: '2026-12-31'}}],
    },
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'consent'}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, {basis, from, months, zone}, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== basis) return
    const moment = countedFrom(contact, consent, from, zone)
    const values = {basis, months}
    if (typeof moment === 'string') report({key: `basis-age.${moment}`, values: {basis}, verdict: 'missing'})
    else if (isOlderThan(moment, months, contact.asOf, zone))
      report({key: 'basis-age.over', values, verdict: 'expired'})
  },
}
