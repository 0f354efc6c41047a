/** Looks for lines that no mail may hold, where another system sends the source as it is. */
import type {TemplateRule} from '../../core/lint/rule.ts'

/** most: octets of a line without its end. Todoke encodes such lines; of other systems nobody knows. */
export const longLines: TemplateRule<{readonly most: number}> = {
  id: 'long-lines',
  subject: 'template',
  exampleView: {system: 'mailchimp'},
  bad: [`<p>${'あ'.repeat(340)}</p>`, `text: short\n${'a'.repeat(999)}\n`],
  good: [`<p>${'a'.repeat(990)}</p>\n<p>${'a'.repeat(990)}</p>`],
  check(view, {most}, report) {
    if (!view.system) return
    view.parts.forEach((part, index) => {
      const long = [...part.source.matchAll(/[^\r\n]+/g)].find(
        ([line]) => line.length * 3 > most && Buffer.byteLength(line) > most,
      )
      if (long === undefined) return
      const values = {octets: Buffer.byteLength(long[0]), limit: most}
      report({at: {part: index, offset: long.index}, key: 'long-lines.line', values})
    })
  },
}
