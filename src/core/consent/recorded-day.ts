/** The day that a person's own record tells of a consent: what a statement for many takes over, and makes up for nobody. */
import type {Basis, ConsentFact} from '../contacts/consent.ts'
import {isYes} from '../contacts/consent.ts'

/**
 * UTC milliseconds, the latest not after now; null = none is recorded. basis: the day of a consent on another basis is
 * not counted; null = of any. What was declared tells no day of the person's own.
 */
export function recordedDay(consents: readonly ConsentFact[], now: number, basis: Basis | null): number | null {
  let latest: number | null = null
  for (const event of consents) {
    const {at, evidence} = event
    if (!isYes(event) || at === null || at > now || evidence.declaration !== undefined) continue
    if (basis !== null && event.basis !== null && event.basis !== basis) continue
    if (latest === null || at > latest) latest = at
  }
  return latest
}
