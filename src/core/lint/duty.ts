/** What a law, a provider or a standard demands, as data; and a jurisdiction's file of such duties. */
import type {Severity, Source} from './finding.ts'

/** A day, e.g. 2008-12-01, in the jurisdiction's own calendar. */
export type Day = `${number}-${number}-${number}`

export interface Duty {
  /** Authority and words, e.g. jp/postal-address. Never a number, never reused for something else. */
  readonly id: string
  /** Id of the rule that checks it. */
  readonly rule: string
  /** The rule's parameters. */
  readonly with?: Readonly<Record<string, unknown>>
  /** What a breach weighs. A duty whose sources are all unverified never weighs more than a warning. */
  readonly severity: Severity
  readonly since: Day
  readonly until?: Day
  readonly sources: readonly Source[]
}

export interface Law {
  /** Short name used in flags and settings: jp, us, … */
  readonly id: string
  readonly name: {readonly ja: string; readonly en: string}
  /** ISO 3166 codes of the countries it covers; empty for providers and standards. */
  readonly countries: readonly string[]
  readonly duties: readonly Duty[]
}

export function isInForce(duty: Duty, day: Day): boolean {
  return duty.since <= day && (duty.until === undefined || day < duty.until)
}

/** Unverified points warn, they do not stop (rulebook 0.1). */
export function severityOf(duty: Duty): Severity {
  const sure = duty.sources.some((source) => source.confidence !== 'unverified')
  return sure || duty.severity === 'info' ? duty.severity : 'warning'
}
