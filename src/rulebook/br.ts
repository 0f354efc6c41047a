/** Brazil: LGPD, by consent or legitimate interest, and the self-regulation code CAPEM. */

import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Confidence, Source} from '../core/lint/finding.ts'
import {defaultRetention} from './default-retention.ts'
import {easyOptOut, MARKETING} from './mail-duties.ts'

const lgpd = (article: string, confidence: Confidence): Source => ({
  title: `LGPD (Lei 13.709/2018) ${article}`,
  url: 'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm',
  confidence,
})
const capem: Source = {title: 'CAPEM (self-regulation code)', confidence: 'secondary'}

/** The day the law took effect; unverified. */
const LGPD: Duty['since'] = '2020-09-18'
/** The first edition of the code, by year; day unverified. */
const CAPEM: Duty['since'] = '2010-01-01'
/** The day its fines took effect; unverified. */
const FINES: Duty['since'] = '2021-08-01'

export const br: Law = {
  id: 'br',
  name: {ja: 'ブラジル（LGPD）', en: 'Brazil (LGPD)'},
  countries: ['BR'],
  // Fernando de Noronha.
  zoneMinutes: -120,
  duties: [
    {
      id: 'br/lgpd-basis',
      title: {ja: '同意または正当な利益', en: 'Consent or legitimate interest'},
      rule: 'consent-basis',
      with: {bases: ['consent', 'legit_interest']},
      says: {
        ja: '広告メールには、同意か正当な利益の根拠が必要です。同意は目的ごとに具体的でなければならず、包括的な同意は無効です。無料で簡単に撤回できる必要があります。',
        en: 'Marketing mail rests on consent or legitimate interest. Consent is for specific purposes, a generic one is void, and it can be revoked freely and easily.',
      },
      severity: 'error',
      since: LGPD,
      sources: [lgpd('art. 8', 'verified'), lgpd('art. 7 I, IX', 'secondary')],
    },
    {
      id: 'br/lgpd-proof',
      title: {ja: '同意の立証', en: 'Proof of consent'},
      rule: 'consent-record',
      with: {basis: 'consent', how: ['method', 'source', 'wording']},
      says: {
        ja: '同意があったことは、管理者が立証しなければなりません。いつ、どのように得たかを記録してください。',
        en: 'The controller bears the burden of proving consent: record when and how it was given.',
      },
      severity: 'error',
      since: LGPD,
      sources: [lgpd('art. 8 §2', 'verified')],
    },
    {
      id: 'br/consent-wording',
      title: {ja: '同意のときに示した文言', en: 'Form text behind the consent'},
      rule: 'wording-shown',
      with: {basis: 'consent'},
      says: {
        ja: '同意は目的ごとに具体的でなければならず、管理者が立証します。同意の日に示していたフォームの文言を保存してください。',
        en: 'Consent is for specific purposes and for the controller to prove: keep the form text that was shown on the day it was given.',
      },
      severity: 'warning',
      since: LGPD,
      sources: [lgpd('art. 8', 'verified')],
    },
    {
      id: 'br/lgpd-sensitive',
      title: {ja: '機微なデータ', en: 'Sensitive data'},
      rule: 'sensitive-columns',
      with: {
        categories: [
          'race',
          'creed',
          'unionEtc',
          'medical',
          'disability',
          'testResult',
          'guidance',
          'sexLife',
          'biometric',
        ],
        strength: 'strong',
      },
      says: {
        ja: '人種・民族、宗教、政治的意見、労働組合、健康、性生活、遺伝、生体などの機微なデータは、特別な根拠がない限り扱えません。',
        en: 'Sensitive data (race, religion, politics, union, health, sex life, genetics, biometrics) needs a ground of its own.',
      },
      severity: 'error',
      since: LGPD,
      sources: [lgpd('art. 11', 'secondary')],
    },
    {
      id: 'br/lgpd-rights',
      title: {ja: '本人の権利', en: 'Rights of the person'},
      rule: null,
      says: {
        ja: '本人は、確認、訂正、削除、同意の撤回などを求めることができます。',
        en: 'Persons may ask for confirmation, correction, deletion and the end of their consent, among others.',
      },
      severity: 'info',
      since: LGPD,
      sources: [lgpd('art. 18', 'secondary')],
    },
    {
      id: 'br/capem',
      title: {ja: '配信停止のリンク（CAPEM）', en: 'Opt-out link (CAPEM)'},
      rule: 'opt-out-link',
      with: {linkOnly: true},
      says: {
        ja: '自主規制コード CAPEM は、毎回のメールに配信停止のリンクを置き、送信者を明らかにすることを求めています。',
        en: 'The self-regulation code CAPEM asks for an opt-out link in every mail and an identified sender.',
      },
      // A code of conduct, not a law.
      mails: MARKETING,
      severity: 'warning',
      since: CAPEM,
      sources: [capem],
    },
    {
      id: 'br/capem-sender',
      title: {ja: '送信者の表示（CAPEM）', en: 'Identified sender (CAPEM)'},
      rule: 'sender-name',
      with: {short: true},
      says: {
        ja: '自主規制コード CAPEM は、送信者を明らかにすることを求めています。Todoke は本文に送信者の名称（法人格を示す語は省略可）があるかを確認します。',
        en: 'The self-regulation code CAPEM asks that the sender be identified. We look for the sender’s name in the body; its legal form may be left out.',
      },
      mails: MARKETING,
      severity: 'warning',
      since: CAPEM,
      sources: [capem],
    },
    easyOptOut('br/optout-easy', {since: LGPD, sources: [lgpd('art. 8', 'verified')]}),
  ],
  facts: {
    model: 'mixed',
    consent: {
      ja: '同意のほか、正当な利益も根拠になります。同意の立証責任は管理者にあります。',
      en: 'Consent or legitimate interest; the controller proves consent.',
    },
    // "Free and easy": the law names no period.
    optOut: [],
    retention: [defaultRetention('BR')],
    labels: [],
    quietHours: null,
    penalties: [
      {
        conduct: {ja: 'LGPD への違反', en: 'Breach of the LGPD'},
        amount: {
          ja: '違反1件につきブラジルでの売上高の2%以下、最大5,000万レアル',
          en: 'Per infraction up to 2 % of revenue in Brazil, at most BRL 50,000,000',
        },
        since: FINES,
        sources: [lgpd('art. 52', 'secondary')],
      },
    ],
  },
}
