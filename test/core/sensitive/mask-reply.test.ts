import {describe, expect, it} from 'vitest'
import {maskReply} from '../../../src/core/sensitive/mask-reply.ts'

describe('a reply as it may be shown', () => {
  it.each([
    ['5.1.1 <taro@example.com>: unknown', '5.1.1 <t***@example.com>: unknown'],
    ['ok queued for <taro+a@mail.example.co.jp>', 'ok queued for <t***@mail.example.co.jp>'],
    ['no such user "a b"@example.com', 'no such user ***@example.com'],
    ['to=<taro@example.com>,<jiro@example.jp> gone', 'to=<t***@example.com>,<j***@example.jp> gone'],
    ['see https://mail.example.jp/o/AQEAAAAAAAAAAAAAAAAAAAAAAAAA-_x', 'see https://mail.example.jp/o/***'],
    ['2.0.0 ok 4bXyZ1 queued', '2.0.0 ok 4bXyZ1 queued'],
    ['宛先不明 太郎@example.jp', '宛先不明 太***@example.jp'],
  ])('%s', (reply, shown) => expect(maskReply(reply)).toBe(shown))
})
