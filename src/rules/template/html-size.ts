/** Looks how near the HTML comes to the size at which a mailbox provider cuts mails off. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import {KIB, offsetBehind, sentBytes} from '../../core/lint/sent-size.ts'

const body = (kib: number) => `<p>${'Words '.repeat((kib * KIB) / 6)}</p>`

/** nearKib: from there on little room is left; kib: more is cut off. 1024 bytes each. */
export const htmlSize: TemplateRule<{readonly nearKib: number; readonly kib: number}> = {
  id: 'html-size',
  subject: 'template',
  bad: [body(110), body(100), `<p>${'配信停止のご案内'.repeat(4_500)}</p>`],
  good: [body(90), `{{! ${'a note '.repeat(20_000)} }}<p>Hello</p>`, `text: ${'Words '.repeat(30_000)}`],
  check(view, {nearKib, kib}, report) {
    for (const {part, index, end} of bodyParts(view)) {
      const bytes = part.kind === 'html' ? sentBytes(part) : 0
      if (bytes <= nearKib * KIB) continue
      const values = {kib: Math.ceil(bytes / KIB), limit: kib}
      if (bytes <= kib * KIB) report({at: end, key: 'html-size.near', values})
      else report({at: {part: index, offset: offsetBehind(part, kib * KIB)}, key: 'html-size.over', values})
    }
  },
}
