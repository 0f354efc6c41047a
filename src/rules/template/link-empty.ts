/** Looks for links that were never given an address: nothing, a bare #, http:// alone. */
import {isDeadOptOut} from '../../core/lint/dead-opt-out.ts'
import {linksIn} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkEmpty: TemplateRule = {
  id: 'link-empty',
  subject: 'template',
  bad: [
    '<a href="">新商品を見る</a>',
    '<a href="#">Shop now</a>',
    '<a href=" # ">Shop now</a>',
    '<a href="http://">Shop now</a>',
    '<a href="https://"><img src="a.png" alt="x"></a>',
  ],
  good: [
    '<a href="https://shop.example.co.jp/">Shop</a>',
    '<a href="{{url}}">Shop</a>',
    '<a name="top">x</a><a href="#top">x</a>',
    '<a href="#">Unsubscribe</a>',
    'text: https://\n',
  ],
  check(view, _wanted, report) {
    for (const found of linksIn(view)) {
      const {written} = found.target
      if (!found.isHref || !/^(?:#!?|https?:\/{0,2})?$/i.test(written) || isDeadOptOut(found)) continue
      report({at: found.at, key: 'link-empty.none', values: {href: written}})
    }
  },
}
