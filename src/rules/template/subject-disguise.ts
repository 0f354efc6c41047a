/** Looks for subjects that pass for something else: an answer or a forwarded mail, or a notice over a body of offers. */

import {hasOffer} from '../../core/lint/advertising.ts'
import {bodyParts} from '../../core/lint/body-parts.ts'
import type {Catalogue} from '../../core/lint/find-phrases.ts'
import {anyOf, matchesIn} from '../../core/lint/find-phrases.ts'
import {foldedText} from '../../core/lint/folded-part.ts'
import {ALARMING_SUBJECTS, ANSWER_MARKS} from '../../core/lint/phrases/advertising.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const ALARMING = anyOf(ALARMING_SUBJECTS as Catalogue)

export const subjectDisguise: TemplateRule = {
  id: 'subject-disguise',
  subject: 'template',
  bad: [
    'subject: Re: your question\n<p>Hello</p>',
    'subject: Fwd: Spring list\n<p>Hello</p>',
    'subject: RE：先日の件\n<p>こんにちは</p>',
    'subject: 返信: お問い合わせの件\n<p>こんにちは</p>',
    'subject: AW: Ihre Anfrage\n<p>Hallo</p>',
    'subject: 【重要】ご注文内容の確認\n<p>春の大セール、全品半額です。</p>',
    'subject: Your invoice\n<p>Everything in the shop is 20% off this week.</p>',
  ],
  good: [
    'subject: 春のセール\n<p>全品半額</p>',
    'subject: Re:ゼロから始める読書会\n<p>新刊のご案内</p>',
    'subject: Report: spring sale\n<p>20% off</p>',
    'subject: Your invoice\n<p>Please find the invoice of May attached.</p>',
    'class: transactional\nsubject: ご注文内容の確認\n<p>ご注文ありがとうございます。次回使える10%OFF</p>',
  ],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      if (part.kind !== 'subject') return
      const {text} = part.visible
      const at = {part: index, offset: 0}
      const mark = ANSWER_MARKS.exec(text)?.[0].trim()
      if (mark !== undefined) {
        report({at, key: 'subject-disguise.answer', values: {mark}})
        return
      }
      const alarming = matchesIn(ALARMING, foldedText(part).text)[0]?.[0]
      if (alarming === undefined || view.mailClass === 'transactional') return
      if (bodyParts(view).some((body) => hasOffer(body.part.visible.text)))
        report({at, key: 'subject-disguise.notice', values: {words: alarming}})
    })
  },
}
