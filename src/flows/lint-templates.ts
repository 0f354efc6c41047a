/** Is the mail right? Templates in, findings with their places out. Changes nothing, sends nothing. */
import type {DeclaredFacts} from '../core/laws/declared-facts.ts'
import type {Law} from '../core/laws/law.ts'
import type {Baseline, BaselineEntry} from '../core/lint/baseline.ts'
import {baselineText, identityOf, isKnownBy} from '../core/lint/baseline.ts'
import type {Day} from '../core/lint/duty.ts'
import type {Finding, Severity} from '../core/lint/finding.ts'
import {lintView} from '../core/lint/lint-view.ts'
import {NOT_ASSESSED} from '../core/lint/not-assessed.ts'
import type {FilledFacts, LintedTemplate, LintFinding, LintReport} from '../core/reports/lint-report.ts'
import {countsIn, filledFacts} from '../core/reports/lint-report.ts'
import type {CharsetWriter} from '../core/sending/charset.ts'
import type {Charset} from '../core/sending/send-content.ts'
import type {LintFiles, LintSource} from '../ports/lint-files.ts'
import type {TemplateSource, TemplateViewer} from '../ports/templates.ts'
import {lawsOf, namesOf, RULEBOOK, RULEBOOK_VERSION} from '../rulebook/laws.ts'
import {templateRules} from '../rules/template-rules.ts'
import {dutyNotes} from './duty-notes.ts'
import type {FilledAsk, FilledNeeds} from './lint-filled.ts'
import {lintFilled, listToFill} from './lint-filled.ts'
import type {ViewAsk, ViewNeeds} from './view-source.ts'
import {systemOf, viewSource} from './view-source.ts'

export interface LintAsk extends ViewAsk {
  readonly laws: readonly Law[]
  /** The user named them for this run: what a template chooses for itself is left aside. */
  readonly lawsAreSaid?: boolean
  /** The day by whose law is judged. */
  readonly day: Day
  /** What only a person can know; absent = nothing was declared. */
  readonly facts?: DeclaredFacts
  /** Weights that the user set for duties, by id. */
  readonly weights?: ReadonlyMap<string, Severity | 'off'>
  /** What a todoke.lint.yaml near a path says of it, beside what holds for all. Laws by name. */
  readonly own?: ReadonlyMap<string, OwnAsk>
}

export interface OwnAsk extends Pick<LintAsk, 'lawsAreSaid' | 'sender' | 'weights' | 'usualSystem'> {
  readonly laws: readonly string[]
}

export interface LintRun extends LintAsk {
  readonly paths: readonly string[]
  /** A list for whose people each template is filled; missing or null = none. Its names are those that tags may use. */
  readonly list?: string | null
  /** What the mails of the workspace say of the sender and the way out; wanted with a list. */
  readonly content?: FilledAsk['content']
  /** Findings that are known; null = none was given. */
  readonly baseline: Baseline | null
  /** Of Todoke. */
  readonly version: string
}

export interface LintNeeds {
  readonly inputs: LintFiles
  readonly views: TemplateViewer
  /** SHA-256, hex. */
  readonly hash: (text: string) => string
  readonly clock: {now(): number}
  /** Missing: characters that a set lacks are not looked for. */
  readonly charsetOf?: (charset: Charset) => Promise<CharsetWriter>
  /** Wanted with a list. */
  readonly filled?: FilledNeeds
  /** Judges many at once; missing = one after the other. */
  readonly threads?: LintThreads
}

/** One path by itself. */
export interface LintedPath {
  /** As it is spoken of. */
  readonly path: string
  readonly findings: readonly Finding[]
  /** Names of those it was judged by. */
  readonly laws: readonly string[]
}

/** ask: values alone, as it goes to other threads. In the order of the paths; the same as without. Throws what lintPath throws, and WORKER_FAILED. */
export type LintThreads = (ask: LintAsk, paths: readonly string[]) => AsyncIterable<LintedPath>

/** paths in the order given, each read and judged by itself. Throws what LintFiles.read throws, and LIST_UNKNOWN. */
export async function lintTemplates(ask: LintRun, needs: LintNeeds): Promise<LintReport> {
  const templates: LintedTemplate[] = []
  const {paths, list, content, baseline, version, ...said} = ask
  const against = await listFor(ask, needs)
  const each = {...said, knownNames: ask.knownNames ?? against?.list.names ?? null}
  const mark = marker(baseline, needs.hash)
  const used = new Set<string>()
  // What is piped in is there for one thread alone.
  const isShared = against === null && paths.length >= MANY && needs.threads !== undefined && !paths.includes('-')
  const found = isShared ? needs.threads!(each, paths) : oneByOne(each, paths, needs, against)
  for await (const {path, findings, laws, filled} of found as AsyncIterable<Judged>) {
    for (const law of laws) used.add(law)
    templates.push({path, findings: findings.map(mark), ...(filled && {filled})})
  }
  const made = {version, rulebook: RULEBOOK_VERSION, madeAt: needs.clock.now(), day: ask.day, laws: [...used]}
  return lintReportOf(made, templates)
}

/** made: what does not depend on the templates. */
export function lintReportOf(
  {version, rulebook, madeAt, day, laws}: Pick<LintReport, 'version' | 'rulebook' | 'madeAt' | 'day' | 'laws'>,
  templates: LintReport['templates'],
): LintReport {
  const all = templates.flatMap(({findings}) => findings)
  const counted = all.filter(countsIn)
  const weighing = (wanted: Severity) => counted.filter(({severity}) => severity === wanted).length
  return {
    ...{version, rulebook, madeAt, day, laws, templates},
    errors: weighing('error'),
    warnings: weighing('warning'),
    notAssessed: counted.filter(({key}) => key === NOT_ASSESSED).length,
    known: all.filter(({isKnown, waived}) => isKnown && waived === undefined).length,
    waived: all.filter(({waived}) => waived !== undefined).length,
    duties: dutyNotes(all.map(({duty}) => duty)),
  }
}

