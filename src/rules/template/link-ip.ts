/** Looks for links to a bare IP address: no certificate fits it, and filters take it for fraud. */
import {isAddressHost, isLocalHost} from '../../core/lint/host-kinds.ts'
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkIp: TemplateRule = {
  id: 'link-ip',
  subject: 'template',
  bad: [
    '<a href="https://203.0.113.7/sale">Shop</a>',
    '<a href="http://[2001:db8::7]/">x</a>',
    'text: http://203.0.113.7/\n',
  ],
  good: ['<a href="https://shop.example.co.jp/203.0.113.7">Shop</a>', '<a href="http://127.0.0.1/">x</a>'],
  check(view, _wanted, report) {
    for (const {target, at} of linksIn(view))
      if (isAddressHost(target.host) && !isLocalHost(target.host))
        report({at, key: 'link-ip.host', values: {href: shownHref(target)}})
  },
}
