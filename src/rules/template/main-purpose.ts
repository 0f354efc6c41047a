/** Looks whether a mail that is called a notice is advertising in the main: by its subject, by its share, by what comes first. */
import {advertisingIn, hasOffer} from '../../core/lint/advertising.ts'
import {bodyParts} from '../../core/lint/body-parts.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const order = '<p>ご注文ありがとうございます。</p><p>ご注文番号 A-1001 の商品を本日発送いたしました。</p>'
const english = '<p>Thank you for your order. Your parcel has been shipped and will be with you on Friday.</p>'

/** offersUpTo: the share of the text, in percent, that may advertise. noticeFirst: the notice must come before any offer. */
export const mainPurpose: TemplateRule<{readonly offersUpTo: number; readonly noticeFirst?: boolean}> = {
  id: 'main-purpose',
  subject: 'template',
  isOfWholeMail: true,
  bad: [
    `class: transactional\nsubject: 春のセール開催中\n${order}`,
    `class: transactional\nsubject: 20% off everything\n${english}`,
    'class: transactional\nsubject: ご注文の確認\n<p>ご注文ありがとうございます。</p><p>ただいま春の大感謝セールを開催中です。全品半額のこの機会をお見逃しなく。</p>',
    'class: transactional\nsubject: Your order\n<p>Your order.</p><p>Big spring sale, with 20% off all our bags and free shipping for everybody.</p>',
  ],
  good: [
    `class: transactional\nsubject: ご注文の確認\n${order}<p>次回使える200円クーポン: SPRING</p>`,
    `class: transactional\nsubject: Your order has been shipped\n${english}<p>10% off your next order: SPRING</p>`,
    `class: transactional\nsubject: ご注文の確認（クーポンご利用）\n${order}`,
    'subject: 春のセール開催中\n<p>全品半額</p>',
  ],
  check(view, {offersUpTo, noticeFirst}, report) {
    if (view.mailClass !== 'transactional') return
    view.parts.forEach((part, index) => {
      if (part.kind === 'subject' && hasOffer(part.visible.text))
        report({at: {part: index, offset: 0}, key: 'main-purpose.subject'})
    })
    for (const {part, index} of bodyParts(view)) {
      const {share, first, isAfterNotice} = advertisingIn(part)
      if (first === null) continue
      const at = {part: index, offset: part.visible.sourceOffset(first)}
      const percent = Math.round(share * 100)
      if (percent > offersUpTo) report({at, key: 'main-purpose.share', values: {percent, limit: offersUpTo}})
      else if (noticeFirst && !isAfterNotice) report({at, key: 'main-purpose.first'})
    }
  },
}
