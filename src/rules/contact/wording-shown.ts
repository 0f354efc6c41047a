/** Looks whether the form text under which a consent was given is kept, in the version of its day. */
import {holdingYes, tellsOneOf, wordedEvent} from '../../core/consent/read-evidence.ts'
import type {Wording} from '../../core/consent/wordings.ts'
import {wordingAt, wordingBook} from '../../core/consent/wordings.ts'
import type {Basis, ConsentFact} from '../../core/contacts/consent.ts'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact, NO_SETTING} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const form: Wording = {
  name: 'news-form',
  sha256: 'a'.repeat(64),
  text: 'メールマガジンをお送りします。',
  language: 'ja',
  from: Date.UTC(2025, 0, 1),
  until: Date.UTC(2025, 6, 1),
}
const example = {...EXAMPLE_CASE, setting: {...NO_SETTING, wordings: wordingBook([form])}}
const worded = {...fact, wording: 'news-form'}

type Fault = 'none' | 'unknown' | 'not-covering'

/** unless: where the consent tells one of these, the form text is not asked for. only: these faults alone are told. */
export const wordingShown: ContactRule<{
  readonly basis: Basis
  readonly unless?: readonly ('method' | 'source')[]
  readonly only?: readonly Fault[]
}> = {
  id: 'wording-shown',
  subject: 'contact',
  exampleWith: {basis: 'consent'},
  bad: [
    {...example, consents: [fact]},
    {...example, consents: [{...fact, wording: ' '}]},
    {...example, consents: [{...fact, wording: 'autumn-form'}]},
    {...example, consents: [{...worded, at: Date.UTC(2024, 11, 31)}]},
    {...example, consents: [{...worded, at: Date.UTC(2025, 6, 1)}]},
    {...EXAMPLE_CASE, consents: [worded]},
  ],
  good: [
    {...example, consents: [worded]},
    {...example, consents: [{...worded, wording: 'ＮＥＷＳ-form'}]},
    {...example, consents: [{...fact, wording: 'a'.repeat(12)}]},
    {...example, consents: [worded, {...fact, kind: 'confirmed', at: Date.UTC(2025, 7, 2)}]},
    // Without a date nobody can say which version; that the date is missing is another duty's matter.
    {...example, consents: [{...worded, at: null}]},
    {...example, consents: [{...fact, basis: 'card'}]},
    {...example, consents: []},
  ],
  check(contact, {basis, unless, only}, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== basis) return
    if (unless !== undefined && tellsOneOf(contact, consent, unless)) return
    const fault = faultOf(wordedEvent(contact, consent), contact)
    if (fault !== null && (only === undefined || only.includes(fault)))
      report({key: `wording-shown.${fault}`, verdict: 'missing'})
  },
}

/** shown: the event that names the wording. */
function faultOf(shown: ConsentFact | null, {setting}: ContactCase): Fault | null {
  if (shown === null) return 'none'
  const versions = setting.wordings.named(shown.wording!)
  if (versions.length === 0) return 'unknown'
  return shown.at !== null && wordingAt(versions, shown.at) === null ? 'not-covering' : null
}
