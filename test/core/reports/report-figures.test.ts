import {expect, test} from 'vitest'
import {
  doubtfulCount,
  rateSummary,
  STATE_ORDER,
  stepsWithPauses,
  sumOfStates,
  termsOfSum,
} from '../../../src/core/reports/report-figures.ts'
import {DELIVERY_STATES} from '../../../src/core/sending/ledger-states.ts'
import {NOBODY, SAMPLE} from '../../adapters/report/sample-report.ts'

test('every state of the ledger has one place in the order of the sum', () => {
  expect([...STATE_ORDER].sort()).toEqual([...DELIVERY_STATES].sort())
})

test('the terms of the sum add up to the sum and leave out what does not occur', () => {
  const terms = termsOfSum(SAMPLE)
  expect(terms.reduce((sum, term) => sum + term.count, 0)).toBe(sumOfStates(SAMPLE))
  expect(terms.map((term) => term.state)).not.toContain('skipped')
  expect(termsOfSum(NOBODY)).toEqual([{state: 'accepted', count: 0}])
})

test('without a live run, those being attempted are in doubt', () => {
  const totals = {...SAMPLE.totals, attempting: 4}
  expect(doubtfulCount({...SAMPLE, totals})).toBe(7)
  expect(doubtfulCount({...SAMPLE, totals, send: {...SAMPLE.send, state: 'running'}})).toBe(3)
})

test('the rate counts the whole time shown, pauses included', () => {
  const step = (at: number, accepted: number) => ({at, accepted, deferred: 0, rejected: 0, inDoubt: 0})
  const rate = {stepMs: 1000, steps: [step(0, 10), step(1000, 30), step(9000, 20)]}
  expect(rateSummary(rate)).toEqual({average: 6, peak: 30})
  expect(stepsWithPauses(rate).map(({at, accepted}) => [at, accepted])).toEqual([
    [0, 10],
    [1000, 30],
    [2000, 0],
    [9000, 20],
  ])
  expect(rateSummary({stepMs: 1000, steps: []})).toBeNull()
})
