import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {isAddress, parseAddress} from '../../../src/core/contacts/address.ts'
import {
  HASH_ALGORITHMS,
  hashAlgorithmOf,
  hashedForms,
  hashSubjects,
  looksHashed,
} from '../../../src/core/suppression/hash-forms.ts'

const forms = (given: string) => {
  const parsed = parseAddress(given)
  if (!isAddress(parsed)) throw new Error(parsed)
  return hashedForms(parsed.address, parsed.suppressKey)
}

describe('a hash', () => {
  it.each(HASH_ALGORITHMS)('of %s is known by its length, in either case', (algorithm) => {
    const hex = createHash(algorithm).update('taro@example.jp').digest('hex')
    expect(hashAlgorithmOf(hex)).toBe(algorithm)
    expect(hashAlgorithmOf(hex.toUpperCase())).toBe(algorithm)
    expect(hashAlgorithmOf(`${hex}0`)).toBeNull()
    expect(hashSubjects('taro@example.jp', 'taro@example.jp', [algorithm])).toContain(hex)
  })

  it.each([
    ['a1'.repeat(28), true],
    ['a1'.repeat(31), true],
    ['1'.repeat(40), false],
    ['deadbeef', false],
    ['g1'.repeat(16), false],
    ['', false],
  ])('%j is taken for one: %s', (text, is) => {
    expect(looksHashed(text)).toBe(is)
  })
})

describe('the forms of an address in lists of hashes', () => {
  it.each([
    ['Taro@Example.jp', ['taro@example.jp', 'Taro@example.jp', 'TARO@EXAMPLE.JP']],
    ['U.Ser+x@googlemail.com', ['u.ser+x@googlemail.com', 'user@gmail.com']],
    ['taro+x@example.jp', ['taro+x@example.jp', 'taro@example.jp']],
    ['a..b@docomo.ne.jp', ['a..b@docomo.ne.jp']],
    ['x@日本.jp', ['x@xn--wgv71a.jp', 'x@日本.jp']],
    ['ＴＡＲＯ@example.jp', ['taro@example.jp']],
  ])('%j stands as %j, among others', (given, expected) => {
    expect(forms(given)).toEqual(expect.arrayContaining(expected))
  })

  it('of a carrier are never folded', () => {
    expect(forms('u.ser@docomo.ne.jp')).not.toContain('user@docomo.ne.jp')
  })
})
