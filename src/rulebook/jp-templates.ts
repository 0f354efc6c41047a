/** What Japanese law demands of the mail itself: the labels of the Specified E-mail Act, 特定電子メール法. */
import type {Duty} from '../core/lint/duty.ts'
import {mailAct as act, mailOrdinance as ordinance} from './jp-sources.ts'
import {MARKETING} from './mail-duties.ts'

/** The day on which the amended Act with its labels came into force. */
const SINCE: Duty['since'] = '2008-12-01'

export const jpTemplateDuties: readonly Duty[] = [
  {
    id: 'jp/sender-name',
    title: {ja: '送信者の氏名または名称', en: 'Name of the sender'},
    rule: 'sender-name',
    says: {
      ja: 'メール本文に、送信に責任を持つ者（送信者または送信委託者）の氏名または名称を、容易に認識できる場所へ表示しなければなりません。リンク先への表示では足りません。契約の通知に広告が付くだけのメールでも、この表示だけは必要です。',
      en: 'The body of the mail must show, where it is easily noticed, the name of the party responsible for sending it (sender or entrusting party). A linked page is not enough. It is the one label that even contract notices with incidental advertising must bear.',
    },
    severity: 'error',
    since: SINCE,
    sources: [act('4条1号'), ordinance('7条1項1号')],
  },
  {
    id: 'jp/optout-address',
    title: {ja: '受信拒否の通知先', en: 'Address for opting out'},
    rule: 'opt-out-link',
    says: {
      ja: 'メール本文に、受信拒否の通知を受けるための電子メールアドレスまたは URL を、容易に認識できるように表示しなければなりません。URL の先では、拒否の手続きが分かりやすく簡単にできる必要があります。',
      en: 'The body of the mail must show, easily noticed, an e-mail address or URL that takes refusals. A URL must lead to a place where refusing is plain and easy.',
    },
    mails: MARKETING,
    severity: 'error',
    since: SINCE,
    sources: [act('4条2号'), ordinance('7条1項1号・8条')],
  },
  {
    id: 'jp/optout-notice',
    title: {ja: '受信拒否ができる旨の表示', en: 'Notice of the way out'},
    rule: 'opt-out-notice',
    says: {
      ja: '受信を拒否できる旨を、文言で表示しなければなりません。「こちら」だけでは拒否の案内になりません。',
      en: 'Words must say that the mail can be refused. A bare "here" does not say so.',
    },
    mails: MARKETING,
    severity: 'error',
    since: SINCE,
    sources: [act('4条3号'), ordinance('9条1号')],
  },
  {
    id: 'jp/optout-notice-adjacent',
    title: {ja: '受信拒否の案内の位置', en: 'Notice next to the opt-out address'},
    rule: 'notice-adjacent',
    // 直前又は直後: one line or 120 characters is how far we still call that.
    with: {characters: 120, lines: 1},
    says: {
      ja: '受信を拒否できる旨は、拒否用のアドレスまたは URL の直前か直後に表示しなければなりません。送信元への返信で拒否できる場合は、見やすい場所であればどこでもかまいません。',
      en: 'The words on refusing must stand right before or after the address or URL for it. Where replying to the mail refuses, they may stand anywhere that is easily noticed.',
    },
    mails: MARKETING,
    severity: 'warning',
    since: SINCE,
    sources: [act('4条3号'), ordinance('7条1項2号')],
  },
  {
    id: 'jp/postal-address',
    title: {ja: '送信者の住所', en: 'Postal address of the sender'},
    rule: 'postal-address',
    with: {linkedPage: true},
    says: {
      ja: '責任を持つ者の住所を表示しなければなりません。リンク先のページに載せてもよいものの、その場合は掲載場所をメールに書く必要があります。',
      en: 'The postal address of the responsible party must be shown. It may stand on a linked page, if the mail says where.',
    },
    mails: MARKETING,
    severity: 'error',
    since: SINCE,
    sources: [act('4条3号'), ordinance('9条2号・7条1項3号')],
  },
  {
    id: 'jp/complaint-contact',
    title: {ja: '苦情・問い合わせ先', en: 'Contact for complaints'},
    rule: 'complaint-contact',
    says: {
      ja: '苦情や問い合わせを受け付ける電話番号、電子メールアドレスまたは URL を表示しなければなりません。リンク先のページに載せる場合は、掲載場所をメールに書く必要があります。',
      en: 'A phone number, e-mail address or URL for complaints and enquiries must be shown. It may stand on a linked page, if the mail says where.',
    },
    mails: MARKETING,
    severity: 'error',
    since: SINCE,
    sources: [act('4条3号'), ordinance('9条3号・7条1項3号')],
  },
  {
    id: 'jp/labels-as-text',
    title: {ja: '文字による表示', en: 'Labels as text'},
    rule: 'labels-as-text',
    says: {
      ja: '表示事項は、本文と同じ文字コードの文字で書かなければなりません。画像だけの表示は認められません。',
      en: 'The labels must be text in the character code of the message itself. Labels that exist only as a picture do not count.',
    },
    mails: MARKETING,
    severity: 'error',
    since: SINCE,
    sources: [ordinance('7条2項')],
  },
  {
    id: 'jp/labels-visible',
    title: {ja: '見やすい表示', en: 'Labels easily noticed'},
    rule: 'labels-visible',
    // The ordinance says "easily noticed"; the numbers are ours (contrast: what WCAG asks of large type at least).
    with: {blankLines: 15, typePx: 9, contrast: 3},
    says: {
      ja: '送信者名と受信拒否の案内は、容易に認識できなければなりません。何十行もの空行の後ろや、極端に小さい文字、薄い色の文字では要件を満たしません。',
      en: 'Name and opt-out must be easily noticed. Dozens of blank lines before them, tiny type or pale type defeat that.',
    },
    mails: MARKETING,
    severity: 'warning',
    since: SINCE,
    sources: [ordinance('7条1項1号')],
  },
  {
    id: 'jp/optout-no-extra-data',
    title: {ja: '受信拒否に余分な情報を求めない', en: 'Opting out without extra data'},
    rule: 'easy-opt-out',
    says: {
      ja: '受信拒否に必要なのは、アドレスと拒否の意思だけです。氏名や電話番号、ログイン、アンケートへの回答を条件にしてはいけません。',
      en: 'Refusing may need nothing but the address and the wish to stop: no name, phone number, login or survey as a condition.',
    },
    mails: MARKETING,
    severity: 'warning',
    since: SINCE,
    sources: [ordinance('5条・8条1号'), {title: '特定電子メール法パンフレット（総務省）', confidence: 'secondary'}],
  },
  {
    id: 'jp/optout-delay-claim',
    title: {ja: '配信停止の反映時期の記載', en: 'Claims of a delay in opting out'},
    rule: 'delay-claim',
    with: {businessDays: 0},
    says: {
      ja: '「配信停止の反映まで3〜7営業日」のような猶予は、法律にはありません。拒否は届いた時点で効力を持ちます。案内として書いても、その間の送信が適法になるわけではありません。',
      en: 'The Act knows no period such as "allow 3 to 7 business days": a refusal binds when it is received. Such words inform readers, but make no mail lawful.',
    },
    mails: MARKETING,
    severity: 'warning',
    since: SINCE,
    sources: [act('3条3項'), {title: 'メールボックス事業者の送信者向け案内', confidence: 'secondary'}],
  },
  {
    id: 'jp/transactional-with-ad',
    title: {ja: '通知に付随する広告', en: 'Notices with incidental advertising'},
    rule: 'main-purpose',
    with: {offersUpTo: 50},
    says: {
      ja: '契約の申込みや履行に関する通知などに付随して広告を載せるメールは、送信者名を除く表示とオプトアウトの義務を免れます。主な目的が広告であれば、この例外には当たりません。',
      en: 'Mail about a contract applied for or concluded, with incidental advertising, escapes the opt-out and every label but the sender name. It does not when advertising is its main purpose.',
    },
    severity: 'warning',
    since: SINCE,
    sources: [act('3条3項ただし書・4条柱書'), ordinance('6条・9条柱書')],
  },
  {
    id: 'jp/consent-request-plain',
    title: {ja: '同意を求めるメールの中の広告', en: 'Advertising in a request for consent'},
    rule: 'request-advertises',
    says: {
      ja: '同意なしに送れるのは、同意の通知を受けるための1通だけです。広告を載せれば、同意のない広告メールになります。',
      en: 'What may go without consent is a single mail sent to receive a notice of consent. With an offer in it, it is advertising without consent.',
    },
    mails: ['consent-request'],
    // Words of an offer are a heuristic; `consent request` itself takes no mail with any.
    severity: 'warning',
    since: SINCE,
    sources: [act('3条1項2号'), ordinance('2条1項2号')],
  },
]
