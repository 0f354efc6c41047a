/** What a law, a provider or a standard demands, as data. */
import type {MailClass} from '../sending/mail-class.ts'
import type {Severity, Source} from './finding.ts'

/** A day, e.g. 2008-12-01, in the jurisdiction's own calendar. */
export type Day = `${number}-${number}-${number}`

export interface Words {
  readonly ja: string
  readonly en: string
}

export interface Duty {
  /** Authority and words, e.g. jp/postal-address. Never a number, never reused for something else. */
  readonly id: string
  /** Its short name for tables, screens and reports. Japanese: up to 20 characters; English: sentence case, 2 to 7 words. */
  readonly title: Words
  /** Id of the rule that checks it; null = told to people, not checked by a machine. */
  readonly rule: string | null
  /** The rule's parameters. */
  readonly with?: Readonly<Record<string, unknown>>
  /** What is demanded, of whom and with which exceptions: one to three sentences for `rules explain`. */
  readonly says: Words
  /** It binds only where the sender declared this fact so (todoke.yaml, facts); not declared = not assessed. */
  readonly when?: {readonly fact: string; readonly is: readonly string[]}
  /** Classes of mail that it binds; absent = every mail. A mail that nobody classed is marketing. */
  readonly mails?: readonly MailClass[]
  /** What a breach weighs. A duty whose sources are all unverified never weighs more than a warning. */
  readonly severity: Severity
  readonly since: Day
  readonly until?: Day
  /** A new or stricter duty is announced: until this day it weighs a warning at most, and its findings name the day. */
  readonly firmFrom?: Day
  readonly sources: readonly Source[]
}

export function isInForce(duty: Duty, day: Day): boolean {
  return duty.since <= day && (duty.until === undefined || day < duty.until)
}

/** Unverified points warn, they do not stop (rulebook 0.1); nor does what is only announced. */
export function severityOf(duty: Duty, day: Day): Severity {
  const isSure = duty.sources.some((source) => source.confidence !== 'unverified')
  return duty.severity !== 'error' || (isSure && !isAnnounced(duty, day)) ? duty.severity : 'warning'
}

/** True when the duty will weigh more from a day to come. */
export function isAnnounced(duty: Duty, day: Day): boolean {
  return duty.firmFrom !== undefined && day < duty.firmFrom
}

/** What a finding tells of the duty behind it: its sources, and from which day it weighs more where that is to come. */
export function behindFinding(duty: Duty, day: Day): {readonly sources: readonly Source[]; readonly firmFrom?: Day} {
  const {sources, firmFrom} = duty
  return firmFrom !== undefined && isAnnounced(duty, day) ? {sources, firmFrom} : {sources}
}
