/** Looks for hosts whose letters of another script pass for Latin ones. */
import {domainToUnicode} from 'node:url'
import {looksLikeAnother} from '../../core/contacts/look-alikes.ts'
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkLookAlike: TemplateRule = {
  id: 'link-look-alike',
  subject: 'template',
  bad: ['<a href="https://www.sаmple.jp/">Shop</a>', '<a href="https://xn--smple-4ve.jp/">Shop</a>'],
  good: [
    '<a href="https://日本語.jp/">x</a><a href="https://xn--wgv71a119e.jp/">x</a>',
    '<a href="https://müller-shop.de/">x</a><a href="https://пример.рф/">x</a>',
    '<a href="https://shop.example.co.jp/sаmple">x</a>',
  ],
  check(view, _wanted, report) {
    for (const {target, at} of linksIn(view)) {
      const {host} = target
      // Only letters beyond ASCII, or what stands for them.
      if (!/[^\x00-\x7f]|xn--/.test(host)) continue
      const written = domainToUnicode(host) || host
      if (!written.split('.').some(looksLikeAnother)) continue
      report({at, key: 'link-look-alike.host', values: {href: shownHref(target), host: written}})
    }
  },
}
