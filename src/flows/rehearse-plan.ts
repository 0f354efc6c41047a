/** A plan that is worked out and not written: the same counts and reasons as the plan that would be made. */
import type {DeliveryState} from '../core/sending/ledger-states.ts'
import {DELIVERY_STATES} from '../core/sending/ledger-states.ts'
import type {PlanEntry, SendHeader, SendRecord, Store} from '../ports/store.ts'

export interface WrittenPlan {
  readonly send: SendRecord
  readonly totals: Readonly<Record<string, number>>
  readonly reasons: readonly {readonly state: string; readonly reason: string; readonly count: number}[]
}

export type PlanWriter = (
  header: SendHeader,
  entries: AsyncIterable<readonly PlanEntry[]>,
  at: number,
) => Promise<WrittenPlan>

/** list: its name. */
export function rehearsePlan(list: string, {instanceId}: Pick<Store, 'instanceId'>): PlanWriter {
  return async (header, entries, at) => {
    const totals = Object.fromEntries(DELIVERY_STATES.map((state) => [state, 0])) as Record<DeliveryState, number>
    const reasons = new Map<string, {state: string; reason: string; count: number}>()
    let audience = 0
    for await (const batch of entries)
      for (const {state, reason} of batch) {
        audience += 1
        totals[state] += 1
        if (reason === null) continue
        const key = `${state} ${reason}`
        const known = reasons.get(key) ?? {state, reason, count: 0}
        reasons.set(key, {...known, count: known.count + 1})
      }
    const toSend = totals.planned
    return {
      send: {
        ...{...header, id: 0, list, audienceHash: '', instanceId, audience, toSend, plannedAt: at},
        ...{lastEvent: 'planned', startedAt: null, finishedAt: null},
      },
      totals,
      reasons: [...reasons.values()].sort((a, b) => b.count - a.count),
    }
  }
}