/** For fewer, threads take longer to start than the work takes. */
const MANY = 20

interface Judged extends LintedPath {
  readonly filled?: FilledFacts
}

async function* oneByOne(
  ask: LintAsk,
  paths: readonly string[],
  needs: LintNeeds,
  against: FilledAsk | null,
): AsyncGenerator<Judged> {
  for (const path of paths) {
    const {source, said, partial, judged} = await judgePath(path, ask, needs)
    const {template} = source
    // A fragment is no mail, and what another system sends is not filled by us.
    const isFilled = template !== null && against !== null && !partial && systemOf(template, said) === null
    const filled = isFilled ? await lintFilled(template, against, needs.filled!) : null
    yield filled === null
      ? judged
      : {...judged, findings: [...judged.findings, ...filled.findings], filled: filledFacts(filled.census)}
  }
}

type PathNeeds = Pick<LintNeeds, 'inputs' | 'views' | 'charsetOf'>

/** Throws what LintFiles.read throws. */
export async function lintPath(path: string, ask: LintAsk, needs: PathNeeds): Promise<LintedPath> {
  return (await judgePath(path, ask, needs)).judged
}

async function judgePath(path: string, ask: LintAsk, needs: PathNeeds) {
  const source = await needs.inputs.read(path)
  const said = askFor(path, ask)
  // What is piped in is spoken of by its name.
  const partial = ask.partial === true || isFragment(source.path)
  const charset = await charsetOf(source.template, needs)
  const {findings, laws} = lintSource(source, {...said, partial, ...charset}, needs)
  return {source, said, partial, judged: {path: source.path, findings, laws: namesOf(laws)}}
}

/** With what a file near that path says. */
export function askFor(path: string, ask: LintAsk): LintAsk {
  const own = ask.own?.get(path)
  return own === undefined ? ask : {...ask, ...own, laws: lawsOf(own.laws)}
}

async function charsetOf(source: TemplateSource | null, needs: PathNeeds): Promise<Pick<LintAsk, 'charset'>> {
  if (source === null || source.charset === 'utf-8' || needs.charsetOf === undefined) return {}
  return {charset: await needs.charsetOf(source.charset)}
}

/** Throws LIST_UNKNOWN. */
async function listFor({list, content, laws, day, weights}: LintRun, {filled}: LintNeeds): Promise<FilledAsk | null> {
  if (!list || content === undefined || filled === undefined) return null
  return {list: await listToFill(list, filled), content, laws, day, ...(weights && {weights})}
}

/** A file whose name begins with an underscore; a folder is a whole mail, whatever its name. */
export function isFragment(path: string): boolean {
  return /(?:^|[\\/])_[^\\/]*\.(?:x?html?|txt|mjml)$/i.test(path)
}

const FINGERPRINT_LENGTH = 32

/** The same words may stand in a file several times: as many as the baseline counts are known. */
function marker(baseline: Baseline | null, hash: LintNeeds['hash']): (finding: Finding) => LintFinding {
  const seen = new Map<string, number>()
  return (finding) => {
    const fingerprint = hash(identityOf(finding)).slice(0, FINGERPRINT_LENGTH)
    if (finding.waived !== undefined) return {...finding, fingerprint, isKnown: false}
    const count = (seen.get(fingerprint) ?? 0) + 1
    seen.set(fingerprint, count)
    return {...finding, fingerprint, isKnown: isKnownBy(baseline, fingerprint, count)}
  }
}

/** The file that makes every finding of this lint known to the next one, but for those set aside. */
export function lintBaselineOf({rulebook, templates}: LintReport): string {
  const entries = new Map<string, BaselineEntry>()
  for (const {path, findings} of templates)
    for (const {fingerprint, duty, waived} of findings)
      if (waived === undefined)
        entries.set(fingerprint, {
          ...{fingerprint, target: path, duty},
          count: (entries.get(fingerprint)?.count ?? 0) + 1,
        })
  return baselineText(rulebook, [...entries.values()])
}

/** One template that has been read. Never throws. */
export function lintTemplate(source: TemplateSource, ask: LintAsk, needs: ViewNeeds): readonly Finding[] {
  return lintSource({path: source.path, template: source, mail: null, faults: []}, ask, needs).findings
}

interface Linted {
  readonly findings: readonly Finding[]
  /** By which it was judged. */
  readonly laws: readonly Law[]
}

/** Whatever a file held. Never throws. */
export function lintSource(source: LintSource, ask: LintAsk, needs: ViewNeeds): Linted {
  const {view, chosen} = viewSource(source, ask, needs)
  const laws = ask.lawsAreSaid === true || chosen.length === 0 ? ask.laws : lawsOf(chosen)
  const findings = lintView(view, {
    ...{laws, rules: templateRules, day: ask.day, known: KNOWN_DUTIES},
    ...(ask.weights && {weights: ask.weights}),
    ...(ask.facts && {facts: ask.facts}),
  })
  return {findings, laws}
}

const KNOWN_DUTIES: ReadonlySet<string> = new Set(RULEBOOK.flatMap(({duties}) => duties.map(({id}) => id)))
