/** Looks for lines of a mail that are longer than servers must take. */
import type {TemplateRule} from '../../core/lint/rule.ts'

export const octetsPerLine: TemplateRule<{readonly most: number}> = {
  id: 'octets-per-line',
  subject: 'template',
  bad: [
    `mail: From: news@example.com\n\n${'a'.repeat(999)}\n`,
    `mail: From: news@example.com\nX-Long: ${'a'.repeat(999)}\n\nHello\n`,
    `mail: From: news@example.com\nContent-Type: text/plain; charset=utf-8\n\n${'あ'.repeat(333)}\n`,
  ],
  good: [`mail: From: news@example.com\n\n${'a'.repeat(998)}\n${'b'.repeat(998)}`, `<p>${'a'.repeat(2000)}</p>`],
  check({mail}, {most}, report) {
    if (mail === undefined) return
    const {raw, placeAt} = mail
    for (let at = 0; at < raw.length; ) {
      const feed = raw.indexOf('\n', at)
      const next = feed < 0 ? raw.length : feed
      const octets = next - at - (raw[next - 1] === '\r' && next > at ? 1 : 0)
      if (octets > most) report({key: 'octets-per-line.long', values: {octets, limit: most}, place: placeAt(at)})
      at = next + 1
    }
  },
}
