import {describe, expect, it} from 'vitest'
import {isDeadHref} from '../../../src/core/lint/dead-href.ts'

describe('an address that leads nowhere', () => {
  it.each([
    '',
    '#',
    '#top',
    ' ',
    'javascript:void(0)',
    'about:blank',
    'https://example.com',
    'http://www.example.jp/stop',
    'https://',
    'http://url',
    'unsubscribe.html',
    '/stop',
    'mailto:',
    'mailto:me',
    'mailto:stop@example.com',
    'stop@example.org',
    'tel:',
    'YOUR_URL_HERE',
  ])('is %j', (href) => {
    expect(isDeadHref(href)).toBe(true)
  })

  it.each([
    'https://shop.example.co.jp/stop',
    'HTTP://SHOP.EXAMPLE.CO.JP',
    '//shop.example.co.jp/x',
    'https://example.community/',
    'mailto:stop@shop.example.co.jp?subject=x',
    'stop@shop.example.co.jp',
    'tel:03-1234-5678',
    '{{unsubscribe_url}}',
    'https://{{host}}/stop',
    '*|UNSUB|*',
    '*%7CUNSUB%7C*',
    '<%asm_group_unsubscribe_raw_url%>',
    '%unsubscribe_url%',
    '[[UNSUB_LINK]]',
    '{$unsubscribe}',
    '##optout##',
    '<unsubscribe>',
    'https://user:pw@shop.example.co.jp/',
  ])('is not %j', (href) => {
    expect(isDeadHref(href)).toBe(false)
  })
})
