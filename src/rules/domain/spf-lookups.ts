/** SPF that receivers can follow to its end: within the limits, through every include. Source: RFC 7208 section 4.6.4. */
import {questionOf} from '../../core/dns-records/answer.ts'
import {notAnswered} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const spfLookups: DomainRule<{lookUps: number; voids: number}> = {
  id: 'spf-lookups',
  subject: 'domain',
  bad: [
    `@ TXT v=spf1 ${Array.from({length: 11}, (_, i) => `a:h${i}.example.jp`).join(' ')} -all
${Array.from({length: 11}, (_, i) => `h${i} A 192.0.2.${i}`).join('\n')}`,
    '@ TXT v=spf1 a:x.example.jp a:y.example.jp a:z.example.jp -all',
    '@ TXT v=spf1 include:gone.example.net -all',
    '@ TXT v=spf1 include:b.example.jp -all\nb TXT v=spf1 include:example.jp -all',
    '@ TXT v=spf1 include:two.example.jp -all\ntwo TXT v=spf1 -all\ntwo TXT v=spf1 ~all',
    '@ TXT v=spf1 redirect=b.example.jp\nb TXT v=spf1 ip:192.0.2.1 -all',
  ],
  good: [
    '@ TXT v=spf1 include:b.example.jp exists:%{i}.spf.example.jp -all a:behind.example.jp\nb TXT v=spf1 ip4:192.0.2.0/24 -all',
    '@ TXT v=spf1 a:x.example.jp a:y.example.jp mx -all\n@ MX 10 mx',
  ],
  check({spf: {returnPath}}, {lookUps: most, voids: mostVoids}, report) {
    const {asked, walk} = returnPath
    if (walk === null) return
    const question = questionOf(asked)
    const {lookUps, isCutOff, voids, faults, unanswered} = walk
    for (const {kind, domain, term} of faults.slice(0, 10))
      if (kind !== 'syntax' || domain !== asked.name)
        report({key: `spf-lookups.${kind}`, values: {domain, term}, question})
    const isLooping = faults.some(({kind}) => kind === 'loop')
    if (lookUps > most && !isLooping)
      report({
        key: isCutOff ? 'spf-lookups.endless' : 'spf-lookups.many',
        values: {count: isCutOff ? lookUps - 1 : lookUps, most},
        question,
      })
    if (voids.length > mostVoids)
      report({
        key: 'spf-lookups.voids',
        values: {count: voids.length, most: mostVoids, terms: voids.slice(0, 5).join(' ')},
        question,
      })
    for (const each of unanswered.slice(0, 3)) report({...notAnswered(each), question})
  },
}
