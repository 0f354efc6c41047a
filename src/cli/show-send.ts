/** Plans, runs and standings of a send on the screen: the sum of promise 2 is always shown and always checked. */

import {exampleValuesLeft} from '../core/example-values.ts'
import {keyOfFact} from '../core/laws/declared-facts.ts'
import type {DeliveryState} from '../core/sending/ledger-states.ts'
import {DELIVERY_STATES} from '../core/sending/ledger-states.ts'
import {hasOnlyRetriesLeft, sumOf} from '../core/sending/totals.ts'
import type {Settings} from '../core/settings.ts'
import {AppError} from '../errors.ts'
import type {PlanResult} from '../flows/plan-send.ts'
import type {RunResult} from '../flows/run-send.ts'
import type {RunProgress} from '../flows/send-dispatcher.ts'
import type {SendRecord} from '../ports/store.ts'
import {clockTime, moment, number} from './numbers.ts'
import type {Progress} from './progress.ts'
import type {Screen} from './screen.ts'
import {showReasons} from './show-reasons.ts'
import {segmentLines, shownSegment} from './show-segment.ts'
import {showUnfinished} from './show-unfinished.ts'
import {bar} from './sparks.ts'
import {table, wrap} from './table.ts'

type Totals = Readonly<Record<DeliveryState, number>>

export function showPlan(plan: PlanResult, settings: Settings, screen: Screen): void {
  const {t, paint} = screen
  const {send} = plan
  screen.out(paint.bold(t('sending.planned', {name: send.name, count: send.toSend, audience: send.audience})))
  const {segment, audience: contacts, list: of} = send
  for (const line of segmentLines({segment, outside: plan.outside, contacts, of}, screen)) screen.out(line)
  showTotals(plan.totals as Totals, send.audience, screen)
  showReasons(plan, screen)
  if (plan.notAssessed.length > 0) {
    const duties = plan.notAssessed.map(({duty, fact}) => `${duty} (${keyOfFact(fact)})`).join(', ')
    screen.out(wrap(`● ${t('sending.not-assessed', {duties})}`, screen.width, 2))
  }
  showUnfinished(of, plan.unfinished, screen, {isPlanned: true})
  if (exampleValuesLeft(settings).length > 0)
    screen.out(
      paint.yellow(
        wrap(`▲ ${t('sending.examples-left', {values: exampleValuesLeft(settings).join(', ')})}`, screen.width, 2),
      ),
    )
  if (send.toSend === 0) {
    screen.out(paint.yellow(wrap(`▲ ${t('sending.plan-nobody')}`, screen.width, 2)))
    return
  }
  screen.out(`  ${paint.cyan('→')} ${t('sending.plan-next')}`)
  screen.out(`    todoke send run ${send.name} --confirm ${send.name}:${send.toSend}`)
}

/** One line a state that occurs, and below it the sum. */
function showTotals(totals: Totals, audience: number, screen: Screen): void {
  const {t, paint, lang} = screen
  const present = DELIVERY_STATES.filter((state) => totals[state] > 0)
  screen.out(
    table(
      present.map((state) => [
        number(totals[state], lang),
        t(`state.${state}`),
        paint.dim(bar(totals[state] / Math.max(1, audience), 12)),
        paint.dim(t(`state.${state}.means`)),
      ]),
      ['right', 'left', 'left', 'left'],
    ),
  )
  const sum = sumOf(totals)
  const terms = present.map((state) => number(totals[state], lang)).join(' + ') || '0'
  const mark = sum === audience ? paint.green('✔') : paint.red('✖')
  screen.out(
    wrap(
      `${mark} ${t(sum === audience ? 'sending.sum-holds' : 'sending.sum-off', {terms, audience})}`,
      screen.width,
      2,
    ),
  )
}

export function showRunStart(send: SendRecord, settings: Settings, screen: Screen): void {
  const {host, port, connections} = settings.relay
  screen.note(screen.t('sending.started', {name: send.name, relay: `${host}:${port}`, connections}))
}

