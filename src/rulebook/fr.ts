/** France, on top of the EU's rules: CPCE art. L34-5. Opt-in for consumers, opt-out for business contacts. */

import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Confidence, Source} from '../core/lint/finding.ts'
import {defaultRetention} from './default-retention.ts'
import {MARKETING} from './mail-duties.ts'

const cpce: Source = {
  title: 'CPCE art. L34-5',
  url: 'https://www.legifrance.gouv.fr/codes/id/LEGISCTA000006165905/',
  confidence: 'secondary',
}
const cnil = (title: string, confidence: Confidence): Source => ({
  title: `CNIL: ${title}`,
  url: 'https://www.cnil.fr/fr/la-prospection-commerciale-par-courrier-electronique',
  confidence,
})

/** The LCEN of 21 June 2004 made art. L34-5; day unverified. */
const LCEN: Duty['since'] = '2004-06-22'
/** The day of the Conseil d'État's decision on general terms. */
const TERMS: Duty['since'] = '2015-03-11'
/** The CNIL's norm on customers and prospects as published; day unverified. */
const NORM: Duty['since'] = '2012-07-13'

export const fr: Law = {
  id: 'fr',
  name: {ja: 'フランス（CPCE L34-5）', en: 'France (CPCE L34-5)'},
  // With the overseas departments, which have codes of their own.
  countries: ['FR', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT'],
  zoneMinutes: 60,
  duties: [
    {
      id: 'fr/consent',
      title: {ja: '事前の同意', en: 'Prior consent'},
      rule: 'consent-basis',
      with: {bases: ['consent', 'soft_optin'], exceptSubscribers: ['organisation']},
      says: {
        ja: '消費者への広告メールには、事前の同意が必要です。職務上のアドレスには fr/b2b の扱いがあります。',
        en: 'Advertising mail to consumers needs prior consent. For professional addresses see fr/b2b.',
      },
      severity: 'error',
      since: LCEN,
      sources: [cpce],
    },
    {
      id: 'fr/consent-terms',
      title: {ja: '利用規約による同意', en: 'Consent by general terms'},
      rule: 'bundled-consent',
      says: {
        ja: '一般の利用規約への同意をもって、広告メールへの同意とすることはできません。',
        en: 'Accepting general terms is no consent to advertising mail.',
      },
      severity: 'error',
      since: TERMS,
      sources: [cpce, {title: "Conseil d'État, 2015-03-11", confidence: 'secondary'}],
    },
    {
      id: 'fr/existing-customer',
      title: {ja: '既存顧客の例外の条件', en: 'Exception for existing customers'},
      rule: 'soft-opt-in',
      with: {basis: 'soft_optin', needs: ['collected_in_sale_at', 'refusal_offered']},
      says: {
        ja: '既存顧客の例外は、同じ事業者による類似の商品やサービスの案内に限られ、取得時と毎回のメールで、無料で簡単に断れるようにしなければなりません。',
        en: 'The exception for customers takes the same provider, analogous goods or services, and a free and simple objection at collection and in each mail.',
      },
      severity: 'error',
      since: LCEN,
      sources: [cpce],
    },
    {
      id: 'fr/b2b',
      title: {ja: '職務上のアドレス', en: 'Professional addresses'},
      rule: 'basis-evidence',
      with: {basis: 'legit_interest', evidence: 'role_relevance'},
      says: {
        ja: '職務上のアドレスには、内容が職務に関係し、取得時に知らせていれば、オプトアウト方式で送れます。info@ や contact@ のような共用アドレスは対象外です。',
        en: 'Professional addresses may be mailed on an opt-out basis if the subject relates to the profession and the person was informed at collection. Generic addresses such as info@ or contact@ are outside.',
      },
      severity: 'warning',
      since: LCEN,
      sources: [cnil('prospection B2B', 'secondary')],
    },
    {
      id: 'fr/identity',
      title: {ja: '広告主の表示', en: 'Identity of the advertiser'},
      rule: 'sender-name',
      says: {
        ja: '広告主が誰であるかをメールに示さなければなりません。件名は内容と関係があり、販売促進であることが受信時に分かる必要があります。',
        en: 'The mail must show whose advertising it is; the subject relates to the contents, and promotions are recognisable on receipt.',
      },
      mails: MARKETING,
      severity: 'error',
      since: LCEN,
      sources: [cpce, {title: 'LCEN art. 20', confidence: 'secondary'}],
    },
    {
      id: 'fr/opt-out',
      title: {ja: '受信停止の連絡先', en: 'Contact to stop the mail'},
      rule: 'opt-out-link',
      says: {
        ja: '受信の停止を無料で求められる有効な連絡先を、毎回のメールに示さなければなりません。',
        en: 'Each mail must give a valid contact by which the mail can be stopped, free of charge.',
      },
      mails: MARKETING,
      severity: 'error',
      since: LCEN,
      sources: [cpce],
    },
    {
      id: 'fr/subject',
      title: {ja: '内容に合った件名', en: 'Subject that fits'},
      rule: 'subject-disguise',
      says: {
        ja: '件名は内容と関係がなければならず、販売促進であることが受信時に分かる必要があります。',
        en: 'The subject must relate to the contents, and a promotion be recognisable on receipt.',
      },
      mails: MARKETING,
      severity: 'warning',
      since: LCEN,
      sources: [cpce, {title: 'LCEN art. 20', confidence: 'secondary'}],
    },
    {
      id: 'fr/prospect-retention',
      title: {ja: '見込み客データの保存期間', en: 'Retention of prospects'},
      rule: 'unused-age',
      with: {months: 36, from: ['last_contact_at']},
      says: {
        ja: '見込み客のデータは、最後の接触から3年で消去するか、同意を取り直します。',
        en: 'Prospects are deleted, or asked anew, three years after the last contact.',
      },
      severity: 'warning',
      since: NORM,
      sources: [cnil('durées de conservation', 'unverified')],
    },
  ],
  facts: {
    model: 'opt-in',
    consent: {
      ja: '消費者には事前の同意が必要です（オプトイン）。既存顧客には類似の商品やサービスに限り送れます。職務上のアドレスはオプトアウトです。',
      en: 'Prior consent of consumers (opt-in), save for analogous goods to customers; opt-out for professional addresses.',
    },
    optOut: [{of: null, deadline: {unit: 'hours', n: 0}, linkDays: null, sources: [cpce]}],
    retention: [
      defaultRetention('FR'),
      {
        bound: 'at-most',
        of: 'FR-prospect',
        after: 'last-contact',
        period: {unit: 'years', n: 3},
        says: {
          ja: '見込み客のデータは、最後の接触から3年を超えて持たず、消去するか同意を取り直します（未確認）。',
          en: 'Data of prospects is kept no longer than three years after the last contact, or consent is renewed (unverified).',
        },
        since: NORM,
        sources: [cnil('durées de conservation', 'unverified')],
      },
    ],
    labels: [],
    quietHours: null,
    penalties: [
      {
        conduct: {ja: '同意のない広告メール', en: 'Advertising mail without consent'},
        amount: {ja: 'CNIL による GDPR 水準の制裁金', en: 'Fines of the CNIL, at the level of the GDPR'},
        sources: [cnil('sanctions', 'unverified')],
      },
    ],
  },
}
