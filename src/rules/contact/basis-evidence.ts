/** Looks whether a basis other than consent is proven by the field that belongs to it, e.g. the day a card came in. */
import type {Basis, ConsentFact} from '../../core/contacts/consent.ts'
import {consentAt} from '../../core/contacts/consent.ts'
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
const known = {country: 'JP', asOf: Date.UTC(2026, 0, 15)} as const

/** evidence: name of the field in ConsentFact.evidence. */
export const basisEvidence: ContactRule<{readonly basis: Basis; readonly evidence: string}> = {
  id: 'basis-evidence',
  subject: 'contact',
  bad: [
    {...known, consents: [fact]},
    {...known, consents: [{...fact, evidence: {card_received_at: ' '}}]},
    {...known, consents: [{...fact, evidence: {published_url: 'https://www.example.jp/'}}]},
  ],
  good: [
    {...known, consents: [{...fact, evidence: {card_received_at: '2025-03-28'}}]},
    {...known, consents: [{...fact, basis: 'consent'}]},
    {...known, consents: [fact, {...fact, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)}]},
    {...known, consents: []},
  ],
  check(contact, wanted, report) {
    const consent = consentAt(contact.consents, contact.asOf)
    if (consent === null || consent.basis !== wanted.basis) return
    if (consent.kind !== 'given' && consent.kind !== 'confirmed') return
    const given = consent.evidence[wanted.evidence]
    if (given === undefined || given.trim() === '')
      report({key: 'basis-evidence.missing', values: {basis: wanted.basis, evidence: wanted.evidence}})
  },
}
