/** Looks for tags in addresses that an editor has percent-encoded, so that nothing fills them, and for blanks in addresses. */
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkEscape: TemplateRule = {
  id: 'link-escape',
  subject: 'template',
  bad: [
    '<a href="%7B%7Bunsubscribe_url%7D%7D">Unsubscribe</a>',
    '<a href="https://shop.example.co.jp/?id=%7B%7Bid%7D%7D">Shop</a>',
    '<a href="https://shop.example.co.jp/?id=%257B%257Bid%257D%257D">Shop</a>',
    '<a href="*%257CUNSUB%257C*">Unsubscribe</a>',
    '<a href="https://shop.example.co.jp/?id=%3C%25=id%25%3E">Shop</a>',
    '<a href="https://shop.example.co.jp/new items/">Shop</a>',
  ],
  good: [
    '<a href="{{unsubscribe_url}}">x</a><a href="*%7CUNSUB%7C*">x</a><a href="https://shop.example.co.jp/?q=%7Ba%7D">x</a>',
    '<a href=" https://shop.example.co.jp/%E6%96%B0 ">x</a><a href="https://shop.example.co.jp/{{ id }}">x</a>',
    '<a href="mailto:a@shop.example.co.jp?subject=Hello you">x</a>',
    '<a href="https://shop.example.co.jp/?a=1&\n  b=2">x</a>',
  ],
  check(view, _wanted, report) {
    for (const {target, at, isHref} of linksIn(view)) {
      const values = {href: shownHref(target)}
      if (ENCODED.test(target.written)) report({at, key: 'link-escape.tag', values})
      else if (isHref && /^https?:\/\/[^\s/]+\/[^\s]*[ \u3000]+[^\s]/i.test(target.plain))
        report({at, key: 'link-escape.blank', values})
    }
  },
}

const ENCODED = /%(?:25)?7B%(?:25)?7B.{1,120}?%(?:25)?7D%(?:25)?7D|\*%257C.{1,80}?%257C\*|%3C%25.{1,80}?%25%3E/i
