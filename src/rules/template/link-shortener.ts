/** Looks for short addresses that hide where they lead; providers' filters hold them against a mail. */
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import {SHORTENERS} from '../../core/lint/phrases/link-shorteners.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkShortener: TemplateRule = {
  id: 'link-shortener',
  subject: 'template',
  bad: [
    '<a href="https://bit.ly/3abc">詳しくはこちら</a>',
    '<a href="https://www.tinyurl.com/abc">More</a>',
    'text: https://t.co/abc\n',
  ],
  good: ['<a href="https://shop.example.co.jp/bit.ly">More</a>', '<a href="https://rabbit.ly/x">More</a>'],
  check(view, _wanted, report) {
    for (const {target, at} of linksIn(view)) {
      const host = target.host.replace(/^www\./, '')
      if (SHORTENERS.has(host)) report({at, key: 'link-shortener.used', values: {href: shownHref(target), host}})
    }
  },
}
