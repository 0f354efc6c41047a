/**
 * Judges contacts, one by one: used by the audit and by the send planner. The sender's laws bind whoever is written
 * to; the law of the contact's country comes on top, and the strictest answer holds. Changes nothing, and allocates
 * nothing for a contact without complaints.
 */
import type {ConsentVerdict} from '../consent/verdict.ts'
import {verdictFrom, worse} from '../consent/verdict.ts'
import {consentAt, isYes} from '../contacts/consent.ts'
import type {ContactCase} from '../contacts/contact-case.ts'
import type {LawChoice} from '../laws/choose-laws.ts'
import type {DeclaredFacts} from '../laws/declared-facts.ts'
import {factHolds} from '../laws/declared-facts.ts'
import type {Law} from '../laws/law.ts'
import {zoneOf} from '../laws/law.ts'
import type {Day, Duty} from './duty.ts'
import {isInForce, severityOf} from './duty.ts'
import type {Severity} from './finding.ts'
import type {ContactRule, Report, Rule} from './rule.ts'

export interface ContactComplaint {
  /** Id of the law or standard whose duty this is. */
  readonly law: string
  readonly duty: Duty
  /** The duty's weight after its sources were weighed; 'error' holds the contact back from a send. */
  readonly severity: Severity
  /** What it makes of the consent. */
  readonly verdict: ConsentVerdict
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface ContactJudge {
  /** What the duties say against this contact; empty when nothing. */
  judge(contact: ContactCase): readonly ContactComplaint[]
  /** The laws by which a contact of these countries is judged, standards included. */
  lawsFor: LawChoice['lawsFor']
}

export interface JudgeAsk {
  readonly choice: LawChoice
  readonly day: Day
  /** Duties that depend on a fact that is declared otherwise, or not at all, are passed over: see notAssessed. */
  readonly facts: DeclaredFacts
  /** Weights that the user set for duties, by id. */
  readonly weights?: ReadonlyMap<string, Severity | 'off'>
}

const NO_COMPLAINTS: readonly ContactComplaint[] = Object.freeze([])
const NO_VALUES: Readonly<Record<string, string | number>> = Object.freeze({})

/** rules: the registry, or a part of it; duties whose rule is not a contact rule of it are passed over. */
export function startContactJudge(ask: JudgeAsk, rules: readonly Rule[]): ContactJudge {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const checksOf = new Map<readonly Law[], readonly Check[]>()
  let complaints: ContactComplaint[] | null = null
  const add = (complaint: ContactComplaint) => {
    complaints ??= []
    complaints.push(complaint)
  }
  const checksFor = ({country, alsoIn}: ContactCase): readonly Check[] => {
    const laws = ask.choice.lawsFor(country, alsoIn)
    let checks = checksOf.get(laws)
    if (checks === undefined) {
      checks = contactChecks(ask, byId, laws, add)
      checksOf.set(laws, checks)
    }
    return checks
  }
  const complaintsAbout = (contact: ContactCase): readonly ContactComplaint[] => {
    complaints = null
    const checks = checksFor(contact)
    for (let i = 0; i < checks.length; i += 1) {
      const {rule, wanted, report} = checks[i]!
      rule.check(contact, wanted, report)
    }
    return complaints ?? NO_COMPLAINTS
  }
  return {
    lawsFor: ask.choice.lawsFor,
    judge(contact) {
      const found = complaintsAbout(contact)
      return contact.consents.length > 1 && isHeldBy(found) ? onBestBasis(contact, found, complaintsAbout) : found
    },
  }
}

/**
 * A person with reasons of several kinds may be mailed on any of them, and each law asks for one of its own: a purchase
 * recorded later takes nothing from a consent. For each law that holds the person back, a basis is looked for by which
 * it does not. A no ends them all, also one that is noted beside a basis.
 */
function onBestBasis(
  contact: ContactCase,
  found: readonly ContactComplaint[],
  complaintsAbout: (contact: ContactCase) => readonly ContactComplaint[],
): readonly ContactComplaint[] {
  if (found.some(isOfNo)) return found
  const bases = new Set(contact.consents.filter(isYes).map(({basis}) => basis))
  if (bases.size < 2) return found
  const best = byLaw(found)
  const holding = [...best.keys()].filter((law) => isHeldBy(best.get(law)!))
  for (const basis of bases) {
    const consents = contact.consents.filter((event) => !isYes(event) || event.basis === basis)
    const event = consentAt(consents, contact.asOf, contact.setting.topic)
    // What a no or an expiry ended is no basis.
    if (event === null || !isYes(event)) continue
    const complaints = complaintsAbout({...contact, consents})
    if (complaints.some(isOfNo)) return found
    const others = byLaw(complaints)
    for (const law of holding) {
      const [own, other] = [best.get(law)!, others.get(law) ?? NO_COMPLAINTS]
      if (isHeldBy(other)) continue
      const verdict = consentVerdict(other)
      if (isHeldBy(own) || worse(consentVerdict(own), verdict) !== verdict) best.set(law, other)
    }
  }
  return [...best.values()].flat()
}

function isOfNo({verdict}: ContactComplaint): boolean {
  return verdict === 'withdrawn'
}

/** In the order of the laws. */
function byLaw(complaints: readonly ContactComplaint[]): Map<string, readonly ContactComplaint[]> {
  const laws = new Map<string, ContactComplaint[]>()
  for (const complaint of complaints) {
    const own = laws.get(complaint.law)
    if (own === undefined) laws.set(complaint.law, [complaint])
    else own.push(complaint)
  }
  return laws
}

interface Check {
  readonly rule: ContactRule
  readonly wanted: Readonly<Record<string, unknown>>
  readonly report: Report
}

function contactChecks(
  {day, facts, weights}: JudgeAsk,
  rules: ReadonlyMap<string, Rule>,
  laws: readonly Law[],
  add: (complaint: ContactComplaint) => void,
): readonly Check[] {
  return laws.flatMap((law) =>
    law.duties.flatMap((duty): Check[] => {
      const rule = duty.rule === null ? undefined : rules.get(duty.rule)
      const severity = weights?.get(duty.id) ?? severityOf(duty, day)
      if (rule?.subject !== 'contact' || severity === 'off' || !isInForce(duty, day)) return []
      if (duty.when !== undefined && factHolds(facts, duty.when) !== true) return []
      const report: Report = ({key, values, verdict}) =>
        add({law: law.id, duty, severity, verdict: verdictFrom(severity, verdict), key, values: values ?? NO_VALUES})
      return [{rule, wanted: {zone: zoneOf(law), ...duty.with}, report}]
    }),
  )
}

/** The duties in force of these laws that nobody can judge before that fact is declared. */
export function notAssessed(laws: readonly Law[], day: Day, facts: DeclaredFacts): readonly Duty[] {
  return laws.flatMap(({duties}) =>
    duties.filter(
      // What no machine checks would not be judged if the fact were declared either.
      (duty) =>
        duty.rule !== null && duty.when !== undefined && isInForce(duty, day) && factHolds(facts, duty.when) === null,
    ),
  )
}

/** True when a complaint weighs so much that the contact may not be mailed. */
export function isHeldBy(complaints: readonly ContactComplaint[]): boolean {
  for (const {severity} of complaints) if (severity === 'error') return true
  return false
}

/** What the consent is worth under all the laws together. */
export function consentVerdict(complaints: readonly ContactComplaint[]): ConsentVerdict {
  let verdict: ConsentVerdict = 'valid'
  for (const complaint of complaints) verdict = worse(verdict, complaint.verdict)
  return verdict
}
