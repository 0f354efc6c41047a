/** Singapore: Spam Control Act 2007, on unsolicited commercial messages sent in bulk. Opt-out. */

import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'
import {defaultRetention} from './default-retention.ts'
import {delayClaimWithin, easyOptOut, FIRM_FROM, MARKETING} from './mail-duties.ts'

const sources: readonly Source[] = [
  {title: 'Spam Control Act 2007 (bill text)', url: 'https://sso.agc.gov.sg/Act/SCA2007', confidence: 'verified'},
  {title: 'Spam Control Act 2007 (commentary)', confidence: 'secondary'},
]

/** The day the Act came into force; unverified. */
const ACT: Duty['since'] = '2007-06-15'

export const sg: Law = {
  id: 'sg',
  name: {ja: 'シンガポール（Spam Control Act）', en: 'Singapore (Spam Control Act)'},
  countries: ['SG'],
  zoneMinutes: 480,
  duties: [
    {
      id: 'sg/adv-label',
      title: {ja: '件名の <ADV> 表示', en: 'ADV label in the subject'},
      rule: 'ad-label',
      with: {label: '<ADV> '},
      says: {
        ja: '求められていない大量の商用メールは、件名を「<ADV> 」で始めなければなりません。件名がなければ本文の先頭に置きます。',
        en: 'Unsolicited commercial bulk mail must begin its subject with "<ADV> ", or its body where there is no subject.',
      },
      // Whoever consented was not sent to unasked.
      when: {fact: 'affirmativeConsent', is: ['no']},
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      firmFrom: FIRM_FROM,
      sources,
    },
    {
      id: 'sg/unsubscribe',
      title: {ja: '配信停止の手段', en: 'Unsubscribe mechanism'},
      rule: 'opt-out-link',
      says: {
        ja: '配信停止を受け付けるアドレスと、その旨の英語の文を示さなければなりません。送信後少なくとも30日間有効で、追加の費用がかからないことが必要です。',
        en: 'The mail must give an address for unsubscribing and a statement in English that says so, valid for at least 30 days and at no extra cost.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      sources,
    },
    {
      id: 'sg/unsubscribe-english',
      title: {ja: '英語による配信停止の案内', en: 'Unsubscribe statement in English'},
      rule: 'notice-languages',
      with: {languages: ['en']},
      says: {
        ja: '配信を停止できることを、英語の文で示さなければなりません。ほかの言語を併記してもかまいません。',
        en: 'The statement that the mail can be unsubscribed from must be in English; other languages may stand beside it.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      firmFrom: FIRM_FROM,
      sources,
    },
    easyOptOut('sg/unsubscribe-easy', {since: ACT, sources}),
    {
      id: 'sg/unsubscribe-10-business-days',
      title: {ja: '10営業日以内の配信停止', en: 'Unsubscribe within 10 business days'},
      rule: 'not-refused',
      says: {
        ja: '配信停止の求めから10営業日以内に、送信を止めなければなりません。Todoke はただちに止めます。',
        en: 'Mail must stop within 10 business days of a request to unsubscribe. We stop at once.',
      },
      severity: 'error',
      since: ACT,
      sources,
    },
    delayClaimWithin('sg/optout-delay-claim', 10, {since: ACT, sources}),
    {
      id: 'sg/header-subject',
      title: {ja: '偽りのない件名とヘッダー', en: 'Truthful subject and headers'},
      rule: 'from-sender',
      says: {
        ja: '件名やヘッダーで誤認させてはならず、連絡のつく正確なメールアドレスまたは電話番号を示さなければなりません。',
        en: 'Subject and header must not mislead, and an accurate e-mail address or phone number must be given.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      firmFrom: FIRM_FROM,
      sources,
    },
    {
      id: 'sg/contact',
      title: {ja: '送信者の連絡先', en: 'Contact of the sender'},
      rule: 'complaint-contact',
      says: {
        ja: '連絡のつく正確なメールアドレスまたは電話番号を示さなければなりません。',
        en: 'The mail must give an accurate e-mail address or phone number at which the sender can be reached.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      firmFrom: FIRM_FROM,
      sources,
    },
    {
      id: 'sg/no-dictionary',
      title: {ja: '辞書攻撃と自動収集の禁止', en: 'Dictionary attacks and harvesting'},
      rule: 'list-origin',
      with: {refused: ['scraped']},
      says: {
        ja: '辞書攻撃や自動収集ソフトで作ったアドレスへ送ってはいけません。',
        en: 'No mail to addresses made by a dictionary attack or gathered by harvesting software.',
      },
      severity: 'error',
      since: ACT,
      sources,
    },
  ],
  facts: {
    model: 'opt-out',
    consent: {
      ja: '求められていない商用メールも送れますが、断られたら止めます（オプトアウト）。対象は大量送信（24時間に100通、30日に1,000通、1年に10,000通を超えるもの）です。アドレスの公表は同意になりません。',
      en: 'Unsolicited commercial mail may be sent but stops on request (opt-out). The Act covers bulk: over 100 in 24 hours, 1,000 in 30 days or 10,000 in a year. Publishing one’s address is no consent.',
    },
    optOut: [{of: null, deadline: {unit: 'businessDays', n: 10}, linkDays: 30, sources}],
    retention: [defaultRetention('SG')],
    labels: [
      {
        text: '<ADV> ',
        where: {
          ja: '件名の先頭（求められていないメールの場合）',
          en: 'start of the subject, where the mail is unsolicited',
        },
        sources,
      },
    ],
    quietHours: null,
    penalties: [
      {
        conduct: {ja: '違反したメール（民事訴訟）', en: 'Mail in breach (civil action)'},
        amount: {
          ja: '1通につき25シンガポールドル以下、合計100万シンガポールドルまで（実損がこれを超える場合を除く）',
          en: 'Up to SGD 25 per message, capped at SGD 1,000,000 unless the actual loss is higher',
        },
        sources,
      },
    ],
  },
}
