/** Looks for labels that stand in the source but are styled away: display:none, tiny or same-coloured text. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {labelsOnlyIn} from '../../core/lint/labels.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

export const hiddenLabel: TemplateRule = {
  id: 'hidden-label',
  subject: 'template',
  bad: [
    '<p style="display:none">株式会社サンプル</p><p>Hello</p>',
    '<p style="font-size:1px">配信停止をご希望の方は<a href="{{unsubscribe_url}}">こちら</a></p>',
    '<td bgcolor="#FFFFFF"><p style="background:white"><span style="color:#fff">〒150-0002 東京都渋谷区渋谷1-2-3</span></p></td>',
    '<style>.tiny{font-size:0}</style><p class="tiny">Unsubscribe at any time</p>',
  ],
  good: [
    '<div style="display:none">新作のお知らせ</div><p>株式会社サンプル</p>',
    '<div style="font-size:0"><div style="font-size:16px">株式会社サンプル</div></div>',
    '<style>@media (max-width:600px){.x{display:none}}</style><p class="x">株式会社サンプル</p>',
    '<div style="display:none">株式会社サンプルより</div><p>株式会社サンプル</p>',
  ],
  check(view, _wanted, report) {
    for (const {part, index} of bodyParts(view))
      for (const [label, offset] of labelsOnlyIn(part, 'hidden', view.sender))
        report({at: {part: index, offset}, key: `hidden-label.${label}`})
  },
}
