import {expect, test} from 'vitest'
import {baselineText, identityOf, isKnownBy, readBaseline} from '../../../src/core/lint/baseline.ts'
import type {Finding} from '../../../src/core/lint/finding.ts'

const finding: Finding = {
  duty: 'jp/appi-special-care',
  rule: 'sensitive-columns',
  severity: 'error',
  where: {kind: 'column', of: 'may.csv', column: '既往歴'},
  key: 'sensitive-columns.header',
  values: {category: 'medical', filled: 3},
  sources: [],
  samples: [{row: 2, id: null, address: 't***@example.jp'}],
}

test('what there is to choose from is not what a finding is, nor how its path was typed', () => {
  const where = {kind: 'template', file: 'templates/a.html', part: 'html', line: 1, column: 1} as const
  const unknown = {...finding, where, key: 'known-names.unknown', values: {name: 'x', columns: 'a, b'}}
  const id = identityOf(unknown)
  expect(identityOf({...unknown, values: {name: 'x', columns: 'a, b, c'}})).toBe(id)
  expect(identityOf({...unknown, where: {...where, file: './templates/a.html'}})).toBe(id)
  expect(identityOf({...unknown, where: {...where, file: 'templates\\a.html'}})).toBe(id)
  expect(identityOf({...unknown, values: {name: 'y', columns: 'a, b'}})).not.toBe(id)
})

test('counts, weight and samples are not what a finding is; duty, words, place and values are', () => {
  const id = identityOf(finding)
  expect(
    identityOf({...finding, severity: 'info', count: 9, samples: [], values: {category: 'medical', filled: 4}}),
  ).toBe(id)
  for (const other of [
    {...finding, duty: 'jp/other'},
    {...finding, key: 'sensitive-columns.empty'},
    {...finding, where: {kind: 'column', of: 'june.csv', column: '既往歴'}},
    {...finding, where: {kind: 'column', of: 'may.csv', column: '病名'}},
    {...finding, values: {category: 'disability', filled: 3}},
  ] satisfies Finding[])
    expect(identityOf(other)).not.toBe(id)
})

test('what is written is read again, in an order that does not depend on the audit', () => {
  const entries = ['b', 'a'].map((fingerprint, i) => ({
    fingerprint,
    target: 'may',
    duty: 'x/y',
    count: i === 0 ? 3 : null,
  }))
  const text = baselineText('2026.11.1', entries)
  expect(baselineText('2026.11.1', [...entries].reverse())).toBe(text)
  const known = readBaseline(text)
  expect([...known!]).toEqual([
    ['a', null],
    ['b', 3],
  ])
  expect([2, 3, 4, undefined].map((count) => isKnownBy(known, 'b', count))).toEqual([true, true, false, true])
  expect(isKnownBy(known, 'a', 1000)).toBe(true)
  expect([isKnownBy(known, 'c', 1), isKnownBy(null, 'a', 1)]).toEqual([false, false])
})

test.each([
  '',
  'null',
  '[]',
  '{"todokeBaseline": 2, "findings": []}',
  '{"todokeBaseline": 1}',
  '{"todokeBaseline": 1, "findings": [{"fingerprint": 1, "count": 1}]}',
  '{"todokeBaseline": 1, "findings": [{"fingerprint": "a", "count": "many"}]}',
])('%j is no baseline', (text) => {
  expect(readBaseline(text)).toBeNull()
})
