/** What mailbox providers demand of those who mail many: SPF, DKIM and DMARC, all or at least one way to be known. */
import type {Asked} from '../../core/dns-records/answer.ts'
import {isUnanswered} from '../../core/dns-records/answer.ts'
import type {DomainView} from '../../core/lint/domain-view.ts'
import {notAnswered, selectorUnknown} from '../../core/lint/not-assessed.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const bulkAuth: DomainRule<{proofs: 'any' | 'all'}> = {
  id: 'bulk-auth',
  subject: 'domain',
  bad: ['_dmarc TXT v=DMARC1; p=none'],
  good: ['@ TXT v=spf1 mx -all\ns1._domainkey TXT v=DKIM1; k=ed25519; p=ED\n_dmarc TXT v=DMARC1; p=none'],
  check(view, {proofs}, report) {
    const means = meansOf(view).filter(({name}) => proofs === 'all' || name !== 'DMARC')
    const lacking = means.filter(({has}) => has === false)
    const open = means.filter(({has}) => has === null)
    const fails = proofs === 'all' ? lacking.length > 0 : lacking.length === means.length
    if (fails)
      return report({
        key: `bulk-auth.${proofs}`,
        values: {domain: view.domain, lacks: lacking.map(({name}) => name).join(' / ')},
      })
    if (proofs === 'any' && means.some(({has}) => has === true)) return
    for (const {asked} of open) report(asked === null ? selectorUnknown(view.domain) : notAnswered(asked))
  },
}

interface Means {
  readonly name: 'SPF' | 'DKIM' | 'DMARC'
  /** Null where DNS gave no answer, or the selector is unknown: then asked is null. */
  readonly has: boolean | null
  readonly asked: Asked<unknown> | null
}

function meansOf({spf: {returnPath}, dkim, dmarc}: DomainView): readonly Means[] {
  const openKey = dkim?.find(({asked}) => isUnanswered(asked))?.asked
  const hasKey = dkim?.some(({key}) => key.state === 'published' || key.state === 'testing')
  const openDmarc = dmarc.walk.find(isUnanswered)
  const hasDmarc =
    dmarc.applied !== null && (dmarc.applied.record.policy !== null || dmarc.applied.record.reportsTo.length > 0)
  return [
    {name: 'SPF', has: isUnanswered(returnPath.asked) ? null : returnPath.texts.length > 0, asked: returnPath.asked},
    {
      name: 'DKIM',
      has: hasKey === true ? true : dkim === null || openKey !== undefined ? null : false,
      asked: openKey ?? null,
    },
    {name: 'DMARC', has: hasDmarc ? true : openDmarc === undefined ? false : null, asked: openDmarc ?? null},
  ]
}
