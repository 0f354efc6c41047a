/** Looks whether a mail that asks for consent advertises: it goes to people who have not agreed to any advertising yet. */
import {advertisingIn, hasOffer} from '../../core/lint/advertising.ts'
import {bodyParts} from '../../core/lint/body-parts.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const ask =
  '<p>今後、当社からのお知らせをお送りしてよろしいですか。</p><p><a href="{{confirm_url}}">お送りしてよい</a></p>'

export const requestAdvertises: TemplateRule = {
  id: 'request-advertises',
  subject: 'template',
  isOfWholeMail: true,
  bad: [
    `class: consent-request\nsubject: 春のセール開催中\n${ask}`,
    `class: consent-request\nsubject: 配信のご確認\n${ask}<p>ご登録の方には全品半額のクーポンを進呈。</p>`,
    'class: consent-request\nsubject: May we write to you?\n<p>Say yes and get 20% off all our bags.</p><a href="{{confirm_url}}">Yes</a>',
  ],
  good: [
    `class: consent-request\nsubject: 配信のご確認\n${ask}`,
    'class: consent-request\nsubject: May we write to you?\n<p>You gave us this address. May we send you mail?</p><a href="{{confirm_url}}">Yes</a>',
    'subject: 春のセール開催中\n<p>全品半額</p>',
  ],
  check(view, _, report) {
    if (view.mailClass !== 'consent-request') return
    view.parts.forEach((part, index) => {
      if (part.kind === 'subject' && hasOffer(part.visible.text))
        report({at: {part: index, offset: 0}, key: 'request-advertises.offer'})
    })
    for (const {part, index} of bodyParts(view)) {
      const {first} = advertisingIn(part)
      if (first !== null)
        report({at: {part: index, offset: part.visible.sourceOffset(first)}, key: 'request-advertises.offer'})
    }
  },
}
