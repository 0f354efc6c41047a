/** Which day a moment falls on in Japan, whose calendar the rulebook follows: duties begin and end by that day. */
import type {Day} from './duty.ts'

/** Nine hours ahead of UTC, without summer time since 1952: no table of zones is needed, which takes long to load. */
const AHEAD_MS = 9 * 3_600_000

/** moment: UTC milliseconds. */
export function dayInJapan(moment: number): Day {
  return new Date(moment + AHEAD_MS).toISOString().slice(0, 10) as Day
}
