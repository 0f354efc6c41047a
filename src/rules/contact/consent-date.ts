/** Looks for dates of consent that cannot be true: after the moment judged, or before mail of this kind existed. */
import type {ConsentFact} from '../../core/contacts/consent.ts'
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

/** notBefore: first year that is believed. */
export const consentDate: ContactRule<{readonly notBefore: number}> = {
  id: 'consent-date',
  subject: 'contact',
  exampleWith: {notBefore: 1995},
  bad: [
    {...EXAMPLE_CASE, consents: [{...fact, at: Date.UTC(2062, 0, 1)}]},
    {...EXAMPLE_CASE, consents: [{...fact, at: Date.UTC(1900, 0, 1)}]},
    {...EXAMPLE_CASE, consents: [fact, {...fact, kind: 'confirmed', at: Date.UTC(2027, 0, 1)}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, at: EXAMPLE_CASE.asOf}]},
    {...EXAMPLE_CASE, consents: [{...fact, at: null}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, wanted, report) {
    const earliest = Date.UTC(wanted.notBefore, 0, 1)
    for (const {at} of contact.consents) {
      if (at === null || (at <= contact.asOf && at >= earliest)) continue
      report({
        key: at > contact.asOf ? 'consent-date.future' : 'consent-date.too-old',
        values: at > contact.asOf ? {} : {year: String(wanted.notBefore)},
      })
      return
    }
  },
}
