/** MTA-STS that does what it says. Source: RFC 8461. */
import {isUnanswered, questionOf, recordsOf} from '../../core/dns-records/answer.ts'
import {hasStsId, isHostOf} from '../../core/dns-records/mta-sts.ts'
import {NOT_FETCHED, notAnswered} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const mtaSts: DomainRule = {
  id: 'mta-sts',
  subject: 'domain',
  bad: [
    '_mta-sts TXT v=STSv1; id=1\n_mta-sts TXT v=STSv1; id=2\n;policy version: STSv1|mode: none|max_age: 60',
    '_mta-sts TXT v=STSv1;\n;policy version: STSv1|mode: none|max_age: 60',
    '_mta-sts TXT v=STSv1; id=1',
    '_mta-sts TXT v=STSv1; id=1\n;policy version: STSv1|mode: strict|max_age: 60',
    '_mta-sts TXT v=STSv1; id=1\n@ MX 10 mx\n;policy version: STSv1|mode: enforce|mx: *.example.net|max_age: 60',
  ],
  good: [
    '@ MX 10 mx',
    '_mta-sts TXT v=STSv1; id=20260101T000000;\n@ MX 10 mx\n;policy version: STSv1|mode: enforce|mx: *.example.jp|max_age: 86400',
    '_mta-sts TXT v=STSv1; id=1\n@ MX 10 mx\n;policy version: STSv1|mode: none|max_age: 60',
  ],
  check({mtaSts: {asked, texts, policy}, mail: {mx}}, _wanted, report) {
    const question = questionOf(asked)
    if (isUnanswered(asked)) return report(notAnswered(asked))
    if (texts.length === 0) return
    if (texts.length > 1) report({key: 'mta-sts.several', values: {count: texts.length}, question})
    else if (!hasStsId(texts[0]!)) report({key: 'mta-sts.id', question})
    const file = `https://mta-sts.${asked.name.replace('_mta-sts.', '')}/.well-known/mta-sts.txt`
    if (policy.state === 'not-asked') report({key: NOT_FETCHED, values: {file, flag: '--mta-sts-policy'}, question})
    if (policy.state === 'failed') report({key: 'mta-sts.unread', values: {file, why: policy.why}, question})
    if (policy.state === 'broken') report({key: 'mta-sts.broken', values: {file, at: policy.at}, question})
    if (policy.state !== 'read' || policy.policy.mode === 'none') return
    const stranger = recordsOf(mx).find(({exchange}) => exchange !== '' && !isHostOf(policy.policy, exchange))
    if (stranger !== undefined)
      report({key: 'mta-sts.mx', values: {host: stranger.exchange, mode: policy.policy.mode}, question})
  },
}
