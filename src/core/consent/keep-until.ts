/** Until when the proof of a consent must be kept: each law's retention, counted by its calendar; the longest wins. */
import {addWholeMonths, addYears, dayNumber, dayOfText, dayText, lastDayOf} from '../laws/calendar.ts'
import type {DeclaredFacts} from '../laws/declared-facts.ts'
import {factHolds} from '../laws/declared-facts.ts'
import type {Law, Retention} from '../laws/law.ts'
import {zoneOf} from '../laws/law.ts'
import type {Day} from '../lint/duty.ts'

export interface KeepUntil {
  /** Id of the law that asks for the longest. */
  readonly law: string
  readonly retention: Retention
  /** The last day on which the proof must be there; null = as long as the person may be mailed. */
  readonly until: Day | null
  /** True when the fact on which the period hangs was not declared: we keep rather than lose. */
  readonly isAssumed: boolean
}

export interface KeepAsk {
  readonly laws: readonly Law[]
  readonly facts: DeclaredFacts
  /** UTC milliseconds, null = never. */
  readonly lastMailedAt: number | null
  /** When the person last refused or withdrew. */
  readonly lastNoAt: number | null
  readonly lastContactAt: number | null
  /** When the address was received from or passed on to a third party. */
  readonly lastProvisionAt: number | null
  /** False once it is decided that the person is not mailed (any more): withdrawn, refused, left out. */
  readonly mayBeMailed: boolean
  readonly now: number
}

/**
 * Null where no law asks to keep anything. A proof that was never used for a mail is kept until the decision not to
 * mail. Around an order of art. 7 of the Specified E-mail Act: Ordinance art. 4(2).
 */
export function keepUntil(ask: KeepAsk): KeepUntil | null {
  let longest: KeepUntil | null = null
  for (const law of ask.laws)
    for (const retention of law.facts?.retention ?? []) {
      const found = keepUnder(law, retention, ask)
      if (found !== null && (longest === null || isLonger(found.until, longest.until))) longest = found
    }
  return longest
}

/** True when the proof may go: the last day has passed in the zone of the law that asks for the longest. */
export function isKeepOver(keep: KeepUntil | null, laws: readonly Law[], now: number): boolean {
  if (keep === null) return true
  const law = laws.find(({id}) => id === keep.law)
  return keep.until !== null && dayNumber(now, zoneOf(law ?? {})) > dayOfText(keep.until)
}

function keepUnder(law: Law, retention: Retention, ask: KeepAsk): KeepUntil | null {
  if (retention.bound === 'at-most') return null
  const zone = zoneOf(law)
  if (dayNumber(ask.now, zone) < dayOfText(retention.since)) return null
  const kept = (until: number | null, isAssumed = false): KeepUntil => ({
    law: law.id,
    retention,
    until: until === null ? null : dayText(until),
    isAssumed,
  })
  const moment = eventOf(retention, ask)
  if (moment === null)
    return MAILED.has(retention.after) && ask.mayBeMailed && holds(retention, ask) ? kept(null) : null
  const day = dayNumber(moment, zone)
  const order = orderDay(retention, ask.facts)
  if (order !== null) return isAround(order, day) ? kept(aroundOrder(order, day)) : null
  if (!holds(retention, ask)) return null
  return kept(
    lastDayOf(retention.fromYearEnd ? yearEnd(day) : day, retention.period, 'latest'),
    retention.when !== undefined && factHolds(ask.facts, retention.when) === null,
  )
}

/** Not declared counts as declared so: proof that is gone does not come back. An order is known by its day only. */
function holds({when}: Retention, {facts}: KeepAsk): boolean {
  if (when === undefined) return true
  if (when.fact === ORDER) return false
  return factHolds(facts, when) !== false
}

const MAILED: ReadonlySet<Retention['after']> = new Set(['last-mail', 'last-mail-or-no'])

function yearEnd(day: number): number {
  return dayOfText(`${dayText(day).slice(0, 4)}-12-31`)
}

function eventOf({after}: Retention, {lastMailedAt, lastNoAt, lastContactAt, lastProvisionAt}: KeepAsk): number | null {
  if (after === 'last-mail') return lastMailedAt
  if (after === 'last-mail-or-no') return later(lastMailedAt, lastNoAt)
  return after === 'last-contact' ? lastContactAt : lastProvisionAt
}

function later(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b > a) ? b : a
}

const ORDER = 'underAdministrativeOrder'

/** The day of the order on which this retention hangs, where one was declared. */
function orderDay({when}: Retention, facts: DeclaredFacts): number | null {
  if (when?.fact !== ORDER) return null
  const day = dayOfText(facts[ORDER] ?? '')
  return Number.isNaN(day) ? null : day
}

/** A mail within a year of the order or after it, or an order within a month after the last mail. */
function isAround(order: number, lastMail: number): boolean {
  return lastMail >= order || order <= addWholeMonths(lastMail, 1)
}

/**
 * One year after the last mail sent within a year of the order, and one month after the last mail at least. A later
 * last mail hides which was the last one of that year, so its last day is taken.
 */
function aroundOrder(order: number, lastMail: number): number {
  const lastOfYear = Math.min(lastMail, addYears(order, 1))
  return Math.max(addWholeMonths(lastOfYear, 12), addWholeMonths(lastMail, 1))
}

function isLonger(a: Day | null, b: Day | null): boolean {
  if (b === null) return false
  return a === null || a > b
}
