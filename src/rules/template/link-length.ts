/** Looks for addresses so long that programs on the way cut them. */
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

/** most: characters that an address may have. */
export const linkLength: TemplateRule<{readonly most: number}> = {
  id: 'link-length',
  subject: 'template',
  bad: [`<a href="https://shop.example.co.jp/?q=${'a'.repeat(2000)}">Shop</a>`],
  good: [`<a href="https://shop.example.co.jp/?q=${'a'.repeat(1900)}">Shop</a>`],
  check(view, {most}, report) {
    for (const {target, at} of linksIn(view)) {
      const {length} = target.written
      if (length > most)
        report({at, key: 'link-length.long', values: {href: shownHref(target), characters: length, limit: most}})
    }
  },
}
