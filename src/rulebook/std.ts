/** What the standards of the Internet demand of a finished mail, whoever sends it and wherever: applied always. */
import type {Law} from '../core/laws/law.ts'
import type {Duty} from '../core/lint/duty.ts'
import type {Confidence, Source} from '../core/lint/finding.ts'
import {privacyAct} from './jp-sources.ts'

const rfc = (number: number, section: string, confidence: Confidence): Source => ({
  title: `RFC ${number}${section === '' ? '' : ` section ${section}`}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}`,
  confidence,
})

/** The standards are older than any mail that is linted. */
const SINCE: Duty['since'] = '2026-01-01'
/** Finished mails are linted since the edition before this day. */
const FIRM: Duty['since'] = '2027-03-01'

export const std: Law = {
  id: 'std',
  name: {ja: 'インターネット標準（RFC）', en: 'Internet standards (RFC)'},
  countries: [],
  duties: [
    {
      id: 'std/header-injection',
      title: {ja: 'ヘッダーへの改行の混入', en: 'Line breaks in headers'},
      rule: 'header-injection',
      says: {
        ja: 'ヘッダーの値に改行を入れてはいけません。差し込んだ値に改行があると、その後ろが別のヘッダー（Bcc など）になります。送るメールに Bcc を残してもいけません。',
        en: 'No value of a header may hold a line break: what stands behind it becomes a header of its own, such as Bcc. Nor may Bcc stand in the mail that is sent.',
      },
      severity: 'error',
      since: SINCE,
      firmFrom: FIRM,
      sources: [rfc(5322, '2.2', 'verified')],
    },
    {
      id: 'std/list-unsubscribe',
      title: {ja: 'List-Unsubscribe の形式', en: 'Form of List-Unsubscribe'},
      rule: 'list-unsubscribe',
      says: {
        ja: 'List-Unsubscribe には、https か mailto の宛先を山括弧で囲み、コンマ区切りで書きます。ヘッダーは一つだけにします。',
        en: 'List-Unsubscribe holds https or mailto addresses, each in angle brackets, with commas between; one header for all.',
      },
      severity: 'warning',
      since: SINCE,
      sources: [rfc(2369, '2, 3.2', 'unverified')],
    },
    {
      id: 'std/list-unsubscribe-post',
      title: {ja: 'ワンクリック配信停止', en: 'One-click opt-out'},
      rule: 'list-unsubscribe-post',
      says: {
        ja: 'ワンクリックでの配信停止には、List-Unsubscribe に https の URL を一つと、決まった値の List-Unsubscribe-Post が必要です。有効な DKIM 署名が両方を対象に含まなければなりません。',
        en: 'One-click opt-out needs exactly one https address in List-Unsubscribe and List-Unsubscribe-Post with its one right value. A valid DKIM signature must cover both.',
      },
      severity: 'error',
      since: SINCE,
      firmFrom: FIRM,
      sources: [rfc(8058, '3.1, 4', 'verified')],
    },
    {
      id: 'std/list-id',
      title: {ja: 'List-Id の形式', en: 'Form of List-Id'},
      rule: 'list-id',
      with: {characters: 255},
      says: {
        ja: 'List-Id には、自社ドメインの下の名前を山括弧で囲んで一つだけ書きます。255 文字までです。',
        en: 'List-Id names the list once, below a domain of the sender, in angle brackets and with at most 255 characters.',
      },
      severity: 'warning',
      since: SINCE,
      sources: [rfc(2919, '2, 3', 'unverified')],
    },
    {
      id: 'std/message-format',
      title: {ja: '必須のヘッダー', en: 'Headers that must be there'},
      rule: 'required-headers',
      with: {names: ['Date', 'From']},
      says: {
        ja: 'メールには Date と From が必要です。From に複数のアドレスがあるときは Sender も必要です。ヘッダーの間にヘッダー以外の行を置けません。',
        en: 'A mail must have Date and From, and Sender where From names several addresses. No line among the headers may be anything else.',
      },
      // A file that is yet to be sent may get its date from the server.
      severity: 'warning',
      since: SINCE,
      sources: [rfc(5322, '3.6', 'verified')],
    },
    {
      id: 'std/header-form',
      title: {ja: '日時とメール ID の形式', en: 'Form of Date and Message-ID'},
      rule: 'header-form',
      says: {
        ja: 'Date は「Mon, 30 Nov 2026 10:00:00 +0900」の形で書き、曜日は日付と合わせます。Message-ID は <左側@右側> の形で、空白を含めず一つだけ書きます。',
        en: 'Date reads as “Mon, 30 Nov 2026 10:00:00 +0900”, with the weekday of that day. Message-ID is one <left@right> without blanks.',
      },
      severity: 'warning',
      since: SINCE,
      sources: [rfc(5322, '3.3, 3.6.4', 'secondary')],
    },
    {
      id: 'std/recipient-disclosure',
      title: {ja: '他の受信者のアドレスの露出', en: 'Addresses of other readers shown'},
      rule: 'recipient-disclosure',
      with: {most: 5},
      says: {
        ja: 'To や Cc に並べたアドレスは受信者全員に見え、個人データの漏えいになります。一斉配信では 1 通に 1 人だけを書きます。',
        en: 'Everybody who gets the mail sees the addresses in To and Cc, which leaks personal data. A mail to a list names one reader in each copy.',
      },
      severity: 'error',
      since: SINCE,
      firmFrom: FIRM,
      sources: [rfc(5322, '3.6.3', 'secondary'), privacyAct('23条', 'secondary')],
    },
    {
      id: 'std/duplicate-header',
      title: {ja: 'ヘッダーの重複', en: 'Headers that stand twice'},
      rule: 'single-headers',
      with: {
        names: [
          ...['Date', 'From', 'Sender', 'Reply-To', 'To', 'Cc', 'Message-ID', 'In-Reply-To', 'References', 'Subject'],
          ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
        ],
      },
      says: {
        ja: 'Subject、From、To などのヘッダーは一つのメールに一度だけ書けます。Gmail などは重複のあるメールを拒否します。',
        en: 'Headers such as Subject, From and To may stand in a mail once. Gmail and others refuse mail in which they stand twice.',
      },
      severity: 'error',
      since: SINCE,
      firmFrom: FIRM,
      sources: [rfc(5322, '3.6', 'verified')],
    },
    {
      id: 'std/line-length',
      title: {ja: '一行の長さ', en: 'Length of lines'},
      rule: 'octets-per-line',
      with: {most: 998},
      says: {
        ja: 'メールの一行は、改行を除いて 998 バイトまでです。超えるとサーバーが拒否するか、途中で改行します。',
        en: 'A line of a mail has at most 998 octets without its line end. Servers refuse longer ones or break them somewhere.',
      },
      severity: 'error',
      since: SINCE,
      firmFrom: FIRM,
      sources: [rfc(5322, '2.1.1', 'verified')],
    },
    {
      id: 'std/bare-lf',
      title: {ja: '改行コード', en: 'Line ends'},
      rule: 'line-ends',
      says: {
        ja: 'メールの行はすべて CR LF で終わります。CR や LF だけの改行が混ざると、サーバーごとに行の切れ目が変わり、悪用もされます。',
        en: 'Every line of a mail ends in CR LF. Where CR or LF stand alone among them, servers disagree on what a line is, which is used for smuggling.',
      },
      severity: 'warning',
      since: SINCE,
      sources: [rfc(5321, '2.3.8', 'unverified')],
    },
    {
      id: 'std/encoded-word',
      title: {ja: 'ヘッダーの文字の符号化', en: 'Encoded words in headers'},
      rule: 'encoded-words',
      with: {most: 75},
      says: {
        ja: 'ヘッダーの ASCII 以外の文字は、75 文字までの符号化語（=?文字コード?B?…?=）で書きます。文字の途中で分けてはいけません。引用符やアドレスの中には置けず、前後を空白で区切ります。',
        en: 'Letters beyond ASCII stand in headers as encoded words of at most 75 characters each, and no letter is cut in two between them. None stands within quotes or an address, and blanks part it from what is beside it.',
      },
      severity: 'warning',
      since: SINCE,
      sources: [rfc(2047, '2, 5', 'verified')],
    },
    {
      id: 'std/encoding',
      title: {ja: '転送符号化', en: 'Transfer encoding of parts'},
      rule: 'transfer-encoding',
      says: {
        ja: '各パートは宣言した転送符号化（7bit、8bit、base64、quoted-printable）のとおりに書きます。7bit に ASCII 以外のバイトは使えません。',
        en: 'Each part travels as it declares (7bit, 8bit, base64, quoted-printable); 7bit holds nothing beyond ASCII.',
      },
      severity: 'warning',
      since: SINCE,
      sources: [rfc(2045, '6', 'unverified')],
    },
    {
      id: 'std/charset',
      title: {ja: '文字コードの宣言', en: 'Declared character sets'},
      rule: 'part-charset',
      says: {
        ja: '本文の各パートは、実際に使っている文字コードを宣言します。食い違うと文字化けします。',
        en: 'Each part of text declares the character set that it is in; where it is another, readers see garbage.',
      },
      severity: 'warning',
      since: SINCE,
      sources: [rfc(2046, '4.1.2', 'unverified')],
    },
  ],
  facts: null,
}
