/** Looks whether a double opt-in came to its end, and in a way a person could have done it (rulebook E.5). */
import {runOf} from '../../core/consent/consent-run.ts'
import {evidenceMoment, holdingYes, proofOf} from '../../core/consent/read-evidence.ts'
import type {ConsentFact} from '../../core/contacts/consent.ts'
import {EXAMPLE_CASE, EXAMPLE_FACT as fact} from '../../core/contacts/contact-case.ts'
import type {ContactRule} from '../../core/lint/rule.ts'

const doi = (sent: string, confirmed?: string) => ({
  ...fact,
  evidence: {doi_sent_at: sent, ...(confirmed === undefined ? {} : {doi_confirmed_at: confirmed})},
})
const asked = {...fact, kind: 'requested' as const, evidence: {doi_sent_at: '2025-04-01T00:00:00Z'}}
const again = {...fact, kind: 'reaffirmed' as const, at: Date.UTC(2025, 10, 1)}
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
    // A confirmation counts for the sign-up before it, and for no later one.
    {
      ...EXAMPLE_CASE,
      consents: [
        {...fact, kind: 'confirmed'},
        {...fact, kind: 'withdrawn', at: Date.UTC(2025, 5, 1)},
        {...fact, at: Date.UTC(2025, 8, 1)},
      ],
    },
    {
      ...EXAMPLE_CASE,
      consents: [
        {...fact, kind: 'confirmed'},
        {...doi('2025-09-01'), at: Date.UTC(2025, 8, 1)},
      ],
    },
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
    // What came to its end stays so, whatever yes or question comes later.
    {...EXAMPLE_CASE, consents: [asked, {...fact, kind: 'confirmed', at: fact.at! + 240_000}, again]},
    {...EXAMPLE_CASE, consents: [doi('2025-03-31', '2025-04-01'), {...asked, at: again.at}, again]},
    {...EXAMPLE_CASE, consents: [asked, {...fact, kind: 'confirmed', at: null}]},
    {...EXAMPLE_CASE, consents: [{...fact, basis: 'card'}]},
    {...EXAMPLE_CASE, consents: []},
  ],
  check(contact, {only, zone}, report) {
    const consent = holdingYes(contact)
    if (consent === null) return
    const isToldWhen = proofOf(contact, consent, 'doi_confirmed_at') !== null
    const run = runOf(contact, consent)
    if (proofOf(contact, consent, 'doi_sent_at') === null) {
      if (!isToldWhen && consent.basis === 'consent' && only?.includes('single') && !run.some(isConfirmed))
        report({key: 'double-opt-in.single', verdict: 'missing'})
      return
    }
    const fault = faultIn(run, isToldWhen ? 'doi_confirmed_at' : 'confirmed', zone)
    if (fault !== null && (only === undefined || only.includes(fault)))
      report({key: `double-opt-in.${fault}`, verdict: 'missing'})
  },
}

function isConfirmed({kind}: ConsentFact): boolean {
  return kind === 'confirmed'
}

/** Where a moment stands: in a field of the evidence, or as the day of a confirmation that is an event of its own. */
type Mark = 'doi_sent_at' | 'doi_confirmed_at' | 'confirmed'

/**
 * Of several mails the last one before an answer is judged, with the first answer to it: who was asked again after
 * having answered, or answered twice, has answered.
 */
function faultIn(run: readonly ConsentFact[], mark: Mark, zone: number): Fault | null {
  if (run.length === 1) return faultBetween(run[0]!, run[0]!, mark, zone)
  let answer = latest(run, mark, zone, Number.POSITIVE_INFINITY)
  // A confirmation without a day is one.
  if (answer === null) return mark === 'confirmed' && run.some(isConfirmed) ? null : 'incomplete'
  let at = momentOf(answer, mark, zone)!
  const sent = latest(run, 'doi_sent_at', zone, at) ?? latest(run, 'doi_sent_at', zone, Number.POSITIVE_INFINITY)
  if (sent === null) return null
  const from = momentOf(sent, 'doi_sent_at', zone)!
  for (const event of run) {
    const moment = momentOf(event, mark, zone)
    if (moment !== null && moment >= from && moment < at) [answer, at] = [event, moment]
  }
  return faultBetween(sent, answer, mark, zone)
}

function faultBetween(sent: ConsentFact, answer: ConsentFact, mark: Mark, zone: number): Fault | null {
  const at = momentOf(answer, mark, zone)
  if (at === null) return mark === 'confirmed' && isConfirmed(answer) ? null : 'incomplete'
  const from = momentOf(sent, 'doi_sent_at', zone)
  return from === null ? null : faultOf(from, at, precisionOf(sent, 'doi_sent_at'), precisionOf(answer, mark))
}

function latest(run: readonly ConsentFact[], mark: Mark, zone: number, until: number): ConsentFact | null {
  let [last, at]: [ConsentFact | null, number] = [null, Number.NEGATIVE_INFINITY]
  for (const event of run) {
    const moment = momentOf(event, mark, zone)
    if (moment !== null && moment >= at && moment <= until) [last, at] = [event, moment]
  }
  return last
}

/** Null where nothing stands, or nothing that can be read. */
function momentOf(event: ConsentFact, mark: Mark, zone: number): number | null {
  if (mark === 'confirmed') return isConfirmed(event) ? event.at : null
  const text = event.evidence[mark]
  return text === undefined ? null : evidenceMoment(text, zone)
}

type Precision = 'day' | 'minute' | 'second'
const DAY_MS = 86_400_000

function precisionOf({evidence}: ConsentFact, mark: Mark): Precision {
  if (mark === 'confirmed') return 'second'
  const text = evidence[mark] ?? ''
  if (!/\d[:時]/.test(text)) return 'day'
  return /:\d{2}:\d{2}|秒/.test(text) ? 'second' : 'minute'
}

function faultOf(sent: number, confirmed: number, from: Precision, to: Precision): Fault | null {
  const isByDay = from === 'day' || to === 'day'
  const isExact = from === 'second' && to === 'second'
  const passed = confirmed - sent
  // A day without a time is its first moment: it may stand before a time of the same day.
  if (passed < (isByDay ? 1 - DAY_MS : isExact ? 0 : -59_999)) return 'order'
  if (passed > 30 * DAY_MS + (isByDay ? DAY_MS - 1 : 0)) return 'late'
  return isExact && passed < 2000 ? 'scanner' : null
}
