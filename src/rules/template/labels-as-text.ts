/** Looks for labels that exist only in the alternative text of an image: a reader of the text never gets them. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {labelsOnlyIn} from '../../core/lint/labels.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const labelsAsText: TemplateRule = {
  id: 'labels-as-text',
  subject: 'template',
  bad: [
    '<p>Hello</p><img src="f.png" alt="株式会社サンプル">',
    '<p>Hello</p><a href="{{unsubscribe_url}}"><img src="u.png" alt="配信停止はこちら"></a>',
    '<p>Hello</p><img src="f.png" alt="〒150-0002 東京都渋谷区渋谷1-2-3">',
  ],
  good: [
    '<img src="f.png" alt="株式会社サンプル"><p>株式会社サンプル</p>',
    '<p>配信停止をご希望の方は<a href="{{unsubscribe_url}}">こちら <img src="u.png" alt="配信停止"></a></p>',
    '<img src="photo.jpg" alt="春の新作バッグ"><p>{{sender.name}}</p>',
  ],
  check(view, _wanted, report) {
    for (const {part, index} of bodyParts(view))
      for (const [label, offset] of labelsOnlyIn(part, 'alt', view.sender))
        report({at: {part: index, offset}, key: `labels-as-text.${label}`})
  },
}
