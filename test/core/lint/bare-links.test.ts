import {describe, expect, it} from 'vitest'
import {bareLinks, withoutAddresses} from '../../../src/core/lint/bare-links.ts'

const hrefs = (text: string) => bareLinks(text).map(({href}) => href)

describe('addresses in plain text', () => {
  it.each([
    ['停止はhttps://shop.example.co.jp/stopから。', ['https://shop.example.co.jp/stop']],
    ['See (https://shop.example.co.jp/a?b=c&d=e).', ['https://shop.example.co.jp/a?b=c&d=e']],
    ['{{unsubscribe_url}}', ['{{unsubscribe_url}}']],
    ['https://shop.example.co.jp/u/{{ id }}/x', ['https://shop.example.co.jp/u/{{ id }}/x']],
    ['連絡先：info@shop.example.co.jpまで', ['info@shop.example.co.jp']],
    ['*|UNSUB|* and {% unsubscribe_link %}', ['*|UNSUB|*', '{% unsubscribe_link %}']],
    ['[unsubscribe]', ['[unsubscribe]']],
    ['[Unsubscribe] https://shop.example.co.jp/stop', ['https://shop.example.co.jp/stop']],
    ['{{name}} 様、12:30 に a@b で', []],
  ])('finds in %j just %j', (text, expected) => {
    expect(hrefs(text)).toEqual(expected)
  })

  it('gives each one once, in order, with its place', () => {
    const text = 'https://a.example.co.jp/{{unsubscribe_url}} b@c.example.co.jp'
    const links = bareLinks(text)
    expect(links.map(({start, end}) => text.slice(start, end))).toEqual(links.map(({href}) => href))
    expect(links).toHaveLength(2)
  })

  it('blanks them without moving the rest', () => {
    const text = 'to https://a.example.co.jp/unsubscribe now'
    expect(withoutAddresses(text)).toBe(`to ${' '.repeat(35)} now`)
    expect(withoutAddresses(text)).toHaveLength(text.length)
  })

  it('takes time in proportion to crafted text', () => {
    for (const piece of ['{{', '[[', '%%', '##', 'a@', 'https://', '*|', '<%', '{%'])
      expect(bareLinks(piece.repeat(100_000)).length).toBeLessThanOrEqual(100_000)
  })
})
