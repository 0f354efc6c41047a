import {expect, test} from 'vitest'
import {dayAt} from '../../../src/core/lint/day.ts'

test('a moment lies on another day in Tokyo than in New York', () => {
  const moment = Date.UTC(2025, 11, 31, 15, 30)
  expect(dayAt(moment, 'Asia/Tokyo')).toBe('2026-01-01')
  expect(dayAt(moment, 'America/New_York')).toBe('2025-12-31')
})

test('29 February is a day', () => {
  expect(dayAt(Date.UTC(2024, 1, 28, 15), 'Asia/Tokyo')).toBe('2024-02-29')
})
