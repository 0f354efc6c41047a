/** Matching as reliability.md B4 wants it: broad for suppressing, exact for sending; rulebook H.1, 22 and 23. */
import {describe, expect, it} from 'vitest'
import {isAddress, parseAddress} from '../../../src/core/contacts/address.ts'
import {readSubject} from '../../../src/core/suppression/settlements.ts'

const send = (given: string) => {
  const parsed = parseAddress(given)
  return isAddress(parsed) ? parsed.address : parsed
}
const K = '\u212a'

describe('an opt-out', () => {
  it.each([
    ['letter case and a no-break space (H.1, 22)', 'USER@Example.COM', 'user@example.com\u00a0'],
    ['the dots and the tag of Gmail (H.1, 23)', 'u.ser@gmail.com', 'user+x@gmail.com'],
    ['the old name of Gmail', 'user@googlemail.com', 'U.S.E.R@gmail.com'],
    ['a tag anywhere', 'taro@example.jp', 'taro+news@example.jp'],
    ['full width', 'taro@example.jp', 'ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ'],
    ['ideographic dots', 'taro@example.jp', 'taro@example\u3002jp'],
    ['the Kelvin sign', 'k@example.jp', `${K}@example.jp`],
    ['ligatures', 'office@example.jp', 'o\ufb03ce@example.jp'],
    ['accents composed and not', 'caf\u00e9@example.jp', 'cafe\u0301@example.jp'],
    ['a domain in Unicode and as A-label', 'x@日本.jp', 'x@xn--wgv71a.jp'],
    ['quotes that carriers need', 'a..b@docomo.ne.jp', '"a..b"@docomo.ne.jp'],
    ['a mailto in front', 'taro@example.jp', 'mailto:taro@example.jp'],
  ])('binds across %s', (_name, one, other) => {
    expect(readSubject(one)).not.toBeNull()
    expect(readSubject(other)).toBe(readSubject(one))
  })

  it.each([
    ['the dots of a carrier (H.1, 23)', 'u.ser@docomo.ne.jp', 'user@docomo.ne.jp'],
    ['the tag of a carrier', 'a+b@docomo.ne.jp', 'a@docomo.ne.jp'],
    ['the dots of others', 'u.ser@example.jp', 'user@example.jp'],
    ['a sharp s in the domain', 'x@fa\u00df.de', 'x@fass.de'],
    ['a dotless i and an i', '\u0131@example.jp', 'i@example.jp'],
    ['look-alike letters', 'p\u0430ypal@example.jp', 'paypal@example.jp'],
  ])('does not bind across %s', (_name, one, other) => {
    expect(readSubject(one)).not.toBe(readSubject(other))
  })

  it.each(['a\u200fb@example.jp', 'x@1.2.3.4', 'x@[127.0.0.1]', 'x@0x7f.1', 'x@example'])(
    'of %j is refused',
    (given) => {
      expect(readSubject(given)).toBeNull()
    },
  )

  it('never changes what is sent to', () => {
    expect(send('U.Ser+x@googlemail.com')).toBe('U.Ser+x@googlemail.com')
    expect(send('Taro+News@Example.JP')).toBe('Taro+News@example.jp')
  })
})
