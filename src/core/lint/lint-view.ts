/** Looks at one template under the duties of the chosen laws: every complaint with its file, line, column and source. */

import type {DeclaredFacts} from '../laws/declared-facts.ts'
import {factHolds} from '../laws/declared-facts.ts'
import type {Law} from '../laws/law.ts'
import type {Day, Duty} from './duty.ts'
import {behindFinding, isInForce, severityOf} from './duty.ts'
import type {Finding, Place, Severity} from './finding.ts'
import {heaviestFirst} from './finding.ts'
import {factNotAssessed, NOT_ASSESSED} from './not-assessed.ts'
import {spotIn} from './part-places.ts'
import type {Report, Rule} from './rule.ts'
import type {Spot} from './spot.ts'
import type {TemplateView} from './template-view.ts'
import type {Waiver} from './waivers.ts'
import {waiversIn} from './waivers.ts'

/** Nobody mends more places of one kind at once; a crafted file must not make us tell a million. */
const MOST = 100

type Complaint = Parameters<Report>[0]

export interface LintBy {
  readonly laws: readonly Law[]
  readonly rules: readonly Rule[]
  readonly day: Day
  /** Ids of all duties that there are, of other laws too. */
  readonly known: ReadonlySet<string>
  /** Weights that the user set for duties, by id. */
  readonly weights?: ReadonlyMap<string, Severity | 'off'>
  /** What a person declared; absent = nothing. */
  readonly facts?: DeclaredFacts
}

/** The rule that asks what the others found. */
const LAST = 'waivers'

/** At most 100 for each duty, sorted by file, place and weight. A rule that lacks a declared fact gives a note, never a pass. */
export function lintView(
  view: TemplateView,
  {laws, rules, day, known, weights, facts = {}}: LintBy,
): readonly Finding[] {
  const found = new Map<string, Finding>()
  const waivers = waiversIn(view.parts).filter(({reason}) => reason !== '')
  const asked = new Set<string>()
  const waived = new Set<string>()
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const duties = laws.flatMap((law) => law.duties).filter((duty) => isInForce(duty, day) && binds(duty, view))
  for (const duty of [...duties.filter(({rule}) => rule !== LAST), ...duties.filter(({rule}) => rule === LAST)]) {
    const rule = duty.rule === null ? undefined : byId.get(duty.rule)
    const severity = weights?.get(duty.id) ?? severityOf(duty, day)
    const isWeighed = weights?.has(duty.id) === true
    if (severity === 'off') continue
    if (rule?.subject !== 'template' || (view.isPartial && rule.isOfWholeMail)) continue
    const holds = duty.when === undefined || factHolds(facts, duty.when)
    if (holds === false) continue
    asked.add(duty.id)
    const seen = rule.id === LAST ? {...view, judged: {known, asked, waived}} : view
    let told = 0
    rule.check(seen, duty.with ?? {}, (said) => {
      if (told === MOST) return
      told += 1
      // Where it has nothing to say, it does not matter whether the duty binds.
      const complaint = holds === null ? factNotAssessed(duty.when!) : said
      // What is said of waivers no waiver sets aside.
      const waiver =
        rule.id === LAST ? undefined : waivers.find((each) => each.duty === duty.id && isAbout(each, complaint, view))
      if (waiver !== undefined) waived.add(`${waiver.part} ${duty.id}`)
      const weight = said.isUnsure && !isWeighed && severity === 'error' ? 'warning' : severity
      const made = toFinding(complaint, {duty, rule: rule.id, severity: weight, day}, view)
      const finding = waiver === undefined ? made : {...made, waived: waiver.reason}
      // A title is read as the subject too: the same spot is told once.
      const {values, ...where} = {...finding.where, values: {...complaint.values}}
      const spot = JSON.stringify([finding.duty, finding.key, {...where, part: ''}, values])
      if (!found.has(spot)) found.set(spot, finding)
    })
  }
  const order = [...new Set(view.parts.map(({file}) => file))]
  return [...found.values()].sort((a, b) => byPlace(a, b, order))
}

function binds({mails}: Duty, {mailClass = 'marketing'}: TemplateView): boolean {
  return mails === undefined || mails.includes(mailClass)
}

/** A subject holds no comment, and what is about the whole mail has no place: any part may speak for those. */
function isAbout(waiver: Waiver, {at}: Complaint, {parts}: TemplateView): boolean {
  return at === undefined || at.part === waiver.part || parts[at.part]?.kind === 'subject'
}

function toFinding(
  complaint: Complaint,
  about: {readonly duty: Duty; readonly rule: string; readonly severity: Severity; readonly day: Day},
  view: TemplateView,
): Finding {
  const {duty, rule, severity, day} = about
  const part = complaint.at && view.parts[complaint.at.part]
  const spot = part ? spotIn(part, complaint.at.offset) : complaint.place
  return {
    duty: duty.id,
    rule,
    severity: complaint.key === NOT_ASSESSED ? 'info' : weightOf(complaint, severity),
    where: spot === undefined ? {kind: 'whole', of: view.file} : placeAt(spot, part?.kind ?? 'mail'),
    key: complaint.key,
    values: {...(part && {part: part.kind}), ...complaint.values},
    ...behindFinding(duty, day),
    ...(spot?.excerpt && {excerpt: spot.excerpt}),
  }
}

function weightOf({isGuess}: Complaint, severity: Severity): Severity {
  return isGuess && severity === 'error' ? 'warning' : severity
}

function placeAt({file, line, column}: Spot, part: 'html' | 'text' | 'subject' | 'mail'): Place {
  return {kind: 'template', file, part, line, column}
}

function byPlace(a: Finding, b: Finding, order: readonly string[]): number {
  if (a.where.kind !== 'template' || b.where.kind !== 'template')
    return (a.where.kind === 'template' ? 0 : 1) - (b.where.kind === 'template' ? 0 : 1)
  return (
    order.indexOf(a.where.file) - order.indexOf(b.where.file) ||
    a.where.line - b.where.line ||
    a.where.column - b.where.column ||
    heaviestFirst(a, b)
  )
}
