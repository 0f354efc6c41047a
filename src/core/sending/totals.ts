/** What the counts of a send's states say: the sum that must be its audience, and whether only retries are left. */
import type {DeliveryState} from './ledger-states.ts'
import {DELIVERY_STATES} from './ledger-states.ts'

export type StateTotals = Readonly<Record<DeliveryState, number>>

/** Promise 2 of the design: equal to the audience, or somebody is missing from the ledger. */
export function sumOf(totals: StateTotals): number {
  return DELIVERY_STATES.reduce((sum, state) => sum + totals[state], 0)
}

/** Everybody has been offered to the relay; what it put off is taken up when it is due. */
export function hasOnlyRetriesLeft(totals: StateTotals): boolean {
  return totals.planned + totals.attempting === 0 && totals.deferred > 0
}
