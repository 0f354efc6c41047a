/** Looks for boxes by which a reader agrees or signs up, ticked before the reader has seen them. */

import type {Catalogue} from '../../core/lint/find-phrases.ts'
import {anyOf, hasAny} from '../../core/lint/find-phrases.ts'
import {fold} from '../../core/lint/fold-text.ts'
import {CONSENT_BOXES} from '../../core/lint/phrases/consent-boxes.ts'
import {REFUSAL} from '../../core/lint/refusals.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import type {FieldView} from '../../core/lint/template-view.ts'

const CONSENT = anyOf(CONSENT_BOXES as Catalogue)

export const tickedBox: TemplateRule = {
  id: 'ticked-box',
  subject: 'template',
  bad: [
    '<label><input type="checkbox" checked> Subscribe me again</label>',
    '<input type="checkbox" id="n" checked><label for="n">お得な情報をメールで受け取る</label>',
    '<table><tr><td><input type="checkbox" checked="checked" name="optin"></td><td>Ich stimme der Nutzung zu</td></tr></table>',
    '<p><input type="checkbox" name="newsletter" checked></p>',
  ],
  good: [
    '<label><input type="checkbox"> Subscribe me again</label>',
    '<label><input type="checkbox" checked> 配信停止を希望する</label>',
    '<label><input type="checkbox" checked> 大きい文字で表示</label>',
    '<label><input type="radio" checked> Monthly newsletter</label>',
  ],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      for (const field of part.fields)
        if (field.type === 'checkbox' && field.isChecked && asksConsent(field))
          report({
            at: {part: index, offset: field.offset},
            key: 'ticked-box.consent',
            values: {label: (field.label || field.name).slice(0, 60)},
          })
    })
  },
}

function asksConsent({label, name}: FieldView): boolean {
  const words = fold(`${label}\n\n${name}`).text
  return hasAny(CONSENT, words) && !hasAny(REFUSAL, words)
}
