/**
 * What the Act on the Protection of Personal Information (個人情報保護法) and the My Number Act (番号法) demand of
 * lists: a purpose, a known origin, proof of what passes between businesses, and no data that must not be there.
 */
import type {Duty} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'
import type {SensitiveCategory} from '../core/sensitive/column-judgement.ts'
import {APPI_SPECIAL_CARE} from '../core/sensitive/column-judgement.ts'
import {numberAct, privacyAct, privacyOrder, privacyRules} from './jp-sources.ts'

/** The Act came into full force on 2005-04-01. */
const APPI_2005: Duty['since'] = '2005-04-01'
/** The amended Act that names special-care data, identification codes and records of provision. */
const APPI_2017: Duty['since'] = '2017-05-30'
/** The amendments of 2020: duty to report breaches, person-related information, no resale of what came by opt-out. */
const APPI_2022: Duty['since'] = '2022-04-01'
/** Individual numbers were first given out on this day. */
const NUMBERS: Duty['since'] = '2015-10-05'

const numbers: Source = numberAct('9条・15条・19条・20条', 'secondary')
const checkDigit: Source = {title: '平成26年総務省令第85号 5条（検査用数字）', confidence: 'verified'}
const specialCare: readonly Source[] = [privacyAct('2条3項・20条2項'), privacyOrder('2条')]
const identifiers: readonly Source[] = [privacyAct('2条2項・22条'), privacyOrder('1条'), privacyRules('2条〜4条')]

/** Codes of Order art. 1, biometric templates among them, and what is as dangerous in other hands. */
const IDENTIFYING: readonly SensitiveCategory[] = [
  'biometric',
  'licence',
  'passport',
  'pension',
  'insurance',
  'residence',
  'nationalId',
  'card',
  'bank',
  'password',
]

