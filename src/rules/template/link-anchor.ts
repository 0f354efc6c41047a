/** Looks for links within the mail whose place is not there. */
import {isDeadOptOut} from '../../core/lint/dead-opt-out.ts'
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const linkAnchor: TemplateRule = {
  id: 'link-anchor',
  subject: 'template',
  bad: ['<a href="#sale">セールへ</a><p id="sales">x</p>', '<a href="#目次">目次</a>'],
  good: [
    '<a href="#sale">セールへ</a><p id="sale">x</p>',
    "<a href='#top'>Top</a><a name=top>x</a>",
    '<a href="#%E7%9B%AE%E6%AC%A1">目次</a><h2 id="目次">目次</h2>',
    '<a href="#">x</a><a href="#{{id}}">x</a><a href="https://shop.example.co.jp/#sale">x</a>',
    '<a href="#stop">Unsubscribe</a>',
  ],
  check(view, _wanted, report) {
    const places = new Map<number, ReadonlySet<string>>()
    for (const found of linksIn(view)) {
      const {written, plain} = found.target
      if (!found.isHref || !/^#[^!]/.test(written) || plain !== written) continue
      const known = places.get(found.at.part) ?? placesIn(found.part.source)
      places.set(found.at.part, known)
      const id = written.slice(1)
      if (known.has(id) || known.has(decoded(id)) || isDeadOptOut(found)) continue
      report({at: found.at, key: 'link-anchor.missing', values: {href: shownHref(found.target)}})
    }
  },
}

function placesIn(source: string): ReadonlySet<string> {
  const named = source.matchAll(/\s(?:id|name)\s{0,5}=\s{0,5}(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'>]{1,200}))/gi)
  return new Set([...named].map(([, double, single, bare]) => double ?? single ?? bare ?? ''))
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
