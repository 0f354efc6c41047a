/** May we? Contacts and columns in, findings out, totals returned. Changes nothing; memory does not grow with the list. */
import {wayOutOf} from '../core/consent/way-out.ts'
import type {FlagCount} from '../core/contacts/address-census.ts'
import type {AddressPattern} from '../core/contacts/address-judge.ts'
import type {AuditedContact} from '../core/contacts/audited-contact.ts'
import type {DateFormCount} from '../core/contacts/date-forms.ts'
import type {LawChoice} from '../core/laws/choose-laws.ts'
import type {DeclaredFacts} from '../core/laws/declared-facts.ts'
import type {Law} from '../core/laws/law.ts'
import type {Placed} from '../core/laws/place-contact.ts'
import type {Baseline} from '../core/lint/baseline.ts'
import {baselineText, identityOf, isKnownBy} from '../core/lint/baseline.ts'
import type {Day} from '../core/lint/duty.ts'
import type {Finding, Severity} from '../core/lint/finding.ts'
import {heaviestFirst} from '../core/lint/finding.ts'
import {notAssessed, startContactJudge} from '../core/lint/judge-contact.ts'
import {judgeList} from '../core/lint/judge-list.ts'
import {startListCensus} from '../core/lint/list-census.ts'
import {tallyFindings} from '../core/lint/tally.ts'
import {startAuditFigures} from '../core/reports/audit-figures.ts'
import type {AuditFinding, AuditReport, AuditResult, LeftOut, NotAssessed} from '../core/reports/audit-report.ts'
import {totalOf} from '../core/reports/audit-total.ts'
import type {ColumnJudgement} from '../core/sensitive/column-judgement.ts'
import type {HitPlace} from '../core/sensitive/hit-places.ts'
import {AppError} from '../errors.ts'
import type {AuditOutput} from '../ports/audit-outputs.ts'
import {MAY_ASK_ONCE, namesOf, RULEBOOK_VERSION, STANDARDS} from '../rulebook/laws.ts'
import {strictest} from '../rulebook/strictest.ts'
import {listRules} from '../rules/list-rules.ts'
import type {UnreadRow} from './audit-places.ts'
import {startUnreadRows, tellCells} from './audit-places.ts'
import {dutyNotes} from './duty-notes.ts'

/** What is to be audited: a list of the store or a file. All but the contacts is asked for after the last of them. */
export interface AuditSource {
  /** The list's name or the file's path, as findings name it. */
  readonly of: string
  /** What stands for it in fingerprints: '' for the only file of an audit, which may have another name next week. */
  readonly identity: string
  readonly kind: 'list' | 'file'
  /** The expression that chooses the contacts, as typed; null = all of them. */
  readonly where: string | null
  /** By which contacts came in, in order; a file is its own. at: UTC milliseconds. */
  readonly imports: readonly {readonly name: string; readonly at: number | null}[]
  /** In batches; only those that the segment holds. */
  readonly contacts: AsyncIterable<readonly AuditedContact[]>
  /** null when nothing about columns is known. */
  columns(): readonly ColumnJudgement[] | null
  /** What the addresses look like together, and one by one. */
  patterns(): readonly AddressPattern[]
  flags(): readonly FlagCount[]
  /** Columns whose dates are written in several ways. */
  dateForms(): readonly DateFormCount[]
  /** Contacts that the segment left out. */
  outside(): number
  /** False where no store is at hand that could know opt-outs beside those of the source itself. */
  readonly knowsOptOuts: boolean
  /** Rows that could not be read, since the last call. */
  takeUnread(): readonly UnreadRow[]
  /** Where the cells of a column stand that look like sensitive data. */
  cells(column: number): readonly HitPlace[]
  leftOut(): LeftOut
}

export interface AuditAsk {
  readonly choice: LawChoice
  readonly facts: DeclaredFacts
  /** The day by whose law is judged, and the moment at which, UTC milliseconds. */
  readonly day: Day
  readonly asOf: number
  /** Minutes east of UTC: the zone in which days are read and told. */
  readonly offsetMinutes: number
  /** Country of people whose list says none; null = not declared. */
  readonly audience: string | null
  readonly onlySenderLaw: boolean
  /** Weights that the user set for duties, by id. */
  readonly weights: ReadonlyMap<string, Severity | 'off'>
  /** Findings that are known; null = none was given. */
  readonly baseline: Baseline | null
  /** Of Todoke. */
  readonly version: string
  readonly onProgress: (of: string, contacts: number) => void
  /** Aborted when the user stops the command. */
  readonly stop: AbortSignal
  /** As typed, for the message then. */
  readonly command: string
}

export interface AuditNeeds {
  /** One target after the other; each is read to its end before the next is asked for. */
  readonly sources: AsyncIterable<AuditSource>
  readonly outputs: readonly AuditOutput[]
  /** SHA-256, hex. */
  readonly hash: (text: string) => string
  readonly clock: {now(): number}
}

