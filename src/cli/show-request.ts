/** Whom a mail may ask for consent, on the screen: how many, how many not, and why. */
import {sumOf} from '../core/sending/totals.ts'
import type {PlanResult} from '../flows/plan-send.ts'
import {number} from './numbers.ts'
import type {Screen} from './screen.ts'
import {showReasons} from './show-reasons.ts'
import {segmentLines} from './show-segment.ts'
import {showUnfinished} from './show-unfinished.ts'

export function showRequest(plan: PlanResult, screen: Screen): void {
  const {t, paint, lang} = screen
  const {segment, audience, toSend, list} = plan.send
  screen.out(paint.bold(t('request.planned', {count: toSend, audience, list})))
  for (const line of segmentLines({segment, outside: plan.outside, contacts: audience, of: list}, screen))
    screen.out(line)
  showReasons(plan, screen)
  const rest = sumOf(plan.totals as Parameters<typeof sumOf>[0]) - toSend
  if (rest > 0) screen.out(paint.dim(`  ${t('request.left-out', {count: number(rest, lang)})}`))
  showUnfinished(list, plan.unfinished, screen, {isPlanned: true})
}
