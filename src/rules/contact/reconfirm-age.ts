/** Looks whether a consent has been confirmed anew within the months a law allows. */
import {isOlderThan} from '../../core/consent/age.ts'
import {evidenceMoment, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import type {Basis} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const old = {...fact, at: Date.UTC(2021, 0, 10)}

/** Counted from the last yes, or from evidence.reconfirmed_at where that is later and not ahead of the moment judged. */
export const reconfirmAge: ContactRule<{readonly basis: Basis; readonly months: number; readonly zone: number}> = {
  id: 'reconfirm-age',
  subject: 'contact',
  exampleWith: {basis: 'consent', months: 24, zone: 540},
  bad: [
    {...EXAMPLE_CASE, consents: [old]},
    {...EXAMPLE_CASE, consents: [{...fact, at: Date.parse('2024-01-14T23:59:59+09:00')}]},
    {...EXAMPLE_CASE, consents: [{...old, evidence: {reconfirmed_at: '2023-01-10'}}]},
    {...EXAMPLE_CASE, consents: [{...old, evidence: {reconfirmed_at: 'last year'}}]},
    {...EXAMPLE_CASE, consents: [{...old, evidence: {reconfirmed_at: '2062-01-01'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, at: null}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, at: Date.parse('2024-01-15T00:00:00+09:00')}]},
    {...EXAMPLE_CASE, consents: [{...old, evidence: {reconfirmed_at: '2025-01-10'}}]},
    {...EXAMPLE_CASE, consents: [old, {...fact, kind: 'reaffirmed'}]},
    {...EXAMPLE_CASE, consents: [{...fact, at: null, evidence: {reconfirmed_at: '2025-01-10'}}]},
    {...EXAMPLE_CASE, consents: [{...old, basis: 'trade'}]},
    {...EXAMPLE_CASE, consents: [old, {...fact, kind: 'withdrawn'}]},
  ],
  check(contact, {basis, months, zone}, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== basis) return
    const text = proofOf(contact, consent, 'reconfirmed_at')
    const said = text === null ? null : evidenceMoment(text, zone)
    const again = said === null || said > contact.asOf ? Number.NEGATIVE_INFINITY : said
    const last = Math.max(consent.at ?? Number.NEGATIVE_INFINITY, again)
    if (last === Number.NEGATIVE_INFINITY) report({key: 'reconfirm-age.no-date', values: {months}, verdict: 'expired'})
    else if (isOlderThan(last, months, contact.asOf, zone))
      report({key: 'reconfirm-age.over', values: {months}, verdict: 'expired'})
  },
}
