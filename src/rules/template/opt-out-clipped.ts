/** Looks for ways out that stand behind the place where a mailbox provider cuts long mails off. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {optOutLinks} from '../../core/lint/opt-out-links.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import {KIB, sentBytes} from '../../core/lint/sent-size.ts'

const wayOut = '<a href="{{unsubscribe_url}}">Unsubscribe</a>'
const body = (kib: number) => `<p>${'Words '.repeat((kib * KIB) / 6)}</p>`

/** kib: of the HTML, 1024 bytes each, that are shown. */
export const optOutClipped: TemplateRule<{readonly kib: number}> = {
  id: 'opt-out-clipped',
  subject: 'template',
  bad: [`${body(110)}${wayOut}`, `<p>${'配信停止'.repeat(9_000)}</p>${wayOut}`],
  good: [`${body(60)}${wayOut}`, `${wayOut}${body(110)}`, `${wayOut}${body(110)}${wayOut}`, body(110)],
  check(view, wanted, report) {
    for (const {part, index} of bodyParts(view)) {
      if (part.kind !== 'html' || sentBytes(part) <= wanted.kib * KIB) continue
      const places = optOutLinks(part).flatMap(({link, isDead}) => (isDead ? [] : [link.offset]))
      if (places.length === 0) continue
      const offset = Math.min(...places.slice(0, MOST))
      const bytes = sentBytes(part, offset)
      if (bytes <= wanted.kib * KIB) continue
      const values = {kib: Math.floor(bytes / KIB), limit: wanted.kib}
      report({at: {part: index, offset}, key: 'opt-out-clipped.behind', values})
    }
  },
}

/** They come in order of place, but where tables moved some. */
const MOST = 1_000
