/** The small questions that rules on what reaches the reader ask: bytes, scripts, sites, looks. */
import {describe, expect, it} from 'vitest'
import {offsetBehind, sentBytes} from '../../../src/core/lint/sent-size.ts'
import {siteOf} from '../../../src/core/lint/site-of.ts'
import {contradicts, scriptOf} from '../../../src/core/lint/text-script.ts'
import {viewText} from '../../../src/core/lint/view-text.ts'
import {startVisible} from '../../../src/core/lint/visible-text.ts'
import {bestLook} from '../../../src/core/lint/weak-looks.ts'

describe('bytes as sent', () => {
  const part = viewText('text', 'あ{{! note }}é{{name}}', 'a.txt')

  it('are those of UTF-8, without comments of the template', () => {
    expect(sentBytes(part)).toBe(3 + 2 + 8)
    expect(sentBytes(part, 1)).toBe(3)
    expect(sentBytes(part, 5)).toBe(3)
  })

  it('lead back to a place', () => {
    expect(offsetBehind(part, 3)).toBe(1)
    expect(offsetBehind(part, 5)).toBe(part.source.indexOf('é') + 1)
    expect(offsetBehind(part, 1_000)).toBe(part.source.length)
  })
})

describe('the script of a text', () => {
  it.each([
    ['ja', 'ご注文ありがとうございます。商品は明日お届けします。'.repeat(3)],
    ['ko', '주문해 주셔서 감사합니다. 내일 배송됩니다.'.repeat(4)],
    ['zh', '感谢您的订购，商品将于明天送达，祝您生活愉快。'.repeat(4)],
    ['latin', 'Vielen Dank für Ihre Bestellung, wir liefern morgen früh. '.repeat(2)],
    [null, 'Спасибо за ваш заказ, мы доставим завтра утром. '.repeat(3)],
    [null, 'Short'],
    [null, `${'Brand new '.repeat(10)}新発売`.repeat(2)],
  ])('is %s', (script, text) => {
    expect(scriptOf(text)).toBe(script)
  })

  it('contradicts a declared language only where that is sure', () => {
    expect([
      contradicts('en', 'ja'),
      contradicts('ja', 'latin'),
      contradicts('en', 'zh'),
      contradicts('ko', 'zh'),
    ]).toEqual([...[true, true, true, true]])
    expect([
      contradicts('fr', 'latin'),
      contradicts('ja', 'zh'),
      contradicts('yue', 'zh'),
      contradicts('en', null),
    ]).toEqual([...[false, false, false, false]])
  })
})

describe('the site of an address', () => {
  it.each([
    ['https://img.shop.example.co.jp/a.png', 'example.co.jp'],
    ['//CDN.example.com:8080?x', 'example.com'],
    ['https://user@a.b.example.de#x', 'example.de'],
    ['https://192.0.2.1/a', null],
    ['https://{{host}}/a', null],
    ['https://localhost/a', null],
    ['mailto:a@example.com', null],
    ['a.png', null],
  ])('%s is of %s', (address, site) => {
    expect(siteOf(address)).toBe(site)
  })
})

describe('the best look of a stretch', () => {
  it('is that of its largest and its clearest letter, and unknown where one is', () => {
    const builder = startVisible()
    builder.look({sizePx: 8, contrast: 2})
    builder.addExact('ab ', 0)
    builder.look({sizePx: 12, contrast: 1.5})
    builder.addExact('c', 3)
    builder.look({sizePx: null, contrast: 9})
    builder.addExact('d', 4)
    const seen = builder.finish()
    expect(bestLook(seen, {start: 0, end: 2})).toEqual({sizePx: 8, contrast: 2})
    expect(bestLook(seen, {start: 0, end: 4})).toEqual({sizePx: 12, contrast: 2})
    expect(bestLook(seen, {start: 0, end: 5})).toEqual({sizePx: null, contrast: 9})
    expect(bestLook(seen, {start: 2, end: 3})).toEqual({sizePx: null, contrast: null})
  })
})
