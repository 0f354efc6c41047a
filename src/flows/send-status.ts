/** Where a send stands, and its report: read from the ledger, nothing is changed. */

import {placePerson} from '../core/contacts/build-case.ts'
import type {OptOutFigures} from '../core/reports/opt-out-figures.ts'
import {startOptOutTally} from '../core/reports/opt-out-figures.ts'
import {reasonDuties} from '../core/reports/reason-duties.ts'
import type {SendReport} from '../core/reports/send-report.ts'
import {starred} from '../core/segments/fault.ts'
import type {DeliveryState} from '../core/sending/ledger-states.ts'
import {readContent} from '../core/sending/send-content.ts'
import {hasOnlyRetriesLeft, sumOf} from '../core/sending/totals.ts'
import {deadlineOf, timeOptOut} from '../core/suppression/opt-out-clock.ts'
import {writtenForm} from '../core/templates/compile-part.ts'
import type {SendRecord, Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import {lawChoiceOf, RULEBOOK} from '../rulebook/laws.ts'
import {PROVIDER_DEADLINES} from '../rulebook/opt-out-deadlines.ts'
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

/** audience: country of people whose list says none. isRunning: whether a run holds the lock now; without one, attempting means in doubt. */
export async function buildReport(
  ask: {readonly name: string; readonly version: string; readonly isRunning: boolean; readonly audience: string | null},
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
    optOuts: await optOutsOf(send, ask.audience, needs.store),
    duties: reasonDuties(figures.reasons, RULEBOOK),
    madeAt: needs.clock.now(),
    version: ask.version,
  }
}

/** By the laws of the send and those of each contact's country. */
async function optOutsOf(send: SendRecord, audience: string | null, store: Store): Promise<OptOutFigures> {
  const choice = lawChoiceOf(send.laws)
  const tally = startOptOutTally()
  for await (const batch of store.sends.optOuts(send.id))
    for (const {address, country, locale, attributes, ...optOut} of batch) {
      const placed = placePerson({address, country, locale, attributes}, audience)
      const laws = choice.lawsFor(placed.country, placed.alsoIn)
      const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
      tally.add(timeOptOut(optOut, deadlineOf(optOut.arrivedAt, {laws, domain, providers: PROVIDER_DEADLINES})))
    }
  return tally.figures()
}
