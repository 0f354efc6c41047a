/** DMARC without the tags that RFC 9989 took away: pct, rf, ri. */
import {mendedDmarc, OBSOLETE_TAGS} from '../../core/dns-records/proposals.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const dmarcObsoleteTags: DomainRule = {
  id: 'dmarc-obsolete-tags',
  subject: 'domain',
  bad: ['_dmarc TXT v=DMARC1; p=none; pct=50', '_dmarc TXT v=DMARC1; p=reject; ri=3600; rf=afrf'],
  good: ['_dmarc TXT v=DMARC1; p=none; np=reject; t=y', '@ MX 10 mx'],
  check({dmarc: {applied}}, _wanted, report) {
    if (applied === null) return
    const {record, domain} = applied
    const tags = OBSOLETE_TAGS.filter((tag) => record.tags.has(tag))
    if (tags.length === 0) return
    report({
      key: 'dmarc-obsolete-tags.found',
      values: {tags: tags.join(', ')},
      question: `_dmarc.${domain} TXT`,
      publish: mendedDmarc(domain, record),
    })
  },
}
