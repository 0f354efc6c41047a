/** Looks for addresses so long that programs on the way cut them. */
import {linksIn, shownHref} from '../../core/lint/link-target.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

/** characters: an address may have at most. */
export const linkLength: TemplateRule<{readonly characters: number}> = {
  id: 'link-length',
  subject: 'template',
  bad: [`<a href="https://shop.example.co.jp/?q=${'a'.repeat(2000)}">Shop</a>`],
  good: [`<a href="https://shop.example.co.jp/?q=${'a'.repeat(1900)}">Shop</a>`],
  check(view, {characters}, report) {
    for (const {target, at} of linksIn(view)) {
      const {length} = target.written
      if (length > characters)
        report({at, key: 'link-length.long', values: {href: shownHref(target), characters: length, limit: characters}})
    }
  },
}
