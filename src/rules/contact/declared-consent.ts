/**
 * Looks whether a consent that rests on one declaration for a whole list (Ordinance 4(1)(ii) of the Specified E-mail
 * Act) has the form text that was shown, for the day it was given.
 */
import {holdingYes, proofOf, wordedEvent} from '../../core/consent/read-evidence.ts'
import {wordingAt, wordingBook} from '../../core/consent/wordings.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT, NO_SETTING} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const form = {
  name: 'news-form',
  sha256: 'a'.repeat(64),
  text: '',
  language: 'ja',
  from: Date.UTC(2025, 0, 1),
  until: null,
}
const example = {...EXAMPLE_CASE, setting: {...NO_SETTING, wordings: wordingBook([form])}}
const fact = {...EXAMPLE_FACT, evidence: {declaration: '6f1c0d1e-0000-4000-8000-000000000001', declared_by: '佐藤'}}

export const declaredConsent: ContactRule = {
  id: 'declared-consent',
  subject: 'contact',
  bad: [
    {...example, consents: [fact]},
    {...example, consents: [{...fact, wording: 'autumn-form'}]},
    {...example, consents: [{...fact, wording: 'news-form', at: Date.UTC(2024, 0, 1)}]},
    {...example, consents: [{...fact, wording: 'news-form', at: null}]},
  ],
  good: [
    {...example, consents: [{...fact, wording: 'news-form'}]},
    {...example, consents: [EXAMPLE_FACT]},
    // Other bases are facts of their own, not words of a form.
    {...example, consents: [{...fact, basis: 'card'}]},
    {...example, consents: []},
  ],
  check(contact, _wanted, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== 'consent') return
    if (proofOf(contact, consent, 'declaration') === null) return
    const shown = wordedEvent(contact, consent)
    const versions = shown === null ? [] : contact.setting.wordings.named(shown.wording!)
    if (versions.length === 0) report({key: 'declared-consent.no-wording', verdict: 'weak'})
    else if (shown!.at === null) report({key: 'declared-consent.no-date', verdict: 'weak'})
    else if (wordingAt(versions, shown!.at) === null) report({key: 'declared-consent.not-covering', verdict: 'weak'})
  },
}
