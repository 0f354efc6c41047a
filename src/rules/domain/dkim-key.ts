/** The key of every selector that signs: there, whole, in force, and ours. Source: RFC 6376 section 3.6. */
import {isUnanswered, questionOf} from '../../core/dns-records/answer.ts'
import {notAnswered, selectorUnknown} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const dkimKey: DomainRule = {
  id: 'dkim-key',
  subject: 'domain',
  bad: [
    '@ MX 10 mx',
    's1._domainkey CNAME s1.example.net.',
    's1._domainkey TXT v=DKIM1; k=rsa; p=',
    's1._domainkey TXT v=DKIM1; k=rsa; p=nothing!',
    's1._domainkey TXT v=DKIM1; k=dsa; p=AAAA',
    's1._domainkey TXT v=DKIM1; p=ED\ns1._domainkey TXT v=DKIM1; p=ED',
    's1._domainkey TXT v=DKIM1; k=ed25519; h=sha1; p=ED',
    's1._domainkey TXT v=DKIM1; k=ed25519; s=tlsrpt; p=ED',
  ],
  good: ['s1._domainkey TXT v=DKIM1; k=rsa; p=RSA2048', 's1._domainkey TXT k=ed25519; t=s; p=ED'],
  check({domain, dkim}, _wanted, report) {
    if (dkim === null) return report(selectorUnknown(domain))
    for (const {asked, selector, domain: signer, key, expected} of dkim) {
      if (isUnanswered(asked)) report(notAnswered(asked))
      else if (key.state !== 'published' && key.state !== 'testing') {
        const {answer} = asked
        const target = answer.state === 'found' || answer.state === 'unanswered' ? undefined : answer.leadsTo
        report({
          key: target === undefined ? `dkim-key.${key.state}` : 'dkim-key.alias',
          values: {selector, domain: signer, ...(target !== undefined && {target})},
          question: questionOf(asked),
          ...(expected !== null && target === undefined && {publish: expected}),
        })
      }
    }
  },
}
