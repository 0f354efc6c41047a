/**
 * What makes a proof of consent worth little, whatever the law (rulebook E.5): our own standard, applied to everybody.
 * What the laws' own duties already check (no basis, no record, withdrawn, expired) is told here and checked there.
 */

import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Confidence, Source} from '../core/lint/finding.ts'
import {mailOrdinance, privacyAct} from './jp-sources.ts'

const own: Source = {title: 'Todoke 証拠基準 (evidence standard)', confidence: 'verified'}
const gdpr = (article: string, confidence: Confidence): Source => ({
  title: `GDPR ${article}`,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  confidence,
})
/** The standard describes proofs, not acts: it holds for records of any age. */
const ALWAYS: Duty['since'] = '2008-12-01'

export const evidence: Law = {
  id: 'evidence',
  name: {ja: 'Todoke 証拠基準', en: 'Todoke evidence standard'},
  countries: [],
  duties: [
    {
      id: 'evidence/no-basis',
      title: {ja: '根拠の記録', en: 'Recorded basis'},
      rule: null,
      says: {
        ja: '広告メールの宛先には、送ってよい根拠の記録が必要です。点検は jp/consent-basis など、根拠を求める各法の義務が行います。',
        en: 'Whoever gets marketing mail should have a recorded basis. The duties of the laws that demand one (jp/consent-basis and the like) check it.',
      },
      severity: 'error',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/no-timestamp',
      title: {ja: '同意の日付の確からしさ', en: 'Plausible date of consent'},
      rule: 'consent-date',
      with: {notBefore: 1995},
      says: {
        ja: '同意の日付が未来のものや1995年より前のものは、日付として信用できません。日付がないことは、jp/consent-record など、同意を根拠とする各法の義務が点検します。',
        en: 'A date of consent in the future, or before 1995, cannot be believed. That a date is missing is checked by the duties of the laws that ask for consent (jp/consent-record and the like).',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [mailOrdinance('4条1項'), own],
    },
    {
      id: 'evidence/before-birth',
      title: {ja: '生年月日より前の同意', en: 'Consent before birth'},
      rule: 'consent-before-birth',
      says: {
        ja: '同意の日付が生年月日より前になっています。どちらかが誤りです。',
        en: 'The consent is dated before the person was born: one of the two dates is wrong.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/contradicting-events',
      title: {ja: '矛盾する記録', en: 'Contradicting events'},
      rule: 'contradicting-events',
      says: {
        ja: '同じ時刻に、同意と拒否の両方が記録されています。拒否が優先します。',
        en: 'A yes and a no are recorded for the same moment. The no holds.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/bulk-same-timestamp',
      title: {ja: '同じ時刻の同意', en: 'Consents sharing one second'},
      rule: 'same-timestamp',
      with: {share: 0.5},
      says: {
        ja: '半数を超える同意が同じ秒に記録されていれば、取込みの日時を同意の日時として記録したおそれがあります。',
        en: 'Where more than half of the consents share one second, the moment of an import was probably taken for the moment of consent.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/mixed-dates',
      title: {ja: '日付の書き方の混在', en: 'Mixed date formats'},
      rule: 'mixed-dates',
      with: {forms: 3},
      says: {
        ja: '一つの列の日付が三通り以上の書き方で書かれていると、別の日と読み違えているおそれがあります。',
        en: 'Where one column writes its dates in three ways or more, some may have been read as other days.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/country-assumed',
      title: {ja: '分からない国の扱い', en: 'Assumed country'},
      rule: 'country-assumed',
      says: {
        ja: 'どの国の人かがリストからわからない宛先は、設定で宣言した国の法令（宣言がなければ最も厳しい共通基準）で判定します。',
        en: 'People whose country the list does not tell are judged by the law of the declared audience, or by the strictest common profile where none is declared.',
      },
      severity: 'info',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/unread-rows',
      title: {ja: '読めない行', en: 'Rows that cannot be read'},
      rule: 'unread-rows',
      with: {of: 'some'},
      says: {
        ja: '読めない行の人は判定されていません。配信停止の記録が含まれていることもあるため、直してから点検し直す必要があります。',
        en: 'Nobody in a row that cannot be read was judged, and an opt-out may stand in it: mend such rows and audit again.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/nothing-read',
      title: {ja: '一行も読めないファイル', en: 'A file of which nothing was read'},
      rule: 'unread-rows',
      with: {of: 'all'},
      says: {
        ja: '一行も読めなかったファイルについては、何も確かめられていません。',
        en: 'Of a file of which no row could be read nothing has been checked.',
      },
      severity: 'error',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'suppress/in-list',
      title: {ja: '配信停止中の宛先', en: 'Suppressed people in the list'},
      rule: 'suppressed-in-list',
      says: {
        ja: '配信停止などで送信を止めている人がリストに含まれています。同意の記録にかかわらず、送信の対象にはなりません。',
        en: 'The list holds people whom an opt-out, complaint or bounce forbids to mail, whatever consent is recorded; a send leaves them out.',
      },
      severity: 'info',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/no-method',
      title: {ja: '同意の方法の記録', en: 'Recorded way of consent'},
      rule: null,
      says: {
        ja: '同意を得た方法か場所の記録が必要です。点検は jp/consent-record、kr/consent-record など、同意を根拠とする各法の義務が行います。同意を要しない米国とシンガポールの法律では点検しません。',
        en: 'How or where a consent was given should be recorded. The duties of the laws that ask for consent (jp/consent-record, kr/consent-record and the like) check it; those of the United States and Singapore ask for none.',
      },
      severity: 'error',
      since: ALWAYS,
      sources: [mailOrdinance('4条1項'), own],
    },
    {
      id: 'evidence/no-wording',
      title: {ja: '同意のときに示した文言', en: 'Form text behind the consent'},
      rule: null,
      says: {
        ja: '同意の日に示していたフォームの文言を保存しておけば、何に同意したのかを示せます。何がどこまで求められるかは国によって異なり、点検は eu/consent-wording、jp/consent-wording など、各法の義務が行います。',
        en: 'The form text that was shown on the day of consent tells what was agreed to. How far it is asked for differs by country: the laws’ own duties (eu/consent-wording, jp/consent-wording and the like) check it.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [mailOrdinance('4条1項2号'), gdpr('art. 7(1)', 'secondary'), own],
    },
    {
      id: 'evidence/wording-dates',
      title: {ja: '文言の期間と同意日', en: 'Form text of another time'},
      rule: 'wording-shown',
      with: {basis: 'consent', only: ['not-covering']},
      says: {
        ja: '記録にある文言は、同意の日に示していた版でなければなりません。日付が合わない場合は、文言の登録か同意日のどちらかが誤っています。',
        en: 'The form text a record names must be the version shown on the day of consent. Where the dates do not fit, either the text or the day is wrong.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [mailOrdinance('4条1項2号'), own],
    },
    {
      id: 'evidence/declared-without-form',
      title: {ja: '文言のない一括宣言', en: 'Declared without form text'},
      rule: 'declared-consent',
      says: {
        ja: 'リスト全体についての宣言に基づく同意は、同意の日付を含むフォームの文言が保存されるまで、弱い証拠にとどまります。',
        en: 'A consent that rests on one statement for a whole list stays weak until a form text that covers its date is kept.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [mailOrdinance('4条1項2号')],
    },
    {
      id: 'evidence/doi-incomplete',
      title: {ja: '未完了のダブルオプトイン', en: 'Unconfirmed double opt-in'},
      rule: 'double-opt-in',
      with: {only: ['incomplete']},
      says: {
        ja: '確認メールを送ったのに、本人の確認が記録されていません。',
        en: 'A confirmation mail was sent, but no confirmation by the person is recorded.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/doi-order',
      title: {ja: 'ダブルオプトインの日時', en: 'Dates of the double opt-in'},
      rule: 'double-opt-in',
      with: {only: ['order', 'late']},
      says: {
        ja: '確認の日時が確認メールの送信より前か、送信から30日を超えています。',
        en: 'The confirmation is dated before the confirmation mail, or more than 30 days after it.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/doi-scanner',
      title: {ja: '検査装置による確認の疑い', en: 'Confirmation by a mail scanner'},
      rule: 'double-opt-in',
      with: {only: ['scanner']},
      says: {
        ja: '確認メールの送信から2秒未満で確認されています。本人ではなく、メールの検査装置がリンクを開いたおそれがあります。',
        en: 'The confirmation came within two seconds of the mail: a mail scanner probably opened the link, not the person.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/third-party-source',
      title: {ja: '第三者から得たデータの記録', en: 'Record of third-party data'},
      rule: 'purchased-record',
      with: {fields: ['collector', 'collector_acquired_how']},
      says: {
        ja: '第三者から得たデータには、提供者の名称と、提供者がどのように得たかの記録が必要です。',
        en: 'Data from a third party needs a record of who provided it and how they came by it.',
      },
      severity: 'error',
      since: ALWAYS,
      sources: [privacyAct('30条'), own],
    },
    {
      id: 'evidence/scraped-source',
      title: {ja: '自動収集されたアドレス', en: 'Scraped or generated addresses'},
      rule: 'list-origin',
      with: {refused: ['scraped']},
      says: {
        ja: 'ページから収集した、またはプログラムで作ったアドレスは、本人が知らせたものではなく、多くの国で送信が禁じられています。',
        en: 'Addresses collected from pages or made up by a program were given by nobody, and many countries ban mail to them.',
      },
      severity: 'warning',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/minor',
      title: {ja: '未成年者の同意', en: 'Consent of a minor'},
      rule: 'minor',
      with: {under: 16},
      says: {
        ja: '16歳未満の人の同意は、保護者の同意がなければ有効と認められないおそれがあります。年齢は国によって異なります。日本の法律に年齢の定めはなく、個人情報保護委員会のQ&Aが12歳から15歳までの年齢以下を目安としています。',
        en: 'The consent of somebody under 16 may not count without that of a parent. The age differs by country. No law of Japan names one; a Q&A of its commission speaks of children up to an age from 12 to 15.',
      },
      severity: 'info',
      since: ALWAYS,
      sources: [
        {
          title: '個人情報の保護に関する法律についてのガイドラインに関するQ&A（法定代理人等の同意）',
          confidence: 'unverified',
        },
      ],
    },
    {
      id: 'evidence/expired',
      title: {ja: '期限切れの同意', en: 'Expired consent'},
      rule: null,
      says: {
        ja: '期限の切れた同意は根拠になりません。期限は ca/implied-purchase-2y、kr/reconfirm-2y、fr/prospect-retention など、各法の義務が点検します。',
        en: 'An expired consent is no basis. The laws’ own duties (ca/implied-purchase-2y, kr/reconfirm-2y, fr/prospect-retention and the like) check the dates.',
      },
      severity: 'error',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/withdrawn-active',
      title: {ja: '撤回した人への配信', en: 'Mail after a withdrawal'},
      rule: null,
      says: {
        ja: '最後の同意より後に撤回した人を、配信対象に残してはいけません。撤回は各法の義務が点検し、送信計画は該当する宛先を外します。',
        en: 'Nobody who withdrew after their last consent stays active. The laws’ own duties check it, and the send planner leaves such people out.',
      },
      severity: 'error',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/purpose-mismatch',
      title: {ja: '同意した目的の範囲', en: 'Within the consented purpose'},
      rule: 'purpose-match',
      says: {
        ja: '送信の目的が、同意を得た目的に含まれていません。',
        en: 'The purpose of the send is not among those that were consented to.',
      },
      severity: 'error',
      since: ALWAYS,
      sources: [privacyAct('18条'), gdpr('art. 5(1)(b)', 'unverified'), own],
    },
    {
      id: 'evidence/retention-short',
      title: {ja: '証拠の早すぎる削除', en: 'Evidence deleted too early'},
      rule: null,
      says: {
        ja: '証拠を、保存期限より前に削除してはいけません。consent purge は期限前の削除を拒みます。',
        en: 'Proof must not be deleted before its keep-until day; consent purge refuses to.',
      },
      severity: 'error',
      since: ALWAYS,
      sources: [mailOrdinance('4条2項'), own],
    },
    {
      id: 'evidence/retention-long',
      title: {ja: '証拠の長すぎる保存', en: 'Evidence kept too long'},
      rule: null,
      says: {
        ja: '撤回から5年を超えて、理由なく個人の証拠を持ち続けないほうが安全です。',
        en: 'Personal evidence is better not kept for more than five years after the withdrawal without a reason.',
      },
      severity: 'info',
      since: ALWAYS,
      sources: [own],
    },
    {
      id: 'evidence/chain-broken',
      title: {ja: '記録のハッシュ連鎖', en: 'Hash chain of the records'},
      rule: null,
      says: {
        ja: '記録のハッシュ連鎖が切れていれば、後から書き換えられたおそれがあります。',
        en: 'Where the hash chain over the records is broken, one of them may have been altered later.',
      },
      severity: 'error',
      since: ALWAYS,
      sources: [own],
    },
  ],
  facts: null,
}
