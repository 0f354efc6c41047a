/** Looks for mails with very many pictures. */
import type {TemplateRule} from '../../core/lint/rule.ts'

/** most: pictures of a mail. */
export const pictureCount: TemplateRule<{readonly most: number}> = {
  id: 'picture-count',
  subject: 'template',
  bad: ['<img src="a.png">'.repeat(51)],
  good: ['<img src="a.png">'.repeat(50)],
  check(view, {most}, report) {
    view.parts.forEach((part, index) => {
      const count = part.images.length
      if (count > most) report({at: {part: index, offset: 0}, key: 'picture-count.many', values: {count, limit: most}})
    })
  },
}
