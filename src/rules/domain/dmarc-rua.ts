/** Somebody who gets the reports. */
import {mendedDmarc} from '../../core/dns-records/proposals.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const dmarcRua: DomainRule = {
  id: 'dmarc-rua',
  subject: 'domain',
  bad: ['_dmarc TXT v=DMARC1; p=none'],
  good: ['_dmarc TXT v=DMARC1; p=none; rua=mailto:a@example.jp', '@ MX 10 mx'],
  check({dmarc: {applied}}, _wanted, report) {
    if (applied === null || applied.record.reportsTo.length > 0) return
    const {domain, record} = applied
    report({
      key: 'dmarc-rua.none',
      question: `_dmarc.${domain} TXT`,
      publish: mendedDmarc(domain, record, {rua: `mailto:dmarc-reports@${domain}`}),
    })
  },
}
