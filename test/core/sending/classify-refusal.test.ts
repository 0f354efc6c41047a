import {describe, expect, it} from 'vitest'
import {isHardRefusal} from '../../../src/core/sending/classify-refusal.ts'

describe('a refusal', () => {
  it.each([
    [true, 550, '5.1.1', 'any words', 'example.com'],
    [true, 550, '5.1.10', 'RecipientNotFound', 'example.com'],
    [true, 553, '5.1.3', 'bad address', 'example.com'],
    [true, 550, '', 'User unknown', 'example.com'],
    [true, 551, '5.1.0', 'no such user here', 'example.com'],
    [true, 550, '', 'The account x at y does not exist', 'example.com'],
    [true, 550, '5.0.0', '宛先不明', 'example.jp'],
    [true, 550, '5.1.1', 'User unknown', 'docomo.ne.jp'],
    [false, 550, '', 'User unknown', 'docomo.ne.jp'],
    [false, 550, '5.1.2', 'host unknown', 'ezweb.ne.jp'],
    [false, 550, '5.7.1', 'no such user', 'example.com'],
    [false, 550, '5.2.2', 'no such user', 'example.com'],
    [false, 554, '', 'user unknown', 'example.com'],
    [false, 550, '', 'sender address does not exist', 'example.com'],
    [false, 550, '', 'mailbox unavailable', 'example.com'],
    [false, 450, '4.1.1', 'user unknown', 'example.com'],
    [false, null, '', 'user unknown', 'example.com'],
  ])('is hard: %s for %s %s %s (%s)', (isHard, code, enhanced, reply, domain) =>
    expect(isHardRefusal({code, enhanced, reply, domain})).toBe(isHard),
  )
})
