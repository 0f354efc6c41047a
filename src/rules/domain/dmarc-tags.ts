/** DMARC tags that say something. Source: RFC 9989 section 4.7. */
import {reportHost} from '../../core/dns-records/dmarc-record.ts'
import {mendedDmarc} from '../../core/dns-records/proposals.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

const POLICY = 'none|quarantine|reject'
const VALUES: Readonly<Record<string, string>> = {
  sp: POLICY,
  np: POLICY,
  adkim: 'r|s',
  aspf: 'r|s',
  t: 'y|n',
  psd: 'y|n|u',
}

export const dmarcTags: DomainRule = {
  id: 'dmarc-tags',
  subject: 'domain',
  bad: [
    '_dmarc TXT v=DMARC1; p=none; adkim=strict',
    '_dmarc TXT v=DMARC1; p=none; sp=refuse',
    '_dmarc TXT v=DMARC1; p=none, rua=mailto:a@example.jp; p=reject',
    '_dmarc TXT v=DMARC1; rua=mailto:a@example.jp',
    '_dmarc TXT v=DMARC1; p=none; rua=mailto:a@example.jp!10m',
    '_dmarc TXT v=DMARC1; p=none; psd=y',
  ],
  good: ['_dmarc TXT v=DMARC1; p=none; adkim=S; np=reject; unknown=1; rua=mailto:a@example.jp', '@ MX 10 mx'],
  check({dmarc: {applied}}, _wanted, report) {
    if (applied === null) return
    const {record, domain} = applied
    const question = `_dmarc.${domain} TXT`
    for (const [tag, expected] of Object.entries(VALUES)) {
      const found = record.tags.get(tag)
      if (found === undefined || expected.split('|').includes(found.toLowerCase())) continue
      report({key: 'dmarc-tags.value', values: {tag, found, expected: expected.replaceAll('|', ', ')}, question})
    }
    for (const piece of record.faults.slice(0, 5)) report({key: 'dmarc-tags.unread', values: {piece}, question})
    if (record.policy === null && record.reportsTo.some((uri) => reportHost(uri) !== null))
      report({key: 'dmarc-tags.no-policy', question, publish: mendedDmarc(domain, record, {p: 'none'})})
    if (record.reportsTo.some((uri) => uri.includes('!')))
      report({
        key: 'dmarc-tags.size',
        question,
        publish: mendedDmarc(domain, record),
      })
    if (record.psd === 'y') report({key: 'dmarc-tags.psd', values: {domain}, question})
  },
}
