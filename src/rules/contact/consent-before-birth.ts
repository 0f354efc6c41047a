/** Looks for consents older than the person. */
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

export const consentBeforeBirth: ContactRule = {
  id: 'consent-before-birth',
  subject: 'contact',
  bad: [
    {...EXAMPLE_CASE, bornAt: Date.UTC(2025, 5, 1), consents: [fact]},
    {...EXAMPLE_CASE, bornAt: Date.UTC(1990, 5, 1), consents: [fact, {...fact, at: Date.UTC(1985, 0, 1)}]},
  ],
  good: [
    {...EXAMPLE_CASE, bornAt: Date.UTC(1990, 5, 1), consents: [fact]},
    {...EXAMPLE_CASE, bornAt: Date.UTC(2025, 5, 1), consents: [{...fact, at: null}]},
    {...EXAMPLE_CASE, bornAt: Date.UTC(2025, 5, 1), consents: []},
    {...EXAMPLE_CASE, consents: [fact]},
  ],
  check(contact, _wanted, report) {
    if (contact.bornAt === null) return
    for (const {at} of contact.consents) {
      if (at === null || at >= contact.bornAt) continue
      report({key: 'consent-before-birth.before', verdict: 'missing'})
      return
    }
  },
}
