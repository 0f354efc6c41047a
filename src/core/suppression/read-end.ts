/** When an opt-out that a program tells of ends: ISO 8601 and nothing else, for what a lax reader makes of "1" is long past. */
import {scanPlain} from '../contacts/plain-date.ts'

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/
const DAY_MS = 86_400_000

/**
 * UTC milliseconds, or null. offsetMinutes: the zone of what names none, east of UTC. A day without a time is held to its end: an
 * opt-out errs towards not sending.
 */
export function readEnd(given: string, offsetMinutes: number): number | null {
  const [whole, time] = ISO.exec(given) ?? []
  if (whole === undefined) return null
  const moment = scanPlain(given, offsetMinutes)
  if (Number.isNaN(moment)) return null
  return time === undefined ? moment + DAY_MS : moment
}
