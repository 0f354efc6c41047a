/** Is the mail right? Templates in, findings with their places out. Changes nothing, sends nothing. */
import type {DeclaredFacts} from '../core/laws/declared-facts.ts'
import type {Law} from '../core/laws/law.ts'
import type {Baseline, BaselineEntry} from '../core/lint/baseline.ts'
import {baselineText, identityOf, isKnownBy} from '../core/lint/baseline.ts'
import type {Day} from '../core/lint/duty.ts'
import type {Finding, Severity} from '../core/lint/finding.ts'
import {lintView} from '../core/lint/lint-view.ts'
import {NOT_ASSESSED} from '../core/lint/not-assessed.ts'
import type {LintedTemplate, LintFinding, LintReport} from '../core/reports/lint-report.ts'
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
}

export interface LintRun extends LintAsk {
  readonly paths: readonly string[]
  /** What a todoke.lint.yaml near a path says of it, beside what holds for all. */
  readonly own?: ReadonlyMap<string, Partial<LintAsk>>
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
  readonly files: LintFiles
  readonly views: TemplateViewer
  /** SHA-256, hex. */
  readonly hash: (text: string) => string
  readonly clock: {now(): number}
  /** Missing: characters that a set lacks are not looked for. */
  readonly charsetOf?: (charset: Charset) => Promise<CharsetWriter>
  /** Wanted with a list. */
  readonly filled?: FilledNeeds
}

/** paths in the order given, each read and judged by itself. Throws what LintFiles.read throws. */
export async function lintTemplates(ask: LintRun, needs: LintNeeds): Promise<LintReport> {
  const templates: LintedTemplate[] = []
  const against = await listFor(ask, needs)
  const mark = marker(ask.baseline, needs.hash)
  const used = new Set<Law>()
  for (const path of ask.paths) {
    const source = await needs.files.read(path)
    const said = {...ask, ...ask.own?.get(path)}
    // What is piped in is spoken of by its name.
    const partial = ask.partial === true || isFragment(source.path)
    const knownNames = ask.knownNames ?? against?.list.names ?? null
    const charset = await charsetOf(source.template, needs)
    const {laws, findings} = lintSource(source, {...said, partial, knownNames, ...charset}, needs)
    for (const law of laws) used.add(law)
    const known = findings.map(mark)
    const {template} = source
    // A fragment is no mail, and what another system sends is not filled by us.
    const isFilled = template !== null && against !== null && !partial && systemOf(template, said) === null
    const filled = isFilled ? await lintFilled(template, against, needs.filled!) : null
    if (filled === null) templates.push({path: source.path, findings: known})
    else {
      const all = [...known, ...filled.findings.map(mark)]
      templates.push({path: source.path, findings: all, filled: filledFacts(filled.census)})
    }
  }
  const all = templates.flatMap(({findings}) => findings)
  const counted = all.filter(countsIn)
  const weighing = (wanted: Severity) => counted.filter(({severity}) => severity === wanted).length
  return {
    version: ask.version,
    rulebook: RULEBOOK_VERSION,
    madeAt: needs.clock.now(),
    day: ask.day,
    laws: namesOf([...used]),
    templates,
    errors: weighing('error'),
    warnings: weighing('warning'),
    notAssessed: counted.filter(({key}) => key === NOT_ASSESSED).length,
    known: all.filter(({isKnown, waived}) => isKnown && waived === undefined).length,
    waived: all.filter(({waived}) => waived !== undefined).length,
    duties: dutyNotes(all.map(({duty}) => duty)),
  }
}

async function charsetOf(source: TemplateSource | null, needs: LintNeeds): Promise<Pick<LintAsk, 'charset'>> {
  if (source === null || source.charset === 'utf-8' || needs.charsetOf === undefined) return {}
  return {charset: await needs.charsetOf(source.charset)}
}

/** Throws LIST_UNKNOWN. */
async function listFor({list, content, laws, day, weights}: LintRun, {filled}: LintNeeds): Promise<FilledAsk | null> {
  if (!list || content === undefined || filled === undefined) return null
  return {list: await listToFill(list, filled), content, laws, day, ...(weights && {weights})}
}

/** A file whose name begins with an underscore; a folder is a whole mail, whatever its name. */
function isFragment(path: string): boolean {
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
