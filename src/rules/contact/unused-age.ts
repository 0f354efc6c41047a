/** Looks for people nobody has had to do with for long: neither a consent nor a mail nor a contact within some months. */
import {isOlderThan} from '../../core/consent/age.ts'
import {evidenceMoment, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const old = {...fact, at: Date.UTC(2022, 0, 10)}

/** from: fields of the evidence that name a contact beside consent and last mail. Without any date nobody can say. */
export const unusedAge: ContactRule<{
  readonly months: number
  readonly from?: readonly string[]
  readonly zone: number
}> = {
  id: 'unused-age',
  subject: 'contact',
  exampleWith: {months: 24, from: ['last_contact_at'], zone: 540},
  bad: [
    {...EXAMPLE_CASE, consents: [old]},
    {...EXAMPLE_CASE, consents: [old], lastMailedAt: Date.UTC(2023, 0, 1)},
    {...EXAMPLE_CASE, consents: [{...old, evidence: {last_contact_at: '2023-01-01'}}]},
    {...EXAMPLE_CASE, consents: [{...old, evidence: {last_contact_at: '2062-01-01'}}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [old], lastMailedAt: Date.UTC(2025, 0, 1)},
    {...EXAMPLE_CASE, consents: [{...old, evidence: {last_contact_at: '2025-01-01'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, at: null}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, {months, from, zone}, report) {
    const consent = holdingYes(contact)
    if (consent === null) return
    let last = Math.max(consent.at ?? Number.NEGATIVE_INFINITY, contact.lastMailedAt ?? Number.NEGATIVE_INFINITY)
    for (const name of from ?? NONE) {
      const text = proofOf(contact, consent, name)
      const moment = text === null ? null : evidenceMoment(text, zone)
      if (moment !== null && moment <= contact.asOf && moment > last) last = moment
    }
    if (last !== Number.NEGATIVE_INFINITY && isOlderThan(last, months, contact.asOf, zone))
      report({key: 'unused-age.over', values: {months}, verdict: 'weak'})
  },
}

const NONE: readonly string[] = []
