/**
 * Whether one contact may get the mail that asks for consent: once ever, only who gave their own address, and only under laws
 * that allow it (特定電子メール法 3条1項2号, 施行規則 2条1項2号; rulebook jp/consent-request-once).
 */
import {wayOutOf} from '../consent/way-out.ts'
import type {ContactCase} from '../contacts/contact-case.ts'
import type {ContactComplaint} from '../lint/judge-contact.ts'
import type {SuppressionHit} from '../suppression/entry.ts'
import type {Verdict} from './verdict.ts'

/** The duty behind each "no" of these. */
const ONCE = 'jp/consent-request-once'
/** Reason of somebody who was asked before: a reminder. */
export const ASKED_BEFORE = `consent-request:asked-before ${ONCE}`

export function requestVerdict(facts: {
  readonly hit: SuppressionHit | null
  readonly complaints: readonly ContactComplaint[]
  readonly contact: ContactCase
  readonly mayAsk: ReadonlySet<string>
  /** A mail asked them before, or waits for their answer now. */
  readonly wasAsked: boolean
  readonly fill: () => string | null
}): Verdict {
  const {hit, complaints, contact, mayAsk} = facts
  if (hit !== null) return {state: 'suppressed', reason: `suppression:${hit.reason}`}
  if (facts.wasAsked) return {state: 'held', reason: ASKED_BEFORE}
  const way = wayOutOf({case: contact, optOut: null}, complaints, mayAsk)
  // Nobody is asked for what they have given, or what no law asks of them.
  if (way === null) return {state: 'dropped', reason: 'consent-request:not-needed'}
  if (way.way !== 'ask') return {state: 'held', reason: reasonOf(way.because, complaints, mayAsk)}
  const unfillable = facts.fill()
  return unfillable === null ? {state: 'planned', reason: null} : {state: 'held', reason: unfillable}
}

/** With the duties that stand against it: those of the laws by which asking is advertising, or the one that allows it once. */
function reasonOf(because: string, complaints: readonly ContactComplaint[], mayAsk: ReadonlySet<string>): string {
  const objecting = complaints.filter(({severity, law}) => severity === 'error' && !mayAsk.has(law))
  const duties = because === 'must-not-ask' ? objecting.map(({duty}) => duty.id) : [ONCE]
  return [`consent-request:${because}`, ...new Set(duties)].join(' ')
}
