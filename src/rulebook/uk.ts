/** United Kingdom: PECR regs 22–23 and UK GDPR. Opt-in for individual subscribers, with the soft opt-in. */

import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'
import {defaultRetention} from './default-retention.ts'
import {easyOptOut, MARKETING, noDelayClaim} from './mail-duties.ts'

const pecr = (regulation: string, confidence: Source['confidence'] = 'secondary'): Source => ({
  title: `PECR 2003 ${regulation}`,
  url: 'https://www.legislation.gov.uk/uksi/2003/2426',
  confidence,
})
const gdpr = (article: string): Source => ({
  title: `UK GDPR ${article}`,
  url: 'https://ico.org.uk/for-organisations/direct-marketing-and-privacy-and-electronic-communications/',
  confidence: 'secondary',
})

/** The day the regulations came into force. */
const PECR: Duty['since'] = '2003-12-11'
/** The day from which the GDPR applied; UK GDPR keeps its text. */
const GDPR: Duty['since'] = '2018-05-25'
/** Company particulars in electronic letters; day unverified. */
const COMPANY_MAIL: Duty['since'] = '2007-01-01'

export const uk: Law = {
  id: 'uk',
  name: {ja: '英国（PECR・UK GDPR）', en: 'United Kingdom (PECR, UK GDPR)'},
  countries: ['GB'],
  zoneMinutes: 0,
  duties: [
    {
      id: 'uk/consent-or-soft-optin',
      title: {ja: '同意またはソフトオプトイン', en: 'Consent or soft opt-in'},
      rule: 'consent-basis',
      with: {bases: ['consent', 'soft_optin'], exceptSubscribers: ['organisation']},
      says: {
        ja: '個人の加入者（個人事業主や一部の組合を含む）への広告メールには、事前の同意またはソフトオプトインが必要です。法人の加入者には及びませんが、担当者個人は広告目的の利用に異議を述べられます。',
        en: 'Marketing mail to individual subscribers (sole traders and some partnerships included) needs prior consent or the soft opt-in. Corporate subscribers are not covered, yet named persons keep the right to object.',
      },
      severity: 'error',
      since: PECR,
      sources: [pecr('reg. 22', 'verified')],
    },
    {
      id: 'uk/soft-optin',
      title: {ja: 'ソフトオプトインの条件', en: 'Conditions of the soft opt-in'},
      rule: 'soft-opt-in',
      with: {basis: 'soft_optin', needs: ['collected_in_sale_at', 'refusal_offered']},
      says: {
        ja: 'ソフトオプトインは、販売またはその交渉の中で得た連絡先に、自社の類似の商品やサービスを案内する場合に限られます。取得時と毎回のメールで、簡単に断れるようにする必要があります。見込み客や購入した名簿には使えません。慈善団体には、2026年2月5日以後に得たデータについて独自の特例があります。',
        en: 'The soft opt-in takes details obtained in a sale or its negotiation, own similar products, and a simple way to refuse both at collection and in every message. It does not cover prospects or bought lists. Charities have their own for data collected from 2026-02-05.',
      },
      severity: 'error',
      since: PECR,
      sources: [pecr('reg. 22(3)')],
    },
    {
      id: 'uk/identity-and-address',
      title: {ja: '送信者と停止の宛先の表示', en: 'Sender and opt-out address'},
      rule: 'opt-out-link',
      says: {
        ja: '送信者を隠してはならず、受信を断るための有効な宛先を示さなければなりません。相手が法人の場合も同じです。',
        en: 'The sender must not be disguised, and a valid address to opt out must be given; to corporate subscribers too.',
      },
      mails: MARKETING,
      severity: 'error',
      since: PECR,
      sources: [pecr('reg. 23')],
    },
    {
      id: 'uk/sender-name',
      title: {ja: '送信者の名称', en: 'Name of the sender'},
      rule: 'sender-name',
      with: {short: true},
      says: {
        ja: '誰が送っているかを隠してはいけません。Todoke は本文に送信者の名称（法人格を示す語は省略可）があるかを確認します。',
        en: 'Who sends the mail must not be disguised or concealed. We look for the sender’s name in the body; its legal form may be left out.',
      },
      mails: MARKETING,
      severity: 'warning',
      since: PECR,
      sources: [pecr('reg. 23')],
    },
    easyOptOut('uk/optout-easy', {since: PECR, sources: [pecr('reg. 22(3)')]}),
    {
      id: 'uk/objection',
      title: {ja: '広告目的の利用への異議', en: 'Objection to marketing'},
      rule: 'not-refused',
      says: {
        ja: '広告目的の利用に異議があれば、例外なく止めなければなりません。記録を消すのではなく、配信停止リストに残します。',
        en: 'Direct marketing stops on objection, without exception. Keep a suppression entry rather than deleting everything.',
      },
      severity: 'error',
      since: GDPR,
      sources: [gdpr('art. 21(2)–(3)')],
    },
    noDelayClaim('uk/optout-delay-claim', {since: GDPR, sources: [gdpr('art. 21(2)–(3)')]}),
    {
      id: 'uk/consent-record',
      title: {ja: '同意の記録', en: 'Record of consent'},
      rule: 'consent-record',
      with: {basis: 'consent', how: ['method', 'source', 'wording']},
      says: {
        ja: '同意を根拠とするなら、誰が、いつ、どのように同意し、何を説明したかを記録しなければなりません。',
        en: 'Where consent is the basis, record who gave it, when, how, and what they were told.',
      },
      severity: 'error',
      since: GDPR,
      sources: [gdpr('art. 7(1); ICO guidance')],
    },
    {
      id: 'uk/consent-wording',
      title: {ja: '同意のときに示した文言', en: 'Form text behind the consent'},
      rule: 'wording-shown',
      with: {basis: 'consent'},
      says: {
        ja: '同意の記録には、本人に何を説明したかも含まれます。同意の日に示していたフォームの文言を保存してください。',
        en: 'The record of a consent tells what the person was told: keep the form text that was shown on the day of consent.',
      },
      severity: 'warning',
      since: GDPR,
      sources: [gdpr('art. 7(1); ICO guidance')],
    },
    {
      id: 'uk/company-details',
      title: {ja: '会社情報の表示', en: 'Company details'},
      rule: 'company-details',
      with: {formsOf: 'en', details: ['number', 'jurisdiction', 'office']},
      says: {
        ja: '会社が送るメールには、登記上の名称、登録番号、登録地、登記上の事務所を示す必要があります。',
        en: 'Mail of a company shows its registered name, number, part of the United Kingdom, and registered office.',
      },
      severity: 'warning',
      since: COMPANY_MAIL,
      sources: [{title: 'Companies (Trading Disclosures) Regulations', confidence: 'unverified'}],
    },
  ],
  facts: {
    model: 'opt-in',
    consent: {
      ja: '個人の加入者には事前の同意が必要です（オプトイン）。既存顧客にはソフトオプトインが使えます。法人の加入者は対象外です。',
      en: 'Prior consent of individual subscribers (opt-in); soft opt-in for customers. Corporate subscribers are outside.',
    },
    optOut: [
      {of: null, deadline: {unit: 'hours', n: 0}, linkDays: null, sources: [gdpr('art. 21(3)'), pecr('reg. 23')]},
    ],
    retention: [defaultRetention('UK')],
    labels: [],
    quietHours: null,
    penalties: [
      {
        conduct: {ja: 'PECR・UK GDPR への違反', en: 'Breach of PECR or UK GDPR'},
        amount: {
          ja: '1,750万ポンドまたは売上高の4%以下（PECR は以前は50万ポンド以下）',
          en: 'Up to £17,500,000 or 4 % of turnover (PECR before: £500,000)',
        },
        since: '2026-02-05',
        sources: [{title: 'Data (Use and Access) Act 2025', confidence: 'secondary'}],
      },
    ],
  },
}
