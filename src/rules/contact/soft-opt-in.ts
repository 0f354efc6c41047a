/** Looks whether a soft opt-in has all its conditions on record: own sale, similar goods, refusal offered. */
import {evidenceAnswer, evidenceMoment, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import {collectorOf, originOf} from '../../core/consent/received.ts'
import type {Basis} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT, NO_SETTING} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const kept = {collected_in_sale_at: '2025-04-01', refusal_offered: 'yes', similar_goods: 'yes'}
const fact = {...EXAMPLE_FACT, basis: 'soft_optin' as const, evidence: kept}

/**
 * needs: fields of the evidence that must be there; one that ends in _at must be a date that has come. conditions:
 * those that may not be a no, asked for or not. The sender must have had the address from the person: a bought or
 * collected one, or one that somebody else collected, never fits.
 */
export const softOptIn: ContactRule<{
  readonly basis: Basis
  readonly needs?: readonly string[]
  readonly conditions?: readonly ('refusal_offered' | 'similar_goods')[]
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
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {...kept, collected_in_sale_at: '2062-01-01'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {...kept, collector: 'Lists Ltd'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, source: 'purchased list'}]},
    {...EXAMPLE_CASE, setting: {...NO_SETTING, origin: 'purchased'}, consents: [fact]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {...kept, refusal_offered: 'はい'}}]},
    {
      ...EXAMPLE_CASE,
      setting: {...NO_SETTING, senderNames: ['Sample Inc.']},
      consents: [{...fact, evidence: {...kept, collector: 'Sample Inc.'}}],
    },
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'consent', evidence: {}}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, {basis, needs = NONE, conditions = CONDITIONS, zone}, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== basis) return
    const origin = originOf(contact, consent)
    if (origin === 'purchased' || origin === 'scraped' || collectorOf(contact, consent) !== null) {
      report({key: 'soft-opt-in.not-direct', values: {basis}, verdict: 'missing'})
      return
    }
    for (const name of needs) {
      const text = proofOf(contact, consent, name)
      if (text !== null && isMet(name, text, contact.asOf, zone)) continue
      const key = `soft-opt-in.${text === null ? 'unsaid' : 'unmet'}`
      report({key, values: {basis, evidence: name}, verdict: 'missing'})
      return
    }
    for (const name of conditions) {
      const text = needs.includes(name) ? null : proofOf(contact, consent, name)
      if (text === null || isMet(name, text, contact.asOf, zone)) continue
      report({key: 'soft-opt-in.unmet', values: {basis, evidence: name}, verdict: 'missing'})
      return
    }
  },
}

const NONE: readonly string[] = []
/** A no to one of these ends the exception even where a law's proof does not ask for it. */
const CONDITIONS: readonly string[] = ['refusal_offered', 'similar_goods']

function isMet(name: string, text: string, asOf: number, zone: number): boolean {
  if (!name.endsWith('_at')) return evidenceAnswer(text) !== false
  const at = evidenceMoment(text, zone)
  return at !== null && at <= asOf
}
