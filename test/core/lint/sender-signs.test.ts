import {describe, expect, it} from 'vitest'
import {viewHtml} from '../../../src/adapters/html/view-html.ts'
import {showsSomeSender} from '../../../src/core/lint/sender-signs.ts'
import {viewText} from '../../../src/core/lint/view-text.ts'

const inText = (text: string) => showsSomeSender(viewText('text', text, 'a.txt'))
const inHtml = (html: string) => showsSomeSender(viewHtml(html, 'a.html'))

describe('some sender', () => {
  it.each([
    '配信元: 株式会社サンプル',
    '発行者：山田花子',
    'こんにちは、山田です。\n今週のお知らせです。',
    'みほん書店より新刊のお知らせ\n',
    'ケーキ工房 はるか\n東京都世田谷区北沢2-10-15',
    '© 2026 Northwind Careers',
    'Copyright © *|CURRENT_YEAR|* *|LIST:COMPANY|*',
    'Hello\n\nCheers,\nPriya Raman\n',
    'Have fun,\n— The Mailgunners',
    'The Lumen team',
    'Thanks for choosing Juniper Home',
    'You are subscribed to Paperkite Weekly.',
    'Merriweather 1234 S. Broadway St. City, State 12345',
    'Ihr Team von Papierladen Kranich',
    "L'équipe Librairie du Port",
    'Equipo de Nóminas Claras',
    'Olivar del Sur, S.L.',
    '작은서점 드림',
    '旅行周刊编辑部',
    '[Company Name, LLC]',
    'Welcome to {{ product_name }}!',
    '--\n<%- appTitle %>',
    'Deals of the day from Handango: https://www.handango.com/deals',
  ])('is shown by %j', (text) => {
    expect(inText(text)).toBe(true)
  })

  it.each([
    'Flash sale! Everything must go. https://go.example.com/s',
    'Thanks for shopping with us!',
    'Copyright. All rights reserved.',
    'Questions? Call us at 800.555.1923',
    'Written by experts with years of experience.',
    'Follow us on Facebook and Twitter: https://facebook.com/ https://twitter.com/',
    'Ship to\nCaptain Price\n123 Maple Rd\nCampbell, CA 95112',
    '本日限定クーポン\nレジでこの画面をご提示ください。',
    '次回の入荷は来週です。\nお楽しみに。',
    'お届け先\n佐藤様\n〒150-0002 東京都渋谷区渋谷1-2-3',
    '주문이 완료되었습니다.\n감사합니다.',
    '您的订单已发货。',
  ])('is not shown by %j', (text) => {
    expect(inText(text)).toBe(false)
  })

  it('is shown by a masthead, and not by a button', () => {
    const body = '<p>Lovely things.</p><p>More of them.</p><p>And more.</p>'
    expect(inHtml(`<p><a href="#">Capture</a></p>${body}`)).toBe(true)
    expect(inHtml(`<p><a href="#">View online</a></p>${body}`)).toBe(false)
    expect(inHtml('<p><a href="#">Button</a></p>')).toBe(false)
  })

  it('is looked for in bounded time in crafted text', () => {
    const began = performance.now()
    for (const piece of ['A', 'A ', 'Aa ', 'a1', '東', '東京', '© ', 'the A ', 'thanks,\n', '[company ', '{{ company_'])
      inText(piece.repeat(Math.ceil(200_000 / piece.length)))
    expect(performance.now() - began).toBeLessThan(30_000)
  })
})
