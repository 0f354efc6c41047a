/** Moments as people read them, in a zone that is said: never in the machine's, which may be anywhere. */

const MINUTE_MS = 60_000

/** The day a moment (UTC milliseconds) is on in a zone so many minutes east of UTC, e.g. 2026-04-01. */
export function isoDay(moment: number, offsetMinutes: number): string {
  return localText(moment, offsetMinutes).slice(0, 10)
}

/** 2024-04-01T09:00:00+09:00. */
export function isoWithZone(moment: number, offsetMinutes: number): string {
  return `${localText(moment, offsetMinutes).slice(0, 19)}${zoneText(offsetMinutes)}`
}

/** 2024-04-01 09:30 +09:00; the first moment of a day is that day: most lists know no more. */
export function dayOrMoment(moment: number, offsetMinutes: number): string {
  const text = localText(moment, offsetMinutes)
  const day = text.slice(0, 10)
  return isFirstOfDay(moment, offsetMinutes) ? day : `${day} ${text.slice(11, 16)} ${zoneText(offsetMinutes)}`
}

/** The first moment of a day: what a list that knows no more than the day is read as. */
export function isFirstOfDay(moment: number, offsetMinutes: number): boolean {
  return localText(moment, offsetMinutes).slice(11) === '00:00:00.000Z'
}

function localText(moment: number, offsetMinutes: number): string {
  return new Date(moment + offsetMinutes * MINUTE_MS).toISOString()
}

function zoneText(offsetMinutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  const east = Math.abs(offsetMinutes)
  return `${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(east / 60))}:${pad(east % 60)}`
}
