/** Looks for people who are younger than a law lets consent by themselves, and whose parents' consent nobody recorded. */
import {evidenceMoment, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import {addYears, dayNumber} from '../../core/laws/calendar.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

/** A birth date was read as midnight of some zone; noon of it is that day everywhere from UTC-12 to UTC+12. */
const HALF_DAY_MINUTES = 720
const CHILD = Date.UTC(2020, 5, 1)

/** under: years. A person is that old from the birthday; born on 29 February, from 28 February in common years. */
export const minor: ContactRule<{readonly under: number; readonly zone: number}> = {
  id: 'minor',
  subject: 'contact',
  exampleWith: {under: 16, zone: 540},
  bad: [
    {...EXAMPLE_CASE, bornAt: Date.UTC(2010, 0, 16), consents: [fact]},
    {...EXAMPLE_CASE, bornAt: Date.UTC(2020, 5, 1), consents: []},
    {...EXAMPLE_CASE, bornAt: CHILD, consents: [{...fact, evidence: {parental_consent_at: 'yes'}}]},
    {...EXAMPLE_CASE, bornAt: CHILD, consents: [{...fact, evidence: {parental_consent_at: '2062-01-01'}}]},
  ],
  good: [
    {...EXAMPLE_CASE, bornAt: Date.UTC(2010, 0, 15), consents: [fact]},
    {...EXAMPLE_CASE, bornAt: Date.parse('2010-01-15T00:00:00+09:00'), consents: [fact]},
    {...EXAMPLE_CASE, bornAt: Date.UTC(1980, 0, 1), consents: []},
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, bornAt: CHILD, consents: [{...fact, evidence: {parental_consent_at: '2025-04-01'}}]},
  ],
  check(contact, {under, zone}, report) {
    const {bornAt, asOf} = contact
    if (bornAt === null) return
    if (dayNumber(asOf, zone) >= addYears(dayNumber(bornAt, HALF_DAY_MINUTES), under)) return
    const consent = holdingYes(contact)
    const text = consent === null ? null : proofOf(contact, consent, 'parental_consent_at')
    const at = text === null ? null : evidenceMoment(text, zone)
    if (at === null || at > asOf) report({key: 'minor.under', values: {years: under}, verdict: 'missing'})
  },
}
