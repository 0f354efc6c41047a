/** Germany, on top of the EU's rules: UWG §7 asks for express consent of consumers and businesses alike. */

import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Confidence, Source} from '../core/lint/finding.ts'
import {MARKETING} from './mail-duties.ts'

const uwg = (section: string, confidence: Confidence = 'verified'): Source => ({
  title: `UWG ${section}`,
  url: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html',
  confidence,
})
const ddg = (section: string, confidence: Confidence): Source => ({
  title: `DDG ${section}`,
  url: 'https://www.gesetze-im-internet.de/ddg/',
  confidence,
})
const courts: Source = {title: 'BGH I ZR 164/09 (2011-02-10); OLG München 29 U 1682/12 (2012)', confidence: 'secondary'}

/** The UWG of 2004 with its rule on e-mail; the present numbering is of 2022. Day unverified. */
const UWG: Duty['since'] = '2004-07-08'
/** The DDG took the place of the TMG; day unverified. */
const DDG: Duty['since'] = '2024-05-14'
/** The day of BGH I ZR 164/09. */
const DOI: Duty['since'] = '2011-02-10'
/** The day of BGH III ZR 196/17; unverified. */
const CONSENT_AGE: Duty['since'] = '2018-02-01'

export const de: Law = {
  id: 'de',
  name: {ja: 'ドイツ（UWG・DDG）', en: 'Germany (UWG, DDG)'},
  countries: ['DE'],
  zoneMinutes: 60,
  duties: [
    {
      id: 'de/uwg-consent',
      title: {ja: '事前の明示の同意', en: 'Prior express consent'},
      rule: 'consent-basis',
      with: {bases: ['consent', 'soft_optin']},
      says: {
        ja: '広告メールには、相手が消費者でも事業者でも、事前の明示の同意が必要です。既存顧客の例外（§7(3)）だけが認められます。',
        en: 'Advertising mail needs prior express consent of any addressee, consumer or business; the one exception is that for existing customers, §7(3).',
      },
      severity: 'error',
      since: UWG,
      sources: [uwg('§7(2) no. 2')],
    },
    {
      id: 'de/uwg-express',
      title: {ja: '明示でない同意', en: 'Consent must be express'},
      rule: 'express-consent',
      with: {bases: ['consent', 'soft_optin']},
      says: {
        ja: '同意は明示でなければなりません。取引や問い合わせから推定される同意は認められません。',
        en: 'The consent must be express. One implied by a purchase or an inquiry does not count.',
      },
      severity: 'error',
      since: UWG,
      sources: [uwg('§7(2) no. 2')],
    },
    {
      id: 'de/uwg-existing-customer',
      title: {ja: '既存顧客の例外の条件', en: 'Exception for existing customers'},
      rule: 'soft-opt-in',
      with: {basis: 'soft_optin', needs: ['collected_in_sale_at', 'similar_goods', 'refusal_offered']},
      says: {
        ja: '既存顧客の例外には、次のすべてが必要です。販売の際に得たアドレスであること、自社の類似の商品やサービスの広告であること、異議がないこと、取得時と利用のたびに、基本料金だけで断れることを明示すること。',
        en: 'The exception for existing customers takes all four: the address came from a sale, the advertising is for own similar goods or services, there was no objection, and both at collection and in each use a clear notice says that objecting costs no more than the base tariff.',
      },
      severity: 'error',
      since: UWG,
      sources: [uwg('§7(3)')],
    },
    {
      id: 'de/uwg-identity',
      title: {ja: '送信者と停止の宛先の表示', en: 'Sender and opt-out address'},
      rule: 'opt-out-link',
      says: {
        ja: '送信者を隠してはならず、停止を求めるための有効な宛先を示さなければなりません。DDG §6 も守る必要があります。',
        en: 'The sender must not be hidden, a valid address to stop the mail must be given, and DDG §6 be respected.',
      },
      mails: MARKETING,
      severity: 'error',
      since: UWG,
      sources: [uwg('§7(2) no. 3')],
    },
    {
      id: 'de/doi-evidence',
      title: {ja: 'ダブルオプトインの確認', en: 'Confirmed double opt-in'},
      rule: 'double-opt-in',
      with: {only: ['incomplete']},
      says: {
        ja: '実務ではダブルオプトインが求められます。本人ごとの具体的な意思表示を、保存・印刷できる形で証明しなければならず、確認されていない登録では足りません。確認メールに広告を入れてはいけません。',
        en: 'Practice is the double opt-in: the concrete declaration of each person must be proven, storable and printable, and an unconfirmed sign-up does not do. The confirmation mail carries no advertising.',
      },
      severity: 'error',
      since: DOI,
      sources: [courts],
    },
    {
      id: 'de/single-opt-in',
      title: {ja: '確認メールのない登録', en: 'Sign-up without double opt-in'},
      rule: 'double-opt-in',
      with: {only: ['single']},
      says: {
        ja: '確認メールのない同意（シングルオプトイン）は、本人の意思表示であることの証明が難しいとされています。',
        en: 'A consent that was never confirmed by mail (single opt-in) is hard to prove as the declaration of the person.',
      },
      severity: 'warning',
      since: DOI,
      sources: [courts],
    },
    {
      id: 'de/impressum',
      title: {ja: '事業者の表示（Impressum）', en: 'Provider identification (Impressum)'},
      rule: 'postal-address',
      with: {linkedPage: true},
      says: {
        ja: '商用メールには、事業者の表示（名称、法的形態、代表者、私書箱ではない住所、メールとすぐに連絡できる別の手段、登記番号、VAT 番号）を載せるか、1クリックで開けるようにしなければなりません。Todoke は住所、Impressum または申告されたページへのリンクを確認します。',
        en: 'Commercial mail bears the provider identification (name, legal form, representative, postal address other than a P.O. box, e-mail and a second quick contact, register number, VAT id) or has it one click away. We look for the address, or for a link to the Impressum or the page declared for it.',
      },
      mails: MARKETING,
      severity: 'error',
      since: DDG,
      sources: [ddg('§5', 'secondary')],
    },
    {
      id: 'de/impressum-items',
      title: {ja: '代表者と登記の表示', en: 'Representative and register'},
      rule: 'company-details',
      with: {formsOf: 'de', details: ['representative', 'register']},
      says: {
        ja: '登記された会社の表示には、代表者と、登記簿の名称・番号も必要です。Impressum へのリンクがあれば足ります。',
        en: 'The identification of a registered company includes its representative and its register and number. A link to the Impressum does.',
      },
      mails: MARKETING,
      severity: 'warning',
      since: DDG,
      sources: [ddg('§5', 'secondary')],
    },
    {
      id: 'de/impressum-contact',
      title: {ja: 'すぐに連絡できる手段', en: 'Quick contact'},
      rule: 'complaint-contact',
      says: {
        ja: '事業者の表示には、メールアドレスを含む、すぐに連絡できる手段が必要です。Todoke は電話番号、メールアドレス、問い合わせページのいずれかを確認します。',
        en: 'The identification gives ways of quick contact, e-mail among them. We look for a phone number, mail address or contact page.',
      },
      mails: MARKETING,
      severity: 'warning',
      since: DDG,
      sources: [ddg('§5', 'secondary')],
    },
    {
      id: 'de/ad-recognisable',
      title: {ja: '広告と分かる表示', en: 'Recognisable advertising'},
      rule: 'subject-disguise',
      says: {
        ja: 'ヘッダーや件名で、送信者や商用メールであることを隠してはいけません。故意に隠すと過料の対象になります。',
        en: 'Header and subject must not hide the sender or the commercial nature; hiding them on purpose is fined.',
      },
      mails: MARKETING,
      severity: 'warning',
      since: DDG,
      sources: [ddg('§6(2)', 'verified')],
    },
    {
      id: 'de/consent-age',
      title: {ja: '長く使われていない同意', en: 'Long unused consent'},
      rule: 'unused-age',
      with: {months: 24},
      says: {
        ja: '同意に決まった有効期限はありません。ただし、長く使われていない同意は効力を疑われます。Todoke は24か月使われていない同意を知らせます。',
        en: 'Consent has no fixed expiry, yet one that was long unused is doubted. We warn after 24 months without use.',
      },
      severity: 'warning',
      since: CONSENT_AGE,
      sources: [{title: 'BGH III ZR 196/17', confidence: 'unverified'}],
    },
    {
      id: 'de/proof-retention',
      title: {ja: '証明の保存', en: 'Retention of the proof'},
      rule: null,
      says: {
        ja: '本人ごとの証明は、時効が完成するまで保存することが勧められます。',
        en: 'The proof for each person is best kept until limitation ends.',
      },
      severity: 'info',
      since: DOI,
      sources: [{title: 'BGB §§195, 199', confidence: 'unverified'}],
    },
  ],
  facts: {
    model: 'opt-in',
    consent: {
      ja: '事業者宛も含めて、明示の事前同意が必要です（オプトイン）。既存顧客の例外は §7(3) の四つの条件をすべて満たす場合だけです。',
      en: 'Express prior consent, of businesses too (opt-in); existing customers only under the four conditions of §7(3).',
    },
    optOut: [
      {of: null, deadline: {unit: 'hours', n: 0}, linkDays: null, sources: [uwg('§7(3) no. 3'), uwg('§7(2) no. 3')]},
    ],
    retention: [
      {
        of: 'DE',
        after: 'last-mail-or-no',
        period: {unit: 'years', n: 3},
        fromYearEnd: true,
        says: {
          ja: '本人ごとの証明は、時効が完成するまで保存します。最後の送信（その後に拒否や撤回があれば、その日）の年の末日から3年です（未確認）。',
          en: 'The proof for each person is kept until limitation ends: three years from the end of the year of the last mail, or of the refusal or withdrawal where that came later (unverified).',
        },
        since: '2008-12-01',
        sources: [{title: 'BGB §§195, 199(1)', confidence: 'unverified'}],
      },
    ],
    labels: [],
    quietHours: null,
    penalties: [
      {
        conduct: {ja: '同意のない広告メール', en: 'Advertising mail without consent'},
        amount: {
          ja: '差止めと損害賠償。加えて GDPR の制裁金',
          en: 'Injunction and damages, and the fines of the GDPR',
        },
        sources: [uwg('§§8, 9', 'unverified')],
      },
      {
        conduct: {ja: '送信者や商用性の故意の隠蔽', en: 'Hiding the sender or the commercial nature on purpose'},
        amount: {ja: '5万ユーロ以下の過料（未確認）', en: 'Fine of up to €50,000 (unverified)'},
        sources: [ddg('§33', 'unverified')],
      },
    ],
  },
}
