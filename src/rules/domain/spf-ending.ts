/** SPF that says what becomes of everybody else, without terms that slow it down or are never reached. */
import {questionOf} from '../../core/dns-records/answer.ts'
import {mendedSpf} from '../../core/dns-records/proposals.ts'
import type {SpfRecord} from '../../core/dns-records/spf-record.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

/** So that the answer fits into 512 bytes (RFC 7208 section 3.4). */
const LONGEST = 450

export const spfEnding: DomainRule = {
  id: 'spf-ending',
  subject: 'domain',
  bad: [
    '@ TXT v=spf1 mx',
    '@ TXT v=spf1 mx ?all',
    '@ TXT v=spf1 ptr -all',
    '@ TXT v=spf1 -all a:late.example.jp',
    `@ TXT v=spf1 ${Array.from({length: 30}, (_, i) => `ip4:192.0.2.${100 + i}`).join(' ')} -all`,
  ],
  good: ['@ TXT v=spf1 mx ~all', '@ TXT v=spf1 redirect=spf.example.jp\nspf TXT v=spf1 mx -all'],
  check({spf: {returnPath}}, _wanted, report) {
    const {asked, record} = returnPath
    if (record === null || record.faults.length > 0) return
    const question = questionOf(asked)
    const mended = mendedSpf(asked.name, record)
    if (record.all === null && record.redirect === null) report({key: 'spf-ending.none', question, publish: mended})
    if (record.all === '?') report({key: 'spf-ending.neutral', question, publish: mended})
    if (record.terms.some(({name}) => name === 'ptr')) report({key: 'spf-ending.ptr', question, publish: mended})
    const late = termBehindAll(record)
    if (late !== undefined) report({key: 'spf-ending.behind', values: {term: late.text}, question})
    if (record.text.length > LONGEST)
      report({key: 'spf-ending.long', values: {bytes: record.text.length, most: LONGEST}, question})
  },
}

function termBehindAll({terms}: SpfRecord): SpfRecord['terms'][number] | undefined {
  const end = terms.findIndex(({name}) => name === 'all')
  return end < 0 ? undefined : terms.slice(end + 1).find(({text}) => !text.includes('='))
}
