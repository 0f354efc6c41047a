import {expect, test} from 'vitest'
import {maskAddress, maskValue} from '../../../src/core/sensitive/mask.ts'

test.each([
  ['taro@example.jp', 't***@example.jp'],
  ['太郎@example.jp', '太***@example.jp'],
  ['𠮷田@example.jp', '𠮷***@example.jp'],
  ['a@example.jp', '***@example.jp'],
  ['"a b"@example.jp', '***@example.jp'],
  ['a@b@example.jp', 'a***@example.jp'],
  ['taro@exa\u001b[31mmple.jp', 't***@exa[31mmple.jp'],
  ['@example.jp', '***'],
  ['taro', '***'],
  ['', '***'],
])('%j is shown as %j', (address, shown) => {
  expect(maskAddress(address)).toBe(shown)
})

test('a sensitive value shows nothing, not even its length', () => {
  expect(maskValue('123456789018')).toBe(maskValue('1'))
  expect(maskValue('123456789018')).not.toMatch(/\d/)
})
