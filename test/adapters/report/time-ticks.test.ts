import {expect, test} from 'vitest'
import {timeTicks} from '../../../src/adapters/report/time-ticks.ts'
import {STARTED_AT, stepsOf} from './sample-report.ts'

const TOKYO = {lang: 'en', zone: 'Asia/Tokyo'} as const

test('a short send counts seconds from its start', () => {
  const ticks = timeTicks({stepMs: 1000, steps: stepsOf(10, 1000, 10, 0, 0, 0)}, TOKYO)
  expect(ticks.at(5).map((tick) => tick.label)).toEqual(['0', '2', '4', '6', '8', '10'])
  expect(ticks.caption).toBe('seconds since 1 Oct 2026, 10:00:00 (UTC+9)')
})

test('a long send shows round times of the zone, and days where it spans some', () => {
  const hours = timeTicks({stepMs: 3_600_000, steps: stepsOf(30, 3_600_000, 30, 0, 0, 0)}, TOKYO).at(5)
  expect(hours.map((tick) => tick.label)).toEqual(['12:00', '18:00', '2 Oct', '06:00', '12:00'])
  const india = timeTicks({stepMs: 60_000, steps: stepsOf(60, 60_000, 60, 0, 0, 0)}, {lang: 'en', zone: 'Asia/Kolkata'})
  expect(india.at(4).map((tick) => tick.label)).toEqual(['06:30', '06:45', '07:00', '07:15', '07:30'])
})

test('ticks lie within the steps', () => {
  for (const stepMs of [20, 1000, 7_000, 61_000, 5_000_000]) {
    const steps = stepsOf(50, stepMs, 50, 0, 0, 0)
    const ticks = timeTicks({stepMs, steps}, TOKYO).at(6)
    expect(ticks.length).toBeGreaterThan(1)
    for (const {at} of ticks) {
      expect(at).toBeGreaterThanOrEqual(STARTED_AT)
      expect(at).toBeLessThanOrEqual(STARTED_AT + 50 * stepMs)
    }
  }
})
