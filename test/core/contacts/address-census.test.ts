import {expect, test} from 'vitest'
import {isAddress, parseAddress} from '../../../src/core/contacts/address.ts'
import {startAddressCensus} from '../../../src/core/contacts/address-census.ts'
import {makeAddressFlagger} from '../../../src/core/contacts/address-flags.ts'

function censusOf(addresses: readonly string[]) {
  const census = startAddressCensus(makeAddressFlagger(new Set(['mailinator.com'])))
  let asked = 0
  for (const [i, given] of addresses.entries()) {
    const address = parseAddress(given)
    if (!isAddress(address)) throw new Error(given)
    census.see(address, () => {
      asked += 1
      return i + 2
    })
  }
  return {counts: census.result(), asked}
}

test('flags are counted by kind and domain, with the first line, asked for once per count', () => {
  const {counts, asked} = censusOf([
    'taro@gmail.com',
    'info@nic.ad.jp',
    'a@gmial.com',
    'b@gmial.com',
    'c@docomo.ne.ip',
    'sales@nic.ad.jp',
    'info@gmial.com',
    'd@mailinator.com',
    'test@nic.ad.jp',
  ])
  expect(counts).toEqual([
    {kind: 'typo', domain: 'gmial.com', suggestion: 'gmail.com', count: 3, firstLine: 4},
    {kind: 'typo', domain: 'docomo.ne.ip', suggestion: 'docomo.ne.jp', count: 1, firstLine: 6},
    {kind: 'disposable', domain: 'mailinator.com', suggestion: null, count: 1, firstLine: 9},
    {kind: 'made-up', domain: null, suggestion: null, count: 1, firstLine: 10},
    {kind: 'role', domain: null, suggestion: null, count: 3, firstLine: 3},
  ])
  expect(asked).toBe(5)
})

test('a list without anything to tell has no counts', () => {
  expect(censusOf(['taro@gmail.com', 'hanako@yahoo.co.jp'])).toEqual({counts: [], asked: 0})
})

test('of thousands of misspelt domains five hundred are counted apart and the rest together: none is lost', () => {
  const {counts} = censusOf(Array.from({length: 3000}, (_, i) => `taro@shop${i}.con`))
  expect(counts.length).toBe(501)
  expect(counts.reduce((sum, {count}) => sum + count, 0)).toBe(3000)
  expect(counts[0]).toEqual({kind: 'typo', domain: null, suggestion: null, count: 2500, firstLine: 502})
})
