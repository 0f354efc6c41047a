/** Looks whether a soft opt-in has all its conditions on record: sale, own similar goods, refusal offered. */
import {evidenceAnswer, evidenceMoment, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import type {Basis} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const kept = {collected_in_sale_at: '2025-04-01', refusal_offered: 'yes', similar_goods: 'yes'}
const fact = {...EXAMPLE_FACT, basis: 'soft_optin' as const, evidence: kept}

/**
 * needs: fields of the evidence that must be there. One that ends in _at must be a date; no condition may be a no,
 * asked for or not.
 */
export const softOptIn: ContactRule<{
  readonly basis: Basis
  readonly needs: readonly string[]
  readonly zone: number
}> = {
  id: 'soft-opt-in',
  subject: 'contact',
  exampleWith: {basis: 'soft_optin', needs: ['collected_in_sale_at', 'refusal_offered', 'similar_goods'], zone: 540},
  bad: [
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {...kept, refusal_offered: 'no'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {...kept, similar_goods: ' '}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {...kept, collected_in_sale_at: 'yes'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {...kept, similar_goods: '×'}}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {...kept, refusal_offered: 'はい'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'consent', evidence: {}}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, {basis, needs, zone}, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== basis) return
    for (const name of needs) {
      const text = proofOf(contact, consent, name)
      if (text !== null && isMet(name, text, zone)) continue
      report({key: `soft-opt-in.${text === null ? 'unsaid' : 'unmet'}`, values: {evidence: name}, verdict: 'missing'})
      return
    }
    for (const name of CONDITIONS) {
      const text = needs.includes(name) ? null : proofOf(contact, consent, name)
      if (text === null || isMet(name, text, zone)) continue
      report({key: 'soft-opt-in.unmet', values: {evidence: name}, verdict: 'missing'})
      return
    }
  },
}

/** A no to one of these ends the exception even where a law's proof does not ask for it. */
const CONDITIONS = ['refusal_offered', 'similar_goods']

function isMet(name: string, text: string, zone: number): boolean {
  return name.endsWith('_at') ? evidenceMoment(text, zone) !== null : evidenceAnswer(text) !== false
}
