/** Looks for links without TLS, one for each host. */
import {isOptOut} from '../../core/lint/dead-opt-out.ts'
import {isAddressHost, isExampleHost, isLocalHost} from '../../core/lint/host-kinds.ts'
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkTls: TemplateRule = {
  id: 'link-tls',
  subject: 'template',
  bad: ['<a href="http://shop.example.co.jp/">Shop</a>', 'text: http://shop.example.co.jp/sale\n'],
  good: [
    '<a href="https://shop.example.co.jp/?u=http://shop.example.co.jp/">Shop</a>',
    '<a href="http://localhost/">x</a><a href="http://203.0.113.7/">x</a><a href="http://example.com/">x</a>',
    '<a href="http://{{host}}/">x</a>',
    '<a href="http://shop.example.co.jp/stop">Unsubscribe</a>',
  ],
  check(view, _wanted, report) {
    const told = new Set<string>()
    for (const found of linksIn(view)) {
      const {host, scheme} = found.target
      if (scheme !== 'http' || host === '' || isLocalHost(host) || isAddressHost(host) || isExampleHost(host)) continue
      const spot = `${found.at.part} ${host}`
      if (told.has(spot) || isOptOut(found)) continue
      told.add(spot)
      report({at: found.at, key: 'link-tls.none', values: {href: shownHref(found.target), host}})
    }
  },
}
