/** What a law's duties say together about consent: which bases it accepts, and when they run out. */
import type {Day} from '../lint/duty.ts'
import type {Severity} from '../lint/finding.ts'
import type {DutyAt} from './duty-at.ts'
import type {Law, LawFacts} from './law.ts'

export interface AcceptedBases {
  readonly duty: string
  readonly bases: readonly string[]
  /** Subscribers who need no basis: organisations. */
  readonly exceptSubscribers: readonly string[]
  readonly needs: DutyAt['needs']
}

export interface Expiry {
  readonly duty: string
  readonly rule: ExpiryRule
  /** Null = any consent. */
  readonly basis: string | null
  readonly months: number
  /** Evidence from which the months are counted, in order; 'at' is the consent's own moment. */
  readonly from: readonly string[]
  readonly severity: Severity
  readonly needs: DutyAt['needs']
}

const EXPIRY_RULES = ['basis-age', 'reconfirm-age', 'unused-age'] as const
type ExpiryRule = (typeof EXPIRY_RULES)[number]

/** duties: those in force. Empty where mail needs no basis. */
export function acceptedBases(duties: readonly DutyAt[]): readonly AcceptedBases[] {
  return duties
    .filter(({rule}) => rule === 'consent-basis')
    .map(({id, with: wanted, needs}) => ({
      duty: id,
      bases: wordsIn(wanted.bases),
      exceptSubscribers: wordsIn(wanted.exceptSubscribers),
      needs,
    }))
}

/** duties: those in force. */
export function expiriesOf(duties: readonly DutyAt[]): readonly Expiry[] {
  return duties.flatMap(({id, rule, with: wanted, severity, needs}): Expiry[] => {
    const ageRule = EXPIRY_RULES.find((each) => each === rule)
    if (ageRule === undefined || typeof wanted.months !== 'number') return []
    const basis = typeof wanted.basis === 'string' ? wanted.basis : null
    return [{duty: id, rule: ageRule, basis, months: wanted.months, from: wordsIn(wanted.from), severity, needs}]
  })
}

function wordsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
}

const OF_CONSENT: ReadonlySet<string | null> = new Set(['consent-basis', 'express-consent', 'not-refused'])

/** The first day on which a law's facts hold: that of its first duty on whom one may mail; null where it has none. */
export function factsSince({duties}: Pick<Law, 'duties'>): Day | null {
  const days = duties.filter(({rule}) => OF_CONSENT.has(rule)).map(({since}) => since)
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null)
}

/** Its facts as of a day; null where it has none, and before they held. */
export function factsAt(law: Pick<Law, 'duties' | 'facts'>, day: Day): LawFacts | null {
  const since = factsSince(law)
  return since !== null && day < since ? null : law.facts
}
