/**
 * Judges contacts, one by one, under the duties of the chosen laws: used by the audit and by the send planner.
 * Every law given applies to every contact: the sender's law binds whoever is written to. Changes nothing, and
 * allocates nothing for a contact without complaints.
 */
import type {ContactCase} from '../contacts/contact-case.ts'
import type {Day, Duty, Law} from './duty.ts'
import {isInForce, severityOf} from './duty.ts'
import type {Severity} from './finding.ts'
import type {ContactRule, Report, Rule} from './rule.ts'

export interface ContactComplaint {
  readonly duty: Duty
  /** The duty's weight after its sources were weighed; 'error' holds the contact back from a send. */
  readonly severity: Severity
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface ContactJudge {
  /** What the duties say against this contact; empty when nothing. */
  judge(contact: ContactCase): readonly ContactComplaint[]
}

const NO_COMPLAINTS: readonly ContactComplaint[] = Object.freeze([])
const NO_VALUES: Readonly<Record<string, string | number>> = Object.freeze({})

/** rules: the registry, or a part of it; duties whose rule is not a contact rule of it are passed over. day: whose law. */
export function startContactJudge(laws: readonly Law[], rules: readonly Rule[], day: Day): ContactJudge {
  const checks = contactChecks(laws, rules, day)
  let complaints: ContactComplaint[] | null = null
  const reports = checks.map(
    ({duty, severity}): Report =>
      ({key, values}) => {
        complaints ??= []
        complaints.push({duty, severity, key, values: values ?? NO_VALUES})
      },
  )
  return {
    judge(contact) {
      complaints = null
      for (let i = 0; i < checks.length; i++) {
        const {rule, wanted} = checks[i]!
        rule.check(contact, wanted, reports[i]!)
      }
      return complaints ?? NO_COMPLAINTS
    },
  }
}

interface ContactCheck {
  readonly duty: Duty
  readonly severity: Severity
  readonly rule: ContactRule
  readonly wanted: Readonly<Record<string, unknown>>
}

function contactChecks(laws: readonly Law[], rules: readonly Rule[], day: Day): readonly ContactCheck[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return laws
    .flatMap((law) => law.duties)
    .flatMap((duty) => {
      const rule = byId.get(duty.rule)
      if (rule?.subject !== 'contact' || !isInForce(duty, day)) return []
      return [{duty, severity: severityOf(duty), rule, wanted: duty.with ?? {}}]
    })
}

/** True when a complaint weighs so much that the contact may not be mailed. */
export function isHeldBy(complaints: readonly ContactComplaint[]): boolean {
  for (const {severity} of complaints) if (severity === 'error') return true
  return false
}
