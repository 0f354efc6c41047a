/** Looks for mails of which one part says next to nothing while the other says it all. */
import {lettersIn} from '../../core/lint/part-words.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const long = '春の新作バッグが入荷しました。軽くて丈夫な帆布を使い、通勤にも旅行にもお使いいただけます。'.repeat(6)

/** most: letters that a part has which says nothing; the other then has ten times as many. */
export const partEmpty: TemplateRule<{readonly most: number}> = {
  id: 'part-empty',
  subject: 'template',
  bad: [
    `both: <p>${long}</p>|このメールは HTML 形式です。`,
    `both: <p>View this mail in your browser</p>|${long}`,
    `both: <p>${long}</p>| `,
  ],
  good: [`both: <p>${long}</p>|${long}`, 'both: <p>Hello</p>|Hello', `<p>${long}</p>`],
  check(view, {most}, report) {
    const html = view.parts.findIndex(({kind}) => kind === 'html')
    const text = view.parts.findIndex(({kind}) => kind === 'text')
    if (html < 0 || text < 0) return
    const [seen, read] = [lettersIn(view.parts[html]!), lettersIn(view.parts[text]!)]
    if (read <= most && seen >= 10 * Math.max(read, most / 2))
      report({at: {part: text, offset: 0}, key: 'part-empty.text'})
    if (seen <= most && read >= 10 * Math.max(seen, most / 2))
      report({at: {part: html, offset: 0}, key: 'part-empty.html'})
  },
}
