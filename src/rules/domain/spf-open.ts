/** SPF that does not let the whole Internet send. */
import {questionOf} from '../../core/dns-records/answer.ts'
import {mendedSpf} from '../../core/dns-records/proposals.ts'
import {isOpen} from '../../core/dns-records/spf-record.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const spfOpen: DomainRule = {
  id: 'spf-open',
  subject: 'domain',
  bad: ['@ TXT v=spf1 mx +all', '@ TXT v=spf1 all', '@ TXT v=spf1 ip4:0.0.0.0/0 -all'],
  good: ['@ TXT v=spf1 mx ~all', '@ TXT v=spf1 ip4:192.0.2.0/24 -all', '@ TXT v=spf1 mx ?all'],
  check({spf: {returnPath}}, _wanted, report) {
    const {asked, record} = returnPath
    const open = record?.terms.find(isOpen)
    if (record === null || open === undefined) return
    report({
      key: 'spf-open.everybody',
      values: {term: open.text},
      question: questionOf(asked),
      publish: mendedSpf(asked.name, record),
    })
  },
}