/** Throws what the sources and outputs throw, and INTERRUPTED_UNCHANGED; outputs are finished, or abandoned when something throws. */
export async function auditTargets(ask: AuditAsk, needs: AuditNeeds): Promise<AuditReport> {
  const {outputs} = needs
  const targets: AuditResult[] = []
  try {
    for await (const source of needs.sources) targets.push(await auditSource(ask, source, needs))
    for (const output of outputs) await output.finish()
  } catch (error) {
    for (const output of outputs) await output.abandon()
    throw error
  }
  const {day, asOf, audience, onlySenderLaw, version} = ask
  return {
    version,
    rulebook: RULEBOOK_VERSION,
    madeAt: needs.clock.now(),
    day,
    asOf,
    laws: namesOf(ask.choice.sender),
    audience,
    onlySenderLaw,
    targets,
    total: totalOf(targets),
    duties: dutyNotes(targets.flatMap(({findings}) => findings.map(({duty}) => duty))),
  }
}

async function auditSource(ask: AuditAsk, source: AuditSource, needs: AuditNeeds): Promise<AuditResult> {
  const {choice, day, facts, weights} = ask
  const {judge} = startContactJudge({choice, day, facts, weights}, listRules)
  const tally = tallyFindings(source.of, day)
  const figures = startAuditFigures((country, alsoIn) =>
    choice.lawsFor(country, alsoIn).filter((law) => !STANDARDS.includes(law)),
  )
  const census = startListCensus(({country, alsoIn}) => choice.lawsFor(country, alsoIn).includes(strictest))
  const unread = startUnreadRows(ask, source.of, needs.outputs)
  let seen = 0
  for await (const batch of source.contacts) {
    for (const contact of batch) {
      const complaints = judge(contact.case)
      for (const complaint of complaints) tally.add(complaint, contact)
      const way = wayOutOf(contact, complaints, MAY_ASK_ONCE)
      figures.see(contact, complaints, way)
      census.see(contact)
      for (const output of needs.outputs) output.add(source.of, contact, complaints, way)
    }
    unread.see(source.takeUnread())
    for (const output of needs.outputs) await output.flush()
    if (ask.stop.aborted) throw new AppError('INTERRUPTED_UNCHANGED', {command: ask.command})
    seen += batch.length
    ask.onProgress(source.of, seen)
  }
  unread.see(source.takeUnread())
  const counted = figures.result(source.imports)
  const laws = lawsSeen(choice, figures.places())
  const columns = source.columns()
  const outside = source.outside()
  const listCensus = census.result(source.dateForms(), unread.byReason(), outside)
  const view = {columns, patterns: source.patterns(), census: listCensus}
  const ofList = judgeList({laws, day, facts, weights, zone: ask.offsetMinutes}, listRules, view, source.of)
  await tellCells(source, ofList, columns ?? [], needs.outputs)
  const findings = [...ofList, ...tally.findings()]
  return {
    of: source.of,
    kind: source.kind,
    segment: source.where,
    outside,
    knowsOptOuts: source.knowsOptOuts,
    ...counted,
    flags: source.flags(),
    columns: (columns ?? []).filter(({category}) => category !== null),
    leftOut: source.leftOut(),
    findings: findings.sort(heaviestFirst).map((finding) => marked(finding, source.identity, ask.baseline, needs.hash)),
    notAssessed: undeclared(laws, ask),
  }
}

/** The laws of everybody in the list, each once; of nobody's country where there is nobody. */
function lawsSeen(choice: LawChoice, places: readonly Placed[]): readonly Law[] {
  if (places.length === 0) return choice.lawsFor(null)
  return [...new Set(places.flatMap(({country, alsoIn}) => choice.lawsFor(country, alsoIn)))]
}

const FINGERPRINT_LENGTH = 32

function marked(finding: Finding, target: string, baseline: Baseline | null, hash: AuditNeeds['hash']): AuditFinding {
  const fingerprint = hash(identityOf(finding, target)).slice(0, FINGERPRINT_LENGTH)
  return {...finding, fingerprint, isKnown: isKnownBy(baseline, fingerprint, finding.count)}
}

/** The file that makes every finding of this audit known to the next one. */
export function baselineOf({rulebook, targets}: AuditReport): string {
  const entries = targets.flatMap(({of, findings}) =>
    findings.map(({fingerprint, duty, count}) => ({fingerprint, target: of, duty, count: count ?? null})),
  )
  return baselineText(rulebook, entries)
}

/** Only duties that this audit would have looked at. */
function undeclared(laws: readonly Law[], {day, facts, weights}: AuditAsk): readonly NotAssessed[] {
  return notAssessed(laws, day, facts)
    .filter(({id, rule}) => listRules.some((each) => each.id === rule) && weights.get(id) !== 'off')
    .map(({id, when, says}) => ({duty: id, fact: when!.fact, says}))
}
