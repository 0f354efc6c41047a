import {expect, test} from 'vitest'
import {
  isCardNumber,
  isCorporateNumber,
  isIban,
  isMynumber,
  passesLuhn,
  readDigits,
} from '../../../src/core/sensitive/check-digits.ts'

const digitsOf = (text: string) => {
  const digits = new Uint8Array(19)
  return {digits, count: readDigits(text, digits)}
}

test.each([
  ['123456789018', true],
  ['111111111118', true],
  ['987654321093', true],
  ['023456789013', true],
  ['1234-5678-9018', true],
  ['１２３４ー５６７８ー９０１８', true],
  ['123456789012', false],
  ['000000000000', false],
])('%s as an individual number: %s', (text, valid) => {
  const {digits, count} = digitsOf(text)
  expect(count).toBe(12)
  expect(isMynumber(digits)).toBe(valid)
})

test('a corporate number of thirteen digits is neither an individual number nor a card', () => {
  const {digits, count} = digitsOf('7000012050002')
  expect(count).toBe(13)
  expect(isCardNumber(digits, count)).toBe(false)
})

test.each([
  ['7000012050002', true],
  ['1180301018771', true],
  ['7000012050003', false],
  ['000012050002', false],
])('%s as a corporate number: %s', (text, valid) => {
  const {digits, count} = digitsOf(text)
  expect(isCorporateNumber(digits, count)).toBe(valid)
})

test.each([
  ['4111 1111 1111 1111', true],
  ['5555555555554444', true],
  ['378282246310005', true],
  ['3530111333300000', true],
  ['36227206271667', true],
  ['6011111111111117', true],
  ['4111111111111112', false],
  // Passes Luhn, but no card begins so.
  ['9999999999999995', false],
  // Article codes begin with 4 and have 13 digits.
  ['4901234567894', false],
])('%s as a card number: %s', (text, valid) => {
  const {digits, count} = digitsOf(text)
  expect(isCardNumber(digits, count)).toBe(valid)
})

test('the Luhn check reads only the digits it is told to read', () => {
  expect(passesLuhn([7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 3, 9], 11)).toBe(true)
  expect(passesLuhn([], 0)).toBe(false)
})

test('an IBAN is told by its check digits', () => {
  expect(isIban('DE89 3704 0044 0532 0130 00')).toBe(true)
  expect(isIban('DE88 3704 0044 0532 0130 00')).toBe(false)
  expect(isIban('not an iban')).toBe(false)
})

test('a cell that holds more than one number is not read as a number', () => {
  expect(digitsOf('tel 090').count).toBe(-1)
  expect(digitsOf('+819012345678').count).toBe(-1)
  expect(digitsOf('12345678901234567890').count).toBe(-1)
})
