/** Our own standard for links: what a reader can open, what does not look like fraud, what gives nobody away. */
import type {Duty} from '../core/lint/duty.ts'
import type {Source} from '../core/lint/finding.ts'
import {OWN} from './tpl-source.ts'

/** New errors warn until then. */
const FIRM = '2027-03-01'
const SINCE = '2026-01-01'

const rfc = (title: string, number: number): Source => ({
  title,
  url: `https://www.rfc-editor.org/rfc/rfc${number}`,
  confidence: 'secondary',
})

export const linkDuties: readonly Duty[] = [
  {
    id: 'tpl/link-form',
    title: {ja: 'リンクの書き方', en: 'Form of links'},
    rule: 'link-form',
    says: {
      ja: 'リンクは https:// や mailto: から書きます。メールには基準になるページがないため、相対パスは開けません。',
      en: 'A link is written out from https:// or mailto:. A mail has no page of its own that a relative path could start from.',
    },
    severity: 'error',
    since: SINCE,
    firmFrom: FIRM,
    sources: [...OWN, rfc('RFC 3986', 3986)],
  },
  {
    id: 'tpl/link-scheme',
    title: {ja: 'メールで開けないリンク', en: 'Links that mails cannot open'},
    rule: 'link-scheme',
    says: {
      ja: 'javascript:、file:、data: などのリンクは、メールソフトが開きません。',
      en: 'Mail programs do not follow javascript:, file:, data: and the like.',
    },
    severity: 'error',
    since: SINCE,
    firmFrom: FIRM,
    sources: OWN,
  },
  {
    id: 'tpl/link-local',
    title: {ja: '社内・手元向けのリンク', en: 'Links into one’s own network'},
    rule: 'link-local',
    says: {
      ja: 'localhost や社内ネットワークのアドレスは、受信者からは開けません。',
      en: 'What only the sender’s machine or network reaches (localhost, 192.168.…), no reader can open.',
    },
    severity: 'error',
    since: SINCE,
    firmFrom: FIRM,
    sources: [...OWN, rfc('RFC 6761', 6761), rfc('RFC 1918', 1918)],
  },
  {
    id: 'tpl/link-escape',
    title: {ja: 'リンクの符号化', en: 'Encoding of links'},
    rule: 'link-escape',
    says: {
      ja: 'エディターがタグを %7B などに変えると、値が入りません。URL の空白は %20 と書きます。',
      en: 'A tag that an editor has turned into %7B… is filled by nothing, and a blank in an address is written %20.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/link-empty',
    title: {ja: '空のリンク', en: 'Empty links'},
    rule: 'link-empty',
    says: {
      ja: 'リンクには宛先を入れます。空や # のままでは何も開きません。',
      en: 'A link has an address; an empty one or a bare # opens nothing.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/link-anchor',
    title: {ja: 'メール内リンク', en: 'Links within the mail'},
    rule: 'link-anchor',
    says: {
      ja: 'メール内へのリンク（#名前）には、その名前の要素が要ります。',
      en: 'A link within the mail (#name) needs an element of that name.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/http-link',
    title: {ja: '配信停止リンクの暗号化', en: 'TLS of the opt-out link'},
    rule: 'opt-out-tls',
    says: {
      ja: '配信停止のリンクは https にします。http では、だれが停止したかが途中で読まれ、書き換えられるおそれがあります。',
      en: 'The opt-out link uses https. Over http, who opts out can be read and changed on the way.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/link-tls',
    title: {ja: 'リンクの暗号化', en: 'TLS of links'},
    rule: 'link-tls',
    says: {
      ja: 'リンクは https にします。http のページにはブラウザーが警告を出します。',
      en: 'Links use https; browsers warn of pages without it.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/link-text-host',
    title: {ja: '表示と宛先が違うリンク', en: 'Links that show another address'},
    rule: 'link-text-host',
    says: {
      ja: 'リンクの文字が URL のときは、その URL を開きます。別のサイトを開くリンクは、なりすましと見なされます。',
      en: 'A link whose text is an address leads to that address; one that leads elsewhere looks like fraud to filters and readers.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/link-look-alike',
    title: {ja: '紛らわしい文字の宛先', en: 'Hosts with look-alike letters'},
    rule: 'link-look-alike',
    says: {
      ja: '他の文字に似せたドメインは、なりすましと見なされます。',
      en: 'A host whose letters imitate those of another script looks like fraud.',
    },
    severity: 'warning',
    since: SINCE,
    sources: [...OWN, {title: 'UTS 39', url: 'https://www.unicode.org/reports/tr39/', confidence: 'secondary'}],
  },
  {
    id: 'tpl/url-shortener',
    title: {ja: '短縮 URL', en: 'Shortened links'},
    rule: 'link-shortener',
    says: {
      ja: '短縮 URL は宛先を隠すため、迷惑メールの判定で不利になります。自社ドメインの URL を使います。',
      en: 'Short addresses hide where they lead, and spam filters hold that against a mail; use addresses of your own domain.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/link-ip',
    title: {ja: 'IP アドレスのリンク', en: 'Links to IP addresses'},
    rule: 'link-ip',
    says: {
      ja: 'リンクにはドメイン名を使います。IP アドレスのままでは、なりすましと見なされます。',
      en: 'Links name a domain; a bare IP address looks like fraud to filters.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/link-login',
    title: {ja: 'リンクの中のログイン情報', en: 'Logins in links'},
    rule: 'link-login',
    says: {
      ja: 'リンクにユーザー名やパスワードを書きません。受信者全員に知られ、ブラウザーにも警告されます。',
      en: 'No link carries a user name or password: every reader would know it, and browsers warn.',
    },
    severity: 'warning',
    since: SINCE,
    sources: [...OWN, rfc('RFC 3986 3.2.1', 3986)],
  },
  {
    id: 'tpl/link-example',
    title: {ja: '見本のままのリンク', en: 'Links left from a draft'},
    rule: 'link-example',
    says: {
      ja: 'example.com など、見本用のドメインへのリンクを残しません。',
      en: 'No link to a host that exists for examples only, such as example.com, is left in a mail.',
    },
    severity: 'warning',
    since: SINCE,
    sources: [...OWN, rfc('RFC 2606', 2606)],
  },
  {
    id: 'tpl/link-address',
    title: {ja: 'リンクの中のメールアドレス', en: 'Mail addresses in links'},
    rule: 'link-address',
    says: {
      ja: '受信者のメールアドレスを、そのままリンクに付けません。サーバーの記録や計測サービスに残ります。',
      en: 'A reader’s mail address does not stand in a link in the clear: it ends in server logs and with counting services.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
  {
    id: 'tpl/link-length',
    title: {ja: 'リンクの長さ', en: 'Length of links'},
    rule: 'link-length',
    with: {most: 2000},
    says: {
      ja: 'リンクは 2,000 文字までにします。それより長い URL は、途中で切られることがあります。',
      en: 'A link has at most 2,000 characters; programs on the way cut longer ones.',
    },
    severity: 'warning',
    since: SINCE,
    sources: OWN,
  },
]
