/** Our own standard for a template against its list: what it becomes for the people it goes to. */
import type {Duty} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'
import {OWN} from './tpl-source.ts'

/** New errors warn until then. */
const FIRM = '2027-03-01'
const SINCE = '2026-01-01'

const gmail: Source = {title: 'Gmail: clipping at 102 KB', confidence: 'secondary'}

export const fillDuties: readonly Duty[] = [
  {
    id: 'tpl/fill-none',
    title: {ja: 'だれにも作れないメール', en: 'Mails that nobody gets'},
    rule: 'fill-none',
    says: {
      ja: 'リストの少なくとも一人には、メールを作れなければなりません。',
      en: 'The mail can be made for at least one person of the list.',
    },
    severity: 'error',
    since: SINCE,
    firmFrom: FIRM,
    sources: OWN,
  },
  {
    id: 'tpl/fill-empty',
    title: {ja: '値のない差し込み', en: 'Empty merge fields'},
    rule: 'fill-empty',
    says: {
      ja: '差し込む項目に値のない人がいないようにします。厳密な差し込みではその人に送られず、そうでなければ空白のまま届きます。',
      en: 'Everybody has a value for every tag. Where one is empty, a strict template is not sent to that person, a lenient one arrives with a gap.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/fill-unfit',
    title: {ja: '差し込めない値', en: 'Values that do not fit'},
    rule: 'fill-unfit',
    says: {
      ja: '値は差し込む場所に合うものにします（リンクなら https の URL、書式付きなら日付や数）。合わない人には送られません。',
      en: 'A value fits the place of its tag: an https address in a link, a date or number under a format. Where it does not, no mail is made.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/fill-layout',
    title: {ja: '表示を崩す値', en: 'Values that break the layout'},
    rule: 'fill-layout',
    says: {
      ja: 'HTML のタグ、改行、折り返せない長い語が値に混じると、文面が崩れます。',
      en: 'Values with HTML in them, with line ends, or with words that no line can hold spoil the mail.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/fill-subject',
    title: {ja: '差し込み後の件名の長さ', en: 'Length of filled subjects'},
    rule: 'fill-subject',
    with: {most: 100},
    says: {
      ja: '差し込んだ後の件名は、全角 50 文字（半角 100 文字）までにします。',
      en: 'With its values filled in, no subject is wider than 100 half-width columns (50 Japanese characters).',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'gmail/fill-clipping',
    title: {ja: '差し込み後の大きさ（Gmail）', en: 'Filled mails beyond Gmail’s limit'},
    rule: 'fill-clipping',
    says: {
      ja: 'Gmail は 102 KB を超える HTML を途中で切り、末尾の配信停止の案内が見えなくなります。差し込んだ後も超えないようにします。',
      en: 'Gmail cuts HTML off beyond 102 KB, and with it the way out at the end. No mail passes that with its values filled in.',
    },
    severity: 'error',
    since: SINCE,
    firmFrom: FIRM,
    sources: [gmail],
  },
]
