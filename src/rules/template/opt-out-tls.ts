/** Looks for opt-out links without TLS: who opts out, and where, could be read and changed on the way. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {readTarget, shownHref} from '../../core/lint/link-target.ts'
import {optOutLinks} from '../../core/lint/opt-out-links.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const optOutTls: TemplateRule = {
  id: 'opt-out-tls',
  subject: 'template',
  bad: [
    '<a href="http://shop.example.co.jp/stop">Unsubscribe</a>',
    '<a href="http://{{host}}/stop">配信停止</a>',
    'text: 配信停止: http://shop.example.co.jp/stop\n',
  ],
  good: [
    '<a href="https://shop.example.co.jp/stop">Unsubscribe</a>',
    '<a href="{{unsubscribe_url}}">Unsubscribe</a>',
    '<a href="http://example.com/stop">Unsubscribe</a>',
    '<a href="http://shop.example.co.jp/">Shop</a>',
  ],
  check(view, _wanted, report) {
    for (const {part, index} of bodyParts(view))
      for (const {link, isDead} of optOutLinks(part)) {
        const target = readTarget(link.href)
        if (isDead || target.scheme !== 'http') continue
        report({at: {part: index, offset: link.offset}, key: 'opt-out-tls.none', values: {href: shownHref(target)}})
      }
  },
}
