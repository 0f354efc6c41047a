/** Reports that arrive: addresses that can be read, and hosts of others that agreed. Source: RFC 9990 section 4. */
import {isUnanswered, questionOf} from '../../core/dns-records/answer.ts'
import {reportHost} from '../../core/dns-records/dmarc-record.ts'
import {txtRecord} from '../../core/dns-records/txt-record.ts'
import {notAnswered} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const dmarcReports: DomainRule = {
  id: 'dmarc-reports',
  subject: 'domain',
  bad: [
    '_dmarc TXT v=DMARC1; p=none; rua=mailto:a@reports.example.net',
    '_dmarc TXT v=DMARC1; p=none; rua=reports@example.jp',
  ],
  good: [
    '_dmarc TXT v=DMARC1; p=none; rua=mailto:a@mail.example.jp',
    '_dmarc TXT v=DMARC1; p=none; rua=mailto:a@example.net\nexample.jp._report._dmarc.example.net. TXT v=DMARC1',
    '@ MX 10 mx',
  ],
  check({dmarc: {applied, outsiders}}, _wanted, report) {
    if (applied === null) return
    for (const uri of applied.record.reportsTo.slice(0, 10))
      if (reportHost(uri) === null)
        report({key: 'dmarc-reports.address', values: {uri}, question: `_dmarc.${applied.domain} TXT`})
    for (const {host, asked, agrees} of outsiders)
      if (isUnanswered(asked)) report(notAnswered(asked))
      else if (!agrees)
        report({
          key: 'dmarc-reports.not-agreed',
          values: {host, domain: applied.domain},
          question: questionOf(asked),
          publish: txtRecord(asked.name, 'v=DMARC1'),
        })
  },
}
