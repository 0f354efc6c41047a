import {expect, test} from 'vitest'
import {coversTopic, sharesTopic, topicsOf} from '../../../src/core/contacts/topics.ts'

test.each([
  ['news', ['news']],
  [' ＮＥＷＳ ; topic:Sale_Offers', ['news', 'sale offers']],
  ['["events","news"]', ['events', 'news']],
  ['全て', []],
  ['news, all', []],
  ['、', []],
])('%j names the topics %j', (text, names) => {
  expect([...topicsOf(text)]).toEqual(names)
})

test.each([
  [null, 'news', true],
  ['all', 'news', true],
  ['News', 'news', true],
  ['news, events', 'events', true],
  ['news', 'news, events', false],
  ['news', 'events', false],
  ['news', 'all', false],
])('a yes to %j covers a send of %j: %s', (own, asked, covers) => {
  expect(coversTopic(own, asked)).toBe(covers)
})

test.each([
  [null, 'news', true],
  ['news', null, true],
  ['news', 'News', true],
  ['news, events', 'events; sale', true],
  ['all', 'news', true],
  ['news', 'events', false],
])('%j and %j may be about the same: %s', (a, b, shares) => {
  expect([sharesTopic(a, b), sharesTopic(b, a)]).toEqual([shares, shares])
})
