import {expect, it} from 'vitest'
import {strayOrigins} from '../../../src/core/laws/stray-origins.ts'

it('names origins of lists that are not there, with the list that was probably meant', () => {
  const declared = {news: 'own-form', newz: 'purchased', 'fiar-2025': 'card', elsewhere: 'trade'}
  expect(strayOrigins(declared, ['news', 'fair-2025'])).toEqual([
    {name: 'newz', near: null},
    {name: 'fiar-2025', near: 'fair-2025'},
    {name: 'elsewhere', near: null},
  ])
  expect(strayOrigins({news: 'own-form'}, ['news'])).toEqual([])
})
