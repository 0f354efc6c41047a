/** Which day a moment falls on in a jurisdiction's own calendar: duties begin and end by that day. */
import type {Day} from './duty.ts'

/** moment: UTC milliseconds. timeZone: IANA name, e.g. Asia/Tokyo; throws RangeError for an unknown one. */
export function dayAt(moment: number, timeZone: string): Day {
  // The Swedish locale writes ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', {timeZone, dateStyle: 'short'}).format(moment) as Day
}
