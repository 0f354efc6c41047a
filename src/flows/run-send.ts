/**
 * Carries a planned send out: gives recipients to the workers, marks them before their dots, records what became of
 * them. The ledger is the only truth; a run may stop at any moment and the next one goes on from it.
 */

import type {DeliveryState} from '../core/sending/ledger-states.ts'
import {isPlanStale, PLAN_LIFE_DAYS} from '../core/sending/plan-life.ts'
import {sumOf} from '../core/sending/totals.ts'
import {AppError} from '../errors.ts'
import type {Crew, WorkerSetup} from '../ports/crew.ts'
import type {SendRecord, Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'
import type {FreshNeeds} from './fresh-opt-outs.ts'
import {freshOptOuts, keepFresh} from './fresh-opt-outs.ts'
import type {RunProgress} from './send-dispatcher.ts'
import {startDispatcher} from './send-dispatcher.ts'

export interface RunAsk {
  /** As the user confirmed it. */
  readonly send: SendRecord
  /** Aborted = finish what is open and stop. */
  readonly stop: AbortSignal
  readonly perSecond: number | null
  readonly onProgress: (progress: RunProgress) => void
  /** Told where the send stands when a run that had begun ends in an error, before it throws. */
  readonly onCutShort: (standing: RunResult) => void
}

export interface RunNeeds {
  readonly store: Store
  readonly clock: Clock
  readonly crew: Crew
  /** Null where no opt-outs are pulled from elsewhere. */
  readonly detached: FreshNeeds | null
  /** Builds the mail once and knows relay and keys. */
  setupFor(send: SendRecord): Promise<WorkerSetup>
}

export interface RunResult {
  readonly send: SendRecord
  readonly totals: Readonly<Record<DeliveryState, number>>
  readonly sumHolds: boolean
  readonly sentNow: number
  readonly tookMs: number
  /** In-doubt mails that an earlier, killed run had left unfinished. */
  readonly foundUnfinished: number
  readonly nextDue: number | null
}

/**
 * Throws PLAN_STALE, PULL_*, DETACHED_KEY_UNKNOWN, CONFIRM_WRONG (planned anew meanwhile), RELAY_UNREACHABLE, RELAY_REFUSES, STORE_*, WORKER_FAILED,
 * LEDGER_SUM_OFF, INTERRUPTED; in every case the ledger holds all that happened.
 */
export async function runSend(ask: RunAsk, needs: RunNeeds): Promise<RunResult> {
  const {store, clock} = needs
  const {send} = ask
  const began = clock.now()
  if (send.startedAt === null && isPlanStale(send.plannedAt, began)) {
    await needs.crew.close()
    throw new AppError('PLAN_STALE', {name: send.name, days: PLAN_LIFE_DAYS})
  }
  const fence = began
  const ledger = store.sends.ledger(send, fence)
  const foundUnfinished = await ledger.closeUnfinished(began)
  const setup = await begin(send, fence, needs).catch(async (error) => {
    await needs.crew.close()
    throw error
  })

  const fresh = keepFresh(needs.detached)
  const dispatcher = startDispatcher(ledger, needs.crew, clock, {
    command: commandOf(send.name),
    setup,
    stop: AbortSignal.any([ask.stop, fresh.signal]),
    perSecond: ask.perSecond,
    onProgress: ask.onProgress,
  })
  let failure: unknown = null
  const counted = await dispatcher.finished.catch((error) => {
    failure = error
    return dispatcher.progress()
  })
  await fresh.stop()
  failure ??= fresh.failure()
  await needs.crew.close()

  const totals = await store.sends.totals(send.id)
  const result = {
    send,
    totals,
    sumHolds: sumOf(totals) === send.audience,
    sentNow: counted.accepted,
    tookMs: clock.now() - began,
    foundUnfinished,
    nextDue: await store.sends.nextDue(send.id),
  }
  const open = totals.planned + totals.attempting + totals.deferred
  await store.sends.addEvent(send, open === 0 ? 'finished' : 'stopped', {accepted: counted.accepted}, clock.now())
  const isInterrupted = ask.stop.aborted && open > 0
  if (!result.sumHolds || failure !== null || isInterrupted) ask.onCutShort(result)
  if (!result.sumHolds)
    throw new AppError('LEDGER_SUM_OFF', {name: send.name, sum: sumOf(totals), audience: send.audience})
  if (failure !== null) throw failure
  if (isInterrupted) throw new AppError('INTERRUPTED', {command: commandOf(send.name)})
  return result
}

/** What can still be refused comes before the start is recorded: a send that started is never planned anew. */
async function begin(send: SendRecord, fence: number, {store, setupFor, detached}: RunNeeds): Promise<WorkerSetup> {
  if (detached !== null) await freshOptOuts({tokenKey: send.tokenKey}, detached)
  const setup = await setupFor(send)
  if (await store.sends.addEvent(send, 'started', {fence}, fence)) return setup
  const {name, toSend} = await requireSend(send.name, store)
  throw new AppError('CONFIRM_WRONG', {
    given: `${name}:${send.toSend}`,
    name,
    count: toSend,
    confirm: `${name}:${toSend}`,
  })
}

export async function requireSend(name: string, store: Store): Promise<SendRecord> {
  const send = await store.sends.find(name)
  if (send === null || send.lastEvent === 'unfinished-plan')
    throw new AppError('SEND_UNKNOWN', {name, known: (await store.sends.names()).join(', ') || '-'})
  return send
}

export function commandOf(name: string): string {
  return `todoke send run ${name}`
}
