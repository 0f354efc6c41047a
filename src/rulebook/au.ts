/** Australia: Spam Act 2003 and Spam Regulations 2021. Express or inferred consent. */

import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Confidence, Source} from '../core/lint/finding.ts'
import {defaultRetention} from './default-retention.ts'
import {delayClaimWithin, FIRM_FROM, MARKETING} from './mail-duties.ts'

const act = (section: string, confidence: Confidence): Source => ({
  title: `Spam Act 2003 ${section}`,
  url: 'https://www.legislation.gov.au/C2004A01214',
  confidence,
})
const s18: Source = {
  title: 'Spam Act 2003 s. 18',
  url: 'http://classic.austlii.edu.au/au/legis/cth/num_act/sa200366/s18.html',
  confidence: 'verified',
}

/** The day the penalty parts came into force; unverified. */
const ACT: Duty['since'] = '2004-04-10'
/** The regulations of 2021; day unverified. */
const REGULATIONS: Duty['since'] = '2021-04-01'

export const au: Law = {
  id: 'au',
  name: {ja: 'オーストラリア（Spam Act 2003）', en: 'Australia (Spam Act 2003)'},
  countries: ['AU'],
  // Eastern Australia.
  zoneMinutes: 600,
  duties: [
    {
      id: 'au/consent',
      title: {ja: '明示または推定の同意', en: 'Express or inferred consent'},
      rule: 'consent-basis',
      with: {bases: ['consent', 'trade', 'contract', 'implied_purchase', 'soft_optin', 'published']},
      says: {
        ja: '商用メールには、明示の同意か、推定される同意が必要です。推定されるのは、既存の取引関係がある場合と、職務用のアドレスが断る旨の表示なしに目立つように公表され、内容が職務に関係する場合です。',
        en: 'Commercial mail needs express or inferred consent: inferred from an existing relationship, or from the conspicuous publication of a work-related address without a refusal, for what is relevant to that work.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('s. 16', 'verified'), act('Sch. 2', 'secondary')],
    },
    {
      id: 'au/published-basis',
      title: {ja: '公表されたページの記録', en: 'Record of the published page'},
      rule: 'basis-evidence',
      with: {basis: 'published', evidence: 'published_url'},
      says: {
        ja: '公表されたアドレスから同意を推定するには、公表されていたページと、職務との関係を示せるようにしてください。',
        en: 'To infer consent from a published address, be able to show the page and the relevance to the person’s work.',
      },
      severity: 'warning',
      since: ACT,
      sources: [act('Sch. 2 cl. 4', 'secondary')],
    },
    {
      id: 'au/published-refusal',
      title: {ja: '公表アドレスの受信拒否表示', en: 'Refusal beside a published address'},
      rule: 'refusal-note',
      with: {basis: 'published'},
      says: {
        ja: '広告を断る旨の表示がそばにある公表アドレスからは、同意は推定されません。',
        en: 'No consent is inferred from an address published with a statement that refuses commercial messages.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('Sch. 2 cl. 4', 'secondary')],
    },
    {
      id: 'au/consent-proof',
      title: {ja: '同意の立証', en: 'Proof of consent'},
      rule: 'consent-record',
      with: {basis: 'consent', how: ['method', 'source', 'wording']},
      says: {
        ja: '同意があったことは、送信者が示さなければなりません。いつ、どのように得たかを記録してください。',
        en: 'It is for the sender to show that there was consent: record when and how it was given.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('s. 16(5)', 'secondary')],
    },
    {
      id: 'au/consent-wording',
      title: {ja: '同意のときに示した文言', en: 'Form text behind the consent'},
      rule: 'wording-shown',
      with: {basis: 'consent'},
      says: {
        ja: '同意を示す責任は送信者にあります。同意の日に示していたフォームの文言を保存してください。',
        en: 'It is for the sender to show the consent: keep the form text that was shown on the day it was given.',
      },
      severity: 'warning',
      since: ACT,
      sources: [act('s. 16(5)', 'secondary')],
    },
    {
      id: 'au/identify',
      title: {ja: '送信者の表示', en: 'Identification of the sender'},
      rule: 'sender-name',
      says: {
        ja: '送信を承認した者を明らかにし、正確な連絡先を示さなければなりません。連絡先は送信後少なくとも30日間有効である必要があります。',
        en: 'The mail identifies who authorised it, with accurate contact information, valid for at least 30 days.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('s. 17', 'secondary')],
    },
    {
      id: 'au/contact',
      title: {ja: '送信者の連絡先', en: 'Contact of the sender'},
      rule: 'complaint-contact',
      with: {or: ['address', 'web']},
      says: {
        ja: '送信を承認した者に連絡するための、正確な情報を示さなければなりません。',
        en: 'The mail gives accurate information on how to contact whoever authorised it.',
      },
      severity: 'error',
      since: ACT,
      firmFrom: FIRM_FROM,
      sources: [act('s. 17', 'secondary')],
    },
    {
      id: 'au/unsubscribe',
      title: {ja: '配信停止の手段', en: 'Unsubscribe mechanism'},
      rule: 'opt-out-link',
      says: {
        ja: '配信停止を求めるための宛先を示さなければなりません。送信後少なくとも30日間使える必要があります。',
        en: 'The mail must give a working address to unsubscribe, for at least 30 days after it was sent.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      sources: [s18],
    },
    {
      id: 'au/unsubscribe-statement',
      title: {ja: '配信停止の案内', en: 'Unsubscribe statement'},
      rule: 'opt-out-notice',
      says: {
        ja: '配信を停止できることを、明確な文で示さなければなりません。',
        en: 'The mail must say clearly that it can be unsubscribed from.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      sources: [s18],
    },
    {
      id: 'au/unsubscribe-5-business-days',
      title: {ja: '5営業日以内の配信停止', en: 'Unsubscribe within 5 business days'},
      rule: 'not-refused',
      says: {
        ja: '配信停止の求めは、5営業日以内に効力を持たせなければなりません。Todoke はただちに止めます。',
        en: 'A request to unsubscribe takes effect within 5 business days. We stop at once.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('Sch. 2 cl. 6', 'secondary')],
    },
    delayClaimWithin('au/optout-delay-claim', 5, {since: ACT, sources: [act('Sch. 2 cl. 6', 'secondary')]}),
    {
      id: 'au/unsubscribe-simple',
      title: {ja: '手間のかからない配信停止', en: 'Simple unsubscribing'},
      rule: 'easy-opt-out',
      says: {
        ja: '配信停止に、有料の番号、手数料、追加の個人情報、ログインやアカウントを求めてはいけません。',
        en: 'Unsubscribing needs no premium service, no fee, no extra personal information, no login or account.',
      },
      mails: MARKETING,
      severity: 'error',
      since: REGULATIONS,
      firmFrom: FIRM_FROM,
      sources: [{title: 'Spam Regulations 2021 r. 7', confidence: 'secondary'}],
    },
    {
      id: 'au/no-harvest',
      title: {ja: 'アドレスの自動収集の禁止', en: 'Address harvesting'},
      rule: 'list-origin',
      with: {refused: ['scraped']},
      says: {
        ja: '自動収集ソフトや、それで作られた名簿を使ってはいけません。実在すると信じる理由のないアドレスへの送信も禁じられています。',
        en: 'No harvesting software and no harvested lists, and no mail to addresses one has no reason to believe exist.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('ss. 16(6), 20–22', 'secondary')],
    },
    {
      id: 'au/designated',
      title: {ja: '義務を免れるメール', en: 'Exempt messages'},
      rule: null,
      says: {
        ja: '事実だけを伝えるメールと、政府機関、慈善団体、政党、教育機関のメールは、同意と配信停止の義務を免れます。送信者の表示は免れません。',
        en: 'Factual-only mail, and mail of government, charities, parties and schools, is exempt from consent and unsubscribing, but not from identification.',
      },
      severity: 'info',
      since: ACT,
      sources: [act('Sch. 1', 'secondary')],
    },
  ],
  facts: {
    model: 'opt-in',
    consent: {
      ja: '明示の同意か、取引関係などから推定される同意が必要です（オプトイン）。立証責任は送信者にあります。',
      en: 'Express consent, or consent inferred from a relationship or a published work address (opt-in). The burden of proof is the sender’s.',
    },
    optOut: [
      {
        of: null,
        deadline: {unit: 'businessDays', n: 5},
        linkDays: 30,
        sources: [act('Sch. 2 cl. 6', 'secondary'), s18],
      },
    ],
    retention: [defaultRetention('AU')],
    labels: [],
    quietHours: null,
    penalties: [
      {
        conduct: {ja: '法人による繰り返しの違反', en: 'Repeated breaches by a corporation'},
        amount: {
          ja: '1日につき200万豪ドルを超える民事制裁金（未確認）。ACMA による違反通知もあります',
          en: 'Civil penalties above AUD 2,000,000 per day (unverified); infringement notices of the ACMA',
        },
        sources: [act('ss. 24–25', 'unverified')],
      },
    ],
  },
}
