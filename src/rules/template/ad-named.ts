/** Looks whether the mail calls itself advertising anywhere a reader sees it. */

import {bodyParts} from '../../core/lint/body-parts.ts'
import type {Catalogue} from '../../core/lint/find-phrases.ts'
import {anyOf, hasAny} from '../../core/lint/find-phrases.ts'
import {foldedText} from '../../core/lint/folded-part.ts'
import {ADVERTISING_NAMED} from '../../core/lint/phrases/ad-labels.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import type {PartView} from '../../core/lint/template-view.ts'

const NAMED = anyOf(ADVERTISING_NAMED as Catalogue)

export const adNamed: TemplateRule = {
  id: 'ad-named',
  subject: 'template',
  isOfWholeMail: true,
  bad: [
    'subject: Spring is here\n<p>See our new bags.</p>',
    '<p>春の新作が入荷しました。</p>',
    'text: See our new bags.\n',
  ],
  good: [
    'subject: Spring is here\n<p>This email is an advertisement.</p>',
    'subject: Advertisement: spring is here\n<p>See our new bags.</p>',
    '<p>本メールは広告を含みます。</p>',
    'text: You receive this promotional email because you bought from us.\n',
  ],
  check(view, _wanted, report) {
    const says = (part: PartView) => hasAny(NAMED, foldedText(part).text)
    if (view.parts.some((part) => part.kind === 'subject' && says(part))) return
    for (const {part, end} of bodyParts(view)) if (!says(part)) report({at: end, key: 'ad-named.missing'})
  },
}
