/** Looks whether a send's purpose is among those the person agreed to. Asked only where a purpose is to be judged. */
import {purposesOf} from '../../core/consent/purposes.ts'
import {holdingYes} from '../../core/consent/read-evidence.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact, NO_SETTING} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const example = {...EXAMPLE_CASE, setting: {...NO_SETTING, purpose: 'newsletter'}}

/** A consent that names no purpose contradicts none: that is told by the wording, not by this. */
export const purposeMatch: ContactRule = {
  id: 'purpose-match',
  subject: 'contact',
  bad: [
    {...example, consents: [{...fact, purpose: 'support'}]},
    {...example, consents: [{...fact, purpose: 'support, events'}]},
    {...example, consents: [{...fact, purpose: 'newsletter archive'}]},
  ],
  good: [
    {...example, consents: [{...fact, purpose: 'Newsletter'}]},
    {...example, consents: [{...fact, purpose: 'support、newsletter'}]},
    {...example, consents: [{...fact, purpose: '["events","newsletter"]'}]},
    {...example, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, purpose: 'support'}]},
    {...example, consents: []},
  ],
  check(contact, _wanted, report) {
    const {purpose} = contact.setting
    if (purpose === null) return
    const agreed = holdingYes(contact)?.purpose ?? null
    if (agreed === null || agreed.trim() === '') return
    const names = purposesOf(agreed)
    for (const wanted of purposesOf(purpose)) {
      if (names.has(wanted)) continue
      report({key: 'purpose-match.differs', values: {wanted: purpose}, verdict: 'missing'})
      return
    }
  },
}
