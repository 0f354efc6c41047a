/** Looks for pictures by which somebody other than the sender learns that the mail was opened. */
import {TRACKERS} from '../../core/lint/phrases/trackers.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import {siteOf} from '../../core/lint/site-of.ts'
import type {ImageView, PartView, TemplateView} from '../../core/lint/template-view.ts'

export const thirdPartyPixel: TemplateRule = {
  id: 'third-party-pixel',
  subject: 'template',
  bad: [
    '<a href="https://shop.example.co.jp/">Shop</a><img src="https://pixel.example.net/o.gif" width="1" height="1">',
    '<a href="https://shop.example.co.jp/">Shop</a><img src="//pixel.example.net/o?u={{email}}" style="width:1px;height:1px">',
    '<img src="https://www.google-analytics.com/collect?v=1&amp;t=event" alt="">',
  ],
  good: [
    '<a href="https://shop.example.co.jp/">Shop</a><img src="https://img.shop.example.co.jp/o.gif" width="1" height="1">',
    '<a href="https://shop.example.co.jp/">Shop</a><img src="https://cdn.example.net/bag.jpg" width="600" height="400">',
    '<img src="https://cdn.example.net/bag.jpg" width="600"><img src="https://cdn.example.net/o.gif" width="1" height="1">',
    '<a href="{{unsubscribe_url}}">Unsubscribe</a><img src="https://pixel.example.net/o.gif" width="1" height="1">',
    '<a href="https://shop.example.co.jp/">Shop</a><img src="spacer.gif" width="1" height="1"><img src="{{pixel}}" width="1" height="1">',
  ],
  check(view, _wanted, report) {
    const own = ownSites(view)
    view.parts.forEach((part, index) => {
      for (const image of part.images) {
        const site = siteOf(image.src)
        if (site === null) continue
        if (isTracker(image.src) || (isPixel(image) && own.size > 0 && !own.has(site)))
          report({at: {part: index, offset: image.offset}, key: 'third-party-pixel.other', values: {site}})
      }
    })
  },
}

function isPixel({width, height}: ImageView): boolean {
  return width !== null && height !== null && width <= 2 && height <= 2
}

function isTracker(src: string): boolean {
  const address = src
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:)?\/\//, '')
  return TRACKERS.some((tracker) => tracker.test(address.slice(0, 500)))
}

/** The sender's, as far as the mail shows them: where its links lead, and where its pictures come from. */
function ownSites({parts, sender}: TemplateView): ReadonlySet<string> {
  const shown = ({links, images}: PartView) => [
    ...links.map(({href}) => href),
    ...images.filter((image) => !isPixel(image) && !isTracker(image.src)).map(({src}) => src),
  ]
  const addresses = [...parts.flatMap(shown), sender.contact, sender.addressPage ?? '']
  return new Set(addresses.flatMap((address) => siteOf(address) ?? []))
}
