/** Looks for links to the sender's own machine or network, which nobody else can open. */
import {isLocalHost} from '../../core/lint/host-kinds.ts'
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkLocal: TemplateRule = {
  id: 'link-local',
  subject: 'template',
  bad: [
    '<a href="http://localhost:3000/sale">Shop</a>',
    '<a href="http://127.0.0.1/">Shop</a>',
    '<a href="http://192.168.1.20/x">Shop</a>',
    '<a href="https://172.20.0.3/x">Shop</a>',
    '<a href="https://intranet/news">社内報</a>',
    '<a href="https://nas.local/news">x</a>',
    '<a href="http://[::1]/x">x</a>',
    'text: http://localhost/sale\n',
  ],
  good: [
    '<a href="https://shop.example.co.jp/localhost">Shop</a>',
    '<a href="https://172.40.0.3/x">x</a><a href="https://{{host}}/x">x</a>',
    '<a href="https://">x</a><a href="mailto:a@shop.example.co.jp">x</a>',
  ],
  check(view, _wanted, report) {
    for (const {target, at} of linksIn(view))
      if (isLocalHost(target.host))
        report({at, key: 'link-local.host', values: {href: shownHref(target), host: target.host}})
  },
}
