/** Looks at one template under the duties of the chosen laws: every complaint with its file, line, column and source. */

import type {DeclaredFacts} from '../laws/declared-facts.ts'
import {factHolds} from '../laws/declared-facts.ts'
import type {Law} from '../laws/law.ts'
import {placeOf} from '../templates/parse-template.ts'
import type {Day, Duty} from './duty.ts'
import {behindFinding, isInForce, severityOf} from './duty.ts'
import type {Finding, Place, Severity} from './finding.ts'
import {heaviestFirst} from './finding.ts'
import {factNotAssessed, NOT_ASSESSED} from './not-assessed.ts'
import type {Report, Rule} from './rule.ts'
import type {PartView, TemplateView} from './template-view.ts'
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
  const duties = laws.flatMap((law) => law.duties).filter((duty) => isInForce(duty, day) && binds(duty, view))
  for (const duty of [...duties.filter(({rule}) => rule !== LAST), ...duties.filter(({rule}) => rule === LAST)]) {
    const rule = rules.find(({id}) => id === duty.rule)
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
  {duty, rule, severity, day}: {duty: Duty; rule: string; severity: Severity; day: Day},
  view: TemplateView,
): Finding {
  const part = complaint.at && view.parts[complaint.at.part]
  const spot = part && complaint.at.offset < part.source.length ? excerptOf(part, complaint.at.offset) : null
  return {
    duty: duty.id,
    rule,
    severity: complaint.key === NOT_ASSESSED ? 'info' : weightOf(complaint, severity),
    where: part ? placeIn(part, seenOffset(part.source, complaint.at.offset)) : {kind: 'whole', of: view.file},
    key: complaint.key,
    values: {...(part && {part: part.kind}), ...complaint.values},
    ...behindFinding(duty, day),
    ...(spot && {excerpt: spot}),
  }
}

function weightOf({isGuess}: Complaint, severity: Severity): Severity {
  return isGuess && severity === 'error' ? 'warning' : severity
}

function placeIn(part: PartView, offset: number): Place {
  if (part.placeOf !== undefined) return {kind: 'template', part: part.kind, ...part.placeOf(offset)}
  const {line, column} = placeOf(part.source, offset)
  return {
    kind: 'template',
    file: part.file,
    part: part.kind,
    line: part.start.line + line - 1,
    column: line === 1 ? part.start.column + column - 1 : column,
  }
}

/**
 * What is missing is told at the end of a part: at the beginning of the last line that holds something, since code hosts
 * show nothing at a line behind the last line end.
 */
function seenOffset(source: string, offset: number): number {
  if (offset < source.length) return offset
  const end = source.trimEnd().length
  return Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1)) + 1
}

const BEFORE = 40
const AFTER = 60

/** The line around the spot, tabs as blanks; an ellipsis stands for what was cut on either side. */
function excerptOf({source}: PartView, offset: number): {text: string; at: number} {
  const {column} = placeOf(source, offset)
  const lineStart = offset - column + 1
  const from = wholeFrom(source, Math.max(lineStart, offset - BEFORE))
  const rest = /^[^\r\n]*/.exec(source.slice(offset, offset + AFTER))?.[0] ?? ''
  const to = offset + rest.length
  const before = source.slice(from, offset).trimStart()
  const after = source.slice(offset, wholeFrom(source, to)).trimEnd()
  const start = from > lineStart ? '…' : ''
  const end = rest.length === AFTER && /[^\r\n]/.test(source[to] ?? '') ? '…' : ''
  return {text: `${start}${before}${after}${end}`.replaceAll('\t', ' '), at: start.length + before.length}
}

/** The same place, or the one before it where it would halve a character of two units. */
function wholeFrom(source: string, at: number): number {
  return at > 0 && /[\ud800-\udbff]/.test(source[at - 1]!) && /[\udc00-\udfff]/.test(source[at] ?? '') ? at - 1 : at
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
