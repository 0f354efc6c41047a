import {expect, test} from 'vitest'
import {keepOf} from '../../src/cli/keep-flags.ts'
import {sensitiveOf} from '../../src/cli/show-export.ts'

test('a column is kept when its ground and the evidence of it are said', () => {
  expect(keepOf({})).toBeNull()
  expect(keepOf({keep: ['既往歴'], 'keep-basis': 'consent', 'keep-evidence': ' form 3 '})).toEqual({
    columns: ['既往歴'],
    basis: 'consent',
    evidence: 'form 3',
  })
})

test.each([
  [{keep: ['既往歴']}, '--keep-basis consent|law|public'],
  [{keep: ['既往歴'], 'keep-basis': 'consent' as const}, '--keep-evidence TEXT'],
  [{keep: ['既往歴'], 'keep-basis': 'consent' as const, 'keep-evidence': '  '}, '--keep-evidence TEXT'],
  [{'keep-basis': 'law' as const}, '--keep COLUMN'],
  [{'keep-evidence': 'form 3'}, '--keep COLUMN'],
])('%j is refused, and %s is asked for', (flags, expected) => {
  expect(() => keepOf(flags)).toThrow(expected)
})

test('a sensitive column goes out with a reason, and neither goes alone', () => {
  expect(sensitiveOf([], undefined)).toBeNull()
  expect(sensitiveOf(['既往歴'], 'the clinic asked')).toEqual({columns: ['既往歴'], reason: 'the clinic asked'})
  expect(() => sensitiveOf(['既往歴'], ' ')).toThrow('--reason TEXT')
  expect(() => sensitiveOf([], 'the clinic asked')).toThrow('--with-sensitive COLUMN')
})
