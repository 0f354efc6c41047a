import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {isAddress, parseAddress, wireForm} from '../../src/core/contacts/address.ts'

const odd = fc.constantFrom(
  '@', '.', '..', '"', '+', ' ', '\u3000', '\u200b', '\u200f', '\0', '\n', '\ufffd', '\ud800', 'İ', 'ı', 'ß', 'ﬁ', '＠',
  '．', '。', '①', 'xn--', 'mailto:', 'docomo.ne.jp', 'gmail.com', 'example.jp', '日本', 'é', 'e\u0301', '/', ':', '%',
) // biome-ignore format: a list of pieces
const pieces = fc.array(fc.oneof(odd, fc.string({unit: 'binary', maxLength: 4}), fc.string({maxLength: 6})), {
  maxLength: 9,
})
const anyText = fc.oneof(
  fc.string({unit: 'binary'}),
  pieces.map((parts) => parts.join('')),
  fc.tuple(pieces, pieces).map(([local, domain]) => `${local.join('')}@${domain.join('')}`),
  fc.emailAddress(),
)

describe('any text at all', () => {
  it('is parsed without throwing, and what is accepted is safe, stable and its own duplicate', () => {
    let accepted = 0
    fc.assert(
      fc.property(anyText, (given) => {
        const result = parseAddress(given)
        if (!isAddress(result)) return
        accepted += 1
        const {address, key, suppressKey, domain} = result
        expect(address).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s\ufffd"<>(),;:\\]/u)
        expect(domain).toMatch(/^[a-z0-9.-]+$/)
        expect(address.endsWith(`@${domain}`)).toBe(true)
        expect(Buffer.byteLength(address)).toBeLessThanOrEqual(254)
        expect(parseAddress(address)).toEqual({...result, wasFolded: false})
        expect(parseAddress(wireForm(address))).toEqual({...result, wasFolded: false})
        expect(parseAddress(` ${given}\u3000`)).toEqual(result)
        expect(key).toBe(key.toLowerCase())
        expect(suppressKey.lastIndexOf('@')).toBeGreaterThan(0)
      }),
      {numRuns: 5000},
    )
    expect(accepted).toBeGreaterThan(300)
  })

  it('gives one suppress key to all cases and tags of an address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.stringMatching(/^[a-z0-9]{0,8}$/), (given, tag) => {
        const plain = parseAddress(given.replaceAll('+', ''))
        if (!isAddress(plain) || given.length > 60) return
        const tagged = parseAddress(plain.address.toUpperCase().replace('@', `+${tag}@`))
        expect(isAddress(tagged) && tagged.suppressKey).toBe(plain.suppressKey)
      }),
    )
  })
})
