/** Bulk mail goes out under a domain of one's own, not under that of a mailbox provider. */
import type {DomainRule} from '../../core/lint/rule.ts'

export const ownDomain: DomainRule<{domains: readonly string[]}> = {
  id: 'own-domain',
  subject: 'domain',
  exampleWith: {domains: ['example.jp']},
  bad: ['@ MX 10 mx'],
  good: [';domain news.example.net\n@ MX 10 mx'],
  check({domain}, {domains}, report) {
    if (domains.includes(domain)) report({key: 'own-domain.provider', values: {domain}})
  },
}
