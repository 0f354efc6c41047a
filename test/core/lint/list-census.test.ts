import {expect, test} from 'vitest'
import {startListCensus} from '../../../src/core/lint/list-census.ts'
import {person, YES} from '../../support/audits.ts'

function censusOf(moments: Iterable<number | null>) {
  const census = startListCensus()
  let row = 2
  for (const at of moments) census.see(person(row++, {consents: [{...YES, at}]}))
  return census.result([])
}

test('consents of the same second count together, whatever their milliseconds', () => {
  const second = Date.UTC(2025, 3, 1)
  const {dated, topSecond} = censusOf([second, second + 999, second + 1000, null])
  expect([dated, topSecond]).toEqual([3, {at: second, count: 2}])
})

test('a second that most share is found among more seconds than are kept apart, in any order', () => {
  function* mixed() {
    for (let i = 0; i < 40_000; i += 1) {
      yield i * 1000
      yield 7
    }
  }
  function* last() {
    for (let i = 1; i <= 20_000; i += 1) yield i * 1000
    for (let i = 0; i < 30_000; i += 1) yield 7
  }
  for (const [moments, all, share] of [
    [mixed(), 80_000, 0.5],
    [last(), 50_000, 0.6],
  ] as const) {
    const {dated, topSecond} = censusOf(moments)
    expect([dated, topSecond!.at]).toEqual([all, 0])
    expect(topSecond!.count).toBeGreaterThan(all * share - all / 10_000 - 2)
    expect(topSecond!.count).toBeLessThanOrEqual(all * share + 1)
  }
})

test('a withdrawn or refused consent has no moment that counts', () => {
  const census = startListCensus()
  census.see(person(2, {consents: [YES, {...YES, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)}]}))
  expect(census.result([])).toMatchObject({contacts: 1, dated: 0, topSecond: null})
})

test('assumed countries are counted by country, told ones are not', () => {
  const census = startListCensus()
  census.see(person(2, {placed: {country: 'JP', ground: 'audience', alsoIn: []}}))
  census.see(person(3, {placed: {country: 'JP', ground: 'audience', alsoIn: []}}))
  census.see(person(4, {placed: {country: null, ground: 'unknown', alsoIn: []}}))
  census.see(person(5, {placed: {country: 'DE', ground: 'domain', alsoIn: []}}))
  expect(census.result([]).assumed).toEqual([
    {country: 'JP', ground: 'audience', count: 2},
    {country: null, ground: 'unknown', count: 1},
  ])
})

test('only opt-outs of all mail stop somebody', () => {
  const census = startListCensus()
  census.see(person(2, {optOut: {reason: 'optout', scope: 'all'}}))
  census.see(person(3, {optOut: {reason: 'bounce', scope: 'all'}}))
  census.see(person(4, {optOut: {reason: 'optout', scope: 'topic:sale'}}))
  expect(census.result([]).stopped).toEqual({optout: 1, bounce: 1})
})
