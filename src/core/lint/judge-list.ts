/** Judges a list as a whole: its columns, its addresses, its consents together. No value and no address is in a finding. */
import type {AddressPattern} from '../contacts/address-judge.ts'
import {placeLabel} from '../contacts/audited-contact.ts'
import type {DeclaredFacts} from '../laws/declared-facts.ts'
import {factHolds} from '../laws/declared-facts.ts'
import type {Law} from '../laws/law.ts'
import type {ColumnJudgement} from '../sensitive/column-judgement.ts'
import type {Day, Duty} from './duty.ts'
import {behindFinding, isInForce, severityOf} from './duty.ts'
import type {FillCensus} from './fill-census.ts'
import type {Finding, Severity} from './finding.ts'
import {heaviestFirst} from './finding.ts'
import type {ListCensus} from './list-census.ts'
import type {Report, Rule} from './rule.ts'

export interface ListJudgeAsk {
  readonly laws: readonly Law[]
  readonly day: Day
  readonly facts: DeclaredFacts
  /** Minutes east of UTC in which moments are told. */
  readonly zone: number
  /** Weights that the user set for duties, by id. */
  readonly weights?: ReadonlyMap<string, Severity | 'off'>
}

/** What there is to judge; null = nothing is known of it. */
export interface ListView {
  readonly columns: readonly ColumnJudgement[] | null
  readonly patterns: readonly AddressPattern[] | null
  readonly census: ListCensus | null
  /** What a template becomes for the list; missing where there is none. */
  readonly filled?: FillCensus
}

/** of: the list or file, as findings name it. Columns, then addresses, then consents; each heaviest first. */
export function judgeList(ask: ListJudgeAsk, rules: readonly Rule[], view: ListView, of: string): readonly Finding[] {
  return SUBJECTS.flatMap((subject) => judgeSubject(subject, ask, rules, view, of))
}

const NO_ROWS: readonly (number | string)[] = []
const SUBJECTS = ['columns', 'addresses', 'list', 'filled'] as const

function judgeSubject(
  subject: (typeof SUBJECTS)[number],
  {laws, day, facts, zone, weights}: ListJudgeAsk,
  rules: readonly Rule[],
  view: ListView,
  of: string,
): readonly Finding[] {
  const findings: Finding[] = []
  for (const duty of new Set(laws.flatMap((law) => law.duties))) {
    const rule = rules.find(({id}) => id === duty.rule)
    const severity = weights?.get(duty.id) ?? severityOf(duty, day)
    if (rule?.subject !== subject || severity === 'off' || !isInForce(duty, day)) continue
    if (duty.when !== undefined && factHolds(facts, duty.when) !== true) continue
    check(rule, view, {zone, ...duty.with}, (complaint) => {
      const finding = findingOf(complaint, {duty, rule: rule.id, severity, day, of})
      const rows = view.columns?.find(({name}) => name === complaint.column)?.rows ?? NO_ROWS
      findings.push(
        rows.length === 0 || finding.samples !== undefined ? finding : {...finding, samples: rows.map(placeLabel)},
      )
    })
  }
  return findings.sort(heaviestFirst)
}

function check(rule: Rule, view: ListView, wanted: Readonly<Record<string, unknown>>, report: Report): void {
  if (rule.subject === 'columns' && view.columns !== null) rule.check(view.columns, wanted, report)
  if (rule.subject === 'addresses' && view.patterns !== null) rule.check(view.patterns, wanted, report)
  if (rule.subject === 'filled' && view.filled !== undefined) rule.check(view.filled, wanted, report)
  if (rule.subject === 'list' && view.census !== null) rule.check(view.census, wanted, report)
}

function findingOf(
  {key, values, column, count, samples, unit}: Parameters<Report>[0],
  about: {
    readonly duty: Duty
    readonly rule: string
    readonly severity: Severity
    readonly day: Day
    readonly of: string
  },
): Finding {
  const {duty, rule, severity, day, of} = about
  const isOfContacts = count !== undefined || samples !== undefined
  return {
    duty: duty.id,
    rule,
    severity,
    where:
      column !== undefined ? {kind: 'column', of, column} : isOfContacts ? {kind: 'contacts', of} : {kind: 'whole', of},
    key,
    values: values ?? {},
    ...behindFinding(duty, day),
    ...(count === undefined ? {} : {count}),
    ...(samples === undefined ? {} : {samples}),
    ...(unit === undefined ? {} : {unit}),
  }
}
