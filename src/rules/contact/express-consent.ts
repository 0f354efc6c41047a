/** Looks whether a consent was express: given by a clear act, not implied. */
import {evidenceAnswer, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import type {Basis} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

/** bases: those that count beside or as an express consent; another one is implied at best. */
export const expressConsent: ContactRule<{readonly bases: readonly Basis[]}> = {
  id: 'express-consent',
  subject: 'contact',
  exampleWith: {bases: ['consent', 'soft_optin']},
  bad: [
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {express: 'no'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {express: 'いいえ'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {express: 'implied'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'implied_purchase'}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {express: 'yes'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'soft_optin'}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: null}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, wanted, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis === null) return
    if (!wanted.bases.includes(consent.basis)) {
      report({key: 'express-consent.implied', values: {basis: consent.basis}, verdict: 'missing'})
      return
    }
    if (consent.basis !== 'consent') return
    const text = proofOf(contact, consent, 'express')
    if (text === null) return
    // A word such as "implied" is no yes, and so no express consent.
    if (evidenceAnswer(text) !== true && !/^express|^explicit|明示/i.test(text.trim()))
      report({key: 'express-consent.not-express', verdict: 'missing'})
  },
}
