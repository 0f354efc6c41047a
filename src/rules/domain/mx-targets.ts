/** MX records that lead to hosts. Source: RFC 5321 section 5.1, RFC 2181 section 10.3. */
import {questionOf} from '../../core/dns-records/answer.ts'
import {notAnswered} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const mxTargets: DomainRule = {
  id: 'mx-targets',
  subject: 'domain',
  bad: ['@ MX 10 gone', '@ MX 10 192.0.2.1.'],
  good: ['@ MX 10 mx\nmx A 192.0.2.1', '@ MX 10 mx\nmx AAAA 2001:db8::1', '@ MX 0 .'],
  check({mail: {mx, targets}}, _wanted, report) {
    const question = questionOf(mx)
    for (const {name, state, asked} of targets)
      if (/^[\d.]+$/.test(name)) report({key: 'mx-targets.number', values: {host: name}, question})
      else if (state === 'absent') report({key: 'mx-targets.dead', values: {host: name}, question})
      else if (state === 'unanswered') report({...notAnswered(asked), question})
  },
}
