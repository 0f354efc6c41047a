import {expect, it} from 'vitest'
import {dayOrMoment, isoDay, isoWithZone} from '../../src/core/zoned-moment.ts'

it.each([
  ['2024-05-01T00:00+09:00', 540, '2024-05-01', '2024-05-01', '2024-05-01T00:00:00+09:00'],
  ['2024-05-01T00:00+09:00', 0, '2024-04-30 15:00 +00:00', '2024-04-30', '2024-04-30T15:00:00+00:00'],
  ['2024-05-01T09:30:59+09:00', 540, '2024-05-01 09:30 +09:00', '2024-05-01', '2024-05-01T09:30:59+09:00'],
  ['2024-05-01T00:00:01Z', -210, '2024-04-30 20:30 -03:30', '2024-04-30', '2024-04-30T20:30:01-03:30'],
])('%s in the zone %i is %s', (text, offset, shown, day, iso) => {
  const at = Date.parse(text)
  expect([dayOrMoment(at, offset), isoDay(at, offset), isoWithZone(at, offset)]).toEqual([shown, day, iso])
})
