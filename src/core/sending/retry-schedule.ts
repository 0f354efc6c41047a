/** When a mail that was refused for now is due again: 5, 15, 30, 60 minutes, then every 4 hours, for 48 hours in all. */

const MINUTE_MS = 60_000
const FIRST_WAITS = [5, 15, 30, 60].map((minutes) => minutes * MINUTE_MS)
const LATER_WAIT_MS = 240 * MINUTE_MS
const GIVE_UP_MS = 48 * 60 * MINUTE_MS

/** attempt: the one that was refused, from 1. null = the window is used up. Source: reliability.md A4, RFC 5321 4.5.4.1. */
export function retryAt(attempt: number, now: number): number | null {
  let spent = 0
  for (let done = 1; done < attempt; done += 1) spent += waitAfter(done)
  const wait = waitAfter(attempt)
  return spent + wait > GIVE_UP_MS ? null : now + wait
}

function waitAfter(attempt: number): number {
  return FIRST_WAITS[attempt - 1] ?? LATER_WAIT_MS
}