export const jpAppiDuties: readonly Duty[] = [
  {
    id: 'jp/appi-purpose',
    title: {ja: '利用目的の範囲', en: 'Within the stated purpose'},
    rule: 'purpose-match',
    says: {
      ja: '個人情報は、利用目的をできる限り特定し、本人に示した目的の範囲内で使わなければなりません。広告メールの配信も、その目的に含まれている必要があります。',
      en: 'The purpose of use must be specified and told, and personal information used within it. Mailing advertising must be inside the stated purpose.',
    },
    severity: 'error',
    since: APPI_2005,
    sources: [privacyAct('17条・18条・21条2項')],
  },
  {
    id: 'jp/appi-third-party-consent',
    title: {ja: '第三者提供の同意', en: 'Consent to third-party provision'},
    rule: null,
    says: {
      ja: '個人データを第三者へ提供するには、原則として本人の事前の同意が必要です。法令に基づく場合などの例外があり、委託・事業承継・共同利用は第三者提供に当たりません。',
      en: 'Personal data may go to a third party only with the person’s prior consent, save for exceptions such as those made by law. Entrusted processors, business succession and joint use are not third parties.',
    },
    severity: 'warning',
    since: APPI_2005,
    sources: [privacyAct('27条1項・5項')],
  },
  {
    id: 'jp/appi-optout-provision',
    title: {ja: 'オプトアウトによる第三者提供', en: 'Provision by opt-out'},
    rule: null,
    says: {
      ja: '同意なしに第三者へ提供するには（オプトアウト）、求めがあれば停止することとし、法定の事項を本人に知らせ、個人情報保護委員会に届け出る必要があります。',
      en: 'Provision without consent (by opt-out) needs a stop on request, and beforehand the items of the statute told to people and notified to the Personal Information Protection Commission.',
    },
    severity: 'error',
    since: APPI_2017,
    sources: [privacyAct('27条2項〜4項'), privacyRules('11条・13条・14条')],
  },
  {
    id: 'jp/appi-optout-excluded',
    title: {ja: 'オプトアウト提供ができないデータ', en: 'Data barred from opt-out provision'},
    rule: null,
    says: {
      ja: '要配慮個人情報、不正に取得された個人データ、オプトアウトで提供を受けた個人データ（写しを含む）は、オプトアウトによって提供できません。',
      en: 'Special-care information, data acquired wrongfully, and data that itself came by opt-out (copies included) may never be provided by opt-out.',
    },
    severity: 'error',
    since: APPI_2022,
    sources: [privacyAct('27条2項ただし書')],
  },
  {
    id: 'jp/appi-purchased-list',
    title: {ja: '第三者から得たデータの確認と記録', en: 'Record of data received'},
    rule: 'purchased-record',
    with: {fields: ['collector', 'collector_acquired_how', 'received_at', 'ppc_published', 'provision_record_id']},
    says: {
      ja: '第三者から個人データを受け取るときは、提供者の名称・住所・代表者と、提供者がデータを取得した経緯を確認し、記録を原則3年間保存しなければなりません。オプトアウトによる提供であれば、委員会の公表も確認して記録します。',
      en: 'Whoever receives personal data from a third party must check the provider’s name, address and representative and how it acquired the data, and keep a record of that, as a rule for three years. For provision by opt-out the Commission’s publication is checked and recorded too.',
    },
    severity: 'error',
    since: APPI_2017,
    sources: [privacyAct('30条・185条1号'), privacyRules('22条〜25条')],
  },
  {
    id: 'jp/appi-provision-record',
    title: {ja: '第三者提供の記録', en: 'Record of data provided'},
    rule: null,
    says: {
      ja: '個人データを第三者へ提供したときは、提供先の名称・住所・代表者、本人、データの項目、同意の有無などを、その都度速やかに記録し、原則3年間保存しなければなりません。',
      en: 'Whoever provides personal data must promptly record the recipient’s name, address and representative, the person, the items and the fact of consent, and keep that as a rule for three years.',
    },
    severity: 'error',
    since: APPI_2017,
    sources: [privacyAct('29条'), privacyRules('19条〜21条')],
  },
  {
    id: 'jp/appi-special-care',
    title: {ja: '要配慮個人情報の列', en: 'Special-care information'},
    rule: 'sensitive-columns',
    with: {categories: APPI_SPECIAL_CARE, strength: 'strong'},
    says: {
      ja: '要配慮個人情報（人種、信条、社会的身分、病歴、犯罪の経歴、犯罪被害、障害、健診結果、診療・調剤、刑事手続、少年保護手続）は、本人の同意なしに取得してはいけません。法令に基づく場合などの例外があります。',
      en: 'Special-care information (race, creed, social status, medical history, criminal record, being a victim of crime, disability, test results, treatment, criminal and juvenile procedure) must not be acquired without the person’s consent, save for exceptions such as those made by law.',
    },
    severity: 'error',
    since: APPI_2017,
    sources: specialCare,
  },
  {
    id: 'jp/appi-special-care-values',
    title: {ja: '要配慮個人情報らしい値', en: 'Possible special-care information'},
    rule: 'sensitive-columns',
    with: {categories: APPI_SPECIAL_CARE, strength: 'weak'},
    says: {
      ja: '要配慮個人情報らしい値がセルに見つかったか、見出しだけがあって中身のない列です。自由記述欄に紛れていないか確認してください。',
      en: 'Some cells look like special-care information, or a header announces it over empty cells. Look whether it has slipped into free text.',
    },
    severity: 'warning',
    since: APPI_2017,
    sources: specialCare,
  },
  {
    id: 'jp/appi-other-sensitive',
    title: {ja: '要配慮個人情報に準じて扱う列', en: 'Data to be handled like special-care information'},
    rule: 'sensitive-columns',
    with: {categories: ['unionEtc', 'sexLife'], strength: 'strong'},
    says: {
      ja: '労働組合への加入、性生活、性的指向は、要配慮個人情報には当たりませんが、金融分野では機微情報として取得が制限されます。配信に必要がなければ消去するよう努めなければなりません。',
      en: 'Union membership, sex life and sexual orientation are not special-care information, but the guidelines for finance restrict them as sensitive. What the mailing does not need should be deleted.',
    },
    severity: 'warning',
    since: APPI_2017,
    sources: [
      privacyAct('22条'),
      {title: '金融分野における個人情報保護に関するガイドライン 5条', confidence: 'unverified'},
    ],
  },
  {
    id: 'jp/appi-identifier-columns',
    title: {ja: '個人識別符号などの列', en: 'Identification codes and accounts'},
    rule: 'sensitive-columns',
    with: {categories: IDENTIFYING, strength: 'strong'},
    says: {
      ja: '旅券番号、基礎年金番号、免許証番号、被保険者番号などの個人識別符号や、口座番号、パスワードは、配信リストには要りません。不要になったデータは消去するよう努めなければなりません。',
      en: 'Individual identification codes (passport, pension, licence, insurance numbers …), bank accounts and passwords have no place in a mailing list. Data that is not needed should be deleted.',
    },
    severity: 'warning',
    since: APPI_2017,
    sources: identifiers,
  },
  {
    id: 'jp/appi-identifier-values',
    title: {ja: '個人識別符号などらしい値', en: 'Possible identification codes'},
    rule: 'sensitive-columns',
    with: {categories: IDENTIFYING, strength: 'weak'},
    says: {
      ja: '個人識別符号や口座番号らしい値がセルに見つかったか、見出しだけがあって中身のない列です。内容を確認し、不要なら消去してください。',
      en: 'Some cells look like identification codes or account numbers, or a header announces them over empty cells. Look at them, and delete what is not needed.',
    },
    severity: 'warning',
    since: APPI_2017,
    sources: identifiers,
  },
  {
    id: 'jp/appi-birth-date',
    title: {ja: '生年月日の列', en: 'Dates of birth'},
    rule: 'sensitive-columns',
    with: {categories: ['birthDate'], strength: 'strong'},
    says: {
      ja: '生年月日は要配慮個人情報ではありませんが、配信に必要がなければ持たないほうが安全です。',
      en: 'A date of birth is not special-care information, but is better not kept where the mailing does not need it.',
    },
    severity: 'info',
    since: APPI_2017,
    sources: [privacyAct('22条')],
  },
  {
    id: 'jp/mynumber-present',
    title: {ja: 'マイナンバーの列', en: 'My Number column'},
    rule: 'mynumber-column',
    with: {strength: 'strong'},
    says: {
      ja: 'マイナンバー（個人番号）は、社会保障・税・災害対策の事務のほかには、求めたり、収集・保管したりしてはいけません。配信リストに持つ適法な理由はありません。',
      en: 'Individual numbers (My Number) must not be asked for, collected or kept outside social security, tax and disaster purposes. A mailing list has no lawful reason to hold them.',
    },
    severity: 'error',
    since: NUMBERS,
    // The check digit tells what the numbers are, not that they are forbidden.
    sources: [numbers],
  },
  {
    id: 'jp/mynumber-values',
    title: {ja: 'マイナンバーらしい値', en: 'Possible My Numbers'},
    rule: 'mynumber-column',
    with: {strength: 'weak'},
    says: {
      ja: '検査用数字がマイナンバーと一致する12桁の数字があります。無関係な12桁の数字も約1割は一致するため、何の番号かを確認してください。',
      en: 'Some twelve-digit numbers have the check digit of an individual number. About one in ten of any such numbers does, so look at what they are.',
    },
    severity: 'warning',
    since: NUMBERS,
    sources: [numbers, checkDigit],
  },
  {
    id: 'jp/appi-cookies',
    title: {ja: '個人関連情報（Cookie など）', en: 'Cookies and browsing data'},
    rule: null,
    says: {
      ja: '閲覧履歴や Cookie などの個人関連情報を、提供先が個人データとして取得すると想定される場合、提供元は本人の同意があることを確認し、記録しなければなりません。開封やクリックの計測を本人と結び付けるなら、利用目的に示す必要があります。',
      en: 'Whoever passes on browsing or cookie data that the receiver is expected to hold as personal data must first confirm the person’s consent and record that. Opens and clicks tied to a person are personal data whose purpose must be stated.',
    },
    severity: 'warning',
    since: APPI_2022,
    sources: [
      privacyAct('31条'),
      privacyRules('26条〜29条'),
      {title: '電気通信事業法 外部送信規律', confidence: 'unverified'},
    ],
  },
  {
    id: 'jp/appi-foreign-transfer',
    title: {ja: '外国の第三者への提供', en: 'Transfer to foreign countries'},
    rule: null,
    says: {
      ja: '外国にある第三者へ個人データを提供するには、その国の制度や提供先の措置を示したうえで、本人の同意が必要です。指定された国や、相当の体制を整えた提供先は例外です。',
      en: 'Giving personal data to a third party abroad needs consent, with information on the country, its regime and the recipient’s measures, unless the country is designated or the recipient has an equivalent system.',
    },
    severity: 'info',
    since: APPI_2017,
    sources: [privacyAct('28条'), privacyRules('15条〜18条'), {title: '指定国（EU・英国）', confidence: 'unverified'}],
  },
  {
    id: 'jp/appi-breach-thresholds',
    title: {ja: '漏えいの報告', en: 'Reporting of data breaches'},
    rule: null,
    says: {
      ja: '要配慮個人情報の漏えい（件数を問わず）、財産的被害のおそれ、不正の目的によるもの、1,000人を超えるものは、委員会への報告と本人への通知が必要です。確報の期限は30日（不正の目的によるものは60日）です。',
      en: 'A leak of special-care information (any number), with risk of financial damage, by malicious act, or of more than 1,000 persons must be reported to the Commission and told to the persons; in full within 30 days, 60 if malicious.',
    },
    severity: 'info',
    since: APPI_2022,
    sources: [
      privacyAct('26条'),
      privacyRules('7条・8条'),
      {title: '速報は3〜5日以内（ガイドライン）', confidence: 'unverified'},
    ],
  },
  {
    id: 'jp/appi-deletion',
    title: {ja: '不要になったデータの消去', en: 'Deletion of unneeded data'},
    rule: 'unused-age',
    // The Act has no number; five years is ours. A list that was just imported may be in use elsewhere, hence a note.
    with: {months: 60, from: ['last_contact_at', 'last_transaction_at', 'last_purchase_at']},
    says: {
      ja: '個人データは正確に保ち、必要がなくなれば消去するよう努めなければなりません。本人は、不要になったデータの利用停止を求めることができます。期間は法律に定めがなく、Todoke は5年を目安に知らせます。',
      en: 'Personal data should be kept accurate and deleted when no longer needed, and persons may then demand that its use stops. The Act names no period; we note five years without consent, mail or contact.',
    },
    severity: 'info',
    since: APPI_2005,
    sources: [privacyAct('22条・35条')],
  },
]
