/** Our own standard for what reaches the reader: what is cut off, dropped or silent, and what the reader did not choose. */
import type {Duty} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'
import {OWN} from './tpl-source.ts'

/** New errors warn until then. */
const FIRM = '2027-03-01'
const SINCE = '2026-01-01'

/** Gmail itself names no number; senders have measured it again and again. */
const clipping: readonly Source[] = [
  ...OWN,
  {title: 'Gmail のメッセージ切り詰め（送信者の実測、約 102 KB）', confidence: 'secondary'},
]
const wcag = (criterion: string): readonly Source[] => [
  ...OWN,
  {title: `WCAG 2.2 ${criterion}`, url: 'https://www.w3.org/TR/WCAG22/', confidence: 'secondary'},
]

export const viewDuties: readonly Duty[] = [
  {
    id: 'gmail/clip-102kb',
    title: {ja: 'Gmail で隠れる配信停止の案内', en: 'Way out cut off at Gmail'},
    rule: 'opt-out-clipped',
    with: {kib: 102},
    says: {
      ja: 'Gmail は HTML がおよそ 102 KB を超えるとその先を隠し、「メッセージ全体を表示」を開くまで見せません。配信停止のリンクはその手前に置きます。',
      en: 'Gmail hides what stands behind some 102 KB of HTML until the reader asks for the whole message. The opt-out link belongs before that.',
    },
    severity: 'error',
    since: SINCE,
    firmFrom: FIRM,
    sources: clipping,
  },
  {
    id: 'gmail/html-size',
    title: {ja: 'Gmail で省略される大きさ', en: 'HTML that Gmail cuts short'},
    rule: 'html-size',
    with: {nearKib: 98, kib: 102},
    says: {
      ja: 'Gmail は HTML のおよそ 102 KB から先を省略して表示します。差し込みや計測用のリンクで増える分も見込んで、余裕を持たせます。',
      en: 'Gmail cuts HTML off at some 102 KB. What merged values and rewritten links add needs room as well.',
    },
    severity: 'warning',
    since: SINCE,
    sources: clipping,
  },
  {
    id: 'tpl/image-alt',
    title: {ja: '画像の代替テキスト', en: 'Alternative texts of pictures'},
    rule: 'image-alt',
    says: {
      ja: '画像には alt 属性を付けます（飾りなら空にします）。画像が表示されない人や、読み上げで聞く人にも内容が伝わります。',
      en: 'Every picture has an alt attribute, empty for decoration, so that the mail can be heard, and read where pictures are not loaded.',
    },
    severity: 'warning',
    since: SINCE,
    sources: wcag('1.1.1, 2.4.4'),
  },
  {
    id: 'tpl/document-language',
    title: {ja: '言語の指定（lang）', en: 'Declared language of the HTML'},
    rule: 'document-language',
    says: {
      ja: 'html 要素の lang に、本文の言語を正しく指定します。読み上げの発音や、漢字の字形、翻訳の提案がこれで決まります。',
      en: 'The html element names the language of its text in lang: screen readers pronounce by it, and programs choose glyphs and offer translations by it.',
    },
    severity: 'warning',
    since: SINCE,
    sources: wcag('3.1.1'),
  },
  {
    id: 'tpl/declared-charset',
    title: {ja: '文字コードの指定', en: 'Declared character set'},
    rule: 'declared-charset',
    says: {
      ja: 'HTML の meta 要素で指定した文字コードは、実際に送る文字コードと同じにします。食い違うと、転送や保存の後に文字化けすることがあります。',
      en: 'The character set in the meta element is the one the mail is sent in. Else letters may break when the mail is forwarded or saved.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/dropped-elements',
    title: {ja: 'メールで働かない要素', en: 'Elements that mail programs drop'},
    rule: 'dropped-elements',
    says: {
      ja: 'スクリプト、フレーム、フォーム、外部のスタイルシートは、多くのメールソフトが取り除くか読み込みません。なくても伝わるように作ります。',
      en: 'Scripts, frames, forms and outside style sheets are taken out or not loaded by most mail programs. The mail must work without them.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/third-party-pixel',
    title: {ja: '第三者の計測用画像', en: 'Tracking pixels of third parties'},
    rule: 'third-party-pixel',
    says: {
      ja: '送信者と別の事業者に開封を知らせる画像には、多くの国で受信者の同意が必要です。置くなら、同意とプライバシーポリシーを確かめます。',
      en: 'A picture that tells somebody else when the mail was opened needs the reader’s consent in many countries. Whoever places one makes sure of it.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/ticked-box',
    title: {ja: '初めから入っているチェック', en: 'Boxes ticked in advance'},
    rule: 'ticked-box',
    says: {
      ja: '同意や購読のチェックは、受信者が自分で入れるものです。初めから入っていると、同意とは認められません。',
      en: 'A box by which somebody agrees or signs up is ticked by the reader. Ticked in advance it is no consent.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/form-data',
    title: {ja: 'メール内での個人情報の入力', en: 'Data asked for inside mails'},
    rule: 'form-data',
    says: {
      ja: 'パスワードや複数の個人情報を、メールの中のフォームで尋ねません。詐欺メールと見分けがつかず、暗号化されずに送られることもあります。',
      en: 'A form inside a mail asks for no password and not for several pieces of data: it looks like fraud, and may be sent in the clear.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
]
