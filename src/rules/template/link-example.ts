/** Looks for links left over from a draft: hosts that exist for examples only, each told once. A sample sender's are no slip. */
import {isDeadOptOut} from '../../core/lint/dead-opt-out.ts'
import {isExampleHost} from '../../core/lint/host-kinds.ts'
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkExample: TemplateRule = {
  id: 'link-example',
  subject: 'template',
  bad: [
    '<a href="https://example.com/sale">Shop</a>',
    '<a href="https://www.example.org/">Shop</a>',
    '<a href="https://shop.test/">Shop</a>',
    '<a href="https://www.yourdomain.com/">Shop</a>',
    'text: https://example.jp/sale\n',
  ],
  good: [
    '<a href="https://example.community/">Shop</a>',
    '<a href="https://shop.example.co.jp/?u=example.com">Shop</a>',
    '<a href="https://example.com/stop">Unsubscribe</a>',
    'from: Sample News <news@example.com>\n<a href="https://www.example.com/sale">Shop</a>',
  ],
  check(view, _wanted, report) {
    if (view.from !== undefined && isExampleHost(view.from.address.split('@').at(-1)!)) return
    const told = new Set<string>()
    for (const found of linksIn(view)) {
      const {host} = found.target
      if (told.has(host) || !isExampleHost(host) || isDeadOptOut(found)) continue
      told.add(host)
      report({at: found.at, key: 'link-example.host', values: {href: shownHref(found.target)}})
    }
  },
}
