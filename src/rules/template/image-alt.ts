/** Looks for pictures that say nothing to those who do not see them: no alt attribute, or a link of nothing but silent pictures. */
import type {TemplateRule} from '../../core/lint/rule.ts'
import type {ImageView} from '../../core/lint/template-view.ts'

export const imageAlt: TemplateRule = {
  id: 'image-alt',
  subject: 'template',
  bad: [
    '<img src="https://shop.example.co.jp/sale.png" width="600">',
    '<a href="https://shop.example.co.jp/sale"><img src="https://shop.example.co.jp/sale.png" alt=""></a>',
    '<p>春の新作</p><img src="https://shop.example.co.jp/bag.jpg">',
  ],
  good: [
    '<img src="https://shop.example.co.jp/sale.png" alt="全品半額">',
    '<img src="https://shop.example.co.jp/line.png" alt=""><img src="https://shop.example.co.jp/l.png" role="presentation">',
    '<a href="https://shop.example.co.jp/sale"><img src="https://shop.example.co.jp/sale.png" alt="">Sale</a>',
    '<a href="https://shop.example.co.jp/" aria-label="Shop"><img src="https://shop.example.co.jp/logo.png" alt=""></a>',
    '<img src="https://shop.example.co.jp/open.gif" width="1" height="1">',
    '<img src="https://shop.example.co.jp/phone.png" style="display:none">',
    '<img src="https://shop.example.co.jp/{{picture}}.png" alt="{{name}}">',
  ],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      for (const image of part.images) {
        const key = !image.isSeen || isPixel(image) ? null : faultOf(image)
        if (key !== null) report({at: {part: index, offset: image.offset}, key})
      }
    })
  },
}

function faultOf({alt, link}: ImageView): string | null {
  if (link === 'alone') return 'image-alt.link'
  return alt === null ? 'image-alt.missing' : null
}

function isPixel({width, height}: ImageView): boolean {
  return width !== null && height !== null && width <= 2 && height <= 2
}
