/** Looks for addresses at domains of the FCC's wireless list without express prior authorisation (47 CFR 64.3100). */
import {evidenceMoment, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact, NO_SETTING} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const example = {
  ...EXAMPLE_CASE,
  country: 'US',
  domain: 'vtext.com',
  setting: {...NO_SETTING, wirelessDomains: new Set(['vtext.com'])},
}

export const wirelessDomain: ContactRule<{readonly zone: number}> = {
  id: 'wireless-domain',
  subject: 'contact',
  exampleWith: {zone: -300},
  bad: [
    {...example, consents: []},
    {...example, consents: [fact]},
    {...example, consents: [{...fact, evidence: {express_prior_authorization_at: 'yes'}}]},
    {...example, consents: [{...fact, evidence: {express_prior_authorization_at: '2062-01-01'}}]},
    {
      ...example,
      consents: [
        {...fact, evidence: {express_prior_authorization_at: '2025-04-01'}},
        {...fact, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)},
      ],
    },
  ],
  good: [
    {...example, consents: [{...fact, evidence: {express_prior_authorization_at: '2025-04-01'}}]},
    {...example, domain: 'example.com', consents: []},
  ],
  check(contact, {zone}, report) {
    if (!contact.setting.wirelessDomains.has(contact.domain)) return
    const consent = holdingYes(contact)
    const text = consent === null ? null : proofOf(contact, consent, 'express_prior_authorization_at')
    const at = text === null ? null : evidenceMoment(text, zone)
    // An authorisation is prior, so no day to come.
    if (at === null || at > contact.asOf)
      report({key: 'wireless-domain.unauthorised', values: {domain: contact.domain}, verdict: 'missing'})
  },
}
