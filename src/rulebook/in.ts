/** India: Digital Personal Data Protection Act 2023 and its rules; announced, in full force about May 2027. */

import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'
import {defaultRetention} from './default-retention.ts'
import {MARKETING} from './mail-duties.ts'

const sources: readonly Source[] = [
  {
    title: 'DPDP Act 2023, DPDP Rules 2025',
    url: 'https://www.meity.gov.in/data-protection-framework',
    confidence: 'secondary',
  },
]

/** The day the rules were notified. */
const NOTIFIED: Duty['since'] = '2025-11-14'
/** 18 months later; rulebook: about May 2027. */
const FULL: Duty['since'] = '2027-05-14'

export const india: Law = {
  id: 'in',
  name: {ja: 'インド（DPDP 法）', en: 'India (DPDP Act)'},
  countries: ['IN'],
  zoneMinutes: 330,
  duties: [
    {
      id: 'in/dpdp',
      title: {ja: '目的を特定した同意', en: 'Consent to a specific purpose'},
      rule: 'consent-basis',
      with: {bases: ['consent']},
      says: {
        ja: '個人データの利用には、目的を特定した同意が必要です。義務が全面的に適用されるのは2027年5月ごろからで、それまでは警告にとどめます。',
        en: 'Using personal data needs consent specific to its purpose. The full duties apply from about May 2027; until then this only warns.',
      },
      severity: 'error',
      since: NOTIFIED,
      firmFrom: FULL,
      sources,
    },
    {
      id: 'in/dpdp-notice',
      title: {ja: '項目ごとの説明', en: 'Itemised notice'},
      rule: null,
      says: {
        ja: '同意を求める前に、扱うデータと目的を項目ごとに知らせなければなりません。示した文言を保存してください。',
        en: 'An itemised notice of the data and its purpose comes with the request for consent. Keep the text that was shown.',
      },
      severity: 'error',
      since: NOTIFIED,
      firmFrom: FULL,
      sources,
    },
    {
      id: 'in/consent-record',
      title: {ja: '同意の記録', en: 'Record of consent'},
      rule: 'consent-record',
      with: {basis: 'consent', how: ['method', 'source', 'wording']},
      says: {
        ja: '同意があったことは、データを扱う側が示さなければなりません。いつ、どのように得たかを記録してください。',
        en: 'It is for the data fiduciary to prove the consent: record when and how it was given.',
      },
      severity: 'error',
      since: NOTIFIED,
      firmFrom: FULL,
      sources: [{title: 'DPDP Act 2023 s. 6(10)', confidence: 'unverified'}],
    },
    {
      id: 'in/consent-wording',
      title: {ja: '同意のときに示した文言', en: 'Form text behind the consent'},
      rule: 'wording-shown',
      with: {basis: 'consent'},
      says: {
        ja: '同意を求めたときに示した説明の文言を保存してください。文言がなければ、何に同意したのかを示しにくくなります。',
        en: 'Keep the notice that came with the request for consent: without it one can hardly show what was agreed to.',
      },
      severity: 'warning',
      since: NOTIFIED,
      sources,
    },
    {
      id: 'in/dpdp-withdrawal',
      title: {ja: '同意の撤回のしやすさ', en: 'Easy withdrawal of consent'},
      rule: 'easy-opt-out',
      says: {
        ja: '同意の撤回は、同意と同じくらい簡単にできなければなりません。',
        en: 'Withdrawing consent must be as easy as giving it.',
      },
      mails: MARKETING,
      severity: 'error',
      since: NOTIFIED,
      firmFrom: FULL,
      sources,
    },
  ],
  facts: {
    model: 'opt-in',
    consent: {
      ja: '項目ごとの説明に基づく、目的を特定した同意が必要です（オプトイン、2027年5月ごろから全面適用）。',
      en: 'Consent to a specific purpose after an itemised notice (opt-in, in full force about May 2027).',
    },
    // "As easy as giving": the law names no period.
    optOut: [],
    retention: [defaultRetention('IN')],
    labels: [],
    quietHours: null,
    penalties: [
      {
        conduct: {ja: '安全管理の不備', en: 'Security failures'},
        amount: {ja: '25億ルピー（250クロール）以下', en: 'Up to ₹250 crore'},
        since: FULL,
        sources,
      },
    ],
  },
}
