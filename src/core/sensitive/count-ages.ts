/** Counts how many birth dates of a column are those of minors on one day. Keeps no date. Never throws. */
import {readMoment} from '../contacts/read-moment.ts'
import type {ColumnJudgement} from './column-judgement.ts'

export interface AgeCount {
  /** A filled cell. */
  see(cell: string): void
  result(): NonNullable<ColumnJudgement['ages']>
}

/** asOf: UTC milliseconds. Whose birthday is on that day is as old as it makes them. */
export function startAgeCount(asOf: number): AgeCount {
  const under16 = yearsBefore(asOf, 16)
  const under18 = yearsBefore(asOf, 18)
  const counts = {dated: 0, under16: 0, under18: 0}
  return {
    see(cell) {
      // Which of 4/1 and 1/4 is meant moves a birthday by months at most.
      const born = readMoment(cell, 0) ?? readMoment(cell, 0, 'mdy') ?? readMoment(cell, 0, 'dmy')
      if (born === null || born > asOf) return
      counts.dated += 1
      if (born > under16) counts.under16 += 1
      if (born > under18) counts.under18 += 1
    },
    result: () => ({...counts}),
  }
}

/** 29 February of a year without one is 1 March, the later day: a child is not made older. */
function yearsBefore(asOf: number, years: number): number {
  const day = new Date(asOf)
  return Date.UTC(day.getUTCFullYear() - years, day.getUTCMonth(), day.getUTCDate())
}
