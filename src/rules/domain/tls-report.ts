/** A record for TLS reports that can be read, wherever there is one or MTA-STS wants one. Source: RFC 8460. */
import {isAbsent, isUnanswered, questionOf, recordsOf} from '../../core/dns-records/answer.ts'
import {namesReportPlace, tlsReportAmong} from '../../core/dns-records/tls-report.ts'
import {txtRecord} from '../../core/dns-records/txt-record.ts'
import {notAnswered} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const tlsReport: DomainRule = {
  id: 'tls-report',
  subject: 'domain',
  bad: [
    '_mta-sts TXT v=STSv1; id=1',
    '_smtp._tls TXT v=TLSRPTv1; rua=tls@example.jp',
    '_smtp._tls TXT v=TLSRPTv1; rua=mailto:a@example.jp\n_smtp._tls TXT v=TLSRPTv1; rua=mailto:b@example.jp',
  ],
  good: ['@ MX 10 mx', '_smtp._tls TXT v=TLSRPTv1; rua=mailto:tls@example.jp,https://tls.example.jp/v1'],
  check({domain, mtaSts, tlsReport: asked}, _wanted, report) {
    const question = questionOf(asked)
    if (isUnanswered(asked)) return report(notAnswered(asked))
    const texts = tlsReportAmong(recordsOf(asked))
    const publish = txtRecord(`_smtp._tls.${domain}`, `v=TLSRPTv1; rua=mailto:tls-reports@${domain}`)
    if (texts.length > 1) report({key: 'tls-report.several', values: {count: texts.length}, question})
    else if (texts.length === 1 && !namesReportPlace(texts[0]!)) report({key: 'tls-report.place', question, publish})
    else if (isAbsent(asked) && mtaSts.texts.length > 0) report({key: 'tls-report.missing', question, publish})
  },
}
