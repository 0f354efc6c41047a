/** Looks whether a basis other than consent is proven by the field that belongs to it, e.g. the day a card came in. */
import {holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import type {Basis, ConsentFact} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const fact: ConsentFact = {
  kind: 'given',
  basis: 'card',
  at: Date.UTC(2025, 3, 1),
  method: null,
  source: null,
  wording: null,
  purpose: null,
  topic: null,
  evidence: {},
}

/** evidence: name of the field in ConsentFact.evidence, or several of which one suffices; the first is asked for. */
export const basisEvidence: ContactRule<{
  readonly basis: Basis
  readonly evidence: string | readonly string[]
}> = {
  id: 'basis-evidence',
  subject: 'contact',
  exampleWith: {basis: 'card', evidence: ['card_received_at', 'received_by']},
  bad: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {card_received_at: ' '}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {published_url: 'https://www.example.jp/'}}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {card_received_at: '2025-03-28'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {received_by: '営業部'}}]},
    {
      ...EXAMPLE_CASE,
      consents: [
        {...fact, evidence: {card_received_at: '2025-03-28'}},
        {...fact, kind: 'reaffirmed'},
      ],
    },
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'consent'}]},
    {...EXAMPLE_CASE, consents: [fact, {...fact, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, {basis, evidence}, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== basis) return
    if (typeof evidence === 'string') {
      if (proofOf(contact, consent, evidence) !== null) return
    } else for (const name of evidence) if (proofOf(contact, consent, name) !== null) return
    const asked = typeof evidence === 'string' ? evidence : evidence[0]!
    report({key: 'basis-evidence.missing', values: {basis, evidence: asked}, verdict: 'missing'})
  },
}
