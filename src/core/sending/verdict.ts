/** The plan's verdict on one contact: send, hold or drop, always with the reason that decided. */
import type {ConsentFact} from '../contacts/consent.ts'
import {consentAt, isNo} from '../contacts/consent.ts'
import type {ContactComplaint} from '../lint/judge-contact.ts'
import type {SuppressionHit} from '../suppression/entry.ts'

export interface Verdict {
  readonly state: 'planned' | 'held' | 'dropped' | 'suppressed'
  /** Duty ids joined by blanks, suppression:REASON, consent:refused, template:WHY; null when nothing speaks against the mail. */
  readonly reason: string | null
}

const PLANNED: Verdict = {state: 'planned', reason: null}

/**
 * Order: suppression first, whatever else holds (rulebook H.2); then what the law says, which a new consent can
 * mend; then what only this template cannot do.
 */
export function verdictOf(facts: {
  readonly hit: SuppressionHit | null
  readonly complaints: readonly ContactComplaint[]
  readonly consents: readonly ConsentFact[]
  readonly asOf: number
  /** The send's; null = it names none. */
  readonly topic: string | null
  readonly fill: () => string | null
}): Verdict {
  if (facts.hit !== null) return {state: 'suppressed', reason: `suppression:${facts.hit.reason}`}
  const duties = facts.complaints
    .filter((complaint) => complaint.severity === 'error')
    .map((complaint) => complaint.duty.id)
  if (duties.length > 0) return {state: 'held', reason: [...new Set(duties)].join(' ')}
  if (saidNo(facts)) return {state: 'held', reason: 'consent:refused'}
  const unfillable = facts.fill()
  return unfillable === null ? PLANNED : {state: 'held', reason: unfillable}
}

/** Whoever said no, or never confirmed, gets no mail under any law, also one that asks for no consent. */
function saidNo(facts: Parameters<typeof verdictOf>[0]): boolean {
  const event = consentAt(facts.consents, facts.asOf, facts.topic)
  return event !== null && isNo(event)
}
