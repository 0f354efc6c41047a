/** Looks for links that promise a way out and lead nowhere: #, an empty address, example.com, a relative path. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {optOutLinks} from '../../core/lint/opt-out-links.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const optOutHref: TemplateRule = {
  id: 'opt-out-href',
  subject: 'template',
  bad: [
    '<a href="#">Unsubscribe</a>',
    '<a href="">配信停止</a>',
    '<a href="javascript:void(0)">Unsubscribe</a>',
    '<a href="https://example.com/unsubscribe">Unsubscribe</a>',
    '<a href="unsubscribe.html">Unsubscribe</a>',
    '<a href="http://url">Unsubscribe</a>',
    '<a href="mailto:">Opt out</a>',
    'text: 配信停止: https://example.jp/stop\n',
  ],
  good: [
    '<a href="{{unsubscribe_url}}">Unsubscribe</a>',
    '<a href="https://shop.example.co.jp/stop">配信停止</a>',
    '<a href="https://example.community/stop">Unsubscribe</a>',
    '<a href="mailto:stop@shop.example.co.jp">Opt out</a>',
    '<a href="*%7CUNSUB%7C*">Unsubscribe</a>',
    '<a href="#">Shop now</a>',
    'text: 配信停止: https://shop.example.co.jp/stop\n',
  ],
  check(view, _wanted, report) {
    for (const {part, index} of bodyParts(view))
      for (const {link, isDead} of optOutLinks(part))
        if (isDead)
          report({at: {part: index, offset: link.offset}, key: 'opt-out-href.dead', values: {href: link.href}})
  },
}
