/**
 * Looks whether the person said no last: all that a law asks where nobody needs a consent. A word nobody knows in a
 * column of bases may be that no.
 */
import {standingEvent} from '../../core/consent/read-evidence.ts'
import {isHeld, isUnproven} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

export const notRefused: ContactRule = {
  id: 'not-refused',
  subject: 'contact',
  bad: [
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'refused'}]},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'refused', at: null}]},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'refused', at: null, evidence: {status_word: 'pending'}}]},
    {...EXAMPLE_CASE, consents: [fact, {...fact, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)}]},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'withdrawn'}, fact]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: null, evidence: {basis_word: 'Gruppe 7'}}]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: []},
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'requested'}]},
    {...EXAMPLE_CASE, consents: [{...fact, kind: 'expired'}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: null}]},
    {...EXAMPLE_CASE, consents: [fact, {...fact, basis: null, evidence: {basis_word: 'Gruppe 7'}}]},
    {
      ...EXAMPLE_CASE,
      consents: [
        {...fact, kind: 'refused'},
        {...fact, at: Date.UTC(2025, 5, 1)},
      ],
    },
  ],
  check(contact, _wanted, report) {
    const event = standingEvent(contact)
    if (event !== null && isHeld(event)) report({key: 'not-refused.held', verdict: 'withdrawn'})
    else if (event?.kind === 'refused') report({key: 'not-refused.refused', verdict: 'withdrawn'})
    else if (event?.kind === 'withdrawn') report({key: 'not-refused.withdrawn', verdict: 'withdrawn'})
    else if (event !== null && isUnproven(event) && event.evidence.basis_word !== undefined)
      report({key: 'not-refused.unknown-word', verdict: 'missing'})
  },
}
