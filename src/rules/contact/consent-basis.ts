/** Looks whether a reason to mail this person is recorded, and whether it is one of those that the duty accepts. */
import type {Basis, ConsentFact} from '../../core/contacts/consent.ts'
import {consentAt} from '../../core/contacts/consent.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const fact: ConsentFact = {
  kind: 'given',
  basis: 'consent',
  at: Date.UTC(2025, 3, 1),
  method: 'web_form',
  source: 'https://www.example.jp/signup',
  wording: null,
  purpose: null,
  topic: null,
  evidence: {},
}
const known = {country: 'JP', asOf: Date.UTC(2026, 0, 15)} as const

export const consentBasis: ContactRule<{readonly bases: readonly Basis[]}> = {
  id: 'consent-basis',
  subject: 'contact',
  bad: [
    {...known, consents: []},
    {...known, consents: [{...fact, basis: null}]},
    {...known, consents: [{...fact, basis: 'soft_optin'}]},
    {...known, consents: [fact, {...fact, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)}]},
    {...known, consents: [{...fact, kind: 'refused'}]},
    {...known, consents: [{...fact, kind: 'expired'}]},
    {...known, consents: [{...fact, at: Date.UTC(2026, 5, 1)}]},
  ],
  good: [
    {...known, consents: [fact]},
    {...known, consents: [{...fact, basis: 'card'}]},
    {...known, consents: [{...fact, basis: 'trade', at: null}]},
    {
      ...known,
      consents: [
        {...fact, kind: 'refused'},
        {...fact, kind: 'confirmed', at: Date.UTC(2025, 8, 1)},
      ],
    },
  ],
  check(contact, wanted, report) {
    const consent = consentAt(contact.consents, contact.asOf)
    if (consent === null) report({key: 'consent-basis.missing'})
    else if (consent.kind === 'refused') report({key: 'consent-basis.refused'})
    else if (consent.kind === 'withdrawn') report({key: 'consent-basis.withdrawn'})
    else if (consent.kind === 'expired') report({key: 'consent-basis.expired'})
    else if (consent.basis === null) report({key: 'consent-basis.unknown'})
    else if (!wanted.bases.includes(consent.basis))
      report({key: 'consent-basis.not-accepted', values: {basis: consent.basis}})
  },
}
