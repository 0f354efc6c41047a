/** Looks for what a distance seller's advertising mail gives at least: the seller's mail address, and where the other items stand. */

import {hasOffer} from '../../core/lint/advertising.ts'
import {bodyParts, showsTag} from '../../core/lint/body-parts.ts'
import {isDeadHref} from '../../core/lint/dead-href.ts'
import {foldedText} from '../../core/lint/folded-part.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import type {PartView, SenderFacts} from '../../core/lint/template-view.ts'

const ITEMS =
  /特定商取引(?:法|に関する法律)|特商法|通信販売(?:法)?に基づく(?:表示|表記)|specified commercial transactions?/iu

/** A mail that names neither a price nor an offer sells nothing. */
const PRICE = /[¥￥$€]\s?\d|\d\s?(?:円|yen\b)|税(?:込|抜|別)/iu

export const sellerItems: TemplateRule = {
  id: 'seller-items',
  subject: 'template',
  isOfWholeMail: true,
  bad: [
    '<p>春の新作</p><p>株式会社サンプル 03-1234-5678</p>',
    '<p>かばん 9,800円</p><p><a href="https://shop.example.co.jp/law">特定商取引法に基づく表記</a></p>',
    'subject: 春のセール\n<p>info@shop.example.co.jp</p>',
    'text: Spring sale\nhttps://shop.example.co.jp/\n',
  ],
  good: [
    '<p>定例会は4月3日の15時からです。</p>',
    '<p>春の新作</p><p><a href="https://shop.example.co.jp/law">特定商取引法に基づく表記</a> info@shop.example.co.jp</p>',
    '<p>税込 9,800円 <a href="https://shop.example.co.jp/law">特商法表示</a> <a href="mailto:info@shop.example.co.jp">メール</a></p>',
    '<p>半額</p><p>【特定商取引に関する法律に基づく表示】価格・送料・引渡時期・返品 … メール info@shop.example.co.jp</p>',
    'text: Spring sale\nNotation under the Specified Commercial Transactions Act: https://shop.example.co.jp/law\ninfo@shop.example.co.jp\n',
  ],
  check(view, _wanted, report) {
    if (!view.parts.some((part) => PRICE.test(foldedText(part).text) || hasOffer(part.visible.text))) return
    for (const {part, end} of bodyParts(view)) {
      if (!ITEMS.test(foldedText(part).text)) report({at: end, key: 'seller-items.page'})
      if (!showsMail(part, view.sender)) report({at: end, key: 'seller-items.mail'})
    }
  },
}

function showsMail(part: PartView, {contact}: SenderFacts): boolean {
  const isMail = (href: string) => /^(?:mailto:)?[^\s@/]+@/i.test(href.trim()) && !isDeadHref(href)
  return part.links.some(({href}) => isMail(href)) || (showsTag(part, 'sender.contact') && contact.includes('@'))
}
