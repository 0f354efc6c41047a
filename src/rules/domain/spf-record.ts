/** One SPF record, and one that can be read. Source: RFC 7208 section 4.5. */
import {isUnanswered, questionOf, recordsOf} from '../../core/dns-records/answer.ts'
import {mergedSpf, proposedSpf} from '../../core/dns-records/proposals.ts'
import {readSpf} from '../../core/dns-records/spf-record.ts'
import {notAnswered} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const spfRecord: DomainRule<{whose: 'from' | 'returnPath'}> = {
  id: 'spf-record',
  subject: 'domain',
  bad: ['@ MX 10 mx', '@ TXT v=spf1 mx -all\n@ TXT v=spf1 a -all', '@ TXT v=spf1 ipv4:192.0.2.1 -all'],
  good: ['@ TXT v=spf1 mx -all\n@ TXT verification=abc'],
  check({spf, domain: from, returnPath, relayHost, mail}, {whose}, report) {
    const {asked, texts, record} = spf[whose]
    const domain = whose === 'from' ? from : returnPath.domain
    const question = questionOf(asked)
    if (isUnanswered(asked)) return report(notAnswered(asked))
    const mx = whose === 'from' ? mail.mx : returnPath.mx
    const hasMx = recordsOf(mx).some(({exchange}) => exchange !== '')
    const proposal = proposedSpf(domain, {relayHost, hasMx})
    if (texts.length === 0)
      report({key: 'spf-record.missing', values: {domain}, question, ...(proposal !== null && {publish: proposal})})
    if (texts.length > 1)
      report({
        key: 'spf-record.several',
        values: {domain, count: texts.length},
        question,
        publish: mergedSpf(domain, texts.map(readSpf)),
      })
    for (const term of record?.faults.slice(0, 10) ?? [])
      report({key: 'spf-record.syntax', values: {domain, term}, question})
  },
}
