/** From which day a basis is counted, and whether its months have passed at the moment judged. */
import type {ConsentFact} from '../contacts/consent.ts'
import type {ContactCase} from '../contacts/contact-case.ts'
import {addMonths, dayNumber} from '../laws/calendar.ts'
import {evidenceMoment, proofOf} from './read-evidence.ts'

const DAY_MS = 86_400_000

/** A relationship may be known to end on a day to come; nothing else that is counted from lies ahead. */
const MAY_LIE_AHEAD: ReadonlySet<string> = new Set(['relationship_end_at', 'transaction_end_at'])

/**
 * The moment a basis is counted from: the first of these fields in which anything stands ('at': of the event itself).
 * A word where there is none, cannot be read, or lies ahead of the moment judged.
 */
export function countedFrom(
  contact: ContactCase,
  consent: ConsentFact,
  from: readonly string[],
  zoneMinutes: number,
): number | 'no-date' | 'unread' | 'future' {
  for (const name of from) {
    if (name === 'at') {
      if (consent.at !== null) return consent.at
      continue
    }
    const text = proofOf(contact, consent, name)
    if (text === null) continue
    const moment = evidenceMoment(text, zoneMinutes)
    if (moment === null) return 'unread'
    return moment > contact.asOf && !MAY_LIE_AHEAD.has(name) ? 'future' : moment
  }
  return 'no-date'
}

/** True from the day after the last one of so many months. Both moments are days of that zone. */
export function isOlderThan(moment: number, months: number, asOf: number, zoneMinutes: number): boolean {
  // Most dates lie far from the edge, and need no calendar: a month has 28 to 31 days.
  const passedMs = asOf - moment
  if (passedMs < months * 28 * DAY_MS) return false
  if (passedMs > (months * 31 + 1) * DAY_MS) return true
  return dayNumber(asOf, zoneMinutes) > addMonths(dayNumber(moment, zoneMinutes), months)
}
