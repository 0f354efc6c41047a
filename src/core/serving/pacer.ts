/**
 * How long a request has to wait so that one client cannot crowd out the others. Nothing is forgotten by it: it only
 * tells a wait, and what to do with one that is too long is the caller's business.
 */

export interface Pace {
  /** Requests per second in the long run. */
  readonly perSecond: number
  /** How many may come at once after a rest. */
  readonly burst: number
}

/** Counts a request of a client at a moment in milliseconds that never runs backwards; returns how long it has to wait. */
export type Pacer = (client: string, now: number) => number

/** most: clients that are remembered; beyond, the one that was new longest ago is forgotten. */
export function pacer({perSecond, burst}: Pace, most: number): Pacer {
  const stepMs = 1000 / perSecond
  const roomMs = (burst - 1) * stepMs
  /** When each client's requests so far would be through, one step after the other. */
  const through = new Map<string, number>()
  return (client, now) => {
    const from = Math.max(through.get(client) ?? now, now)
    const waitMs = Math.max(0, from - now - roomMs)
    // A client that is far ahead would otherwise pay for hours for a flood of a minute; one step is owed in any case.
    through.set(client, Math.min(from + stepMs, now + roomMs + Math.max(MOST_AHEAD_MS, stepMs)))
    if (through.size > most) through.delete(through.keys().next().value!)
    return waitMs
  }
}

const MOST_AHEAD_MS = 10_000

/** Whether a word was among the last so many. */
export function recentWords(most: number): (word: string) => boolean {
  const seen = new Set<string>()
  return (word) => {
    if (seen.has(word)) return true
    seen.add(word)
    if (seen.size > most) seen.delete(seen.keys().next().value!)
    return false
  }
}
