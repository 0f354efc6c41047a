/** Looks whether a consent is recorded with when it was given, and how, where or under which wording. */
import type {Basis, ConsentFact} from '../../core/contacts/consent.ts'
import {consentAt} from '../../core/contacts/consent.ts'
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
const known = {country: 'JP', asOf: Date.UTC(2026, 0, 15)} as const

/** how: the fields of which one suffices to say how the consent came about. */
export const consentRecord: ContactRule<{
  readonly basis: Basis
  readonly how: readonly ('method' | 'source' | 'wording')[]
}> = {
  id: 'consent-record',
  subject: 'contact',
  bad: [
    {...known, consents: [{...fact, at: null}]},
    {...known, consents: [{...fact, method: null}]},
    {...known, consents: [{...fact, at: null, method: null}]},
    {...known, consents: [{...fact, method: ' '}]},
  ],
  good: [
    {...known, consents: [fact]},
    {...known, consents: [{...fact, method: null, source: 'https://www.example.jp/signup'}]},
    {...known, consents: [{...fact, method: null, wording: 'news-2025'}]},
    // The confirmation bears the date, the sign-up before it says how.
    {...known, consents: [fact, {...fact, kind: 'confirmed', at: Date.UTC(2025, 3, 2), method: null}]},
    // Other bases need no record of this kind; no consent at all is another duty's matter.
    {...known, consents: [{...fact, basis: 'trade', at: null, method: null}]},
    {...known, consents: []},
  ],
  check(contact, wanted, report) {
    const consent = consentAt(contact.consents, contact.asOf)
    if (consent === null || !isYes(consent) || consent.basis !== wanted.basis) return
    const isHow = saysHow(consent, wanted.how) || isHowKnown(contact.consents, contact.asOf, wanted)
    if (consent.at === null) report({key: isHow ? 'consent-record.no-date' : 'consent-record.nothing'})
    else if (!isHow) report({key: 'consent-record.no-how'})
  },
}

function isYes({kind}: ConsentFact): boolean {
  return kind === 'given' || kind === 'confirmed'
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
