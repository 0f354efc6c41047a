import {describe, expect, it} from 'vitest'
import {stopGuard} from '../../../src/core/consent/stop-guard.ts'

describe('a column of a file of events that is not taken in', () => {
  it.each([
    ['reason', 'unsubscribed', true],
    ['reason', 'web', false],
    ['status', 'cleaned', true],
    ['status', 'pending', true],
    ['status', 'active', false],
    ['status', '', false],
    ['unsubscribed', 'yes', true],
    ['unsubscribed', 'no', false],
    ['unsubscribed_at', '2026-01-10', true],
    ['退会日', '2026-01-10', true],
    ['退会日', '-', false],
    ['備考', '2025/1/1 退会', true],
    ['備考', '常連', false],
    ['Tags', 'vip, unsubscribed', true],
  ])('named %s with %s says no: %s', (header, cell, saysNo) => {
    expect(stopGuard(header, [cell])?.(cell)).toBe(saysNo)
  })

  it('about another channel is not asked', () => {
    expect(stopGuard('sms_opt', ['no'])).toBeNull()
  })
})
