/** What does the law demand? The rulebook as data, as of a day: an overview, and one page a law. Changes nothing. */
import type {AcceptedBases, Expiry} from '../core/laws/consent-facts.ts'
import {acceptedBases, expiriesOf, factsAt, factsSince} from '../core/laws/consent-facts.ts'
import type {Announcement, DutyAt} from '../core/laws/duty-at.ts'
import {announcedBy, inOrderOfDays, yearAfter} from '../core/laws/duty-at.ts'
import type {Law, LawFacts} from '../core/laws/law.ts'
import type {Day, Words} from '../core/lint/duty.ts'
import {AppError} from '../errors.ts'
import {LAWS, lawsNamed, namesOf, RULEBOOK, RULEBOOK_VERSION} from '../rulebook/laws.ts'
import type {Area, RulebookAsk} from './rulebook-at.ts'
import {AREAS, areaOf, dutiesAt} from './rulebook-at.ts'

interface Told {
  /** Version of the rulebook. */
  readonly rulebook: string
  readonly day: Day
}

export interface LawLine {
  readonly id: string
  readonly name: Words
  /** ISO 3166 codes; empty for standards and the strictest profile. */
  readonly countries: readonly string[]
  /** Null for standards and the strictest profile, and of a law that was not in force yet. */
  readonly model: LawFacts['model'] | null
  readonly optOut: LawFacts['optOut']
  /** Duties in force that day, by weight; checked = those that a rule checks. */
  readonly duties: {
    readonly errors: number
    readonly warnings: number
    readonly notes: number
    readonly checked: number
  }
  /** True when the settings of the workspace name it. */
  readonly isBySettings: boolean
}

export interface LawsAnswer extends Told {
  /** What a user may name in settings and with --law. */
  readonly laws: readonly LawLine[]
  /** What applies without being named: our standards, and the profile where no country is known. */
  readonly always: readonly LawLine[]
  /** Changes of the next twelve months. */
  readonly announced: readonly Announcement[]
}

export function showLaws(ask: RulebookAsk): LawsAnswer {
  const lines = RULEBOOK.map((law) => ({law, line: lineOf(law, ask)}))
  const announced = RULEBOOK.flatMap((law) => announcedBy(dutiesAt(law, ask), ask.day))
  return {
    rulebook: RULEBOOK_VERSION,
    day: ask.day,
    laws: lines.filter(({law}) => LAWS.includes(law)).map(({line}) => line),
    always: lines.filter(({law}) => !LAWS.includes(law)).map(({line}) => line),
    announced: inOrderOfDays(announced),
  }
}

function lineOf(law: Law, ask: RulebookAsk): LawLine {
  const {id, name, countries} = law
  const facts = factsAt(law, ask.day)
  const inForce = dutiesAt(law, ask).filter(({standing}) => standing === 'in-force')
  const weighing = (severity: DutyAt['severity']) => inForce.filter((duty) => duty.severity === severity).length
  return {
    ...{id, name, countries},
    model: facts?.model ?? null,
    optOut: facts?.optOut ?? [],
    duties: {
      errors: weighing('error'),
      warnings: weighing('warning'),
      notes: weighing('info'),
      checked: inForce.filter(({rule}) => rule !== null).length,
    },
    isBySettings: lawsNamed(ask.settings?.laws ?? []).includes(law),
  }
}

export interface LawPage extends LawLine, Told {
  /** What the law file says of the jurisdiction; null for standards and the strictest profile, and before that held. */
  readonly facts: LawFacts | null
  /** The day from which it holds, where that is later than the day asked for; null = it holds, or there are none. */
  readonly factsFrom: Day | null
  readonly bases: readonly AcceptedBases[]
  readonly expiries: readonly Expiry[]
  /** Short names of laws that bind whoever this one binds: that of the union behind a member state's. */
  readonly alongside: readonly string[]
  /** In force that day, or within twelve months of it. */
  readonly areas: readonly {readonly area: Area; readonly duties: readonly DutyAt[]}[]
  /** How many duties ended before that day, and how many begin more than twelve months after it. */
  readonly ended: number
  readonly later: number
  readonly announced: readonly Announcement[]
}

/** names: short names of laws or standards, or ISO 3166 codes of countries. Throws LAW_UNKNOWN. */
export function showLawPages(names: readonly string[], ask: RulebookAsk): readonly LawPage[] {
  return [...new Set(names.flatMap(lawsCalled))].map((law) => pageOf(law, ask))
}

/** Throws LAW_UNKNOWN. */
export function lawsCalled(name: string): readonly Law[] {
  const law = RULEBOOK.find(({id}) => id === name.toLowerCase())
  if (law !== undefined) return [law]
  const ofCountry = LAWS.filter(({countries}) => countries.includes(name.toUpperCase()))
  if (ofCountry.length > 0) return ofCountry
  throw new AppError('LAW_UNKNOWN', {law: name, known: RULEBOOK.map(({id}) => id).join(', ')})
}

function pageOf(law: Law, ask: RulebookAsk): LawPage {
  const duties = dutiesAt(law, ask)
  const inForce = duties.filter(({standing}) => standing === 'in-force')
  const shown = duties.filter(
    ({standing, since}) => standing === 'in-force' || (standing === 'to-come' && since <= yearAfter(ask.day)),
  )
  const ended = duties.filter(({standing}) => standing === 'ended').length
  return {
    ...lineOf(law, ask),
    rulebook: RULEBOOK_VERSION,
    day: ask.day,
    facts: factsAt(law, ask.day),
    factsFrom: factsAt(law, ask.day) === law.facts ? null : factsSince(law),
    bases: acceptedBases(inForce),
    expiries: expiriesOf(inForce),
    alongside: LAWS.includes(law) ? namesOf(lawsNamed([law.id])).filter((id) => id !== law.id) : [],
    areas: AREAS.map((area) => ({area, duties: shown.filter((duty) => areaOf(duty.rule) === area)})).filter(
      (group) => group.duties.length > 0,
    ),
    ended,
    later: duties.length - shown.length - ended,
    announced: announcedBy(duties, ask.day),
  }
}
