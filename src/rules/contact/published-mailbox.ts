/** Looks for published addresses that are private mailboxes: the exception is for organisations and people in business. */
import {holdingYes} from '../../core/consent/read-evidence.ts'
import {isCarrierDomain} from '../../core/contacts/carrier-domains.ts'
import type {Basis} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT} from '../../core/contacts/contact-case.ts'
import {isProvider} from '../../core/contacts/well-known-domains.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const fact = {...EXAMPLE_FACT, basis: 'published' as const}

export const publishedMailbox: ContactRule<{readonly basis: Basis}> = {
  id: 'published-mailbox',
  subject: 'contact',
  exampleWith: {basis: 'published'},
  bad: [
    {...EXAMPLE_CASE, domain: 'gmail.com', consents: [fact]},
    {...EXAMPLE_CASE, domain: 'docomo.ne.jp', consents: [fact]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, domain: 'gmail.com', consents: [EXAMPLE_FACT]},
    {...EXAMPLE_CASE, domain: 'gmail.com', consents: []},
  ],
  check(contact, {basis}, report) {
    const consent = holdingYes(contact)
    if (consent === null || consent.basis !== basis) return
    if (isProvider(contact.domain) || isCarrierDomain(contact.domain))
      report({key: 'published-mailbox.private', values: {domain: contact.domain}, verdict: 'missing'})
  },
}
