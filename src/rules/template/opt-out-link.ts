/** Looks for a working way out in every part: a link, a mail address, a tag that becomes one, or words that offer a reply. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {optOutLinks} from '../../core/lint/opt-out-links.ts'
import {isNoReply, replyOptOut} from '../../core/lint/reply-opt-out.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

/** linkOnly: a reply does not do. */
export const optOutLink: TemplateRule<{readonly linkOnly?: boolean}> = {
  id: 'opt-out-link',
  subject: 'template',
  isOfWholeMail: true,
  exampleWith: {},
  bad: [
    '<p>Hello {{name}}</p>',
    '<p>Hello</p><a href="#">Unsubscribe</a>',
    '<p>配信停止をご希望の方は<a href="https://example.com/">こちら</a></p>',
    '<p><a href="https://shop.example.co.jp/">新商品を見る</a></p>',
    '<p>No <a href="https://shop.example.co.jp/">website</a> to unsubscribe.</p>',
    '<div style="display:none"><a href="{{unsubscribe_url}}">Unsubscribe</a></div>',
    '<!-- <a href="{{unsubscribe_url}}">Unsubscribe</a> --><p>Hello</p>',
    '<p>迷惑メールの受信拒否設定をされている方は<a href="https://shop.example.co.jp/help">こちら</a></p>',
    '<p>配信停止をご希望の方は、このメールにご返信ください。</p><p>※送信専用のため、ご返信いただいてもお答えできません。</p>',
    'from: サンプル通信 <no-reply@shop.example.co.jp>\n<p>配信停止をご希望の方は、このメールにご返信ください。</p>',
    '<p>Please reply to this email with your questions.</p>',
    'text: ご登録ありがとうございます。\nhttps://shop.example.co.jp/\n',
    'text: ■配信停止\nhttps://example.com/unsub\n■会社概要\nhttps://shop.example.co.jp/about\n',
    'text: This week: why people unsubscribe from streaming services.\n\nRead on: https://news.example.co.jp/55\n',
    'text: 今月の特集は「退会しやすいジム」です。\n記事を読む\nhttps://news.example.co.jp/55\n',
    'text: 机票退订怎么办？\n阅读全文：https://news.example.co.jp/55\n',
  ],
  good: [
    '<p>Hello {{name}}</p><a href="{{unsubscribe_url}}">Unsubscribe</a>',
    '<p>配信停止をご希望の方は<a href="https://shop.example.co.jp/stop">こちら</a></p>',
    '<p>配信停止は<a href="https://shop.example.co.jp/login">ログイン</a>後、<a href="https://shop.example.co.jp/s">こちら</a>から</p>',
    '<a href="mailto:stop@shop.example.co.jp?subject=unsubscribe">Unsubscribe</a>',
    '<table><tr><td>メルマガの解除</td><td><a href="https://shop.example.co.jp/x">こちら</a></td></tr></table>',
    '<a href="*|UNSUB|*">unsubscribe from this list</a>',
    '<unsubscribe>unsubscribe</unsubscribe>',
    '<p>配信停止をご希望の方は、件名を「配信停止」としてこのメールにご返信ください。</p>',
    'from: サンプル通信 <news@shop.example.co.jp>\ntext: To unsubscribe, reply to this email with STOP.\n',
    'text: 配信停止はこちら\n{{unsubscribe_url}}\n',
    'text: メルマガ解除：https://shop.example.co.jp/stopからどうぞ\n',
    'text: If you want to cancel your subscription to this\nnewsletter, or add others,\ngo to: https://shop.example.co.jp/me\n',
    'text: メールの配信停止をご希望の場合は\n以下のURLにアクセスしてください。\nhttps://shop.example.co.jp/t\n',
    'text: To be removed from our list, write to remove@shop.example.co.jp\n',
    'text: 配信停止はこちら：[配信停止リンク]\n',
    '<p>You can change your <a href="https://shop.example.co.jp/s">subscription settings</a> anytime.</p>',
    '<p>수신 거부: <a href="https://shop.example.co.jp/r">여기</a></p>',
    'text: Um sich abzumelden (Abmeldung): https://shop.example.co.jp/a\n',
  ],
  check(view, wanted, report) {
    for (const {part, index, end} of bodyParts(view)) {
      const links = optOutLinks(part)
      if (links.some(({isDead}) => !isDead)) continue
      const isNobodyReading = view.from !== undefined && isNoReply(view.from.repliesTo)
      if (!wanted.linkOnly && !isNobodyReading && replyOptOut(part) !== null) continue
      const [dead] = links
      if (dead === undefined) report({at: end, key: 'opt-out-link.missing'})
      else
        report({at: {part: index, offset: dead.link.offset}, key: 'opt-out-link.dead', values: {href: dead.link.href}})
    }
  },
}
