/** Figures that follow from a send report, the same for the terminal and the page. No words, no drawing. */

import type {DeliveryState} from '../sending/ledger-states.ts'
import {sumOf} from '../sending/totals.ts'
import type {SendReport} from './send-report.ts'

type StateGroup = 'tried' | 'notMailed' | 'open'

/**
 * The states in the order of promise 2, by what they say about a contact. tried: the relay was asked. notMailed: the
 * plan or the ledger decided against it. open: still to come.
 */
export const STATE_GROUPS: Readonly<Record<StateGroup, readonly DeliveryState[]>> = {
  tried: ['accepted', 'rejected', 'deferred', 'in-doubt'],
  notMailed: ['suppressed', 'held', 'dropped', 'skipped'],
  open: ['planned', 'attempting'],
}

export const GROUP_ORDER: readonly StateGroup[] = ['tried', 'notMailed', 'open']

export const STATE_ORDER: readonly DeliveryState[] = GROUP_ORDER.flatMap((group) => STATE_GROUPS[group])

/** The outcome columns of rate steps and domains, and the state each one counts. */
export const OUTCOME_STATES = {
  accepted: 'accepted',
  rejected: 'rejected',
  deferred: 'deferred',
  inDoubt: 'in-doubt',
} as const satisfies Record<string, DeliveryState>

export type Outcome = keyof typeof OUTCOME_STATES

export const OUTCOMES = Object.keys(OUTCOME_STATES) as readonly Outcome[]

export function groupTotal(report: SendReport, group: StateGroup): number {
  return STATE_GROUPS[group].reduce((sum, state) => sum + report.totals[state], 0)
}

export function sumOfStates(report: SendReport): number {
  return sumOf(report.totals)
}

/** Contacts a person must settle: in doubt, and, without a live run, those that were being attempted (promise 2). */
export function doubtfulCount(report: SendReport): number {
  return report.totals['in-doubt'] + (report.send.state === 'running' ? 0 : report.totals.attempting)
}

/** The states of the equation: those that occur, and accepted always. */
export function termsOfSum(report: SendReport): readonly {readonly state: DeliveryState; readonly count: number}[] {
  return STATE_ORDER.map((state) => ({state, count: report.totals[state]})).filter(
    (term) => term.count !== 0 || term.state === 'accepted',
  )
}

type RateStep = SendReport['rate']['steps'][number]

export function outcomesOf(step: Readonly<Record<Outcome, number>>): number {
  return OUTCOMES.reduce((sum, outcome) => sum + step[outcome], 0)
}

/** Steps with one quiet step where others are left out; it lasts up to the next step, so a pause is drawn as one. */
export function stepsWithPauses(rate: SendReport['rate']): readonly RateStep[] {
  const filled: RateStep[] = []
  for (const step of rate.steps) {
    const last = filled.at(-1)
    if (last && step.at > last.at + rate.stepMs) filled.push(quietStep(last.at + rate.stepMs))
    filled.push(step)
  }
  return filled
}

function quietStep(at: number): RateStep {
  return {at, accepted: 0, deferred: 0, rejected: 0, inDoubt: 0}
}

/** Mails per second over the whole time shown and in the busiest step; null when nothing was tried. */
export function rateSummary(rate: SendReport['rate']): {readonly average: number; readonly peak: number} | null {
  const first = rate.steps[0]
  const last = rate.steps.at(-1)
  if (!first || !last || rate.stepMs <= 0) return null
  const total = rate.steps.reduce((sum, step) => sum + outcomesOf(step), 0)
  const spanMs = last.at + rate.stepMs - first.at
  const busiest = rate.steps.reduce((most, step) => Math.max(most, outcomesOf(step)), 0)
  return {average: (total * 1000) / spanMs, peak: (busiest * 1000) / rate.stepMs}
}
