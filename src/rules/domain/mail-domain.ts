/** A From domain that exists and can be written to. Source: RFC 5321 sections 2.3.5, 5.1. */
import {isUnanswered, questionOf} from '../../core/dns-records/answer.ts'
import {notAnswered} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const mailDomain: DomainRule = {
  id: 'mail-domain',
  subject: 'domain',
  bad: ['example.net. A 192.0.2.1', '@ TXT v=spf1 -all'],
  good: ['@ MX 10 mx', '@ A 192.0.2.1', '@ AAAA 2001:db8::1', '@ MX 0 .'],
  check({domain, mail: {mx, addresses}}, _wanted, report) {
    if (isUnanswered(mx)) return report(notAnswered(mx))
    if (addresses?.state === 'unanswered') return report(notAnswered(addresses.asked))
    if (addresses?.state !== 'absent') return
    const isNameless = mx.answer.state === 'no-name'
    report({key: isNameless ? 'mail-domain.no-name' : 'mail-domain.none', values: {domain}, question: questionOf(mx)})
  },
}
