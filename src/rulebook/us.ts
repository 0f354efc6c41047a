/** United States: what CAN-SPAM demands of a commercial mail's text. */
import type {Law} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'

const canSpam = (article: string, confidence: Source['confidence']): Source => ({
  title: `CAN-SPAM Act, 15 U.S.C. ${article}`,
  url: 'https://www.law.cornell.edu/uscode/text/15/7704',
  confidence,
})
const part316 = (section: string): Source => ({
  title: `16 CFR ${section}`,
  url: 'https://www.ecfr.gov/current/title-16/part-316',
  confidence: 'secondary',
})

export const us: Law = {
  id: 'us',
  name: {ja: '米国（CAN-SPAM 法）', en: 'United States (CAN-SPAM)'},
  countries: ['US'],
  duties: [
    {
      id: 'us/optout-mechanism',
      rule: 'opt-out-link',
      severity: 'error',
      since: '2004-01-01',
      sources: [canSpam('7704(a)(3)(A)', 'verified')],
    },
    {
      id: 'us/optout-notice',
      rule: 'opt-out-notice',
      severity: 'error',
      since: '2004-01-01',
      sources: [canSpam('7704(a)(5)(A)(ii)', 'verified')],
    },
    {
      id: 'us/postal-address',
      rule: 'postal-address',
      severity: 'error',
      since: '2004-01-01',
      sources: [canSpam('7704(a)(5)(A)(iii)', 'secondary'), part316('316.2(p)')],
    },
  ],
}
