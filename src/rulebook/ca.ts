/** Canada: CASL and its regulations. Opt-in, express or implied; the sender bears the burden of proof. */

import type {Law} from '../core/laws/law.ts'
import type {Duty, Words} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'
import {delayClaimWithin, easyOptOut, FIRM_FROM} from './mail-duties.ts'

const casl = (section: string, confidence: Source['confidence'] = 'verified'): Source => ({
  title: `CASL (S.C. 2010, c. 23) ${section}`,
  url: 'https://laws-lois.justice.gc.ca/eng/acts/E-1.6/',
  confidence,
})
const regulations = (section: string): Source => ({
  title: `SOR/2012-36 ${section}`,
  url: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2012-36/',
  confidence: 'verified',
})

/** The day the rules on messages came into force. */
const ACT: Duty['since'] = '2014-07-01'

const twoYears = (id: string, title: Words, basis: string, from: readonly string[], says: Words): Duty => ({
  id,
  title,
  rule: 'basis-age',
  with: {basis, from, months: 24},
  says,
  severity: 'error',
  since: ACT,
  sources: [casl('s. 10(10)(a)–(d), 10(14)')],
})

export const ca: Law = {
  id: 'ca',
  name: {ja: 'カナダ（CASL）', en: 'Canada (CASL)'},
  countries: ['CA'],
  // Newfoundland.
  zoneMinutes: -210,
  duties: [
    {
      id: 'ca/consent',
      title: {ja: '明示または黙示の同意', en: 'Express or implied consent'},
      rule: 'consent-basis',
      with: {bases: ['consent', 'implied_purchase', 'implied_inquiry', 'trade', 'contract', 'published', 'card']},
      says: {
        ja: '商用電子メッセージには、明示または黙示の同意が必要です。同意を求めるメール自体も商用電子メッセージに当たります。家族間の連絡、見積りの依頼への回答、取引や保証の通知などは例外です。',
        en: 'A commercial electronic message needs express or implied consent, and so does a mail that asks for consent. Family, quotes asked for, and notices on transactions or warranty are among the exceptions.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 1(3), 6(1), 6(5), 6(6)')],
    },
    twoYears(
      'ca/implied-purchase-2y',
      {ja: '購入による黙示の同意（2年）', en: 'Purchase within two years'},
      'implied_purchase',
      ['relationship_end_at', 'last_purchase_at', 'last_transaction_at'],
      {
        ja: '購入や賃貸などによる黙示の同意は、2年間だけ有効です。定期契約や口座の場合は、終了した時から数えます。日付の記録がなければ示せません。',
        en: 'Consent implied by a purchase, lease or the like lasts two years; for subscriptions and accounts they run from the end. Without a recorded date it cannot be shown.',
      },
    ),
    twoYears(
      'ca/implied-trade-2y',
      {ja: '取引関係による黙示の同意（2年）', en: 'Business relationship within two years'},
      'trade',
      ['relationship_end_at', 'last_transaction_at', 'last_purchase_at'],
      {
        ja: '取引関係による黙示の同意は、最後の取引または関係の終了から2年間だけ有効です。',
        en: 'Consent implied by an existing business relationship lasts two years from the last transaction or the end of the relationship.',
      },
    ),
    twoYears(
      'ca/implied-contract-2y',
      {ja: '契約による黙示の同意（2年）', en: 'Contract within two years'},
      'contract',
      ['relationship_end_at', 'transaction_end_at', 'last_transaction_at'],
      {
        ja: '書面の契約による黙示の同意は、契約が続いている間と、終了から2年間有効です。',
        en: 'Consent implied by a written contract lasts while it runs and two years after its end.',
      },
    ),
    {
      id: 'ca/implied-inquiry-6m',
      title: {ja: '問い合わせによる黙示の同意（6か月）', en: 'Inquiry within six months'},
      rule: 'basis-age',
      with: {basis: 'implied_inquiry', from: ['inquiry_at'], months: 6},
      says: {
        ja: '問い合わせや申込みによる黙示の同意は、6か月間だけ有効です。日付の記録がなければ示せません。',
        en: 'Consent implied by an inquiry or application lasts six months. Without a recorded date it cannot be shown.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 10(10)(e)')],
    },
    {
      id: 'ca/implied-nonbusiness-2y',
      title: {ja: '寄付・会員などによる黙示の同意（2年）', en: 'Donation or membership within two years'},
      rule: null,
      says: {
        ja: '慈善団体や政党への寄付、ボランティア活動、クラブの会員であることによる黙示の同意は、2年間だけ有効です。',
        en: 'Consent implied by a donation, volunteering or membership (charity, party, club) lasts two years.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 10(13)')],
    },
    {
      id: 'ca/implied-published',
      title: {ja: '公表されたページの記録', en: 'Record of the published page'},
      rule: 'basis-evidence',
      with: {basis: 'published', evidence: 'published_url'},
      says: {
        ja: '目立つように公表されたアドレスで、断る旨の表示がなく、内容が相手の職務に関係する場合は、同意が推定されます。公表されていたページと、職務との関係を記録してください。',
        en: 'Consent is implied where an address is conspicuously published without a refusal and the message is relevant to the person’s business role. Record the page and the relevance.',
      },
      severity: 'warning',
      since: ACT,
      sources: [casl('s. 10(9)(b)')],
    },
    {
      id: 'ca/implied-published-role',
      title: {ja: '公表アドレスと職務との関係', en: 'Published address and business role'},
      rule: 'basis-evidence',
      with: {basis: 'published', evidence: 'role_relevance'},
      says: {
        ja: '公表されたアドレスへは、相手の職務に関係する内容に限り送れます。職務との関係を記録してください。',
        en: 'A published address may be mailed only on what is relevant to the person’s business role. Record the relevance.',
      },
      severity: 'warning',
      since: ACT,
      sources: [casl('s. 10(9)(b)')],
    },
    {
      id: 'ca/published-refusal',
      title: {ja: '公表アドレスの受信拒否表示', en: 'Refusal beside a published address'},
      rule: 'refusal-note',
      with: {basis: 'published'},
      says: {
        ja: '広告を断る旨の表示がそばにある公表アドレスからは、同意は推定されません。',
        en: 'No consent is implied by an address published with a statement that refuses unsolicited mail.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 10(9)(b)')],
    },
    {
      id: 'ca/disclosed-refusal',
      title: {ja: '名刺などでの受信拒否', en: 'Refusal with a disclosed address'},
      rule: 'refusal-note',
      with: {basis: 'card'},
      says: {
        ja: '広告を断る旨を添えて知らされたアドレスからは、同意は推定されません。',
        en: 'No consent is implied by an address given together with a refusal of unsolicited mail.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 10(9)(c)')],
    },
    {
      id: 'ca/express-consent',
      title: {ja: '明示の同意', en: 'Express consent'},
      rule: 'express-consent',
      with: {bases: ['consent', 'implied_purchase', 'implied_inquiry', 'trade', 'contract', 'published', 'card']},
      says: {
        ja: '「同意」として記録できるのは明示の同意だけです。黙示の同意は、法律が定める場合（取引、問い合わせ、公表など）に限られます。',
        en: 'What is recorded as consent must be express; consent is implied only in the cases of the Act (business relationship, inquiry, publication and the like).',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 10(1), 10(9)')],
    },
    {
      id: 'ca/implied-disclosed',
      title: {ja: '名刺などと職務との関係', en: 'Disclosed address and business role'},
      rule: 'basis-evidence',
      with: {basis: 'card', evidence: 'role_relevance'},
      says: {
        ja: '名刺などで本人から知らされたアドレスは、断る旨の表示がなく、内容が相手の職務に関係する場合に限り、同意が推定されます。職務との関係を記録してください。',
        en: 'Consent is implied where the person gave the sender the address (a card, say) without a refusal and the message is relevant to their business role. Record the relevance.',
      },
      severity: 'warning',
      since: ACT,
      sources: [casl('s. 10(9)(c)')],
    },
    {
      id: 'ca/express-request-content',
      title: {ja: '同意の求めに示す事項', en: 'Contents of a consent request'},
      rule: 'wording-says',
      with: {what: ['sender', 'contact', 'withdrawal']},
      says: {
        ja: '明示の同意を求めるときは、目的、求める者の名称、住所と連絡先（電話・メール・ウェブのいずれか）、同意を撤回できることを示さなければなりません。同意は行為ごとに求めます。',
        en: 'A request for express consent must state its purposes, the requester’s name, mailing address and one of phone, e-mail or web, and that consent can be withdrawn. It is sought separately for each act.',
      },
      // Rulebook: error. Our reading of a form's text is a heuristic, so it warns.
      severity: 'warning',
      since: ACT,
      sources: [casl('s. 10(1)'), regulations('s. 4')],
    },
    {
      id: 'ca/express-preticked',
      title: {ja: '初めから入っているチェック', en: 'Pre-ticked consent box'},
      rule: 'checkbox-default',
      says: {
        ja: '沈黙や、初めから入っているチェックは、明示の同意になりません。',
        en: 'Silence or a pre-ticked box is not express consent.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 10(1)', 'secondary')],
    },
    {
      id: 'ca/proof',
      title: {ja: '同意の立証', en: 'Proof of consent'},
      rule: 'consent-record',
      with: {basis: 'consent', how: ['method', 'source', 'wording']},
      says: {
        ja: '同意があったことは、送信者が立証しなければなりません。いつ、どのように得たかを記録してください。',
        en: 'The sender bears the burden of proving consent: record when and how it was given.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 13')],
    },
    {
      id: 'ca/consent-wording',
      title: {ja: '同意のときに示した文言', en: 'Form text behind the consent'},
      rule: 'wording-shown',
      with: {basis: 'consent'},
      says: {
        ja: '立証に備え、同意の日に示していたフォームの文言を保存してください。文言がなければ、何に同意したのかを示しにくくなります。',
        en: 'Keep the form text that was shown on the day of consent: without it the sender can hardly prove what was agreed to.',
      },
      severity: 'warning',
      since: ACT,
      sources: [casl('s. 13'), casl('s. 10(1)')],
    },
    {
      id: 'ca/identification',
      title: {ja: '送信者と依頼者の表示', en: 'Identification of the sender'},
      rule: 'sender-name',
      says: {
        ja: '送信者と依頼者の名称、誰が誰のために送るか、住所、電話・メール・ウェブのいずれかの連絡先を示さなければなりません。本文に載せるのが難しければ、リンク先でもかまいません。',
        en: 'The mail must name the sender and the principal, who acts for whom, with a mailing address and a phone number, e-mail or web address. A link will do where that is impracticable.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 6(2)'), regulations('s. 2')],
    },
    {
      id: 'ca/postal-address',
      title: {ja: '送信者の住所', en: 'Postal address of the sender'},
      rule: 'postal-address',
      with: {linkedPage: true},
      says: {
        ja: '送信者の住所を示さなければなりません。本文に載せるのが難しければ、リンク先でもかまいません。',
        en: 'The sender’s mailing address must be shown; a link will do where that is impracticable.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 6(2)'), regulations('s. 2')],
    },
    {
      id: 'ca/contact',
      title: {ja: '送信者の連絡先', en: 'Contact of the sender'},
      rule: 'complaint-contact',
      with: {or: ['web']},
      says: {
        ja: '住所に加えて、電話番号、メールアドレス、ウェブアドレスのいずれかを示さなければなりません。',
        en: 'Beside the mailing address, the mail must show a phone number, an e-mail address or a web address.',
      },
      severity: 'error',
      since: ACT,
      firmFrom: FIRM_FROM,
      sources: [casl('s. 6(2)'), regulations('s. 2')],
    },
    {
      id: 'ca/contact-60-days',
      title: {ja: '連絡先の60日間の有効性', en: 'Contact valid for 60 days'},
      rule: null,
      says: {
        ja: '連絡先と配信停止の宛先は、送信後少なくとも60日間有効でなければなりません。',
        en: 'Contact data and the unsubscribe address must stay valid for at least 60 days after sending.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 6(3), 11(2)')],
    },
    {
      id: 'ca/unsubscribe',
      title: {ja: '配信停止の手段', en: 'Unsubscribe mechanism'},
      rule: 'opt-out-link',
      says: {
        ja: '配信停止の手段（アドレスまたはウェブページ）を、明確で目立つように示さなければなりません。無料で、同じ電子的手段を使い、容易にできる必要があります。',
        en: 'The mail must show, clearly and prominently, an address or web page to unsubscribe: free, by the same electronic means, and readily performed.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 11(1)'), regulations('s. 3')],
    },
    easyOptOut('ca/unsubscribe-easy', {since: ACT, sources: [casl('s. 11(1)'), regulations('s. 3')]}),
    {
      id: 'ca/unsubscribe-10-business-days',
      title: {ja: '10営業日以内の配信停止', en: 'Unsubscribe within 10 business days'},
      rule: null,
      says: {
        ja: '配信停止は遅滞なく、遅くとも10営業日以内に効力を持たせ、本人にそれ以上の手間を求めてはいけません。送信計画は、配信停止になっている宛先をただちに外します。',
        en: 'An unsubscription takes effect without delay, at most after 10 business days, with no further action by the person. The send planner leaves suppressed addresses out at once.',
      },
      severity: 'error',
      since: ACT,
      sources: [casl('s. 11(3)')],
    },
    delayClaimWithin('ca/optout-delay-claim', 10, {since: ACT, sources: [casl('s. 11(3)')]}),
    {
      id: 'ca/harvest',
      title: {ja: 'アドレスの自動収集の禁止', en: 'Address harvesting'},
      rule: 'list-origin',
      with: {refused: ['scraped']},
      says: {
        ja: 'アドレスの自動収集は禁じられています（PIPEDA の改正）。送信者や件名の偽りも禁止です（競争法）。',
        en: 'Address harvesting is forbidden (PIPEDA as amended), and so are false senders and subjects (Competition Act).',
      },
      severity: 'error',
      since: ACT,
      sources: [{title: 'PIPEDA / Competition Act (as amended by CASL)', confidence: 'secondary'}],
    },
  ],
  facts: {
    model: 'opt-in',
    consent: {
      ja: '明示または黙示の同意が必要です（オプトイン）。購入などの取引は2年、問い合わせは6か月、公表されたアドレスは職務に関係する内容に限り、同意が推定されます。立証責任は送信者にあります。',
      en: 'Express or implied consent (opt-in): implied for two years by a purchase, six months by an inquiry, and by publication for messages relevant to the business role. The burden of proof is the sender’s.',
    },
    optOut: [
      {
        of: null,
        deadline: {unit: 'businessDays', n: 10},
        linkDays: 60,
        sources: [casl('s. 11(3)'), casl('s. 11(2)')],
      },
    ],
    retention: [
      {
        of: 'CA',
        after: 'last-mail',
        period: {unit: 'years', n: 3},
        says: {
          ja: '立証責任に備え、時効に合わせて少なくとも3年間の保存が勧められます（未確認）。',
          en: 'With the burden of proof on the sender, keep the proof for at least three years, the limitation period (unverified).',
        },
        since: ACT,
        sources: [casl('s. 22', 'unverified')],
      },
    ],
    labels: [],
    quietHours: null,
    penalties: [
      {
        conduct: {ja: 'CASL への違反', en: 'Breach of CASL'},
        amount: {
          ja: '違反1件につき、個人は100万カナダドル以下、その他は1,000万カナダドル以下',
          en: 'Per violation up to CAD 1,000,000 for individuals, CAD 10,000,000 for others',
        },
        sources: [casl('s. 20(4)', 'secondary')],
      },
    ],
  },
}
