/** A duty as it stands on a day: what it weighs then, what it will weigh, and whether it binds this sender. */
import type {Day, Duty, Words} from '../lint/duty.ts'
import {isInForce, severityOf} from '../lint/duty.ts'
import type {Confidence, Severity, Source} from '../lint/finding.ts'
import type {DeclaredFacts, FactName} from './declared-facts.ts'
import {factHolds} from './declared-facts.ts'

export interface DutyAt {
  readonly id: string
  /** Short name of the law or standard. */
  readonly law: string
  /** Id of the rule that checks it; null = told to people, not checked. */
  readonly rule: string | null
  readonly with: Readonly<Record<string, unknown>>
  readonly title: Words
  readonly says: Words
  readonly standing: 'ended' | 'in-force' | 'to-come'
  /** What a breach weighs that day; of a duty to come, on its first day. */
  readonly severity: Severity
  readonly since: Day
  /** The first day on which it binds no more. */
  readonly until: Day | null
  /** It will weigh more from that day. */
  readonly becomes: {readonly day: Day; readonly severity: Severity} | null
  /** The fact it depends on: declared = the sender's word, holds = null where nobody gave it. */
  readonly needs: {
    readonly fact: string
    readonly is: readonly string[]
    readonly declared: string | null
    readonly holds: boolean | null
  } | null
  /** How sure we are of the surest of its sources. */
  readonly confidence: Confidence
  readonly sources: readonly Source[]
}

export function dutyAt(law: string, duty: Duty, day: Day, facts: DeclaredFacts): DutyAt {
  const {id, rule, title, says, since, until, firmFrom, when, sources} = duty
  const counted = day < since ? since : day
  const severity = severityOf(duty, counted)
  const later = firmFrom === undefined || firmFrom <= counted ? severity : severityOf(duty, firmFrom)
  return {
    id,
    law,
    rule,
    with: duty.with ?? {},
    title,
    says,
    standing: isInForce(duty, day) ? 'in-force' : day < since ? 'to-come' : 'ended',
    severity,
    since,
    until: until ?? null,
    becomes: firmFrom === undefined || later === severity ? null : {day: firmFrom, severity: later},
    needs:
      when === undefined
        ? null
        : {...when, declared: facts[when.fact as FactName] ?? null, holds: factHolds(facts, when)},
    confidence: surest(sources),
    sources,
  }
}

export function surest(sources: readonly Source[]): Confidence {
  const has = (confidence: Confidence) => sources.some((source) => source.confidence === confidence)
  return has('verified') ? 'verified' : has('secondary') ? 'secondary' : 'unverified'
}

/** What will change, so that nobody is surprised by a build that fails. */
export interface Announcement {
  readonly day: Day
  readonly what: 'begins' | 'becomes' | 'ends'
  readonly law: string
  readonly duty: string
  /** What a breach weighs from that day; of a duty that ends, what it weighed. */
  readonly severity: Severity
  readonly title: Words
  readonly says: Words
}

/** Changes after that day and within twelve months of it, in order of days. */
export function announcedBy(duties: readonly DutyAt[], day: Day): readonly Announcement[] {
  const last = yearAfter(day)
  const told = duties.flatMap(({id, law, title, says, standing, severity, since, until, becomes}): Announcement[] => {
    const about = {law, duty: id, title, says}
    return [
      ...(standing === 'to-come' ? [{day: since, what: 'begins' as const, severity, ...about}] : []),
      ...(becomes === null ? [] : [{day: becomes.day, what: 'becomes' as const, severity: becomes.severity, ...about}]),
      ...(until === null ? [] : [{day: until, what: 'ends' as const, severity, ...about}]),
    ]
  })
  return inOrderOfDays(told.filter((each) => day < each.day && each.day <= last))
}

export function inOrderOfDays(announced: readonly Announcement[]): readonly Announcement[] {
  return [...announced].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Days are compared as text, so that 29 February needs no care. */
export function yearAfter(day: Day): Day {
  const [year, ...rest] = day.split('-')
  return [String(Number(year) + 1).padStart(4, '0'), ...rest].join('-') as Day
}
