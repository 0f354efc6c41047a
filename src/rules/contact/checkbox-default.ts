/** Looks for consents by a box that was ticked beforehand. */
import {evidenceAnswer, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

export const checkboxDefault: ContactRule = {
  id: 'checkbox-default',
  subject: 'contact',
  bad: [
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {checkbox_default: 'on'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {checkbox_default: 'Checked'}}]},
    {
      ...EXAMPLE_CASE,
      consents: [
        {...fact, evidence: {checkbox_default: 'on'}},
        {...fact, kind: 'confirmed'},
      ],
    },
  ],
  good: [
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {checkbox_default: 'off'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {checkbox_default: 'none'}}]},
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, _wanted, report) {
    const consent = holdingYes(contact)
    if (consent === null) return
    const text = proofOf(contact, consent, 'checkbox_default')
    if (text === null) return
    const answer = evidenceAnswer(text)
    if (answer === true || (answer === null && /^(pre-?)?(checked|ticked)$/i.test(text.trim())))
      report({key: 'checkbox-default.on', verdict: 'missing'})
  },
}
