/** Looks whether a reason to mail this person is recorded, and whether it is one of those that the duty accepts. */
import {proofOf, standingEvent, subscriberType} from '../../core/consent/read-evidence.ts'
import type {Basis, ConsentFact} from '../../core/contacts/consent.ts'
import {isHeld, yesToCome} from '../../core/contacts/consent.ts'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import {EXAMPLE_CASE} from '../../core/contacts/contact-case.ts'
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

/** exceptSubscribers: organisations need no basis where the law protects persons only; a no of theirs still holds. */
export const consentBasis: ContactRule<{
  readonly bases: readonly Basis[]
  readonly exceptSubscribers?: readonly 'organisation'[]
}> = {
  id: 'consent-basis',
  subject: 'contact',
  exampleWith: {bases: ['consent', 'card', 'trade', 'published'], exceptSubscribers: ['organisation']},
  bad: [
    {...EXAMPLE_CASE, consents: []},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'requested'}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: null, evidence: {subscriber_type: 'person'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'refused', evidence: {subscriber_type: 'organisation'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: null}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'soft_optin'}]},
    {...EXAMPLE_CASE, consents: [fact, {...fact, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)}]},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'refused'}]},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'refused', basis: null, evidence: {status_word: 'たぶん'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: null, evidence: {basis_word: 'Gruppe 7'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'expired'}]},
    {...EXAMPLE_CASE, consents: [{...fact, at: Date.UTC(2026, 5, 1)}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'card'}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'trade', at: null}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'legit_interest', evidence: {subscriber_type: '法人'}}]},
    {
      ...EXAMPLE_CASE,
      consents: [
        {...fact, kind: 'refused'},
        {...fact, kind: 'confirmed', at: Date.UTC(2025, 8, 1)},
      ],
    },
  ],
  check(contact, {bases, exceptSubscribers}, report) {
    const consent = standingEvent(contact)
    if (consent === null) report({key: keyOfNothing(contact), verdict: 'missing'})
    else if (isHeld(consent)) report({key: 'consent-basis.held', verdict: 'withdrawn'})
    else if (consent.kind === 'refused') report({key: 'consent-basis.refused', verdict: 'withdrawn'})
    else if (consent.kind === 'withdrawn') report({key: 'consent-basis.withdrawn', verdict: 'withdrawn'})
    else if (consent.kind === 'expired') report({key: 'consent-basis.expired', verdict: 'expired'})
    else if (consent.basis !== null && bases.includes(consent.basis)) return
    else if (exceptSubscribers !== undefined && isExcepted(contact, consent, exceptSubscribers)) return
    else if (consent.evidence.basis_word !== undefined) report({key: 'consent-basis.unknown-word', verdict: 'missing'})
    else if (consent.basis === null) report({key: 'consent-basis.unknown', verdict: 'missing'})
    else report({key: 'consent-basis.not-accepted', values: {basis: consent.basis}, verdict: 'missing'})
  },
}

/** Who was asked and has not answered, and whose consent bears a day to come, are told apart from who was never asked. */
function keyOfNothing({consents, asOf}: ContactCase): string {
  if (yesToCome(consents, asOf) !== null) return 'consent-basis.future'
  for (const {kind} of consents) if (kind === 'requested') return 'consent-basis.requested'
  return 'consent-basis.missing'
}

function isExcepted(contact: ContactCase, consent: ConsentFact, excepted: readonly string[]): boolean {
  const text = proofOf(contact, consent, 'subscriber_type')
  const type = text === null ? null : subscriberType(text)
  return type !== null && excepted.includes(type)
}
