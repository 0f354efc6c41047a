/** Looks how large the mail gets with its pictures and attachments, which grow by a third on the way. */
import type {TemplateRule} from '../../core/lint/rule.ts'

/** most: bytes that a provider takes. */
export const mailSize: TemplateRule<{readonly most: number}> = {
  id: 'mail-size',
  subject: 'template',
  exampleView: {parcelBytes: 800_000},
  bad: ['<p>Hello</p>'],
  good: [],
  check({file, parts, parcelBytes = 0}, {most}, report) {
    const bytes =
      Math.ceil((parcelBytes * 4 * 78) / (3 * 76)) + parts.reduce((sum, {source}) => sum + Buffer.byteLength(source), 0)
    if (bytes <= most) return
    report({key: 'mail-size.large', values: {file, kilobytes: Math.ceil(bytes / 1000), limit: Math.round(most / 1000)}})
  },
}
