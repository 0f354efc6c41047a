/** A logo (BIMI) that can be shown: receivers want DMARC that refuses forged mail, and a picture behind https. */
import {isUnanswered, questionOf, recordsOf} from '../../core/dns-records/answer.ts'
import {readTagList} from '../../core/dns-records/tag-list.ts'
import {policyFor} from '../../core/lint/domain-view.ts'
import type {DomainRule} from '../../core/lint/rule.ts'

export const bimi: DomainRule = {
  id: 'bimi',
  subject: 'domain',
  bad: [
    'default._bimi TXT v=BIMI1; l=https://example.jp/logo.svg\n_dmarc TXT v=DMARC1; p=none',
    'default._bimi TXT v=BIMI1; l=http://example.jp/logo.svg\n_dmarc TXT v=DMARC1; p=reject',
  ],
  good: ['@ MX 10 mx', 'default._bimi TXT v=BIMI1; l=https://example.jp/logo.svg\n_dmarc TXT v=DMARC1; p=reject'],
  check({domain, bimi: asked, dmarc: {applied, walk}}, _wanted, report) {
    const text = recordsOf(asked).find((each) => /^v=BIMI1(?:[ \t]*;|$)/.test(each))
    if (text === undefined) return
    const question = questionOf(asked)
    const logo = readTagList(text).tags.get('l') ?? ''
    if (logo !== '' && !/^https:\/\/\S+$/i.test(logo)) report({key: 'bimi.logo', values: {logo}, question})
    const policy = applied === null ? null : policyFor(domain, applied)
    const isOpen = applied === null && walk.some(isUnanswered)
    if (!isOpen && (policy === null || policy === 'none' || applied?.record.isTesting === true))
      report({key: 'bimi.policy', values: {domain}, question})
  },
}
