/** South Korea: 정보통신망법 art. 50 and its decree. Opt-in, reconfirmed every two years. */

import type {Law} from '../core/laws/law.ts'
import type {Duty, Words} from '../core/lint/duty.ts'
import type {Confidence, Source} from '../core/lint/finding.ts'
import {defaultRetention} from './default-retention.ts'
import {easyOptOut, FIRM_FROM, MARKETING, noDelayClaim} from './mail-duties.ts'

const act = (article: string, confidence: Confidence = 'verified'): Source => ({
  title: `정보통신망법 ${article}`,
  url: 'https://www.law.go.kr/법령/정보통신망이용촉진및정보보호등에관한법률',
  confidence,
})
const decree = (article: string, confidence: Confidence = 'verified'): Source => ({
  title: `정보통신망법 시행령 ${article}`,
  url: 'https://www.law.go.kr/법령/정보통신망이용촉진및정보보호등에관한법률시행령',
  confidence,
})

/** The amended act with result notices and the reconfirmation; day unverified. */
const ACT: Duty['since'] = '2014-11-29'
/** The surcharge; rulebook: about this day. */
const SURCHARGE: Duty['since'] = '2026-10-01'

const afterTransaction = (id: string, title: Words, basis: string, from: readonly string[], says: Words): Duty => ({
  id,
  title,
  rule: 'basis-age',
  with: {basis, from, months: 6},
  says,
  severity: 'error',
  since: ACT,
  sources: [act('50조 1항'), decree('61조 1항')],
})

/** Direct collection and the same kind of goods; the date is another duty's matter. */
const sameGoods = (id: string, title: Words, basis: string): Duty => ({
  id,
  title,
  rule: 'soft-opt-in',
  with: {basis, conditions: ['similar_goods']},
  says: {
    ja: '取引を根拠に送れるのは、送信者が本人から直接連絡先を得ていて、取引したものと同じ種類の商品やサービスを案内する場合に限られます。',
    en: 'A transaction is a basis only where the sender collected the contact from the person directly and advertises the same kind of goods or services.',
  },
  severity: 'error',
  since: ACT,
  sources: [act('50조 1항'), decree('61조 1항')],
})

