/** All that the report of one send shows, as one value: made from the ledger, printed in the terminal or as a page. */
import type {DeliveryState} from '../sending/ledger-states.ts'
import type {OptOutFigures} from './opt-out-figures.ts'
import type {ReasonDuty} from './reason-duties.ts'

export interface SendReport {
  readonly send: {
    readonly name: string
    /** waiting: only mails that the relay put off are left; the next run takes them when they are due. */
    readonly state: 'planned' | 'running' | 'stopped' | 'waiting' | 'finished'
    readonly list: string
    /** The expression that chose the audience, addresses starred out; null = all of the list. */
    readonly segment: string | null
    readonly template: string
    readonly purpose: string
    readonly subject: string
    readonly sender: string
    readonly laws: readonly string[]
    /** UTC milliseconds; null = has not happened. */
    readonly plannedAt: number
    readonly startedAt: number | null
    readonly finishedAt: number | null
  }
  /** Every state, zeros included; they sum to audience or sumHolds is false (promise 2 of the design). */
  readonly totals: Readonly<Record<DeliveryState, number>>
  readonly audience: number
  readonly sumHolds: boolean
  /** Why people were not mailed, most first. reason: duty ids joined by blanks, suppression:optout, template:WHY, … */
  readonly reasons: readonly {readonly state: DeliveryState; readonly reason: string; readonly count: number}[]
  /** The duties that the reasons name, for their titles and sources; ids that are in no law of ours are not here. */
  readonly duties: readonly ReasonDuty[]
  /** Outcomes over time in equal steps, oldest first; at = start of the step, UTC milliseconds. */
  readonly rate: {
    readonly stepMs: number
    readonly steps: readonly {
      readonly at: number
      readonly accepted: number
      readonly deferred: number
      readonly rejected: number
      readonly inDoubt: number
    }[]
  }
  /** Receiving domains, most contacts first, at most 15; what is left stands in one row named '*'. */
  readonly domains: readonly {
    readonly domain: string
    readonly accepted: number
    readonly deferred: number
    readonly rejected: number
    readonly inDoubt: number
    readonly notMailed: number
  }[]
  /** Relay replies, most first, at most 20. enhanced: e.g. 5.1.1 or ''. sample: cleaned reply text of one of them. */
  readonly replies: readonly {
    readonly state: DeliveryState
    readonly code: number
    readonly enhanced: string
    readonly sample: string
    readonly count: number
  }[]
  /** Opt-outs of the audience since the plan: how long each took to bind, and whether a mail went out after it. */
  readonly optOuts: OptOutFigures
  /** UTC milliseconds. */
  readonly madeAt: number
  readonly version: string
}
