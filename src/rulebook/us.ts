/** United States: CAN-SPAM and its rules, and the FCC's rule on mail to wireless domains. Opt-out, wireless opt-in. */

import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'
import {defaultRetention} from './default-retention.ts'
import {delayClaimWithin, FIRM_FROM, MARKETING} from './mail-duties.ts'

const canSpam = (article: string, confidence: Source['confidence']): Source => ({
  title: `CAN-SPAM Act, 15 U.S.C. ${article}`,
  url: 'https://www.law.cornell.edu/uscode/text/15/7704',
  confidence,
})
const part316 = (section: string, confidence: Source['confidence'] = 'secondary'): Source => ({
  title: `16 CFR ${section}`,
  url: 'https://www.ecfr.gov/current/title-16/part-316',
  confidence,
})
const fcc: Source = {
  title: '47 CFR 64.3100(a)(4), (b)',
  url: 'https://www.ecfr.gov/current/title-47/section-64.3100',
  confidence: 'verified',
}

/** The day the Act came into force. */
const ACT: Duty['since'] = '2004-01-01'
/** The label for sexually oriented mail (16 CFR 316.4); day unverified. */
const ADULT_LABEL: Duty['since'] = '2004-05-19'
/** The FCC's rule; day unverified, the list of domains followed in February 2005. */
const WIRELESS: Duty['since'] = '2004-10-18'
/** What is the primary purpose of a mail (16 CFR 316.3); day unverified. */
const PRIMARY_PURPOSE: Duty['since'] = '2005-03-28'
/** No fee, no login (16 CFR 316.5), and whose address counts (316.2(p)); day unverified. */
const RULE_2008: Duty['since'] = '2008-07-07'
/** Washington's act, the oldest of those named here; day unverified. */
const STATE_LAWS: Duty['since'] = '1998-06-11'

