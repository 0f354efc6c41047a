/** A DMARC record that holds for the From domain, and that says what it wants. Source: RFC 9989 sections 4.7, 4.10. */
import {isUnanswered, questionOf, recordsOf} from '../../core/dns-records/answer.ts'
import {reportHost} from '../../core/dns-records/dmarc-record.ts'
import {mendedDmarc, proposedDmarc} from '../../core/dns-records/proposals.ts'
import {notAnswered} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const dmarcRecord: DomainRule = {
  id: 'dmarc-record',
  subject: 'domain',
  bad: [
    '@ MX 10 mx',
    '_dmarc TXT v=dmarc1; p=none',
    '_dmarc TXT p=none; v=DMARC1',
    '_dmarc TXT v=DMARC1; p=none\n_dmarc TXT v=DMARC1; p=reject',
    '_dmarc TXT v=DMARC1; p=monitor',
    '_dmarc TXT v=DMARC1',
  ],
  good: [
    '_dmarc TXT v=DMARC1; p=none',
    '_dmarc TXT v=DMARC1;p=reject;rua=mailto:a@example.jp\n_dmarc TXT other=1',
    ';domain news.example.jp\n_dmarc.example.jp. TXT v=DMARC1; p=none',
  ],
  check({domain, dmarc: {walk, own, ownTexts, applied}}, _wanted, report) {
    const question = questionOf(own)
    if (ownTexts.length > 1)
      return report({key: 'dmarc-record.several', values: {domain, count: ownTexts.length}, question})
    if (applied !== null) {
      const {record, domain: at} = applied
      if (record.policy !== null || record.reportsTo.some((uri) => reportHost(uri) !== null)) return
      return report({
        key: record.tags.has('p') ? 'dmarc-record.policy' : 'dmarc-record.no-policy',
        values: {found: record.tags.get('p') ?? ''},
        question: `_dmarc.${at} TXT`,
        publish: mendedDmarc(at, record, {p: 'none'}),
      })
    }
    const open = walk.find(isUnanswered)
    if (open !== undefined) return report(notAnswered(open))
    const near = recordsOf(own).find((text) => /dmarc/i.test(text.slice(0, 200)))
    report({
      key: near === undefined ? 'dmarc-record.missing' : 'dmarc-record.version',
      values: {domain, ...(near !== undefined && {found: near})},
      question,
      publish: proposedDmarc(domain),
    })
  },
}
