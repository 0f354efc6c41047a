/** The From domain and a domain that is proved: SPF's or DKIM's belong to it. Source: RFC 9989 section 4.10.2. */
import {isUnanswered} from '../../core/dns-records/answer.ts'
import type {DomainView} from '../../core/lint/domain-view.ts'
import {notAnswered, selectorUnknown} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const dmarcAlignment: DomainRule = {
  id: 'dmarc-alignment',
  subject: 'domain',
  bad: [
    ';return-path bounce.example.net\nbounce.example.net. TXT v=spf1 mx -all',
    ';return-path bounce.example.jp\nbounce TXT v=spf1 mx -all\n_dmarc TXT v=DMARC1; p=none; aspf=s',
  ],
  good: [
    '@ TXT v=spf1 mx -all',
    ';return-path bounce.example.jp\nbounce TXT v=spf1 mx -all\n_dmarc TXT v=DMARC1; p=none',
    ';return-path bounce.example.net\ns1._domainkey TXT v=DKIM1; k=ed25519; p=ED',
  ],
  check(view, _wanted, report) {
    const {domain, returnPath, dkim, dmarc} = view
    const usable = (dkim ?? []).filter(({key}) => key.state === 'published' || key.state === 'testing')
    if (returnPath.isAligned === true || usable.some(({isAligned}) => isAligned === true)) return
    const isOpen = returnPath.isAligned === null || usable.some(({isAligned}) => isAligned === null)
    const open = openQuestion(view)
    if (dkim === null) return report(selectorUnknown(domain))
    if (isOpen || dkim.some(({asked}) => isUnanswered(asked)))
      return open === undefined ? undefined : report(notAnswered(open))
    const signers = [...new Set(usable.map((each) => each.domain))].join(', ')
    report({
      key: signers === '' ? 'dmarc-alignment.spf' : 'dmarc-alignment.both',
      values: {
        domain,
        returnPath: returnPath.domain,
        ...(signers !== '' && {signers}),
        mode: dmarc.applied?.record.spfMode === 'strict' ? 's' : 'r',
      },
    })
  },
}

function openQuestion({dkim, dmarc}: DomainView) {
  return [...(dkim ?? []).map(({asked}) => asked), ...dmarc.walk].find(isUnanswered)
}
