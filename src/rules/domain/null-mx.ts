/** No null MX on a domain that sends: it says that the domain takes no mail. Source: RFC 7505. */
import {questionOf, recordsOf} from '../../core/dns-records/answer.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const nullMx: DomainRule = {
  id: 'null-mx',
  subject: 'domain',
  bad: ['@ MX 0 .', '@ MX 0 .\n@ MX 10 mx', ';return-path b.example.jp\n@ MX 10 mx\nb MX 0 .'],
  good: ['@ MX 10 mx', '@ A 192.0.2.1'],
  check({domain, mail: {mx}, returnPath}, _wanted, report) {
    const hosts = recordsOf(mx)
    if (hosts.some(({exchange}) => exchange === ''))
      report({
        key: hosts.length === 1 ? 'null-mx.from' : 'null-mx.mixed',
        values: {domain},
        question: questionOf(mx),
      })
    if (returnPath.domain === domain || recordsOf(returnPath.mx).every(({exchange}) => exchange !== '')) return
    report({key: 'null-mx.return-path', values: {domain: returnPath.domain}, question: questionOf(returnPath.mx)})
  },
}
