/** An RSA key beside an Ed25519 key, which not every receiver can verify. Source: RFC 8463. */
import {isUnanswered} from '../../core/dns-records/answer.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const dkimRsa: DomainRule = {
  id: 'dkim-rsa',
  subject: 'domain',
  bad: ['s1._domainkey TXT v=DKIM1; k=ed25519; p=ED'],
  good: ['s1._domainkey TXT v=DKIM1; k=rsa; p=RSA2048', '@ MX 10 mx'],
  check({domain, dkim}, _wanted, report) {
    if (dkim === null || dkim.some(({asked}) => isUnanswered(asked))) return
    const kinds = dkim.filter(({key}) => key.state === 'published' || key.state === 'testing').map(({key}) => key.kind)
    if (kinds.length > 0 && !kinds.includes('rsa')) report({key: 'dkim-rsa.missing', values: {domain}})
  },
}
