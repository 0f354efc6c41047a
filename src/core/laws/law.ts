/** A jurisdiction's file: its duties, and the facts that are shown, counted with and compared, each with its source. */
import type {Day, Duty, Words} from '../lint/duty.ts'
import type {Source} from '../lint/finding.ts'

export interface Law {
  /** Short name used in flags and settings: jp, us, … */
  readonly id: string
  readonly name: Words
  /** ISO 3166 codes of the countries it covers; empty for providers and standards. */
  readonly countries: readonly string[]
  /**
   * Minutes east of UTC, standard time: the zone in which its periods are counted. Of several the easternmost, where a
   * day ends first. Where a law has none (standards, unknown countries), Japan's: 540.
   */
  readonly zoneMinutes?: number
  readonly duties: readonly Duty[]
  /** Null for providers and standards. */
  readonly facts: LawFacts | null
}

export interface LawFacts {
  /** opt-in: nobody without a basis; opt-out: everybody who has not refused; mixed: a basis other than consent is open to all. */
  readonly model: 'opt-in' | 'opt-out' | 'mixed'
  /** Consent model and its exceptions in words. */
  readonly consent: Words
  /** How soon an opt-out must be honoured; hours 0 = at once. */
  readonly optOut: readonly {
    /** Which act or medium, where a jurisdiction has several; null = the general one. */
    readonly of: string | null
    readonly deadline: Period
    /** For how many days after a mail its opt-out link must work; null = no number in law. */
    readonly linkDays: number | null
    readonly sources: readonly Source[]
  }[]
  /** How long the proof must be kept. */
  readonly retention: readonly Retention[]
  /** Words that a mail or its subject must bear; empty = none. */
  readonly labels: readonly {readonly text: string; readonly where: Words; readonly sources: readonly Source[]}[]
  /** Hours in which advertising e-mail is forbidden; null = none for e-mail. */
  readonly quietHours: Words | null
  readonly penalties: readonly {
    readonly conduct: Words
    readonly amount: Words
    /** Where the amount changed: the first day on which it can be imposed. */
    readonly since?: Day
    readonly sources: readonly Source[]
  }[]
}

export interface Period {
  readonly unit: 'hours' | 'days' | 'businessDays' | 'months' | 'years'
  readonly n: number
}

/** Keep the proof for this long after the event named; counted by the calendar (core/laws/calendar.ts). */
export interface Retention {
  /** at-most: not a duty to keep but a limit, after which the data is to be deleted or the consent renewed. */
  readonly bound?: 'at-most'
  /** Key of the rulebook's F.5, e.g. JP, JP-tokusho. */
  readonly of: string
  /** last-mail-or-no: the last mail, or the refusal or withdrawal where that came later. */
  readonly after: 'last-mail' | 'last-mail-or-no' | 'last-contact' | 'provision'
  readonly period: Period
  /** Counted from the end of the year of that event. */
  readonly fromYearEnd?: true
  /** It holds only where the sender declared this fact so; `is: []` takes any value. */
  readonly when?: Duty['when']
  readonly says: Words
  readonly since: Day
  readonly sources: readonly Source[]
}

/** The zone in which a law's days are counted, minutes east of UTC. */
export function zoneOf({zoneMinutes}: Pick<Law, 'zoneMinutes'>): number {
  return zoneMinutes ?? 540
}
