import {describe, expect, it} from 'vitest'
import {COUNTRY_CODES} from '../../../src/core/contacts/country-codes.ts'
import {readCountry} from '../../../src/core/contacts/read-country.ts'

const codes = COUNTRY_CODES.split(/\s+/)

describe('a country', () => {
  it('of ISO 3166 is known by both codes and by its names in English and Japanese', () => {
    expect(codes).toHaveLength(2 * 250)
    const names = ['en', 'ja'].map((language) => new Intl.DisplayNames([language], {type: 'region', fallback: 'none'}))
    for (let i = 0; i < codes.length; i += 2) {
      const [two, three] = [codes[i]!, codes[i + 1]!]
      expect([two, readCountry(two)]).toEqual([two, two])
      expect([three, readCountry(three.toLowerCase())]).toEqual([three, two])
      for (const name of names) expect([name.of(two), readCountry(name.of(two)!)]).toEqual([name.of(two), two])
    }
  })

  it.each([
    ['jp', 'JP'],
    ['UK', 'GB'],
    ['ドイツ', 'DE'],
    ['España', 'ES'],
    ['United  States', 'US'],
    ['U.S.A.', 'US'],
    ['アメリカ', 'US'],
    ['米国', 'US'],
    ['英国', 'GB'],
    ['England', 'GB'],
    ['Deutschland', 'DE'],
    ['대한민국', 'KR'],
    ['台灣', 'TW'],
    ['Hong Kong', 'HK'],
    ['香港', 'HK'],
    ['The Netherlands', 'NL'],
    ['Russian Federation', 'RU'],
    ['Czech Republic', 'CZ'],
    ['Turkey', 'TR'],
    ['Viet Nam', 'VN'],
    ['Bosnia and Herzegovina', 'BA'],
    ['Saint Kitts and Nevis', 'KN'],
    ['ＪＡＰＡＮ', 'JP'],
    ['ﾌﾞﾗｼﾞﾙ', 'BR'],
  ])('%s is %s', (cell, country) => expect(readCountry(cell)).toBe(country))

  it.each(['', 'XX', 'EU', 'Ruritania', 'constructor', '関東', 'ZZZ'])('%j is none', (cell) =>
    expect(readCountry(cell)).toBeNull(),
  )
})
