/** Looks for a contact that takes complaints and enquiries: phone, mail address or page, next to words that say so. */
import {bodyParts, showsTag} from '../../core/lint/body-parts.ts'
import {offersContact} from '../../core/lint/complaint-contacts.ts'
import {isDeadHref} from '../../core/lint/dead-href.ts'
import {notAssessed} from '../../core/lint/not-assessed.ts'
import {hasPostalAddress} from '../../core/lint/postal-address.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import type {LinkView} from '../../core/lint/template-view.ts'

/** or: what else does: the postal address, or an address on the web. */
export const complaintContact: TemplateRule<{readonly or?: readonly ('address' | 'web')[]}> = {
  id: 'complaint-contact',
  subject: 'template',
  isOfWholeMail: true,
  exampleWith: {},
  bad: [
    '<p>Hello {{name}}</p>',
    '<p>お問い合わせはお気軽にどうぞ。</p>',
    '<p>ご注文番号 0312345678</p>',
    '<p>クーポン番号：0312-3456-7890</p>',
    '<p>Order number 555-123-4567</p>',
    '<p>This mail was sent to reader@shop.example.co.jp</p>',
    '<p>To leave, write to unsubscribe-news@shop.example.co.jp</p>',
    '<p><a href="#">お問い合わせ</a></p>',
    '<p>連絡先 <a href="mailto:info@example.com">info@example.com</a></p>',
    '<p>A clear <a href="https://shop.example.co.jp/">Call To Action</a></p>',
    '<p><a href="https://shop.example.co.jp/hotels">Hotels</a>, <a href="https://shop.example.co.jp/b">E-Mails abbestellen</a></p>',
    'text: カタログ https://shop.example.co.jp/catalog\n',
  ],
  good: [
    '<p>お問い合わせ: 03-1234-5678</p>',
    '<p><a href="https://shop.example.co.jp/contact">お問い合わせ</a></p>',
    '<p>Questions? <a href="mailto:help@shop.example.co.jp">Write to us here</a></p>',
    '<p>{{sender.contact}}</p>',
    '<p>support@sample.example.co.jp</p>',
    '<p>(123) 456-7890</p>',
    '<p>info@shop.example.co.jp</p>',
    '<p>Kundenservice: 089 / 12 34 56-0</p>',
    'text: お問い合わせ：ｉｎｆｏ＠shop.example.co.jp\n',
    '<table><tr><td>お問合せ先</td><td>0120-123-456</td></tr></table>',
    '<p>If you have any questions, <a href="mailto:{{sender.contact}}">write to our team</a>.</p>',
    'text: 苦情・お問い合わせ窓口\nhttps://shop.example.co.jp/contact\n',
  ],
  check(view, {or = []}, report) {
    const {contact} = view.sender
    for (const {part, end} of bodyParts(view)) {
      if (offersContact(part, contact)) continue
      if (or.includes('address') && (hasPostalAddress(part.visible.text) || showsTag(part, 'sender.address'))) continue
      if (or.includes('web') && part.links.some(leadsToWeb)) continue
      if (!showsTag(part, 'sender.contact')) report({at: end, key: 'complaint-contact.missing'})
      else if (contact === '') report(notAssessed('contact'))
    }
  },
}

/** A page of somebody's, not one made for this mail. */
function leadsToWeb({href}: LinkView): boolean {
  return /^https?:/i.test(href.trim()) && !isDeadHref(href) && !/unsub|opt-?_?out/i.test(href)
}
