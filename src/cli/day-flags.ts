/** Days given by flags: any form that means one day only; a day without a time is its first moment in the audience's zone. */
import {readMoment} from '../core/contacts/read-moment.ts'
import {isoDay} from '../core/zoned-moment.ts'
import {AppError} from '../errors.ts'

/** UTC milliseconds; null when the flag was not given. Throws FLAG_INVALID. */
export function dayFlag(flag: string, given: string | undefined, offsetMinutes: number): number | null {
  if (given === undefined) return null
  const moment = readMoment(given, offsetMinutes)
  if (moment !== null) return moment
  throw new AppError('FLAG_INVALID', {flag, given, expected: '2026-04-01, 2026-04-01T09:00+09:00', command: ''})
}

/** Of a day on which something happened. Throws FLAG_INVALID for one to come, and for one before 1995. */
export function pastDayFlag(
  flag: string,
  given: string | undefined,
  {offsetMinutes, now}: {readonly offsetMinutes: number; readonly now: number},
): number | null {
  const moment = dayFlag(flag, given, offsetMinutes)
  if (moment === null || (moment <= now && moment >= EARLIEST)) return moment
  throw new AppError('FLAG_INVALID', {
    ...{flag, given: given!, expected: `1995-01-01 – ${isoDay(now, offsetMinutes)}`},
    command: '',
  })
}

/** First moment of that day, UTC milliseconds. */
export function startOfDay(moment: number, offsetMinutes: number): number {
  const dayMs = 86_400_000
  const shift = offsetMinutes * 60_000
  return Math.floor((moment + shift) / dayMs) * dayMs - shift
}

const EARLIEST = Date.UTC(1995, 0, 1)
