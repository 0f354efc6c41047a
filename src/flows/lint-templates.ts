/** Is the mail right? Templates in, findings with their places out. Changes nothing, sends nothing. */
import type {DeclaredFacts} from '../core/laws/declared-facts.ts'
import type {Law} from '../core/laws/law.ts'
import type {Baseline, BaselineEntry} from '../core/lint/baseline.ts'
import {baselineText, identityOf, isKnownBy} from '../core/lint/baseline.ts'
import type {Day} from '../core/lint/duty.ts'
import type {Finding, Severity} from '../core/lint/finding.ts'
import {lintView} from '../core/lint/lint-view.ts'
import {NOT_ASSESSED} from '../core/lint/not-assessed.ts'
import type {PartView, SenderFacts} from '../core/lint/template-view.ts'
import {viewText} from '../core/lint/view-text.ts'
import type {FilledFacts, LintedTemplate, LintFinding, LintReport} from '../core/reports/lint-report.ts'
import {countsIn, filledFacts} from '../core/reports/lint-report.ts'
import type {CharsetWriter} from '../core/sending/charset.ts'
import type {Charset, MailClass} from '../core/sending/send-content.ts'
import {assemble} from '../core/templates/assemble.ts'
import type {System} from '../core/templates/convert/reading.ts'
import type {OfferedNames} from '../core/templates/offered-names.ts'
import type {TemplateFiles, TemplateSource, TemplateText, TemplateViewer} from '../ports/templates.ts'
import {namesOf, RULEBOOK, RULEBOOK_VERSION} from '../rulebook/laws.ts'
import {templateRules} from '../rules/template-rules.ts'
import {dutyNotes} from './duty-notes.ts'
import type {FilledAsk, FilledNeeds} from './lint-filled.ts'
import {lintFilled, listToFill} from './lint-filled.ts'
import {partialsFor} from './template-partials.ts'

