/** Looks whether a double opt-in came to its end, and in a way a person could have done it (rulebook E.5). */
import {evidenceMoment, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import type {ContactCase} from '../../core/contacts/contact-case.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const doi = (sent: string, confirmed?: string) => ({
  ...fact,
  evidence: {doi_sent_at: sent, ...(confirmed === undefined ? {} : {doi_confirmed_at: confirmed})},
})
type Fault = 'incomplete' | 'order' | 'late' | 'scanner' | 'single'

/**
 * incomplete: sent, not confirmed. order: confirmed before sent. late: more than 30 days after. scanner: within two
 * seconds, as programs click that read mail for safety. single: a consent that nobody was asked to confirm, told only
 * where it is named. only: the faults that count; all others where it is not said.
 */
export const doubleOptIn: ContactRule<{readonly only?: readonly Fault[]; readonly zone: number}> = {
  id: 'double-opt-in',
  subject: 'contact',
  exampleWith: {only: ['incomplete', 'order', 'late', 'scanner', 'single'], zone: 540},
  bad: [
    {...EXAMPLE_CASE, consents: [fact]},
    {...EXAMPLE_CASE, consents: [doi('2025-04-01 10:01:02')]},
    {...EXAMPLE_CASE, consents: [doi('2025-04-01 10:01:02', 'pending')]},
    {...EXAMPLE_CASE, consents: [doi('2025-04-01 10:01:02', '2025-04-01 10:00:00')]},
    {...EXAMPLE_CASE, consents: [doi('2025-04-02', '2025-04-01')]},
    {...EXAMPLE_CASE, consents: [doi('2025-04-01', '2025-05-02')]},
    {...EXAMPLE_CASE, consents: [doi('2025-04-01T10:01:02Z', '2025-04-01T10:01:03Z')]},
  ],
  good: [
    {...EXAMPLE_CASE, consents: [doi('2025-04-01 10:01:02', '2025-04-01 10:03:11')]},
    {...EXAMPLE_CASE, consents: [doi('2025-04-01', '2025-05-01')]},
    // Without a time, or without seconds, nobody can tell a person from a program.
    {...EXAMPLE_CASE, consents: [doi('2025-04-01', '2025-04-01')]},
    {...EXAMPLE_CASE, consents: [doi('2025-04-01 10:01', '2025-04-01 10:01')]},
    {...EXAMPLE_CASE, consents: [doi('2025-04-01 10:01', '2025-04-01')]},
    // The confirmation is an event of its own.
    {...EXAMPLE_CASE, consents: [doi('2025-03-31'), {...fact, kind: 'confirmed'}]},
    {...EXAMPLE_CASE, consents: [fact, {...fact, kind: 'confirmed', at: Date.UTC(2025, 3, 2)}]},
    {...EXAMPLE_CASE, consents: [{...fact, evidence: {doi_confirmed_at: '2025-04-01'}}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'card'}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, {only, zone}, report) {
    const consent = holdingYes(contact)
    if (consent === null) return
    const sent = proofOf(contact, consent, 'doi_sent_at')
    const confirmed = proofOf(contact, consent, 'doi_confirmed_at')
    if (sent === null) {
      if (confirmed === null && consent.basis === 'consent' && only?.includes('single') && !isConfirmed(contact))
        report({key: 'double-opt-in.single', verdict: 'missing'})
      return
    }
    const isEvent = confirmed === null && consent.kind === 'confirmed'
    const at = confirmed !== null ? evidenceMoment(confirmed, zone) : isEvent ? consent.at : null
    const from = evidenceMoment(sent, zone)
    const fault =
      isEvent && at === null ? null : faultOf(from, at, precisionOf(sent), isEvent ? 'second' : precisionOf(confirmed))
    if (fault !== null && (only === undefined || only.includes(fault)))
      report({key: `double-opt-in.${fault}`, verdict: 'missing'})
  },
}

function isConfirmed({consents}: ContactCase): boolean {
  for (const {kind} of consents) if (kind === 'confirmed') return true
  return false
}

type Precision = 'day' | 'minute' | 'second'
const DAY_MS = 86_400_000

function precisionOf(text: string | null): Precision {
  if (text === null || !/\d[:時]/.test(text)) return 'day'
  return /:\d{2}:\d{2}|秒/.test(text) ? 'second' : 'minute'
}

function faultOf(sent: number | null, confirmed: number | null, from: Precision, to: Precision): Fault | null {
  if (confirmed === null) return 'incomplete'
  if (sent === null) return null
  const isByDay = from === 'day' || to === 'day'
  const isExact = from === 'second' && to === 'second'
  const passed = confirmed - sent
  // A day without a time is its first moment: it may stand before a time of the same day.
  if (passed < (isByDay ? 1 - DAY_MS : isExact ? 0 : -59_999)) return 'order'
  if (passed > 30 * DAY_MS + (isByDay ? DAY_MS - 1 : 0)) return 'late'
  return isExact && passed < 2000 ? 'scanner' : null
}
