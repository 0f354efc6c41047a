/** Keys that are in earnest: with t=y receivers treat a failing signature as none. Source: RFC 6376 section 3.6.1. */
import {questionOf} from '../../core/dns-records/answer.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const dkimTesting: DomainRule = {
  id: 'dkim-testing',
  subject: 'domain',
  bad: ['s1._domainkey TXT v=DKIM1; k=ed25519; t=y; p=ED', 's1._domainkey TXT v=DKIM1; k=ed25519; t=s:y; p=ED'],
  good: ['s1._domainkey TXT v=DKIM1; k=ed25519; t=s; p=ED', 's1._domainkey TXT v=DKIM1; p='],
  check({dkim}, _wanted, report) {
    for (const {asked, key, selector, expected} of dkim ?? [])
      if (key.state === 'testing')
        report({
          key: 'dkim-testing.flag',
          values: {selector},
          question: questionOf(asked),
          ...(expected !== null && {publish: expected}),
        })
  },
}
