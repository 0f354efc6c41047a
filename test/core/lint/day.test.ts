import {expect, test} from 'vitest'
import {dayInJapan} from '../../../src/core/lint/day.ts'

test('the day begins at 15:00 UTC', () => {
  expect(dayInJapan(Date.UTC(2025, 11, 31, 14, 59, 59, 999))).toBe('2025-12-31')
  expect(dayInJapan(Date.UTC(2025, 11, 31, 15))).toBe('2026-01-01')
})

test('29 February is a day', () => {
  expect(dayInJapan(Date.UTC(2024, 1, 28, 15))).toBe('2024-02-29')
})

test('it is the day that the table of zones says', () => {
  const zones = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Tokyo', dateStyle: 'short'})
  for (let moment = Date.UTC(1990, 0, 1); moment < Date.UTC(2040, 0, 1); moment += 86_300_000)
    expect(dayInJapan(moment)).toBe(zones.format(moment))
})
