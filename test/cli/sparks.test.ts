import {expect, test} from 'vitest'
import {bar, sparkline} from '../../src/cli/sparks.ts'

test('a bar is as long as its share, with a sliver for anything above zero', () => {
  expect(bar(0, 10)).toBe('')
  expect(bar(0.000_001, 10)).toBe('▏')
  expect(bar(0.25, 10)).toBe('██▌')
  expect(bar(1, 10)).toBe('██████████')
})

const step = (at: number, accepted: number) => ({at, accepted, deferred: 0, rejected: 0, inDoubt: 0})

test('a rate shows its heights, and left-out steps as a pause', () => {
  const steps = [step(0, 1), step(1000, 4), step(2000, 8), step(5000, 8)]
  expect(sparkline({stepMs: 1000, steps}, 40)).toBe('▁▄█··█')
  expect(sparkline({stepMs: 1000, steps: [step(0, 3)]}, 40)).toBe('█')
  expect(sparkline({stepMs: 1000, steps: []}, 40)).toBe('')
})

test('more steps than cells are averaged, so an even rate stays even', () => {
  const even = Array.from({length: 101}, (_, index) => step(index * 1000, 5))
  expect(sparkline({stepMs: 1000, steps: even}, 76)).toBe('█'.repeat(76))
})