export const kr: Law = {
  id: 'kr',
  name: {ja: '韓国（情報通信網法）', en: 'South Korea (Network Act)'},
  countries: ['KR'],
  zoneMinutes: 540,
  duties: [
    {
      id: 'kr/consent',
      title: {ja: '事前の明示の同意', en: 'Explicit prior consent'},
      rule: 'consent-basis',
      with: {bases: ['consent', 'trade', 'implied_purchase']},
      says: {
        ja: '広告メールには、事前の明示の同意が必要です。本人から直接連絡先を得た取引の相手には、取引の終了から6か月以内に限り、同じ種類の商品の広告を同意なしに送れます。',
        en: 'Advertising mail needs explicit prior consent. Where the contact was collected directly in a transaction, the same kind of goods may be advertised for six months after it ended.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('50조 1항'), decree('61조 1항')],
    },
    {
      id: 'kr/consent-wording',
      title: {ja: '同意のときに示した文言', en: 'Form text behind the consent'},
      rule: 'wording-shown',
      with: {basis: 'consent'},
      says: {
        ja: '明示の同意であったことを示せるよう、同意の日に示していたフォームの文言を保存してください。',
        en: 'To show that the consent was explicit, keep the form text that was shown on the day it was given.',
      },
      severity: 'warning',
      since: ACT,
      sources: [act('50조 1항')],
    },
    afterTransaction(
      'kr/transaction-6m',
      {ja: '取引の終了から6か月以内', en: 'Transaction within six months'},
      'trade',
      ['transaction_end_at', 'last_transaction_at', 'last_purchase_at'],
      {
        ja: '取引関係を根拠にできるのは、取引の終了から6か月以内です。日付の記録がなければ示せません。',
        en: 'A transaction is a basis for six months after it ended. Without a recorded date it cannot be shown.',
      },
    ),
    afterTransaction(
      'kr/purchase-6m',
      {ja: '購入から6か月以内', en: 'Purchase within six months'},
      'implied_purchase',
      ['transaction_end_at', 'last_purchase_at', 'last_transaction_at'],
      {
        ja: '購入を根拠にできるのは、取引の終了から6か月以内です。日付の記録がなければ示せません。',
        en: 'A purchase is a basis for six months after the transaction ended. Without a recorded date it cannot be shown.',
      },
    ),
    sameGoods('kr/transaction-goods', {ja: '取引と同じ種類の商品', en: 'Same goods as the transaction'}, 'trade'),
    sameGoods('kr/purchase-goods', {ja: '購入と同じ種類の商品', en: 'Same goods as the purchase'}, 'implied_purchase'),
    {
      id: 'kr/consent-record',
      title: {ja: '同意の記録', en: 'Record of consent'},
      rule: 'consent-record',
      with: {basis: 'consent', how: ['method', 'source', 'wording']},
      says: {
        ja: '同意の事実と日付は、本人への結果の通知と2年ごとの確認で示さなければなりません。いつ、どのように得たかを記録してください。',
        en: 'The fact and date of a consent must be told in the notice of its result and in the confirmation every two years: record when and how it was given.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('50조 7항·8항')],
    },
    {
      id: 'kr/reconfirm-2y',
      title: {ja: '2年ごとの同意の確認', en: 'Reconfirmation every two years'},
      rule: 'reconfirm-age',
      with: {basis: 'consent', months: 24},
      says: {
        ja: '同意を得た日から2年ごとに、受信の同意を確認しなければなりません。送信者の名称、同意の事実と日付、維持または撤回の方法を知らせます。',
        en: 'Every two years from the consent it must be confirmed, telling the sender’s name, the fact and date of consent, and how to keep or withdraw it.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('50조 8항'), decree('62조의3')],
    },
    {
      id: 'kr/optout',
      title: {ja: '受信拒否の尊重', en: 'Refusals are honoured'},
      rule: null,
      says: {
        ja: '受信を断られ、または同意を撤回された後は、広告を送ってはいけません。撤回された同意は kr/consent が止め、送信計画は配信停止になっている宛先を外します。',
        en: 'No advertising after a refusal or withdrawal. kr/consent stops withdrawn consents, and the send planner leaves suppressed addresses out.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('50조 2항')],
    },
    {
      id: 'kr/night',
      title: {ja: '夜間の送信', en: 'Sending at night'},
      rule: null,
      says: {
        ja: '21時から翌8時までの広告には別の同意が必要ですが、電子メールは施行令により除かれます。SMS やアプリのプッシュ通知には適用されます。',
        en: 'Advertising between 21:00 and 08:00 needs a separate consent, but e-mail is exempt by decree. It does bind SMS and app push.',
      },
      severity: 'info',
      since: ACT,
      sources: [act('50조 3항'), decree('61조 2항')],
    },
    {
      id: 'kr/ad-label',
      title: {ja: '件名の広告表示', en: 'Advertising label in the subject'},
      rule: 'ad-label',
      with: {label: '(광고)'},
      says: {
        ja: '件名は「(광고)」ちょうどで始めなければなりません。「[광고]」や「(광 고)」などの変形は認められません。',
        en: 'The subject must start with exactly "(광고)". Variants such as "[광고]" or "(광 고)" are not accepted.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      firmFrom: FIRM_FROM,
      sources: [act('50조 4항'), decree('별표 6', 'secondary')],
    },
    {
      id: 'kr/sender-block',
      title: {ja: '送信者の名称と連絡先', en: 'Name and contact of the sender'},
      rule: 'sender-name',
      says: {
        ja: '送信者の名称と連絡先（メールアドレス、電話番号、住所）を本文に示さなければなりません。',
        en: 'The body must show the sender’s name and contact (e-mail, phone, address).',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      sources: [act('50조 4항 1호'), decree('별표 6', 'unverified')],
    },
    {
      id: 'kr/sender-contact',
      title: {ja: '送信者の連絡先', en: 'Contact of the sender'},
      rule: 'complaint-contact',
      with: {or: ['address']},
      says: {
        ja: '送信者の連絡先（メールアドレス、電話番号、住所のいずれか）を本文に示さなければなりません。',
        en: 'The body must show a contact of the sender: an e-mail address, a phone number or a postal address.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      firmFrom: FIRM_FROM,
      sources: [act('50조 4항 1호'), decree('별표 6', 'unverified')],
    },
    {
      id: 'kr/optout-mechanism',
      title: {ja: '受信拒否の手段', en: 'Opt-out mechanism'},
      rule: 'opt-out-link',
      says: {
        ja: '受信の拒否や同意の撤回を、無料で簡単にできる手段をメールに示さなければなりません。',
        en: 'The mail must offer a free and easy way to refuse it or to withdraw consent.',
      },
      mails: MARKETING,
      severity: 'error',
      since: ACT,
      sources: [act('50조 4항 2호·6항', 'secondary')],
    },
    {
      id: 'kr/optout-bilingual',
      title: {ja: '韓国語と英語による拒否の案内', en: 'Opt-out in Korean and English'},
      rule: 'notice-languages',
      with: {languages: ['ko', 'en']},
      says: {
        ja: '受信拒否の方法は、韓国語と英語の両方で案内します。',
        en: 'How to refuse is explained in both Korean and English.',
      },
      mails: MARKETING,
      severity: 'warning',
      since: ACT,
      sources: [act('50조 4항 2호·6항', 'secondary'), decree('별표 6', 'unverified')],
    },
    easyOptOut('kr/optout-easy', {since: ACT, sources: [act('50조 5항'), act('50조 4항 2호·6항', 'secondary')]}),
    noDelayClaim('kr/optout-delay-claim', {since: ACT, sources: [act('50조 2항')]}),
    {
      id: 'kr/no-evasion',
      title: {ja: '自動生成や回避行為の禁止', en: 'Evasion and generated addresses'},
      rule: 'list-origin',
      with: {refused: ['scraped']},
      says: {
        ja: '受信拒否の妨害、アドレスの自動生成、自動登録、発信元の隠蔽、返信を誘う欺きは禁じられています。',
        en: 'Obstructing refusal, generating addresses, automatic registration, hiding the source, and deceptive bait for replies are forbidden.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('50조 5항·74조')],
    },
    {
      id: 'kr/result-notice-14d',
      title: {ja: '14日以内の結果の通知', en: 'Notice of the result in 14 days'},
      rule: null,
      says: {
        ja: '同意、受信拒否、撤回を受けたら、14日以内に、送信者の名称、その事実と日付、処理の結果を本人に知らせなければなりません。',
        en: 'Within 14 days of a consent, refusal or withdrawal the person is told the sender’s name, the fact and date, and the result.',
      },
      severity: 'error',
      since: ACT,
      sources: [act('50조 7항'), decree('62조의2')],
    },
    {
      id: 'kr/fines',
      title: {ja: '過怠料と課徴金', en: 'Fines and surcharge'},
      rule: null,
      says: {
        ja: '50条1項〜4項・6項・8項への違反には3,000万ウォン以下の過怠料が、2026年10月ごろからは、加えて関連売上高の6%以下の課徴金が科されます。',
        en: 'Breaches of art. 50(1)–(4), (6), (8) cost an administrative fine of up to ₩30,000,000, and from about October 2026 also a surcharge of up to 6 % of related sales.',
      },
      severity: 'info',
      since: ACT,
      firmFrom: SURCHARGE,
      sources: [act('76조·50조의9·부칙 21500')],
    },
  ],
  facts: {
    model: 'opt-in',
    consent: {
      ja: '事前の明示の同意が必要です（オプトイン）。取引の終了から6か月以内の同種の商品は例外です。同意は2年ごとに確認します。',
      en: 'Explicit prior consent (opt-in), save for the same kind of goods within six months after a transaction. Consent is reconfirmed every two years.',
    },
    optOut: [{of: null, deadline: {unit: 'hours', n: 0}, linkDays: null, sources: [act('50조 2항')]}],
    retention: [defaultRetention('KR')],
    labels: [
      {
        text: '(광고)',
        where: {ja: '件名の先頭', en: 'start of the subject'},
        sources: [act('50조 4항'), decree('별표 6', 'secondary')],
      },
    ],
    quietHours: null,
    penalties: [
      {
        conduct: {
          ja: '同意・受信拒否・表示・再確認の義務への違反',
          en: 'Breach of consent, refusal, labels or reconfirmation',
        },
        amount: {ja: '3,000万ウォン以下の過怠料', en: 'Administrative fine of up to ₩30,000,000'},
        sources: [act('76조')],
      },
      {
        conduct: {ja: '同じ義務への違反（課徴金）', en: 'The same breaches: surcharge'},
        amount: {
          ja: '関連売上高の6%以下（算定できないときは20億ウォン以下）',
          en: 'Up to 6 % of related sales, or ₩2,000,000,000 where these cannot be computed',
        },
        since: SURCHARGE,
        sources: [act('50조의9·부칙 21500')],
      },
      {
        conduct: {ja: '処理結果の通知の懈怠', en: 'No notice of the result within 14 days'},
        amount: {ja: '1,000万ウォン以下の過怠料', en: 'Administrative fine of up to ₩10,000,000'},
        sources: [act('76조')],
      },
      {
        conduct: {
          ja: '受信拒否の妨害やアドレスの自動生成など',
          en: 'Obstructing refusal, generating addresses and the like',
        },
        amount: {
          ja: '1年以下の懲役または1,000万ウォン以下の罰金',
          en: 'Up to 1 year of imprisonment or ₩10,000,000',
        },
        sources: [act('74조')],
      },
    ],
  },
}