/** before: totals when this run began, so that the percentage is that of the whole send. */
export function runProgress(
  progress: Progress,
  send: SendRecord,
  before: Totals,
  screen: Screen,
): (now: RunProgress) => void {
  const began = performance.now()
  const left0 = before.planned + before.attempting
  const done0 = send.toSend - left0
  return (now) => {
    const done = now.accepted + now.rejected + now.deferred + now.inDoubt + now.suppressed + now.skipped
    progress.show(() => {
      const seconds = Math.max(0.001, (performance.now() - began) / 1000)
      const rate = done / seconds
      return screen.t('sending.progress', {
        percent: Math.floor((100 * (done0 + done)) / Math.max(1, send.toSend)),
        done: done0 + done,
        all: send.toSend,
        rate: Math.round(rate),
        left: rate > 0 ? clockTime((1000 * Math.max(0, left0 - done)) / rate) : '-',
        refused: now.rejected + now.deferred,
      })
    })
  }
}

export function showRun(result: RunResult, screen: Screen): void {
  const {t, paint} = screen
  const {send, totals, sentNow, tookMs} = result
  const rate = Math.round(sentNow / Math.max(0.001, tookMs / 1000))
  screen.out(paint.bold(t('sending.ran', {name: send.name, count: sentNow, time: clockTime(tookMs), rate})))
  if (result.foundUnfinished > 0)
    screen.out(
      paint.yellow(wrap(`▲ ${t('sending.found-unfinished', {count: result.foundUnfinished})}`, screen.width, 2)),
    )
  showTotals(totals, send.audience, screen)
  showOpenEnds(send, totals, result.nextDue, screen)
}

/** The error of a run that was cut short, with where the send stands: states in its values, what is in doubt told. */
export function withStanding(error: unknown, {totals, send}: RunResult, screen: Screen): unknown {
  if (!(error instanceof AppError)) return error
  const unclear = totals['in-doubt'] + totals.attempting
  const inDoubt = unclear === 0 ? [] : [screen.t('sending.cut-in-doubt', {count: unclear, name: send.name})]
  return new AppError(
    error.code,
    {...error.values, audience: send.audience, ...totals},
    {cause: error, details: [...error.details, ...inDoubt]},
  )
}

/** isRunning: whether a run holds the lock now. */
export function showStatus(
  send: SendRecord,
  standing: {totals: Totals; nextDue: number | null},
  screen: Screen,
  isRunning: boolean,
): void {
  const {t, paint} = screen
  const since = send.finishedAt ?? send.startedAt ?? send.plannedAt
  screen.out(paint.bold(t(standingKey(send, standing.totals, isRunning), {name: send.name, at: moment(since)})))
  if (send.segment !== null) screen.out(wrap(t('segment.only', {where: shownSegment(send.segment)}), screen.width))
  showTotals(standing.totals, send.audience, screen)
  // Only one send of a workspace runs at a time: while one does, nothing here can be gone on with.
  if (isRunning) {
    screen.out(`  ${paint.cyan('→')} ${t('sending.run-at-work')}`)
    return
  }
  if (standing.totals.planned > 0)
    screen.out(
      `  ${paint.cyan('→')} ${t('sending.go-on', {command: `todoke send run ${send.name}`, confirm: `${send.name}:${send.toSend}`})}`,
    )
  showOpenEnds(send, standing.totals, standing.nextDue, screen)
}

function standingKey(send: SendRecord, totals: Totals, isRunning: boolean) {
  if (send.startedAt === null) return 'sending.status-planned'
  if (send.finishedAt !== null) return 'sending.status-finished'
  if (isRunning && send.lastEvent === 'started') return 'sending.status-running'
  return hasOnlyRetriesLeft(totals) ? 'sending.status-waiting' : 'sending.status-started'
}

function showOpenEnds(send: SendRecord, totals: Totals, nextDue: number | null, screen: Screen): void {
  const {t, paint} = screen
  const {name} = send
  if (totals.deferred > 0 && nextDue !== null)
    screen.out(
      `  ${paint.cyan('→')} ${t('sending.deferred', {count: totals.deferred, at: moment(nextDue)})}\n    todoke send run ${name} --confirm ${name}:${send.toSend}`,
    )
  if (totals['in-doubt'] + totals.attempting > 0)
    screen.out(
      `  ${paint.cyan('→')} ${wrap(t('sending.in-doubt', {count: totals['in-doubt'] + totals.attempting, name}), screen.width, 4).trimStart()}`,
    )
  screen.out(`  ${paint.cyan('→')} ${t('sending.report-next', {name})}`)
}
