/** Looks for labels pushed out of sight by a long stretch of empty lines. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {optOutLinks} from '../../core/lint/opt-out-links.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const footer = '配信停止をご希望の方はこちら\n{{unsubscribe_url}}\n'

/** blankLines: that many empty lines in a row before the way out are too many. */
export const labelsVisible: TemplateRule<{readonly blankLines: number}> = {
  id: 'labels-visible',
  subject: 'template',
  bad: [
    `text: こんにちは\n${'\n'.repeat(20)}${footer}`,
    `text: こんにちは\n${'　\n'.repeat(16)}${footer}`,
    `<p>Hello</p>${'<br>'.repeat(30)}<a href="{{unsubscribe_url}}">Unsubscribe</a>`,
    `<p>Hello</p>${'<p>&nbsp;</p>'.repeat(20)}<a href="{{unsubscribe_url}}">Unsubscribe</a>`,
  ],
  good: [
    `text: こんにちは\n\n\n\n${footer}`,
    `text: ${footer}${'\n'.repeat(40)}ではまた\n`,
    '<p>Hello</p><br><br><a href="{{unsubscribe_url}}">Unsubscribe</a>',
  ],
  check(view, wanted, report) {
    for (const {part, index} of bodyParts(view)) {
      const {text} = part.visible
      const label = optOutLinks(part)[0]
      if (label === undefined) continue
      const gap = [...text.slice(0, label.link.start).matchAll(/\n(?:[^\S\n]*\n)+/g)].find(
        ([blank]) => blank.split('\n').length - 2 >= wanted.blankLines,
      )
      if (gap === undefined) continue
      const values = {lines: gap[0].split('\n').length - 2, limit: wanted.blankLines}
      report({
        at: {part: index, offset: part.visible.sourceOffset(gap.index)},
        key: 'labels-visible.blank-lines',
        values,
      })
    }
  },
}
