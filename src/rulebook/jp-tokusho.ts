/**
 * What the Specified Commercial Transactions Act (特定商取引法) demands of distance sellers' advertising mail to
 * consumers, on top of the Specified E-mail Act.
 */
import type {Duty} from '../core/lint/duty.ts'
import {salesAct, salesOrdinance} from './jp-sources.ts'
import {MARKETING} from './mail-duties.ts'

/** The rules on consent to e-mail advertising came into force on 2008-12-01. */
const OPT_IN: Duty['since'] = '2008-12-01'
/** The day the Act took its present name (unverified); the items to be shown are older in part. */
const ACT_RENAMED: Duty['since'] = '2001-06-01'

/** Only a person can say whether the sender is such a seller. */
export const DISTANCE_SELLER: NonNullable<Duty['when']> = {fact: 'sellerType', is: ['b2c-distance']}

export const jpTokushoDuties: readonly Duty[] = [
  {
    id: 'jp/tokusho-consent',
    title: {ja: '通信販売の広告メールの承諾', en: 'Acceptance for distance selling'},
    rule: 'consent-basis',
    with: {bases: ['consent']},
    says: {
      ja: '消費者向けの通信販売では、広告メールを送る前に請求または承諾を得なければなりません。名刺、公表されたアドレス、一般の取引関係は根拠になりません。契約成立や発送などの重要な通知に付ける広告などは例外です。',
      en: 'In distance sale to consumers, advertising mail needs a prior request or acceptance. Cards, published addresses and a general trade relation are no basis here. Adverts attached to important contract notices, among others, are exempt.',
    },
    when: DISTANCE_SELLER,
    severity: 'error',
    since: OPT_IN,
    sources: [salesAct('12条の3第1項・12条の4第1項'), salesOrdinance('28条・29条・32条')],
  },
  {
    id: 'jp/tokusho-clear-consent',
    title: {ja: '承諾が分かる申込画面', en: 'Clear acceptance on the form'},
    rule: 'checkbox-default',
    says: {
      ja: 'クリックやチェックが広告メールの承諾になることを、申込画面などで容易に認識できるようにしなければなりません。初めから入っているチェックは、承諾と認められないおそれがあります。',
      en: 'The form must make it easy to see that a click or tick accepts advertising mail. A pre-ticked box may not count as acceptance.',
    },
    when: DISTANCE_SELLER,
    severity: 'warning',
    since: OPT_IN,
    sources: [salesOrdinance('42条2項1号・2号')],
  },
  {
    id: 'jp/tokusho-optout',
    title: {ja: '通信販売の広告メールの拒否', en: 'Opting out of distance-sale mail'},
    rule: null,
    says: {
      ja: '拒否されたら広告メールを止めなければなりません。拒否を受け付けるアドレスまたは URL を、本文に容易に認識できるように表示します。表示の点検は jp/optout-address が兼ねます。',
      en: 'Advertising mail must stop on refusal, and its body must show, easily recognised, an e-mail address or URL for refusing. jp/optout-address looks at the same display.',
    },
    when: DISTANCE_SELLER,
    severity: 'error',
    since: OPT_IN,
    sources: [salesAct('12条の3第2項・第4項'), salesOrdinance('31条')],
  },
  {
    id: 'jp/tokusho-record',
    title: {ja: '承諾の記録の3年間保存', en: 'Acceptance record for three years'},
    rule: null,
    says: {
      ja: '請求または承諾があったことを示す書面や電磁的記録を、広告メールを送った日から3年間保存しなければなりません。定型の画面と自動で作られる名簿の組み合わせでも足ります。承諾の取得・記録・拒否の表示を一括して委託した場合、義務は受託者に移ります。',
      en: 'A document or electronic record of each acceptance must be kept for three years from the day the advertising mail was sent; the text of a standard form with the list compiled from it suffices. The duty passes to an agency to which consent, record and opt-out display are entrusted together.',
    },
    when: DISTANCE_SELLER,
    severity: 'error',
    since: OPT_IN,
    sources: [salesAct('12条の3第3項・第5項・12条の4'), salesOrdinance('30条')],
  },
  {
    id: 'jp/tokusho-ad-items',
    title: {ja: '通信販売広告の表示事項', en: 'Items of distance-sale advertising'},
    rule: 'seller-items',
    says: {
      ja: '広告には、価格と送料、支払いの時期と方法、引渡しの時期、返品の条件、販売者の名称・住所・電話番号・電子メールアドレスなどを表示しなければなりません。一部は、リンク先や請求に応じた提供で省略できます。',
      en: 'The advertisement must show price and shipping, time and way of payment, delivery time, return terms, and the seller’s name, address, phone number and e-mail address, among others. Some items may be left to a link or be given on request.',
    },
    when: DISTANCE_SELLER,
    mails: MARKETING,
    severity: 'warning',
    since: ACT_RENAMED,
    sources: [salesAct('11条'), salesOrdinance('23条10号・24条・25条')],
  },
  {
    id: 'jp/tokusho-exaggeration',
    title: {ja: '誇大広告の禁止', en: 'Exaggerated advertising'},
    rule: 'absolute-claims',
    says: {
      ja: '著しく事実に反する表示や、実際より著しく優良・有利と誤認させる表示（誇大広告）をしてはいけません。',
      en: 'Statements far from fact, or that make goods look much better than they are, are forbidden.',
    },
    when: DISTANCE_SELLER,
    mails: MARKETING,
    severity: 'warning',
    since: ACT_RENAMED,
    sources: [salesAct('12条・72条1項1号')],
  },
]
