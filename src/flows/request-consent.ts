/**
 * The one mail that Japan's law allows without consent (特定電子メール法 3条1項2号, 施行規則 2条1項2号): whom it may ask is
 * planned with reasons, then each person is asked once for ever, by the very engine that carries out every send.
 */
import {wordingAt} from '../core/consent/wordings.ts'
import {AppError} from '../errors.ts'
import {MAY_ASK_ONCE} from '../rulebook/laws.ts'
import type {PlanAsk, PlanNeeds, PlanResult} from './plan-send.ts'
import {planSend} from './plan-send.ts'
import type {ProbeSupport} from './refuse-dead-link.ts'
import {refuseDeadConfirmLink} from './refuse-dead-link.ts'
import {BUILT_IN, withRequestTemplate} from './request-template.ts'
import type {RunAsk, RunNeeds, RunResult} from './run-send.ts'
import {runSend} from './run-send.ts'

export interface RequestAsk
  extends Omit<PlanAsk, 'name' | 'template' | 'request' | 'replace' | 'isRehearsal' | 'subject'> {
  /** Null = ours. */
  readonly template: string | null
  /** Of the template that is ours. */
  readonly language: 'ja' | 'en'
  /** Name of the form text that the link shows and that is agreed to. */
  readonly wording: string
  readonly isDryRun: boolean
  /** Told before anything is sent; what it throws ends it, and the plan stays as one that has not started. Not called in a dry run. */
  readonly onPlanned: (plan: PlanResult) => Promise<void>
  readonly run: Omit<RunAsk, 'send'>
}

export interface RequestNeeds extends PlanNeeds {
  readonly confirmProbe: () => Promise<ProbeSupport>
  /** Called when it is sure that something is sent. */
  readonly startRun: (plan: PlanResult) => Promise<Omit<RunNeeds, 'store' | 'clock'> & {release(): void}>
}

export interface RequestResult {
  readonly plan: PlanResult
  /** Null in a dry run, and where nobody may be asked. */
  readonly run: RunResult | null
}

/** Throws WORDING_MISSING, REQUEST_REFUSED, CLASS_WRONG, CONFIRM_LINK_MISSING, CONFIRM_PROBE_FAILED, what planSend, runSend and onPlanned throw. */
export async function requestConsent(ask: RequestAsk, needs: RequestNeeds): Promise<RequestResult> {
  const plan = await planRequest(ask, needs)
  if (ask.isDryRun) return {plan, run: null}
  await ask.onPlanned(plan)
  if (plan.send.toSend === 0) throw new AppError('REQUEST_REFUSED', {list: ask.list, why: whyNobody(plan)})
  await refuseDeadConfirmLink(ask.settings, {probe: needs.confirmProbe, clock: needs.clock})
  const {release, ...support} = await needs.startRun(plan)
  try {
    const {store, clock} = needs
    return {plan, run: await runSend({send: plan.send, ...ask.run}, {store, clock, ...support})}
  } finally {
    release()
  }
}

async function planRequest(ask: RequestAsk, needs: RequestNeeds): Promise<PlanResult> {
  const versions = (await needs.store.consents.wordings()).named(ask.wording)
  const wording = wordingAt(versions, needs.clock.now())
  if (wording === null) throw new AppError('WORDING_MISSING', {wording: ask.wording})
  const shown = {wording: wording.name, wordingSha256: wording.sha256}
  return planSend(
    {
      ...ask,
      name: await freeName(ask.list, needs),
      template: ask.template ?? BUILT_IN,
      ...{subject: null, replace: true, isRehearsal: ask.isDryRun, request: {wording: shown, mayAsk: MAY_ASK_ONCE}},
    },
    {...needs, templates: withRequestTemplate(needs.templates, ask.language)},
  )
}

/** A name that no started send has: whoever joins the list later is asked by a send of its own. */
async function freeName(list: string, {store}: RequestNeeds): Promise<string> {
  // As long as a name may be, with room for a number.
  const base = `consent-request-${list}`.slice(0, 58)
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}-${n}`
    const known = await store.sends.find(name)
    if (known === null || known.startedAt === null) return name
  }
}

/** The reason that keeps most people out, as a word. */
function whyNobody({send, reasons}: PlanResult): string {
  const [most] = [...reasons].sort((a, b) => b.count - a.count)
  if (send.audience === 0 || most === undefined) return 'request-empty'
  const [, why] = /consent-request:([\w-]+)/.exec(most.reason) ?? []
  return why === undefined ? 'request-others' : `request-${why}`
}
