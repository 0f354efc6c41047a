/**
 * European Union and EEA: ePrivacy Directive art. 13 and GDPR. Opt-in for natural persons, with the soft opt-in.
 * The states' own laws (de, fr) come on top.
 */

import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Confidence, Source} from '../core/lint/finding.ts'
import {GDPR_ARTICLE_9, GDPR_ARTICLE_10} from '../core/sensitive/column-judgement.ts'
import {defaultRetention} from './default-retention.ts'
import {easyOptOut, MARKETING, noDelayClaim} from './mail-duties.ts'

const ePrivacy = (article: string, confidence: Confidence): Source => ({
  title: `ePrivacy Directive 2002/58/EC ${article}`,
  url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj',
  confidence,
})
const gdpr = (article: string, confidence: Confidence): Source => ({
  title: `GDPR ${article}`,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  confidence,
})
const edpb: Source = {title: 'EDPB Guidelines 05/2020, §§104–108', confidence: 'secondary'}

/** The day by which the states had to turn the directive into law. */
const EPRIVACY: Duty['since'] = '2003-10-31'
const GDPR: Duty['since'] = '2018-05-25'

export const eu: Law = {
  id: 'eu',
  name: {ja: 'EU・EEA（ePrivacy 指令・GDPR）', en: 'European Union and EEA (ePrivacy Directive, GDPR)'},
  countries: [
    ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU'],
    ...['LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
    // The EEA states beside the Union.
    ...['IS', 'LI', 'NO'],
    // Outermost regions with a code of their own (TFEU art. 349), and Åland.
    ...['GF', 'GP', 'MF', 'MQ', 'RE', 'YT', 'AX'],
  ],
  // Eastern Europe.
  zoneMinutes: 120,
  duties: [
    {
      id: 'eu/consent',
      title: {ja: '事前の同意', en: 'Prior consent'},
      rule: 'consent-basis',
      with: {bases: ['consent', 'soft_optin'], exceptSubscribers: ['organisation']},
      says: {
        ja: '自然人へ広告メールを送るには、事前の同意が必要です。既存顧客にはソフトオプトインが使えます。法人宛の扱いは各国法によります。',
        en: 'Direct-marketing mail to natural persons needs prior consent; for customers there is the soft opt-in. Legal persons are left to the states’ laws.',
      },
      severity: 'error',
      since: EPRIVACY,
      sources: [ePrivacy('art. 13(1)', 'secondary')],
    },
    {
      id: 'eu/soft-optin',
      title: {ja: 'ソフトオプトインの条件', en: 'Conditions of the soft opt-in'},
      rule: 'soft-opt-in',
      with: {basis: 'soft_optin', needs: ['collected_in_sale_at', 'refusal_offered']},
      says: {
        ja: 'ソフトオプトインは、販売の際に得た連絡先に、自社の類似の商品やサービスを案内する場合に限られます。取得時と毎回のメールで、無料で簡単に断れるようにしなければなりません。有料版につながる無料の会員登録も「販売」に当たり得ます（CJEU C-654/23）。',
        en: 'The soft opt-in takes details from a sale, own similar products, and a free and easy objection offered at collection and in each message. A free account that leads to a paid tier can be a sale (CJEU C-654/23).',
      },
      severity: 'error',
      since: EPRIVACY,
      sources: [ePrivacy('art. 13(2)', 'secondary')],
    },
    {
      id: 'eu/identity-hidden',
      title: {ja: '送信者と停止の宛先の表示', en: 'Sender and opt-out address'},
      rule: 'opt-out-link',
      says: {
        ja: '送信者を隠してはならず、受信を断るための有効な宛先を示さなければなりません。広告であること、送信者、提供条件が明確である必要もあります（電子商取引指令6条）。',
        en: 'The sender must never be concealed, and a valid address to stop the mail must be given. The mail must be recognisable as advertising, with sender and conditions clear (e-Commerce Directive art. 6).',
      },
      mails: MARKETING,
      severity: 'error',
      since: EPRIVACY,
      sources: [ePrivacy('art. 13(4)', 'unverified')],
    },
    {
      id: 'eu/sender-name',
      title: {ja: '送信者の名称', en: 'Name of the sender'},
      rule: 'sender-name',
      with: {short: true},
      says: {
        ja: '誰のために送られた広告かを、はっきり示さなければなりません。Todoke は本文に送信者の名称（法人格を示す語は省略可）があるかを確認します。',
        en: 'It must be clear on whose behalf the mail is sent. We look for the sender’s name in the body; its legal form may be left out.',
      },
      mails: MARKETING,
      severity: 'warning',
      since: EPRIVACY,
      sources: [
        ePrivacy('art. 13(4)', 'unverified'),
        {title: 'Directive 2000/31/EC art. 6(b)', confidence: 'unverified'},
      ],
    },
    easyOptOut('eu/optout-easy', {since: EPRIVACY, sources: [ePrivacy('art. 13(2)', 'secondary')]}),
    {
      id: 'eu/demonstrate-consent',
      title: {ja: '同意の証明', en: 'Proof of consent'},
      rule: 'consent-record',
      with: {basis: 'consent', how: ['method', 'source', 'wording']},
      says: {
        ja: '管理者は、同意があったことを証明できなければなりません。いつ、どのように得たかを、本人ごとに記録します。撤回はいつでも、同意と同じくらい簡単にできる必要があります。',
        en: 'The controller must be able to prove consent: keep per person when and how it was given. Withdrawing must be possible at any time and as easy as giving.',
      },
      severity: 'error',
      since: GDPR,
      sources: [gdpr('art. 7(1)–(3)', 'secondary'), edpb],
    },
    {
      id: 'eu/consent-wording',
      title: {ja: '同意のときに示した文言', en: 'Form text behind the consent'},
      rule: 'wording-shown',
      with: {basis: 'consent'},
      says: {
        ja: '同意の証明には、そのとき本人に示した文言が必要です。フォームの文言を保存し、同意の日付を含む版を示せるようにしてください。',
        en: 'Proof of consent takes the text that the person was shown. Keep the form’s wording, in the version that covers the day of consent.',
      },
      severity: 'error',
      since: GDPR,
      sources: [gdpr('art. 7(1), rec. 42', 'secondary'), edpb],
    },
    {
      id: 'eu/consent-bundled',
      title: {ja: '抱き合わせの同意', en: 'Bundled consent'},
      rule: 'bundled-consent',
      says: {
        ja: '同意の求めは、他の事項と区別できなければならず、契約の締結などと抱き合わせてはいけません。',
        en: 'A request for consent must be distinguishable from other matters and not be bundled with a contract.',
      },
      severity: 'error',
      since: GDPR,
      sources: [gdpr('art. 7(2), 7(4)', 'secondary'), edpb],
    },
    {
      id: 'eu/consent-quality',
      title: {ja: '初めから入っているチェック', en: 'Pre-ticked consent box'},
      rule: 'checkbox-default',
      says: {
        ja: '同意は、自由に、目的ごとに、説明を受けたうえで、明確な行為によって与えられなければなりません。初めから入っているチェックは同意になりません。',
        en: 'Consent is free, specific to each purpose, informed and given by an unambiguous act. A pre-ticked box is none.',
      },
      severity: 'error',
      since: GDPR,
      sources: [gdpr('art. 4(11), rec. 32', 'unverified')],
    },
    {
      id: 'eu/minor',
      title: {ja: '子どもの同意', en: 'Consent of a child'},
      rule: 'minor',
      // The states may go down to 13; the higher age is the safe one.
      with: {under: 16},
      says: {
        ja: '16歳未満の子どもに直接提供する情報社会サービスについての同意は、保護者が与えるか認めた場合だけ有効です。加盟国はこの年齢を13歳まで下げられます。',
        en: 'Where consent is the basis for an information society service offered directly to a child under 16, it counts only if given or authorised by a parent. States may lower the age to 13.',
      },
      severity: 'warning',
      since: GDPR,
      sources: [gdpr('art. 8(1)', 'unverified')],
    },
    {
      id: 'eu/consent-informed',
      title: {ja: '同意の文言の内容', en: 'What the consent form says'},
      rule: 'wording-says',
      with: {what: ['sender', 'marketing', 'withdrawal']},
      says: {
        ja: '同意の文言は、送信者、広告メールが届くこと、いつでも撤回できることを伝える必要があります。',
        en: 'The wording of the consent tells who sends, that marketing will come, and that consent can be withdrawn at any time.',
      },
      // Our reading of a form's text is a heuristic, so it warns.
      severity: 'warning',
      since: GDPR,
      sources: [gdpr('art. 4(11), 7(3)', 'unverified')],
    },
    {
      id: 'eu/special-categories',
      title: {ja: '特別な種類の個人データ', en: 'Special categories of data'},
      rule: 'sensitive-columns',
      with: {categories: GDPR_ARTICLE_9, strength: 'strong'},
      says: {
        ja: '人種・民族、政治的意見、宗教・思想、労働組合への加入、遺伝、本人識別のための生体、健康、性生活、性的指向のデータは、明示的な同意など9条2項の根拠がない限り扱えません。',
        en: 'Data on racial or ethnic origin, political opinions, religious or philosophical beliefs, union membership, genetics, biometrics for identification, health, sex life or sexual orientation is banned unless a ground of art. 9(2), such as explicit consent, applies.',
      },
      severity: 'error',
      since: GDPR,
      sources: [gdpr('art. 9(1)', 'verified')],
    },
    {
      id: 'eu/special-categories-values',
      title: {ja: '特別な種類の個人データらしい値', en: 'Possible special categories'},
      rule: 'sensitive-columns',
      with: {categories: GDPR_ARTICLE_9, strength: 'weak'},
      says: {
        ja: '特別な種類の個人データらしい値がセルに見つかったか、見出しだけがあって中身のない列です。自由記述欄に紛れていないか確認してください。',
        en: 'Some cells look like special categories of data, or a header announces them over empty cells. Look whether they have slipped into free text.',
      },
      severity: 'warning',
      since: GDPR,
      sources: [gdpr('art. 9(1)', 'verified')],
    },
    {
      id: 'eu/criminal-data',
      title: {ja: '有罪判決・犯罪に関するデータ', en: 'Data on criminal convictions'},
      rule: 'sensitive-columns',
      with: {categories: GDPR_ARTICLE_10, strength: 'strong'},
      says: {
        ja: '有罪判決や犯罪に関するデータは、公的機関の管理下か、法令が認める場合でなければ扱えません。',
        en: 'Data on criminal convictions and offences may be processed only under official authority or where the law allows it.',
      },
      severity: 'error',
      since: GDPR,
      sources: [gdpr('art. 10', 'unverified')],
    },
    {
      id: 'eu/object',
      title: {ja: '広告目的の利用への異議', en: 'Objection to marketing'},
      rule: 'not-refused',
      says: {
        ja: '本人は、広告目的の利用（プロファイリングを含む）にいつでも異議を述べられ、その後は広告のために使えません。この権利は、最初の連絡までに他の説明と分けて伝えます。',
        en: 'Persons may object to direct marketing, profiling included, at any time; then it ends. The right must be pointed out separately, at the first contact at the latest.',
      },
      severity: 'error',
      since: GDPR,
      sources: [gdpr('art. 21(2)–(4)', 'unverified')],
    },
    noDelayClaim('eu/optout-delay-claim', {since: GDPR, sources: [gdpr('art. 21(3)', 'unverified')]}),
    {
      id: 'eu/inform',
      title: {ja: '本人への情報提供', en: 'Information to the person'},
      rule: null,
      says: {
        ja: '管理者、目的、法的根拠、提供先、保存期間、権利を本人に知らせなければなりません。本人以外から得たデータは、1か月以内または最初の連絡の時までに、入手元も知らせます。',
        en: 'Persons are told identity, purposes, basis, recipients, retention and rights; where the data did not come from them, its source too, within a month or at the first contact.',
      },
      severity: 'warning',
      since: GDPR,
      sources: [gdpr('art. 13, 14', 'unverified')],
    },
    {
      id: 'eu/erasure-vs-suppression',
      title: {ja: '消去後に残す配信停止の記録', en: 'Erasure and suppression'},
      rule: null,
      says: {
        ja: '消去を求められた後は、異議を守るために必要な最小限（ハッシュなど）だけを残します。',
        en: 'After an erasure only what is needed to honour the objection, such as a hash, is kept.',
      },
      severity: 'info',
      since: GDPR,
      sources: [gdpr('art. 17, 21', 'unverified')],
    },
    {
      id: 'eu/tracking',
      title: {ja: '開封・クリックの計測', en: 'Open and click tracking'},
      rule: null,
      says: {
        ja: '開封を測る画像や個人別のクリック計測には、監督当局の解釈では同意が必要です。',
        en: 'Open pixels and click ids per person need consent, as the regulators read art. 5(3).',
      },
      severity: 'warning',
      since: EPRIVACY,
      sources: [ePrivacy('art. 5(3); EDPB Guidelines 2/2023', 'unverified')],
    },
  ],
  facts: {
    model: 'opt-in',
    consent: {
      ja: '自然人には事前の同意が必要です（オプトイン）。既存顧客にはソフトオプトインが使えます。',
      en: 'Prior consent of natural persons (opt-in); soft opt-in for customers.',
    },
    optOut: [
      {
        of: null,
        deadline: {unit: 'hours', n: 0},
        linkDays: null,
        sources: [gdpr('art. 21(3)', 'unverified'), ePrivacy('art. 13(4)', 'unverified')],
      },
    ],
    retention: [defaultRetention('EU')],
    labels: [],
    quietHours: null,
    penalties: [
      {
        conduct: {
          ja: 'GDPR の基本原則や本人の権利への違反',
          en: 'Breach of the GDPR’s principles or of persons’ rights',
        },
        amount: {
          ja: '2,000万ユーロまたは全世界売上高の4%以下',
          en: 'Up to €20,000,000 or 4 % of worldwide turnover',
        },
        since: GDPR,
        sources: [gdpr('art. 83(5)', 'unverified')],
      },
      {
        conduct: {ja: 'ePrivacy 指令に基づく国内法への違反', en: 'Breach of national law under the ePrivacy Directive'},
        amount: {ja: '各国法による', en: 'As the state’s law provides'},
        sources: [ePrivacy('art. 15a', 'unverified')],
      },
    ],
  },
}
