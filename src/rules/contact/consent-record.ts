/** Looks whether a consent is recorded with when it was given, and how, where or under which wording. */
import {proofOf, standingEvent, wordedEvent} from '../../core/consent/read-evidence.ts'
import type {Basis, ConsentFact} from '../../core/contacts/consent.ts'
import {isYes} from '../../core/contacts/consent.ts'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import {EXAMPLE_CASE} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const fact: ConsentFact = {
  kind: 'given',
  basis: 'consent',
  at: Date.UTC(2025, 3, 1),
  method: 'web_form',
  source: null,
  wording: null,
  purpose: null,
  topic: null,
  evidence: {},
}

/**
 * how: the fields of which one suffices to say how the consent came about. Where the wording is one of them, a
 * declaration of the form text for a whole list stands for the date of each consent (Ordinance 4(1)(ii)).
 */
export const consentRecord: ContactRule<{
  readonly basis: Basis
  readonly how: readonly ('method' | 'source' | 'wording')[]
}> = {
  id: 'consent-record',
  subject: 'contact',
  exampleWith: {basis: 'consent', how: ['method', 'source', 'wording']},
  bad: [
    {...EXAMPLE_CASE, consents: [{...fact, at: null}]},
    {...EXAMPLE_CASE, consents: [{...fact, method: null}]},
    {...EXAMPLE_CASE, consents: [{...fact, at: null, method: null}]},
    {...EXAMPLE_CASE, consents: [{...fact, method: ' '}]},
    {...EXAMPLE_CASE, consents: [{...fact, at: null, evidence: {declaration: '6f1c'}}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, method: null, source: 'https://www.example.jp/signup'}]},
    {...EXAMPLE_CASE, consents: [{...fact, method: null, wording: 'news-2025'}]},
    // The confirmation bears the date, the sign-up before it says how.
    {...EXAMPLE_CASE, consents: [fact, {...fact, kind: 'confirmed', at: Date.UTC(2025, 3, 2), method: null}]},
    {...EXAMPLE_CASE, consents: [{...fact, at: null, wording: 'news-2025', evidence: {declaration: '6f1c'}}]},
    // Other bases need no record of this kind; no consent at all is another duty's matter.
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'trade', at: null, method: null}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, wanted, report) {
    const consent = standingEvent(contact)
    if (consent === null || !isYes(consent) || consent.basis !== wanted.basis) return
    const isHow = saysHow(consent, wanted.how) || isHowKnown(contact.consents, contact.asOf, wanted)
    if (consent.at === null) {
      if (wanted.how.includes('wording') && isDeclared(contact, consent)) return
      report({key: isHow ? 'consent-record.no-date' : 'consent-record.nothing', verdict: 'missing'})
    } else if (!isHow) report({key: 'consent-record.no-how', verdict: 'missing'})
  },
}

/** Declared for a whole list, with the name of the form text that was shown. */
function isDeclared(contact: ContactCase, consent: ConsentFact): boolean {
  return proofOf(contact, consent, 'declaration') !== null && wordedEvent(contact, consent) !== null
}

/** True when a yes up to that moment, and after the last no, says how: a sign-up speaks for its confirmation. */
function isHowKnown(
  events: readonly ConsentFact[],
  moment: number,
  wanted: {readonly basis: Basis; readonly how: readonly ('method' | 'source' | 'wording')[]},
): boolean {
  let lastNo = Number.NEGATIVE_INFINITY
  for (const event of events)
    if (!isYes(event) && event.at !== null && event.at <= moment) lastNo = Math.max(lastNo, event.at)
  for (const event of events) {
    if (!isYes(event) || event.basis !== wanted.basis) continue
    const at = event.at ?? Number.NEGATIVE_INFINITY
    if (at <= moment && at >= lastNo && saysHow(event, wanted.how)) return true
  }
  return false
}

function saysHow(event: ConsentFact, fields: readonly ('method' | 'source' | 'wording')[]): boolean {
  for (const field of fields) {
    const words = event[field]
    if (words !== null && words.trim() !== '') return true
  }
  return false
}
