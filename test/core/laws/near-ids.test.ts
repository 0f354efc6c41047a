import {describe, expect, it} from 'vitest'
import {nearIds} from '../../../src/core/laws/near-ids.ts'

const known = [
  'jp/consent-record',
  'jp/consent-basis',
  'jp/postal-address',
  'consent-record',
  'opt-out-link',
  'de/impressum',
]

describe('ids that were probably meant', () => {
  it.each([
    ['a misspelt duty', 'jp/consent-recrod', ['jp/consent-record']],
    ['a misspelt rule', 'optout_links', ['opt-out-link']],
    ['a duty without its law', 'postal', ['jp/postal-address']],
    ['a duty under another law', 'us/impressum', ['de/impressum']],
    [
      'the beginning of several, shortest first',
      'consent',
      ['consent-record', 'jp/consent-basis', 'jp/consent-record'],
    ],
    ['capitals', 'JP/Consent-Basis', ['jp/consent-basis']],
  ])('are found for %s', (_, given, near) => {
    expect(nearIds(given, known)).toEqual(near)
  })

  it('are none where nothing is near', () => {
    expect(nearIds('xyzzy', known)).toEqual([])
    expect(nearIds('', known)).toEqual([])
    expect(nearIds('jp/', known)).toEqual(['jp/consent-basis', 'jp/consent-record', 'jp/postal-address'])
  })
})
