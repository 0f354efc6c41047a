/** Looks for mail addresses in the query of a link: they end in logs, in histories and with whoever serves the page. */
import type {LinkTarget} from '../../core/lint/link-target.ts'
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkAddress: TemplateRule = {
  id: 'link-address',
  subject: 'template',
  bad: [
    '<a href="https://shop.example.co.jp/?m={{email}}">Shop</a>',
    '<a href="https://shop.example.co.jp/?id=1&amp;mail=*|EMAIL|*">Shop</a>',
    '<a href="https://shop.example.co.jp/?e={{ contact.EMAIL }}">Shop</a>',
    '<a href="https://shop.example.co.jp/stop?address=%%メールアドレス%%">配信停止</a>',
    '<a href="https://shop.example.co.jp/?u=taro%40example.jp">Shop</a>',
    'text: https://shop.example.co.jp/?u=taro@example.jp\n',
  ],
  good: [
    '<a href="https://shop.example.co.jp/?id={{id}}&h={{email_hash}}">Shop</a>',
    '<a href="https://shop.example.co.jp/?utm_source=email&utm_medium=e-mail">Shop</a>',
    '<a href="mailto:support@shop.example.co.jp?cc=a@shop.example.co.jp">Write</a>',
    '<a href="https://shop.example.co.jp/@sample">Shop</a>',
    '<a href="https://shop.example.co.jp/?h={{email|md5}}">Shop</a>',
  ],
  check(view, _wanted, report) {
    for (const {target, at} of linksIn(view))
      if (carriesAddress(target)) report({at, key: 'link-address.clear', values: {href: shownHref(target)}})
  },
}

/** The value of a parameter, or a tag for one; what a tag hashes is not in the clear. */
const VALUE =
  /[?&;][\w.[\]-]{1,60}=(?:[\w.+-]{1,64}(?:@|%40)[\w-]{1,63}\.[\w.-]{2,60}(?=[&#;]|$)|[{*%[<$][^&]{0,10}?(?:[\w.:]{0,40}?(?<![A-Za-z])e?-?mail(?:[_-]?addr(?:ess)?)?|recipient|メールアドレス)\s{0,5}[}|%\]>])/iu

function carriesAddress({written, scheme}: LinkTarget): boolean {
  return (scheme === 'http' || scheme === 'https') && VALUE.test(written) && !/\|\s{0,5}(?:md5|sha|hash)/i.test(written)
}
