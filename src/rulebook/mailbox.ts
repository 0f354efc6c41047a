/** What mailbox providers demand of a mail before they take it or show it: applied always, since anybody may use them. */
import type {Law} from '../core/laws/law.ts'
import type {Source} from '../core/lint/finding.ts'

const gmail: Source = {
  title: 'Gmail email sender guidelines',
  url: 'https://support.google.com/a/answer/81126',
  confidence: 'verified',
}

export const mailbox: Law = {
  id: 'mailbox',
  name: {ja: 'メールボックス事業者', en: 'Mailbox providers'},
  countries: [],
  duties: [
    {
      id: 'gmail/one-click',
      title: {ja: 'Gmail のワンクリック配信停止', en: 'One-click opt-out at Gmail'},
      rule: 'one-click',
      says: {
        ja: 'Gmail へ一日およそ 5,000 通以上を送る送信者は、広告メールに RFC 8058 のヘッダーと、本文の配信停止リンクの両方を付けなければなりません。注文の確認などの通知は対象外です。',
        en: 'Whoever sends some 5,000 mails a day or more to Gmail must give marketing mail the headers of RFC 8058 as well as a visible link in the body. Transactional mail is exempt.',
      },
      // Whether a mail is one of so many, the mail does not tell.
      severity: 'warning',
      since: '2024-06-01',
      sources: [gmail],
    },
    {
      id: 'gmail/attachment-types',
      title: {ja: '受け付けられない添付', en: 'Attachments that are refused'},
      rule: 'attachment-types',
      says: {
        ja: 'Gmail をはじめとする事業者は、プログラムなど危険な種類の添付ファイルを受け付けません。圧縮しても同じです。',
        en: 'Gmail and other providers take no attachments of dangerous kinds such as programs, not even packed ones.',
      },
      severity: 'warning',
      since: '2024-06-01',
      sources: [
        {
          title: 'File types blocked in Gmail',
          url: 'https://support.google.com/mail/answer/6590',
          confidence: 'unverified',
        },
      ],
    },
  ],
  facts: null,
}
