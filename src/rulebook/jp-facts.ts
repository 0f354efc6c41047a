/** Japan's facts: consent model, deadlines, how long proof is kept, and what a breach costs. */
import type {LawFacts} from '../core/laws/law.ts'
import {mailAct, mailOrdinance, privacyAct, privacyRules, salesAct, salesOrdinance} from './jp-sources.ts'
import {DISTANCE_SELLER} from './jp-tokusho.ts'

export const jpFacts: LawFacts = {
  model: 'opt-in',
  consent: {
    ja: '事前の同意が必要です（オプトイン）。名刺などの書面による通知、取引関係、事業者などが公表したアドレス、同意を求める1通のメールは例外です。消費者向けの通信販売では、これらの例外はほとんど使えません。',
    en: 'Prior consent (opt-in), save for addresses given in writing such as on a card, a trade relationship, published business addresses, and a single mail that asks for consent. Distance sellers to consumers have hardly any of these exceptions.',
  },
  optOut: [
    {of: null, deadline: {unit: 'hours', n: 0}, linkDays: null, sources: [mailAct('3条3項')]},
    {of: 'JP-tokusho', deadline: {unit: 'hours', n: 0}, linkDays: null, sources: [salesAct('12条の3第2項')]},
  ],
  retention: [
    {
      of: 'JP',
      after: 'last-mail',
      period: {unit: 'months', n: 1},
      says: {
        ja: '同意の記録は、最後の送信から1か月間保存します。',
        en: 'The record of consent is kept for one month after the last mail.',
      },
      since: '2008-12-01',
      sources: [mailOrdinance('4条2項')],
    },
    {
      of: 'JP-order',
      after: 'last-mail',
      period: {unit: 'years', n: 1},
      when: {fact: 'underAdministrativeOrder', is: []},
      says: {
        ja: '措置命令を受けた場合、命令から1年以内に送ったメールなどの同意の記録は、最後の送信から1年間保存します。',
        en: 'Around an administrative order (mails sent within a year after it, or in the month before it) the record is kept for one year after the last mail.',
      },
      since: '2008-12-01',
      sources: [mailOrdinance('4条2項')],
    },
    {
      of: 'JP-tokusho',
      after: 'last-mail',
      period: {unit: 'years', n: 3},
      when: DISTANCE_SELLER,
      says: {
        ja: '消費者向けの通信販売では、承諾の記録を、広告メールを送った日から3年間保存します。',
        en: 'Distance sellers to consumers keep the record of acceptance for three years from the day the advertising mail was sent.',
      },
      since: '2008-12-01',
      sources: [salesAct('12条の3第3項'), salesOrdinance('30条')],
    },
    {
      of: 'JP-appi-provision',
      after: 'provision',
      period: {unit: 'years', n: 3},
      says: {
        ja: '個人データを第三者へ提供し、または受け取った記録は、原則3年間保存します。本人との契約書面を記録に代える場合は1年間です。',
        en: 'Records of personal data provided to or received from third parties are kept for three years; one year where a contract document with the person serves as the record.',
      },
      since: '2017-05-30',
      sources: [privacyAct('29条・30条'), privacyRules('21条・25条')],
    },
  ],
  labels: [],
  quietHours: null,
  penalties: [
    {
      conduct: {ja: '送信者情報を偽った送信（5条）', en: 'False sender information (Specified E-mail Act, art. 5)'},
      amount: {
        ja: '1年以下の拘禁刑または100万円以下の罰金。法人は3,000万円以下の罰金',
        en: 'Up to 1 year of imprisonment or ¥1,000,000; corporations up to ¥30,000,000',
      },
      sources: [mailAct('34条1号・37条1項1号')],
    },
    {
      conduct: {
        ja: '同意・表示・送信者情報・架空アドレスに関する措置命令への違反（7条）',
        en: 'Breaking an order about consent, labels, sender data or made-up addresses (art. 7)',
      },
      amount: {
        ja: '1年以下の拘禁刑または100万円以下の罰金。法人は3,000万円以下の罰金',
        en: 'Up to 1 year of imprisonment or ¥1,000,000; corporations up to ¥30,000,000',
      },
      sources: [mailAct('34条2号・37条1項1号')],
    },
    {
      conduct: {ja: '同意の記録の保存に関する措置命令への違反', en: 'Breaking an order about the record of consent'},
      amount: {ja: '100万円以下の罰金。法人も同額', en: 'Fine of up to ¥1,000,000; corporations the same'},
      sources: [mailAct('35条1号・37条1項2号')],
    },
    {
      conduct: {ja: '報告・立入検査の拒否など（28条1項）', en: 'Refusing a report or inspection (art. 28(1))'},
      amount: {ja: '100万円以下の罰金。法人も同額', en: 'Fine of up to ¥1,000,000; corporations the same'},
      sources: [mailAct('35条2号・37条1項2号')],
    },
    {
      conduct: {
        ja: '承諾のない広告メール（特定商取引法）',
        en: 'Advertising mail without acceptance (Specified Commercial Transactions Act)',
      },
      amount: {
        ja: '100万円以下の罰金。表示の欠落や虚偽を伴う場合は1年以下の拘禁刑もしくは200万円以下の罰金またはその併科。法人も同額。指示のほか、2年以内の業務停止命令',
        en: 'Up to ¥1,000,000; with missing or false statements up to 1 year and/or ¥2,000,000; corporations the same. Instruction, and suspension of business for up to 2 years',
      },
      sources: [salesAct('14条・15条・72条1項2号・2項・74条1項3号')],
    },
    {
      conduct: {ja: '承諾の記録の保存義務への違反（特定商取引法）', en: 'No record of acceptance (same Act)'},
      amount: {ja: '100万円以下の罰金', en: 'Fine of up to ¥1,000,000'},
      sources: [salesAct('72条1項3号')],
    },
    {
      conduct: {
        ja: '個人情報保護委員会の命令への違反',
        en: 'Breaking an order of the Personal Information Protection Commission',
      },
      amount: {
        ja: '1年以下の拘禁刑または100万円以下の罰金。法人は1億円以下の罰金',
        en: 'Up to 1 year or ¥1,000,000; corporations up to ¥100,000,000',
      },
      sources: [privacyAct('178条・184条1項')],
    },
    {
      conduct: {
        ja: '不正な利益を図る目的での個人情報データベース等の提供・盗用',
        en: 'Giving away or stealing a database of personal information for gain',
      },
      amount: {
        ja: '1年以下の拘禁刑または50万円以下の罰金。法人は1億円以下の罰金',
        en: 'Up to 1 year or ¥500,000; corporations up to ¥100,000,000',
      },
      sources: [privacyAct('179条・184条1項')],
    },
    {
      conduct: {ja: '委員会への虚偽報告・検査の妨害', en: 'False report to the Commission, or obstruction'},
      amount: {ja: '50万円以下の罰金。法人も同額', en: 'Fine of up to ¥500,000; corporations the same'},
      sources: [privacyAct('182条')],
    },
    {
      conduct: {
        ja: 'データの受領者に対する取得経緯の偽り',
        en: 'Lying to the receiver of data about where it came from',
      },
      amount: {ja: '10万円以下の過料', en: 'Administrative fine of up to ¥100,000'},
      sources: [privacyAct('185条1号')],
    },
  ],
}
