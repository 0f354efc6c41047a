import {describe, expect, test} from 'vitest'
import type {PlaceHints} from '../../../src/core/laws/place-contact.ts'
import {placeContact} from '../../../src/core/laws/place-contact.ts'

const nobody: PlaceHints = {country: null, locale: null, domain: 'example.com', attributes: {}}

describe('the country of a contact and its ground', () => {
  test.each<[string, Partial<PlaceHints>, string | null, string]>([
    ['the column wins over all else', {country: 'DE', locale: 'ja', domain: 'docomo.ne.jp'}, 'DE', 'column'],
    ['a phone number with its country code', {attributes: {電話番号: '+81-90-0000-0000'}}, 'JP', 'phone'],
    ['written with 00', {attributes: {phone_number: '0044 20 7946 0000'}}, 'GB', 'phone'],
    ['in full-width digits', {attributes: {携帯: '＋８２ １０ ００００ ００００'}}, 'KR', 'phone'],
    ['+1 with a Canadian area code', {attributes: {Mobile: '+1 (416) 555-0100'}}, 'CA', 'phone'],
    ['+1 with another', {attributes: {Mobile: '+1 212 555 0100'}}, 'US', 'phone'],
    ['a phone number without a country code says nothing', {attributes: {電話番号: '090-0000-0000'}}, null, 'unknown'],
    [
      'a number in a column that is no phone says nothing',
      {attributes: {注文番号: '+81 90 0000 0000'}},
      null,
      'unknown',
    ],
    ['a Japanese carrier', {domain: 'ezweb.ne.jp', locale: 'en-US'}, 'JP', 'carrier'],
    ['the region of a language', {locale: 'fr-CA'}, 'CA', 'language'],
    ['with an underscore', {locale: 'pt_BR'}, 'BR', 'language'],
    ['behind a script', {locale: 'zh-Hant-TW'}, 'TW', 'language'],
    ['a language of one country', {locale: 'ja'}, 'JP', 'language'],
    ['a language of many says nothing', {locale: 'en'}, null, 'unknown'],
    ['a region nobody knows says nothing', {locale: 'en-XX'}, null, 'unknown'],
    ['a country-code domain', {domain: 'mail.example.de'}, 'DE', 'domain'],
    ['.uk is GB', {domain: 'example.co.uk'}, 'GB', 'domain'],
    ['a national provider under .com', {domain: 'naver.com'}, 'KR', 'domain'],
    ['a country code sold for its letters says nothing', {domain: 'example.io'}, null, 'unknown'],
    ['.eu is no country', {domain: 'example.eu'}, null, 'unknown'],
  ])('%s', (_name, hints, country, ground) => {
    expect(placeContact({...nobody, ...hints}, null)).toMatchObject({country, ground})
  })

  test('the declared audience stands for people of whom nothing is known', () => {
    expect(placeContact(nobody, 'JP')).toEqual({country: 'JP', ground: 'audience', alsoIn: []})
  })

  test.each<[string, Partial<PlaceHints>, string | null, readonly string[]]>([
    ['a domain and the audience', {domain: 'example.de'}, 'JP', ['DE', 'JP']],
    ['a domain, a language and the audience', {domain: 'example.de', locale: 'en-US'}, 'JP', ['DE', 'US', 'JP']],
    ['a language never takes the place of the audience', {locale: 'en-US'}, 'DE', ['US', 'DE']],
    ['hints that agree are one', {domain: 'example.jp', locale: 'ja'}, 'JP', ['JP']],
    ['a column decides alone', {country: 'FR', domain: 'example.de', locale: 'en-US'}, 'JP', ['FR']],
    ['a carrier decides alone', {domain: 'docomo.ne.jp', locale: 'en-US'}, 'DE', ['JP']],
    ['a phone number decides alone', {attributes: {phone: '+49 30 0000000'}, domain: 'example.jp'}, 'JP', ['DE']],
  ])('%s: the laws of all that may be', (_name, hints, audience, countries) => {
    const {country, alsoIn} = placeContact({...nobody, ...hints}, audience)
    expect([country, ...alsoIn]).toEqual(countries)
  })

  test('the same answer is one object, so that a million contacts share a few', () => {
    const hints = {...nobody, domain: 'example.de', locale: 'en-US'}
    expect(placeContact(hints, 'JP')).toBe(placeContact({...hints}, 'JP'))
  })
})
