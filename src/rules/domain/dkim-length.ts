/** RSA keys that are long enough. Source: RFC 8301 section 3.2. */
import {questionOf} from '../../core/dns-records/answer.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const dkimLength: DomainRule<{atLeast: number; below: number}> = {
  id: 'dkim-length',
  subject: 'domain',
  exampleWith: {atLeast: 1, below: 2048},
  bad: ['s1._domainkey TXT v=DKIM1; p=RSA1024', 's1._domainkey TXT v=DKIM1; p=RSA512'],
  good: ['s1._domainkey TXT v=DKIM1; p=RSA2048', 's1._domainkey TXT v=DKIM1; k=ed25519; p=ED', '@ MX 10 mx'],
  check({dkim}, {atLeast, below}, report) {
    for (const {asked, key, selector} of dkim ?? [])
      if (key.kind === 'rsa' && key.bits !== null && key.bits >= atLeast && key.bits < below)
        report({key: 'dkim-length.short', values: {selector, bits: key.bits, below}, question: questionOf(asked)})
  },
}
