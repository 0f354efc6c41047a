/** Where a send stands, and its report: read from the ledger, nothing is changed. */

import {reasonDuties} from '../core/reports/reason-duties.ts'
import type {SendReport} from '../core/reports/send-report.ts'
import {starred} from '../core/segments/fault.ts'
import type {DeliveryState} from '../core/sending/ledger-states.ts'
import {readContent} from '../core/sending/send-content.ts'
import {hasOnlyRetriesLeft, sumOf} from '../core/sending/totals.ts'
import {writtenForm} from '../core/templates/compile-part.ts'
import type {SendRecord, Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import {RULEBOOK} from '../rulebook/laws.ts'
import {requireSend} from './run-send.ts'

export interface SendStanding {
  readonly send: SendRecord
  readonly totals: Readonly<Record<DeliveryState, number>>
  readonly sumHolds: boolean
  readonly nextDue: number | null
}

/** Throws SEND_UNKNOWN, STORE_*. */
export async function sendStatus(name: string, {store}: {readonly store: Store}): Promise<SendStanding> {
  const send = await requireSend(name, store)
  const totals = await store.sends.totals(send.id)
  return {send, totals, sumHolds: sumOf(totals) === send.audience, nextDue: await store.sends.nextDue(send.id)}
}

/** isRunning: whether a run holds the lock now; without one, attempting means in doubt. */
export async function buildReport(
  ask: {readonly name: string; readonly version: string; readonly isRunning: boolean},
  needs: {readonly store: Store; readonly clock: Clock},
): Promise<SendReport> {
  const {send, totals, sumHolds} = await sendStatus(ask.name, needs)
  const {subject, sender} = readContent(send.content)
  const state =
    send.lastEvent === 'planned' || send.lastEvent === 'finished'
      ? send.lastEvent
      : ask.isRunning
        ? 'running'
        : hasOnlyRetriesLeft(totals)
          ? 'waiting'
          : 'stopped'
  const figures = await needs.store.sends.figures(send.id)
  return {
    send: {
      name: send.name,
      state,
      list: send.list,
      segment: send.segment === null ? null : starred(send.segment),
      template: send.template,
      purpose: send.purpose,
      subject: writtenForm(subject),
      sender: sender.name,
      laws: send.laws,
      plannedAt: send.plannedAt,
      startedAt: send.startedAt,
      finishedAt: send.finishedAt,
    },
    totals,
    audience: send.audience,
    sumHolds,
    ...figures,
    duties: reasonDuties(figures.reasons, RULEBOOK),
    madeAt: needs.clock.now(),
    version: ask.version,
  }
}
