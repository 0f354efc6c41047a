import {expect, test} from 'vitest'
import {factsOf} from '../../src/cli/facts.ts'

test('facts given with the command are read by name and value', () => {
  expect(factsOf(['sellerType=b2c-distance', ' affirmativeConsent = no '], 'lint')).toEqual({
    sellerType: 'b2c-distance',
    affirmativeConsent: 'no',
  })
  expect(factsOf([], 'lint')).toEqual({})
})

test.each([
  'sellerType',
  'sellerType=',
  'sellerType=shop',
  'underAdministrativeOrder=2026-01-01',
  '=no',
  'toString=no',
])('%j is refused', (given) => {
  expect(() => factsOf([given], 'lint')).toThrow(/FLAG_INVALID/)
})
