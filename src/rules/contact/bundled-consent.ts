/** Looks for consents that came with something else: general terms, a contract, another purpose. */
import {evidenceAnswer, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

export const bundledConsent: ContactRule = {
  id: 'bundled-consent',
  subject: 'contact',
  bad: [
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {bundled: 'yes'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {bundled: 'true'}}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {bundled: 'no'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'trade', evidence: {bundled: 'yes'}}]},
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, _wanted, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== 'consent') return
    const text = proofOf(contact, consent, 'bundled')
    if (text !== null && evidenceAnswer(text) === true) report({key: 'bundled-consent.bundled', verdict: 'missing'})
  },
}
