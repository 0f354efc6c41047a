/** Opt-outs of the people in a send's audience, as the report tells them: sums, and the worst ones. Nobody is named. */
import type {TimedOptOut} from '../suppression/opt-out-clock.ts'
import {worstFirst} from '../suppression/opt-out-clock.ts'

export interface OptOutFigures {
  /** Recorded since the plan. */
  readonly count: number
  readonly late: number
  /** People who got a mail that their opt-out should have stopped. */
  readonly mailedAfter: number
  /** Perhaps sent by a machine that opens links; they bind all the same, and nobody is mailed about it. */
  readonly suspicious: number
  /** The longest time one took, milliseconds. */
  readonly longestMs: number
  /** Worst first, at most 20. */
  readonly worst: readonly TimedOptOut[]
}

const MOST = 20

/** Memory does not grow with the opt-outs. */
export function startOptOutTally() {
  const sums = {count: 0, late: 0, mailedAfter: 0, suspicious: 0, longestMs: 0}
  let worst: TimedOptOut[] = []
  return {
    add(optOut: TimedOptOut) {
      sums.count += 1
      if (optOut.isLate) sums.late += 1
      if (optOut.mailedAfterAt !== null) sums.mailedAfter += 1
      if (optOut.isSuspicious) sums.suspicious += 1
      sums.longestMs = Math.max(sums.longestMs, optOut.tookMs)
      worst.push(optOut)
      if (worst.length >= 50 * MOST) worst = worst.sort(worstFirst).slice(0, MOST)
    },
    figures: (): OptOutFigures => ({...sums, worst: worst.sort(worstFirst).slice(0, MOST)}),
  }
}