export interface LintAsk {
  readonly laws: readonly Law[]
  readonly sender: SenderFacts
  /** Names the list offers to tags, null when no list is known. */
  readonly knownNames: OfferedNames | null
  /** The day by whose law is judged. */
  readonly day: Day
  /** What only a person can know; absent = nothing was declared. */
  readonly facts?: DeclaredFacts
  /** Whom the mail comes from and what it is, where the template does not say; null = not known. */
  readonly from?: {readonly name: string; readonly address: string} | null
  readonly replyTo?: string | null
  readonly mailClass?: MailClass | null
  /** A fragment: what only a whole mail must have is not asked of it. */
  readonly partial?: boolean
  /** Weights that the user set for duties, by id. */
  readonly weights?: ReadonlyMap<string, Severity | 'off'>
  /** The other system that will send it, null for Todoke; missing: as the template says. */
  readonly system?: System | null
  /** What the template's mails are written in; missing = not judged. */
  readonly charset?: CharsetWriter
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
  readonly templates: TemplateFiles
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

/** ask: values alone, as it goes to other threads. The findings of each path, in the order of the paths; the same as without. Throws what lintPath throws, and WORKER_FAILED. */
export type LintThreads = (ask: LintAsk, paths: readonly string[]) => AsyncIterable<readonly Finding[]>

/** paths in the order given, each read and judged by itself. Throws what TemplateFiles.read throws, and LIST_UNKNOWN. */
export async function lintTemplates(ask: LintRun, needs: LintNeeds): Promise<LintReport> {
  const templates: LintedTemplate[] = []
  const {paths, list, content, baseline, version, ...said} = ask
  const against = await listFor(ask, needs)
  const each = {...said, knownNames: ask.knownNames ?? against?.list.names ?? null}
  const mark = marker(baseline, needs.hash)
  const isShared = against === null && paths.length >= MANY && needs.threads !== undefined
  const found = isShared ? shared(needs.threads!(each, paths)) : oneByOne(each, paths, needs, against)
  for await (const {findings, filled} of found)
    templates.push({
      path: paths[templates.length]!,
      findings: findings.map(mark),
      ...(filled && {filled}),
    })
  const {day, laws} = ask
  const made = {version, rulebook: RULEBOOK_VERSION, madeAt: needs.clock.now(), day, laws: namesOf(laws)}
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

interface Judged {
  readonly findings: readonly Finding[]
  readonly filled?: FilledFacts
}

async function* shared(found: AsyncIterable<readonly Finding[]>): AsyncGenerator<Judged> {
  for await (const findings of found) yield {findings}
}

async function* oneByOne(
  ask: LintAsk,
  paths: readonly string[],
  needs: LintNeeds,
  against: FilledAsk | null,
): AsyncGenerator<Judged> {
  for (const path of paths) {
    const {source, partial, findings} = await judgePath(path, ask, needs)
    // A fragment is no mail, and what another system sends is not filled by us.
    const isFilled = against !== null && !partial && systemOf(source, ask) === null
    const filled = isFilled ? await lintFilled(source, against, needs.filled!) : null
    yield filled === null
      ? {findings}
      : {findings: [...findings, ...filled.findings], filled: filledFacts(filled.census)}
  }
}

type PathNeeds = Pick<LintNeeds, 'templates' | 'views' | 'charsetOf'>

/** Throws what TemplateFiles.read throws. */
export async function lintPath(path: string, ask: LintAsk, needs: PathNeeds): Promise<readonly Finding[]> {
  return (await judgePath(path, ask, needs)).findings
}

async function judgePath(path: string, ask: LintAsk, needs: PathNeeds) {
  const source = await needs.templates.read(path)
  const partial = ask.partial === true || isFragment(path)
  const findings = lintTemplate(source, {...ask, partial, ...(await charsetOf(source, needs))}, needs)
  return {source, partial, findings}
}

async function charsetOf({charset}: TemplateSource, needs: PathNeeds): Promise<Pick<LintAsk, 'charset'>> {
  return charset === 'utf-8' || needs.charsetOf === undefined ? {} : {charset: await needs.charsetOf(charset)}
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

/** The other system that sends it, or null for Todoke. */
function systemOf(source: TemplateSource, ask: Pick<LintAsk, 'system'>): System | null {
  return ask.system === undefined ? (source.system ?? null) : ask.system
}

/** One template that has been read. Never throws. */
export function lintTemplate(
  source: TemplateSource,
  ask: LintAsk,
  needs: {readonly views: TemplateViewer},
): readonly Finding[] {
  const {sender} = ask
  const {filling} = source
  const knownNames = filling === 'strict' ? ask.knownNames : null
  const isPartial = ask.partial === true
  const rawNames = new Set(source.raw)
  const system = systemOf(source, ask)
  const from = source.from ?? ask.from
  const mailClass = source.mailClass ?? ask.mailClass
  const view = {
    ...(from && {
      from: {...from, repliesTo: source.replyTo ?? ask.replyTo ?? from.address, isOfTemplate: source.from !== null},
    }),
    ...(mailClass && {mailClass}),
    file: source.path,
    parts: partsOf(source, needs.views),
    knownNames,
    rawNames,
    filling,
    sender,
    isPartial,
    system,
    isTextElsewhere: system === null || source.isFolder !== true,
    preheader: source.preheader,
    parcelBytes: [...source.images.map(({file}) => file), ...source.attachments].reduce(
      (sum, {content}) => sum + content.length,
      0,
    ),
    ...(ask.charset && {charset: ask.charset}),
  }
  const known = new Set(RULEBOOK.flatMap(({duties}) => duties.map(({id}) => id)))
  return lintView(view, {
    ...{laws: ask.laws, rules: templateRules, day: ask.day, known},
    ...(ask.weights && {weights: ask.weights}),
    ...(ask.facts && {facts: ask.facts}),
  })
}

/** The subject first, as readers meet it. */
function partsOf(source: TemplateSource, views: TemplateViewer): readonly PartView[] {
  const {subject, subjectAt, html, text} = source
  return [
    ...(subject === null || subjectAt === null ? [] : [viewText('subject', subject, subjectAt.file, subjectAt)]),
    ...(html === null ? [] : [{...viewWhole(html, partialsFor('html', source), views.html), sentAs: source.charset}]),
    ...(text === null
      ? []
      : [viewWhole(text, partialsFor('text', source), (all, file) => viewText('text', all, file))]),
  ]
}

function viewWhole(
  text: TemplateText,
  partials: ReadonlyMap<string, TemplateText>,
  view: (source: string, file: string) => PartView,
): PartView {
  const {source, placeOf} = assemble(text, partials)
  const seen = view(source, text.file)
  return source === text.source ? seen : {...seen, placeOf}
}