export const us: Law = {
  id: 'us',
  name: {ja: '米国（CAN-SPAM 法）', en: 'United States (CAN-SPAM)'},
  // With the territories that have codes of their own.
  countries: ['US', 'AS', 'GU', 'MP', 'PR', 'VI'],
  // Eastern time.
  zoneMinutes: -300,
  duties: [
    {
      id: 'us/optout-mechanism',
      title: {ja: '受信を断る手段', en: 'Opt-out mechanism'},
      rule: 'opt-out-link',
      says: {
        ja: '商用メールには、受信を断るための返信先またはウェブ上の手段を、明確で目立つように示さなければなりません。送信後少なくとも30日間は、受付けができる状態に保ちます。取引に関する通知は対象外です。',
        en: 'Commercial mail needs a working return address or Internet mechanism for opting out, clear and conspicuous, able to take requests for at least 30 days after the mail. Transactional mail is outside.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      sources: [canSpam('7704(a)(3)(A)', 'verified')],
    },
    {
      id: 'us/optout-notice',
      title: {ja: '受信を断れることの案内', en: 'Notice of the opt-out'},
      rule: 'opt-out-notice',
      says: {
        ja: '今後の受信を断れることを、明確で目立つように知らせなければなりません。',
        en: 'The mail must give clear and conspicuous notice of the right to opt out.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      sources: [canSpam('7704(a)(5)(A)(ii)', 'verified')],
    },
    {
      id: 'us/postal-address',
      title: {ja: '送信者の住所', en: 'Postal address of the sender'},
      rule: 'postal-address',
      says: {
        ja: '送信者の有効な住所を表示しなければなりません。現在の所在地のほか、正確に登録された私書箱や、認可された事業者の私設メールボックスでもかまいません。',
        en: 'The mail must show the sender’s valid physical postal address: a current street address, an accurately registered P.O. box, or a private mailbox at a commercial receiving agency.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      sources: [canSpam('7704(a)(5)(A)(iii)', 'secondary'), part316('316.2(p)')],
    },
    {
      id: 'us/ad-identification',
      title: {ja: '広告であることの表示', en: 'Identification as advertising'},
      rule: 'ad-named',
      says: {
        ja: '広告または勧誘であることを、明確に示さなければなりません。受信者が事前に積極的な同意を与えている場合は不要です。',
        en: 'The mail must be clearly identified as an advertisement or solicitation, unless the recipient gave prior affirmative consent.',
      },
      when: {fact: 'affirmativeConsent', is: ['no']},
      mails: MARKETING,
      severity: 'warning',
      since: ACT,
      sources: [canSpam('7704(a)(5)(A)(i)', 'verified'), canSpam('7704(a)(5)(B)', 'unverified')],
    },
    {
      id: 'us/optout-10-business-days',
      title: {ja: '10営業日以内の停止', en: 'Opt-out within 10 business days'},
      rule: 'not-refused',
      says: {
        ja: '受信を断られたら、10営業日以内に送信を止めなければなりません。送信者本人のほか、その代わりに送る者も同じです。Todoke はただちに止めます。',
        en: 'Mail must stop within 10 business days of an opt-out, from the sender and from anyone acting for it. We stop at once.',
      },
      severity: 'error',
      since: ACT,
      sources: [canSpam('7704(a)(4)(A)', 'verified')],
    },
    delayClaimWithin('us/optout-delay-claim', 10, {since: ACT, sources: [canSpam('7704(a)(4)(A)', 'verified')]}),
    {
      id: 'us/optout-no-fee-no-login',
      title: {ja: '費用もログインも求めない配信停止', en: 'Opt-out without fee or login'},
      rule: 'easy-opt-out',
      says: {
        ja: '受信を断る手続きで求めてよいのは、アドレスと受信設定だけです。返信または1ページの操作で済むようにし、費用、ログイン、他の情報を求めてはいけません。',
        en: 'Opting out may ask for no more than the address and preferences, by a reply or a visit to one web page: no fee, no login, no other information.',
      },
      mails: MARKETING,
      severity: 'error',
      since: RULE_2008,
      firmFrom: FIRM_FROM,
      sources: [part316('316.5', 'verified')],
    },
    {
      id: 'us/optout-all-option',
      title: {ja: 'すべてを断る選択肢', en: 'Option to refuse everything'},
      rule: null,
      says: {
        ja: '種類ごとに選べる画面を出す場合も、すべての商用メールを断る選択肢を含めなければなりません。',
        en: 'A menu of kinds of mail is fine if refusing all commercial mail is among its choices.',
      },
      severity: 'warning',
      since: ACT,
      sources: [canSpam('7704(a)(3)(B)', 'unverified')],
    },
    {
      id: 'us/header-truth',
      title: {ja: '偽りのないヘッダー', en: 'Truthful headers'},
      rule: 'from-sender',
      says: {
        ja: '差出人、宛先、返信先、経路、ドメインなどのヘッダー情報を、重要な点で偽ってはいけません。差出人は送信者を正しく示す必要があります。取引に関する通知にも適用されます。',
        en: 'Header information (From, To, Reply-To, routing, domain) must not be materially false, and From must identify who initiated the mail. This binds transactional mail too.',
      },
      severity: 'error',
      since: ACT,
      firmFrom: FIRM_FROM,
      sources: [canSpam('7704(a)(1)', 'secondary')],
    },
    {
      id: 'us/subject-truth',
      title: {ja: '偽りのない件名', en: 'Truthful subject'},
      rule: 'subject-disguise',
      says: {
        ja: '内容について受信者を誤認させる件名は使えません。',
        en: 'The subject must not deceive the recipient about the contents.',
      },
      mails: MARKETING,
      severity: 'warning',
      since: ACT,
      sources: [canSpam('7704(a)(2)', 'secondary')],
    },
    {
      id: 'us/no-transfer-after-optout',
      title: {ja: '断った人のアドレスの譲渡禁止', en: 'No transfer after opt-out'},
      rule: null,
      says: {
        ja: '受信を断った人のアドレスを、売却、貸与、交換、提供してはいけません。法令を守るために必要な場合を除きます。',
        en: 'The address of somebody who opted out must not be sold, leased, exchanged or released, except to comply with the law.',
      },
      severity: 'error',
      since: ACT,
      sources: [canSpam('7704(a)(4)(A)(iv)', 'secondary')],
    },
    {
      id: 'us/no-harvest-dictionary',
      title: {ja: '自動収集・生成アドレスの禁止', en: 'Harvested or generated addresses'},
      rule: 'list-origin',
      with: {refused: ['scraped']},
      says: {
        ja: '自動収集されたアドレスや、組み合わせて生成されたアドレスへの送信は、違反の責任を加重します。',
        en: 'Mail to addresses that were harvested or generated aggravates a violation.',
      },
      severity: 'error',
      since: ACT,
      sources: [canSpam('7704(b)', 'secondary')],
    },
    {
      id: 'us/sexual-label',
      title: {ja: '性的な内容の表示', en: 'Label for sexual content'},
      rule: null,
      says: {
        ja: '性的に露骨な内容のメールは、件名を「SEXUALLY-EXPLICIT: 」で始め、最初に見える部分に内容を出してはいけません。事前の同意がある場合は除きます。',
        en: 'Sexually explicit mail must begin its subject with "SEXUALLY-EXPLICIT: " and show none of it at first view, unless the recipient consented before.',
      },
      severity: 'error',
      since: ADULT_LABEL,
      sources: [part316('316.4', 'unverified')],
    },
    {
      id: 'us/primary-purpose',
      title: {ja: '通知と広告を兼ねるメール', en: 'Primary purpose of the mail'},
      rule: 'main-purpose',
      with: {offersUpTo: 50, noticeFirst: true},
      says: {
        ja: '通知と広告を兼ねるメールは、件名が広告と受け取れるか、通知の内容が冒頭にない場合、商用メールとして扱われます。',
        en: 'Mail that is both notice and advertising is commercial if its subject reads as advertising or the notice does not come first.',
      },
      severity: 'warning',
      since: PRIMARY_PURPOSE,
      sources: [part316('316.3'), part316('316.3(a)', 'unverified')],
    },
    {
      id: 'us/wireless-domain',
      title: {ja: '携帯事業者のドメイン', en: 'Wireless domains'},
      rule: 'wireless-domain',
      // Without the list nobody can tell.
      when: {fact: 'wirelessDomains', is: []},
      says: {
        ja: 'FCC の携帯事業者ドメイン一覧に30日以上載っているドメインへは、明示の事前承諾なしに商用メールを送れません。断られたら10日以内に止め、断る手段は承諾と同じ手段でも提供します。一覧は設定で渡してください。',
        en: 'No commercial mail to a domain that has been on the FCC’s wireless list for 30 days without express prior authorisation. It must stop within 10 days of a request, which may be made by the means used to authorise. Give us the list in the settings.',
      },
      severity: 'error',
      since: WIRELESS,
      sources: [fcc],
    },
    {
      id: 'us/state-laws',
      title: {ja: '州法（件名やヘッダーの虚偽）', en: 'State laws on deception'},
      rule: 'urgent-subject',
      says: {
        ja: '州法は、虚偽や誤認に限って CAN-SPAM 法と並んで適用されます。ワシントン州は件名の虚偽（「本日限り」の偽りなど）を、カリフォルニア州はヘッダーと件名の偽りを禁じています。',
        en: 'State laws stand beside CAN-SPAM where they forbid falsity and deception: Washington false subjects (a fake "ends today", say), California falsified headers and subjects.',
      },
      mails: MARKETING,
      severity: 'warning',
      since: STATE_LAWS,
      sources: [
        {title: 'Washington CEMA, RCW 19.190 (Brown v. Old Navy, 2025-04-17)', confidence: 'secondary'},
        {title: 'California B&P Code 17529.5', confidence: 'unverified'},
      ],
    },
  ],
  facts: {
    model: 'opt-out',
    consent: {
      ja: '同意は不要ですが、断られたら止めなければなりません（オプトアウト）。事業者宛のメールにも適用されます。携帯事業者のドメイン宛は明示の事前承諾が必要です。',
      en: 'No consent needed, but mail stops on request (opt-out); mail to businesses is covered too. Wireless domains need express prior authorisation.',
    },
    optOut: [
      {
        of: null,
        deadline: {unit: 'businessDays', n: 10},
        linkDays: 30,
        sources: [canSpam('7704(a)(4)(A)', 'verified'), canSpam('7704(a)(3)(A)', 'verified')],
      },
      {of: 'US-wireless', deadline: {unit: 'days', n: 10}, linkDays: 30, sources: [fcc]},
    ],
    retention: [defaultRetention('US')],
    labels: [
      {
        text: 'SEXUALLY-EXPLICIT: ',
        where: {
          ja: '件名の先頭（性的に露骨な内容の場合のみ）',
          en: 'start of the subject, for sexually explicit mail only',
        },
        sources: [part316('316.4', 'unverified')],
      },
    ],
    quietHours: null,
    penalties: [
      {
        conduct: {ja: 'CAN-SPAM 法違反のメール', en: 'Mail in breach of CAN-SPAM'},
        amount: {
          ja: '1通につき最大53,088ドル（金額は未確認）。加重事由があれば刑事罰',
          en: 'Up to $53,088 per e-mail (figure unverified); aggravated conduct is criminal',
        },
        since: '2025-01-17',
        sources: [
          {title: '16 CFR 1.98', url: 'https://www.ecfr.gov/current/title-16/section-1.98', confidence: 'unverified'},
        ],
      },
      {
        conduct: {ja: '件名の虚偽（ワシントン州法）', en: 'False subjects (Washington)'},
        amount: {ja: '1通につき500ドル（改正の動きあり）', en: '$500 per mail (an amendment is under way)'},
        sources: [{title: 'RCW 19.190', confidence: 'secondary'}],
      },
    ],
  },
}
