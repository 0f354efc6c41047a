import {describe, expect, it} from 'vitest'
import {fold} from '../../../src/core/lint/fold-text.ts'
import {phoneNumbers} from '../../../src/core/lint/phone-numbers.ts'

describe('a phone number', () => {
  it.each([
    '(123) 456-7890',
    '(408)-555-0123',
    '800.555.1923',
    '1-800-998-9938',
    '+2 392 3929 210',
    '+44 (0)20 7499 2264',
    '+81-75-123-4567',
    '03-1234-5678',
    '０１２０－１２３－４５６',
    '℡011-123-4567',
    '(02)2345-6789',
  ])('is told by its form in %j', (text) => {
    expect(phoneNumbers(fold(text)).map(({isPlain}) => isPlain)).toEqual([true])
  })

  it.each(['1588-0000', '089 / 12 34 56-0', '91 123 45 67', '05 61 23 45 67', '1800 555 123', '400-123-4567890'])(
    'may be %j, if words say so',
    (text) => {
      expect(phoneNumbers(fold(text)).map(({isPlain}) => isPlain)).toEqual([false])
    },
  )

  it.each([
    '2026-11-23',
    '23.11.2026',
    '150-0002',
    '12:30',
    'A1234-5678-90',
    '1,234,567.00',
    '1234567890123456',
    '10/12/2026 10-17',
  ])('is not in %j', (text) => {
    expect(phoneNumbers(fold(text))).toEqual([])
  })

  it('is looked for in linear time', () => {
    const began = performance.now()
    for (const crafted of ['1'.repeat(100_000), '1 '.repeat(50_000), '(1'.repeat(50_000), '+ '.repeat(50_000)])
      phoneNumbers(fold(crafted))
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
