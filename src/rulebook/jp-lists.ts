/**
 * What the Specified E-mail Act (特定電子メール法) demands of lists and sends: a recorded basis per person, its proof,
 * refusals that bind, and addresses of real people.
 */
import {PATTERN_KINDS} from '../core/contacts/address-judge.ts'
import type {Duty} from '../core/lint/duty.ts'
import {mailAct, mailGuideline, mailOrdinance, privacyAct} from './jp-sources.ts'
import {FIRM_FROM} from './mail-duties.ts'

/** The opt-in rule of the amended Act came into force on 2008-12-01. */
const OPT_IN: Duty['since'] = '2008-12-01'
/** The day the Act came into force, its bans on made-up addresses and false senders with it. */
const MAIL_ACT_2002: Duty['since'] = '2002-07-01'

export const jpListDuties: readonly Duty[] = [
  {
    id: 'jp/consent-basis',
    title: {ja: '広告メールを送る根拠', en: 'Basis for advertising mail'},
    rule: 'consent-basis',
    with: {bases: ['consent', 'card', 'trade', 'published']},
    says: {
      ja: '広告メールの宛先には、一人ひとり、次のいずれかの根拠が必要です。事前の請求または同意、書面（名刺など）によるアドレスの通知、取引関係、団体または事業者によるアドレスの公表。広告に当たらないメールには及びません。',
      en: 'Every recipient of advertising mail needs one of four bases: prior request or consent, notice of the address in writing (a business card, say), a trade relationship, or publication of the address by an organisation or a business. Mail that is not advertising is outside.',
    },
    severity: 'error',
    since: OPT_IN,
    sources: [mailAct('3条1項'), mailOrdinance('2条・3条')],
  },
  {
    id: 'jp/consent-record',
    title: {ja: '同意の記録', en: 'Record of consent'},
    rule: 'consent-record',
    with: {basis: 'consent', how: ['method', 'source', 'wording']},
    says: {
      ja: '同意を受けた者は、同意の時期と方法を示す記録を保存しなければなりません。アドレスごとの記録のほか、送信できるアドレスの一覧と、提示した書面・メール・画面の定型部分を合わせて保存する方法もあります。名刺・取引関係・公表を根拠とする場合の義務ではありません。',
      en: 'Whoever receives a consent must keep a record of when and how it was given: per address, or as the set of addresses with the fixed text of the form, mail or screen that was shown. Cards, trade relationships and published addresses need no such record.',
    },
    severity: 'error',
    since: OPT_IN,
    sources: [mailAct('3条2項'), mailOrdinance('4条1項')],
  },
  {
    id: 'jp/consent-wording',
    title: {ja: '同意のときに示した文言', en: 'Form text behind the consent'},
    rule: 'wording-shown',
    with: {basis: 'consent'},
    says: {
      ja: '同意の時期と方法の記録があれば、示した文言の保存は義務ではありません。ただし、文言が残っていれば、広告メールと送信者を認識したうえでの同意だったことを示しやすくなります。',
      en: 'Where it is recorded when and how consent was given, the form text need not be kept. With it one can better show that the person knew of the advertising and of its sender.',
    },
    // Ordinance 4(1) takes either: when and how, or the form text. Hence a note.
    severity: 'info',
    since: OPT_IN,
    sources: [mailOrdinance('4条1項'), mailGuideline],
  },
  {
    id: 'jp/consent-form-text',
    title: {ja: '方法に代わるフォームの文言', en: 'Form text in place of how'},
    rule: 'wording-shown',
    with: {basis: 'consent', unless: ['method', 'source']},
    says: {
      ja: '同意の方法の記録に代えて、示した書面・メール・画面の文言によって示すには、その定型部分を、同意の日を含む版で保存する必要があります。',
      en: 'Where the form text stands in for a record of how consent was given, that text must be kept, in the version that covers the day of consent.',
    },
    // A text may be kept elsewhere, which only a person can tell.
    severity: 'warning',
    since: OPT_IN,
    sources: [mailOrdinance('4条1項2号')],
  },
  {
    id: 'jp/consent-quality',
    title: {ja: '同意の文言の内容', en: 'What the consent form says'},
    rule: 'wording-says',
    with: {what: ['sender', 'marketing']},
    says: {
      ja: '同意といえるのは、広告メールが送られることと、その送信者を認識したうえで、賛成の意思が示された場合だけです。長い規約の中に埋もれた記載や、社名を示さない「関連サイト」では足りません。',
      en: 'A consent counts only where the person could recognise that advertising mail will come and from whom, and agreed to it. Words buried in long terms or unnamed "affiliated sites" fail.',
    },
    // Our reading of a form's text is a heuristic, so no error.
    severity: 'warning',
    since: OPT_IN,
    sources: [mailGuideline],
  },
  {
    id: 'jp/consent-third-party',
    title: {ja: '第三者が得た同意と送信者名', en: 'Sender named to third parties’ subscribers'},
    rule: 'wording-says',
    with: {what: ['sender'], collectedBy: 'third-party'},
    says: {
      ja: '第三者が集めた同意は、そのときに示した文言に送信者の名称がなければ、送信者への同意といえません。「関連サイト」や「提携企業」では足りません。',
      en: 'A consent that a third party collected counts for the sender only where the form that was shown named the sender; "affiliated sites" or "partners" do not do.',
    },
    severity: 'error',
    since: OPT_IN,
    sources: [mailGuideline],
  },
  {
    id: 'jp/consent-preticked',
    title: {ja: 'チェックボックスの初期状態', en: 'Default of the consent box'},
    rule: 'checkbox-default',
    says: {
      ja: 'チェックボックスは、初期状態をオフにすることが推奨されています。初めからチェックを入れておく方法は禁止されていませんが、目立つ説明が必要です。',
      en: 'A box that starts unticked is recommended. A pre-ticked one is not forbidden, but needs a conspicuous notice.',
    },
    severity: 'warning',
    since: OPT_IN,
    sources: [mailGuideline],
  },
  {
    id: 'jp/consent-retention',
    title: {ja: '同意の記録の保存期間', en: 'How long consent records are kept'},
    rule: null,
    says: {
      ja: '同意の記録は、最後の送信から1か月間保存しなければなりません。措置命令を受けた場合は1年間です。一度も送信していない宛先の記録は、送信しないと決めるまで保存します。',
      en: 'The record of consent must be kept until one month after the last mail, one year around an administrative order. For people never mailed it is kept until it is decided not to mail them.',
    },
    severity: 'error',
    since: OPT_IN,
    sources: [mailOrdinance('4条2項')],
  },
  {
    id: 'jp/consent-request-once',
    title: {ja: '同意を求めるメールは1通まで', en: 'One mail that asks for consent'},
    rule: null,
    says: {
      ja: '同意を求めるメールを同意なしに送れるのは、自らアドレスを知らせた人に対し、1通に限られます。催促のメールや、購入した名簿への送信は認められません。',
      en: 'A mail that asks for consent may go without consent once only, and only to a person who themself gave the sender their address. No reminders, and none to bought lists.',
    },
    severity: 'error',
    since: OPT_IN,
    sources: [mailAct('3条1項2号'), mailOrdinance('2条1項2号')],
  },
  {
    id: 'jp/businesscard-basis',
    title: {ja: '名刺などの受領の記録', en: 'Record of the business card'},
    rule: 'basis-evidence',
    with: {basis: 'card', evidence: 'card_received_at'},
    says: {
      ja: '書面を根拠とするには、名刺や申込用紙などで本人からアドレスを知らされている必要があります。受け取った日を記録してください。消費者向けの通信販売では、この例外は使えません。',
      en: 'The basis "card" needs a written notice of the address by the person, such as a business card or a paper form: record the day it was received. For distance sale to consumers there is no such exception.',
    },
    severity: 'warning',
    since: OPT_IN,
    sources: [mailAct('3条1項2号'), mailOrdinance('2条1項・2項')],
  },
  {
    id: 'jp/businesscard-refusal',
    title: {ja: '名刺などでの受信拒否', en: 'Refusal written on a card'},
    rule: 'refusal-note',
    with: {basis: 'card'},
    says: {
      ja: '名刺や書面に「広告メール不要」などと書かれていれば、アドレスの通知には当たりません。',
      en: 'A card or form that itself says "no advertising mail" is not a notice of the address.',
    },
    severity: 'error',
    since: OPT_IN,
    sources: [mailAct('3条1項2号'), mailOrdinance('2条1項・2項')],
  },
  {
    id: 'jp/trade-basis',
    title: {ja: '最後の取引日の記録', en: 'Record of the last transaction'},
    rule: 'basis-evidence',
    with: {basis: 'trade', evidence: ['last_transaction_at', 'last_purchase_at']},
    says: {
      ja: '取引関係を根拠とするには、広告する事業との取引が続いているか、続くと見込まれることが必要です。一度の問い合わせだけで取引関係になるとは限りません。最後の取引日を記録してください。',
      en: 'The basis "trade" needs an ongoing or foreseeable trade relation with the business advertised; one enquiry does not always make one. Record the day of the last transaction.',
    },
    severity: 'warning',
    since: OPT_IN,
    sources: [mailAct('3条1項3号')],
  },
  {
    id: 'jp/trade-age',
    title: {ja: '最後の取引からの経過期間', en: 'Age of the trade relationship'},
    rule: 'basis-age',
    // The Act has no number; 24 months is ours.
    with: {basis: 'trade', from: ['last_transaction_at', 'last_purchase_at', 'at'], months: 24},
    says: {
      ja: '最後の取引から長い時間がたつと、取引関係が続いているとはいいにくくなります。期間は法律に定めがなく、Todoke は24か月を目安に知らせます。',
      en: 'Long after the last transaction a trade relation is hard to show. The Act names no period; we warn after 24 months.',
    },
    severity: 'warning',
    since: OPT_IN,
    sources: [{title: '特定電子メール法 3条1項3号（期間は Todoke の目安）', confidence: 'unverified'}],
  },
  {
    id: 'jp/published-basis',
    title: {ja: '公表されたページの記録', en: 'Record of the published page'},
    rule: 'basis-evidence',
    with: {basis: 'published', evidence: 'published_url'},
    says: {
      ja: '公表を根拠にできるのは、団体または事業を営む個人が、インターネット上に公表したアドレスです。公表されていたページと確認した日を記録してください。',
      en: 'The basis "published" holds for addresses that an organisation or an individual in business has published on the Internet. Record the page and the day it was looked at.',
    },
    severity: 'warning',
    since: OPT_IN,
    sources: [mailAct('3条1項4号'), mailOrdinance('3条')],
  },
  {
    id: 'jp/published-checked',
    title: {ja: '公表を確認した日の記録', en: 'Day the publication was checked'},
    rule: 'basis-evidence',
    with: {basis: 'published', evidence: 'published_checked_at'},
    says: {
      ja: '公表アドレスのそばに受信を断る文言がないことを、いつ確かめたかを記録してください。断る文言があれば根拠になりません。',
      en: 'Record the day on which the page was seen to bear no refusal beside the address: with a refusal it is no basis.',
    },
    severity: 'warning',
    since: OPT_IN,
    sources: [mailAct('3条1項4号'), mailOrdinance('3条')],
  },
  {
    id: 'jp/published-refusal',
    title: {ja: '公表アドレスの受信拒否表示', en: 'Refusal beside a published address'},
    rule: 'refusal-note',
    with: {basis: 'published'},
    says: {
      ja: '公表されたアドレスに、広告メールを断る旨が併記されている場合、公表を根拠に送ることはできません。',
      en: 'Where a refusal of advertising mail stands beside a published address, that address may not be mailed on this basis.',
    },
    severity: 'error',
    since: OPT_IN,
    sources: [mailAct('3条1項4号'), mailOrdinance('3条')],
  },
  {
    id: 'jp/published-mailbox',
    title: {ja: '個人向けメールサービスの公表アドレス', en: 'Published address at a consumer mailbox'},
    rule: 'published-mailbox',
    with: {basis: 'published'},
    says: {
      ja: '個人が使うメールサービスのアドレスは、団体や事業者が公表したものとは考えにくいため、確認が必要です。',
      en: 'An address at a consumer mailbox service is seldom one that an organisation or business published, so it has to be looked at.',
    },
    severity: 'warning',
    since: OPT_IN,
    sources: [mailAct('3条1項4号'), mailOrdinance('3条')],
  },
  {
    id: 'jp/purchased-basis',
    title: {ja: '購入した名簿', en: 'Purchased lists'},
    rule: 'list-origin',
    with: {refused: ['purchased']},
    says: {
      ja: '名簿を購入しても、それだけでは広告メールを送る根拠になりません。一人ひとりの同意など、法定の根拠が別に必要です。',
      en: 'Buying a list gives no basis for advertising mail. Each person still needs one of the bases of the Act.',
    },
    severity: 'error',
    since: OPT_IN,
    sources: [mailAct('3条1項'), privacyAct('30条')],
  },
  {
    id: 'jp/optout-honoured',
    title: {ja: '受信拒否の尊重', en: 'Refusals are honoured'},
    rule: null,
    says: {
      ja: '受信拒否が送信者または送信委託者に届いた後は、その意思に反して広告メールを送ってはいけません。猶予期間はありません。送信計画は、配信停止になっている宛先を外します。',
      en: 'Once a refusal has reached the sender or the entrusting party, no more advertising mail may be sent against it; there is no period of grace. The send planner leaves suppressed addresses out.',
    },
    severity: 'error',
    since: OPT_IN,
    sources: [mailAct('3条3項')],
  },
  {
    id: 'jp/optout-scope',
    title: {ja: '一部の受信拒否', en: 'Partial refusals'},
    rule: null,
    says: {
      ja: '特定の種類だけ、または一定の期間だけの受信拒否は、示されたとおりに扱わなければなりません。',
      en: 'A refusal limited to certain topics or to a period binds as it was stated.',
    },
    severity: 'error',
    since: OPT_IN,
    sources: [mailAct('3条3項'), mailOrdinance('5条')],
  },
  {
    id: 'jp/optout-any-channel',
    title: {ja: '手段を問わない受信拒否', en: 'Refusals by any channel'},
    rule: null,
    says: {
      ja: 'アドレスが特定できれば、受信拒否は電子メール以外の方法で伝えられても有効です。電話や問い合わせフォームで受けた拒否も反映してください。',
      en: 'A refusal is valid by mail or in any other way that names the address: those taken by phone or by a contact form count too.',
    },
    severity: 'warning',
    since: OPT_IN,
    sources: [mailOrdinance('5条')],
  },
  {
    id: 'jp/false-sender-info',
    title: {ja: '送信者情報の偽装の禁止', en: 'False sender information'},
    rule: 'from-sender',
    says: {
      ja: '送信元のアドレスや、送信に使った設備を識別する情報（ドメイン、IPアドレス）を偽ってはいけません。違反には命令を経ずに罰則が科されます。',
      en: 'The sending address and what identifies the sending equipment (domain, IP address) must not be falsified. This is punished directly, without an order first.',
    },
    severity: 'error',
    since: MAIL_ACT_2002,
    firmFrom: FIRM_FROM,
    sources: [mailAct('5条・34条1号・37条1項')],
  },
  {
    id: 'jp/generated-addresses',
    title: {ja: '架空電子メールアドレス', en: 'Generated addresses'},
    rule: 'generated-addresses',
    with: {kinds: PATTERN_KINDS},
    says: {
      ja: 'プログラムで作られ、実際には誰も使っていないアドレスへ、営業のために多数のメールを送ってはいけません。',
      en: 'Business bulk mail must not go to addresses that a program made up and that nobody uses.',
    },
    severity: 'warning',
    since: MAIL_ACT_2002,
    sources: [mailAct('2条4号・6条')],
  },
  {
    id: 'jp/delegated-sending',
    title: {ja: '送信の委託', en: 'Sending by a third party'},
    rule: null,
    says: {
      ja: '送信を第三者に任せる場合も、責任を持つ者の名称を表示し、どちらに届いた受信拒否も双方で共有しなければなりません。',
      en: 'When a third party sends, the mail names the responsible party, and refusals received by either side are shared.',
    },
    severity: 'warning',
    since: OPT_IN,
    sources: [mailAct('3条3項・4条1号・7条')],
  },
]
