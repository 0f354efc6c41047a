/** How long the proof of somebody who is being erased stays locked away: as long as the last law wants it, by its calendar. */
import {dayOfText} from '../laws/calendar.ts'
import type {Law} from '../laws/law.ts'
import {zoneOf} from '../laws/law.ts'
import type {Day} from '../lint/duty.ts'
import type {LawKeep} from './purge-verdict.ts'

export interface LockedUntil {
  /** The last day on which a law wants the proof. */
  readonly until: Day
  /** When that day is over under each of the laws, UTC milliseconds. */
  readonly overAt: number
  /** The laws that still want it. */
  readonly laws: readonly {readonly law: string; readonly of: string; readonly until: Day; readonly source: string}[]
}

const DAY_MS = 86_400_000

/** keeps: of a person whom nobody may mail any more, so that each has its last day. Null where no law wants it. */
export function lockedUntil(keeps: readonly LawKeep[], laws: readonly Law[]): LockedUntil | null {
  const open = keeps.flatMap(({law, until, isOver, retention}) =>
    isOver || until === null
      ? []
      : [{law, of: retention.of, until, source: retention.sources.map(({title}) => title).join(' / ')}],
  )
  if (open.length === 0) return null
  const overAt = open.map(({law, until}) => {
    const zone = zoneOf(laws.find(({id}) => id === law) ?? {})
    return (dayOfText(until) + 1) * DAY_MS - zone * 60_000
  })
  return {
    until: open
      .map(({until}) => until)
      .sort()
      .at(-1)!,
    overAt: Math.max(...overAt),
    laws: open,
  }
}
