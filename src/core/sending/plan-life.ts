/**
 * How long a plan may wait, and what that asks of it: each contact is judged for the first and for the last of these
 * days, so that no consent lapses between the plan and the mail.
 */
import type {ContactCase} from '../contacts/contact-case.ts'
import type {ContactComplaint} from '../lint/judge-contact.ts'
import {isHeldBy} from '../lint/judge-contact.ts'

/** As long as mail is tried again (RFC 5321 section 4.5.4.1). */
export const PLAN_LIFE_DAYS = 5
const PLAN_LIFE_MS = PLAN_LIFE_DAYS * 86_400_000

/** What speaks against a contact at the moment judged, and what will within the life of a plan: a consent that lapses. */
export function complaintsWhilePlanned(
  judge: (contact: ContactCase) => readonly ContactComplaint[],
  contact: ContactCase,
): readonly ContactComplaint[] {
  const today = judge(contact)
  if (isHeldBy(today) || contact.consents.length === 0) return today
  const later = judge({...contact, asOf: contact.asOf + PLAN_LIFE_MS})
  if (!isHeldBy(later)) return today
  const lapsing = later.filter(({severity, verdict}) => severity === 'error' && verdict === 'expired')
  return lapsing.length === 0 ? today : [...today, ...lapsing]
}

/** plannedAt, now: UTC milliseconds. */
export function isPlanStale(plannedAt: number, now: number): boolean {
  return now - plannedAt > PLAN_LIFE_MS
}
