/** A policy by which forged mail is refused: the last step, once the reports show that one's own mail passes. */

import {policyFor} from '../../core/lint/domain-view.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const dmarcEnforced: DomainRule = {
  id: 'dmarc-enforced',
  subject: 'domain',
  bad: [
    '_dmarc TXT v=DMARC1; p=none',
    '_dmarc TXT v=DMARC1; p=reject; t=y',
    ';domain news.example.jp\n_dmarc.example.jp. TXT v=DMARC1; p=reject; sp=none',
  ],
  good: ['_dmarc TXT v=DMARC1; p=reject', '_dmarc TXT v=DMARC1; p=quarantine; sp=none', '@ MX 10 mx'],
  check({domain, dmarc: {applied}}, _wanted, report) {
    if (applied === null) return
    const policy = policyFor(domain, applied)
    const question = `_dmarc.${applied.domain} TXT`
    if (policy === 'none') report({key: 'dmarc-enforced.none', values: {domain}, question})
    else if (policy !== null && applied.record.isTesting)
      report({key: 'dmarc-enforced.testing', values: {policy}, question})
  },
}
