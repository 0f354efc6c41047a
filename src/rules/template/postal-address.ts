/** Looks for a postal address in the visible text of every part. */
import {bodyParts, showsTag} from '../../core/lint/body-parts.ts'
import {squash} from '../../core/lint/fold-text.ts'
import {linksToIdentification} from '../../core/lint/identification-page.ts'
import {notAssessed} from '../../core/lint/not-assessed.ts'
import {hasPostalAddress} from '../../core/lint/postal-address.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

/** linkedPage: the address may stand on a page that the mail links to, when that page is declared. */
export const postalAddress: TemplateRule<{readonly linkedPage?: boolean}> = {
  id: 'postal-address',
  subject: 'template',
  isOfWholeMail: true,
  bad: [
    '<p>Hello {{name}}</p>',
    '<p>ご注文番号 123-4567 / お電話 03-1234-5678</p>',
    '<p>東京都内の店舗で開催、渋谷区は10-12月の予定です。</p>',
    '<p>Tokyo, Japan</p>',
    '<p>お届け先：〒530-0001 大阪府大阪市北区梅田3-1-1</p>',
    '<p>Ship to: 12 Elm Street, Springfield, MA 01103</p>',
    '<p>Order 12345 Thanks for your purchase</p>',
    '<p>CAN-SPAM ACT 2003</p>',
    '<p><img src="footer.png" alt="〒150-0002 東京都渋谷区渋谷1-2-3"></p>',
    '<p><a href="https://shop.example.co.jp/about">会社概要</a></p>',
    'text: 東京都渋谷区の店舗 TEL 03-1234-5678\n',
  ],
  good: [
    '<p>〒150-0002 東京都渋谷区渋谷1-2-3</p>',
    '<p>東京都千代田区丸の内一丁目2番3号</p>',
    '<p>150-0002<br>東京都渋谷区渋谷1－2－3 サンプルビル5F</p>',
    '<p>横浜市西区みなとみらい2-3-4</p>',
    '<p>{{sender.address}}</p>',
    '<p>Company Inc, 3 Abbey Road, San Francisco CA 94102</p>',
    '<p>P.O. Box 1234, Austin, TX 73301</p>',
    '<p>Musterstraße 12, 10115 Berlin</p>',
    '<p>1-2-3 Shibuya, Shibuya-ku, Tokyo 150-0002, Japan</p>',
    '<p>*|LIST:ADDRESS|*</p>',
    '<p>[Company Name]<br>1234 Street Rd.<br>Suite 1234</p>',
    'text: 〒150-0002\n東京都渋谷区渋谷1-2-3\n',
  ],
  check(view, wanted, report) {
    const {address, addressPage = ''} = view.sender
    for (const {part, end} of bodyParts(view)) {
      const {text} = part.visible
      if (hasPostalAddress(text) || (address !== '' && squash(text).includes(squash(address)))) continue
      if (showsTag(part, 'sender.address')) {
        if (address === '') report(notAssessed('address'))
        continue
      }
      const isLinked = addressPage !== '' && part.links.some(({href}) => samePage(href, addressPage))
      if (wanted.linkedPage && (isLinked || linksToIdentification(part))) continue
      report({at: end, key: wanted.linkedPage ? 'postal-address.missing-or-page' : 'postal-address.missing'})
    }
  },
}

function samePage(href: string, page: string): boolean {
  const bare = (url: string) =>
    url
      .trim()
      .replace(/[#?].*$/, '')
      .replace(/\/$/, '')
  return bare(href) === bare(page)
}
