/** Looks whether a consent is recorded with when it was given, and how, where or under which wording. */
import {eventTelling, holdingYes, proofOf, wordedEvent} from '../../core/consent/read-evidence.ts'
import {wordingAt, wordingBook} from '../../core/consent/wordings.ts'
import type {Basis, ConsentFact} from '../../core/contacts/consent.ts'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import {EXAMPLE_CASE, NO_SETTING} from '../../core/contacts/contact-case.ts'
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

const form = {
  ...{name: 'news-2025', sha256: 'a'.repeat(64), text: '', language: 'ja'},
  ...{from: Date.UTC(2025, 0, 1), until: Date.UTC(2025, 6, 1)},
}
const kept = {...EXAMPLE_CASE, setting: {...NO_SETTING, wordings: wordingBook([form])}}
const worded = {...fact, method: null, wording: 'news-2025'}

type How = 'method' | 'source' | 'wording'

/**
 * how: the fields of which one suffices to say how the consent came about; a wording does where its text of that day
 * is kept. Where the wording is one of them, a declaration of the form text for a whole list stands for the date of
 * each consent (Ordinance 4(1)(ii)).
 */
export const consentRecord: ContactRule<{
  readonly basis: Basis
  readonly how: readonly How[]
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
    {...EXAMPLE_CASE, consents: [{...fact, at: null, evidence: {at_text: '31/12/2023'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, at: null, evidence: {at_text: '2022-02-29'}}]},
    {...EXAMPLE_CASE, consents: [worded]},
    {...kept, consents: [{...worded, at: Date.UTC(2025, 6, 1)}]},
    {...kept, consents: [{...worded, at: null}]},
    {...EXAMPLE_CASE, consents: [{...worded, at: null, evidence: {declaration: '6f1c'}}]},
    // A later sign-up is another consent: the form of the first one says nothing of it.
    {
      ...EXAMPLE_CASE,
      consents: [
        {...fact, at: Date.UTC(2018, 3, 1)},
        {...fact, method: null},
      ],
    },
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, method: null, source: 'https://www.example.jp/signup'}]},
    {...kept, consents: [worded]},
    // The confirmation bears the date, the sign-up before it says how.
    {...EXAMPLE_CASE, consents: [fact, {...fact, kind: 'confirmed', at: Date.UTC(2025, 3, 2), method: null}]},
    {...kept, consents: [{...worded, at: null, evidence: {declaration: '6f1c'}}]},
    // Other bases need no record of this kind; no consent at all is another duty's matter.
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'trade', at: null, method: null}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, wanted, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== wanted.basis) return
    const isHow = isHowKnown(contact, consent, wanted.how)
    if (consent.at === null) {
      if (isHow && wanted.how.includes('wording') && isDeclared(contact, consent)) return
      const unread = unreadDate(consent)
      if (unread === null)
        report({key: isHow ? 'consent-record.no-date' : 'consent-record.nothing', verdict: 'missing'})
      else {
        report({key: unread, verdict: 'missing'})
        if (!isHow) report({key: 'consent-record.no-how', verdict: 'missing'})
      }
    } else if (!isHow) report({key: 'consent-record.no-how', verdict: 'missing'})
  },
}

/** A date stands there that nobody could read: one that may mean two days, or none at all. Never what it says. */
function unreadDate({evidence}: ConsentFact): string | null {
  const text = evidence.at_text
  if (text === undefined || text.trim() === '') return null
  return TWO_DAYS.test(text) ? 'consent-record.date-ambiguous' : 'consent-record.date-unread'
}

/** 4/1/2024, 31.12.23, and numbers that count days or seconds: --dates says how they are read. */
const TWO_DAYS = /^\s*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d).*|\d{5,13}(?:\.\d+)?\s*)$/

/** Declared for a whole list, with the name of a form text that is kept. */
function isDeclared(contact: ContactCase, consent: ConsentFact): boolean {
  return proofOf(contact, consent, 'declaration') !== null && isWordingKept(contact, consent)
}

function isHowKnown(contact: ContactCase, consent: ConsentFact, how: readonly How[]): boolean {
  for (const field of how)
    if (field === 'wording' ? isWordingKept(contact, consent) : eventTelling(contact, consent, field) !== null)
      return true
  return false
}

/** A form's name proves nothing: its text must be kept, in a version of that day where a day is known. */
function isWordingKept(contact: ContactCase, consent: ConsentFact): boolean {
  const shown = wordedEvent(contact, consent)
  if (shown === null) return false
  const versions = contact.setting.wordings.named(shown.wording!)
  const at = shown.at ?? consent.at
  return at === null ? versions.length > 0 : wordingAt(versions, at) !== null
}
