import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {
  addBusinessDays,
  addMonths,
  addWholeMonths,
  addYears,
  dayNumber,
  dayOfText,
  dayText,
  lastDayOf,
} from '../../../src/core/laws/calendar.ts'

const plus = (add: (day: number, n: number) => number) => (day: string, n: number) => dayText(add(dayOfText(day), n))

describe('months on the calendar', () => {
  it.each([
    ['2025-01-15', 6, '2025-07-15'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-12-31', 1, '2026-01-31'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2000-02-29', 1200, '2100-02-28'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(plus(addMonths)(day, months)).toBe(expected)
  })

  it.each([
    ['2026-02-28', 1, '2026-03-31'],
    ['2024-02-28', 1, '2024-03-28'],
    ['2024-02-29', 1, '2024-03-31'],
    ['2026-04-30', 12, '2027-04-30'],
    ['2026-04-30', 1, '2026-05-31'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2026-01-29', 1, '2026-02-28'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-15', 1, '2026-02-15'],
  ])('counted from the day after, %s and %i months ends on %s', (day, months, expected) => {
    expect(plus(addWholeMonths)(day, months)).toBe(expected)
  })

  it('never ends earlier when counted from the day after, nor later than three days', () => {
    fc.assert(
      fc.property(fc.integer({min: -200_000, max: 200_000}), fc.integer({min: 0, max: 600}), (day, months) => {
        const more = addWholeMonths(day, months) - addMonths(day, months)
        expect(more).toBeGreaterThanOrEqual(0)
        expect(more).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('counts years as twelve months', () => {
    expect(plus(addYears)('2024-02-29', 1)).toBe('2025-02-28')
  })
})

describe('days', () => {
  it('have the numbers of the UTC calendar', () => {
    fc.assert(
      fc.property(fc.date({min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true}), (date) => {
        const text = date.toISOString().slice(0, 10)
        expect(dayText(dayNumber(date.getTime(), 0))).toBe(text)
        expect(dayOfText(text)).toBe(dayNumber(date.getTime(), 0))
      }),
    )
  })

  it('change at midnight of the zone', () => {
    const midnight = Date.parse('2026-03-01T00:00:00+09:00')
    expect(dayText(dayNumber(midnight, 540))).toBe('2026-03-01')
    expect(dayText(dayNumber(midnight - 1, 540))).toBe('2026-02-28')
    expect(dayText(dayNumber(midnight, 0))).toBe('2026-02-28')
    expect(dayText(dayNumber(midnight, -210))).toBe('2026-02-28')
  })

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', 'soon', ''])('%j is none', (text) => {
    expect(dayOfText(text)).toBeNaN()
  })
})

describe('business days', () => {
  it.each([
    ['2026-01-15', 1, '2026-01-16'],
    ['2026-01-16', 1, '2026-01-19'],
    ['2026-01-17', 1, '2026-01-19'],
    ['2026-01-15', 10, '2026-01-29'],
    ['2026-01-15', 0, '2026-01-15'],
    ['1969-12-26', 5, '1970-01-02'],
  ])('%s and %i is %s', (day, n, expected) => {
    expect(plus(addBusinessDays)(day, n)).toBe(expected)
  })

  it('leaves out the holidays it is told', () => {
    const holidays = new Set([dayOfText('2026-01-19')])
    expect(dayText(addBusinessDays(dayOfText('2026-01-15'), 2, holidays))).toBe('2026-01-20')
  })
})

test('a period of law ends on a day, the later one where it is asked for', () => {
  const end = (unit: 'hours' | 'days' | 'businessDays' | 'months' | 'years', n: number, whole: 'earliest' | 'latest') =>
    dayText(lastDayOf(dayOfText('2026-02-28'), {unit, n}, whole))
  expect(end('months', 1, 'earliest')).toBe('2026-03-28')
  expect(end('months', 1, 'latest')).toBe('2026-03-31')
  expect(end('years', 3, 'latest')).toBe('2029-02-28')
  expect(end('days', 30, 'latest')).toBe('2026-03-30')
  expect(end('businessDays', 5, 'latest')).toBe('2026-03-06')
  expect(end('hours', 48, 'earliest')).toBe('2026-03-02')
})
