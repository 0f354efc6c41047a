/**
 * `import {lint} from 'todoke'`: lints templates from a program. Needs no workspace and reads no settings: what is asked
 * is all that counts. Prints nothing, ends no process, changes no file.
 */
import type {DeclaredFacts} from '../core/laws/declared-facts.ts'
import {dayInJapan} from '../core/lint/day.ts'
import type {Day} from '../core/lint/duty.ts'
import type {Severity} from '../core/lint/finding.ts'
import {systemNamed} from '../core/lint/sending-system.ts'
import type {MailClass} from '../core/sending/mail-class.ts'
import {offeredColumns} from '../core/templates/offered-names.ts'
import {visibleControls} from '../core/visible-controls.ts'
import {AppError} from '../errors.ts'
import type {LintNeeds, LintRun} from '../flows/lint-templates.ts'
import {lintTemplates} from '../flows/lint-templates.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'
import {lawsOf} from '../rulebook/laws.ts'
import {lintJson} from '../wiring/lint-pages.ts'
import {lintThreads} from '../wiring/lint-threads.ts'
import {lintGivenNeeds, lintNeeds} from '../wiring/sends.ts'
import {checkOptions} from './check-options.ts'

export type {Place, Severity, Source} from '../core/lint/finding.ts'

/** The same as `todoke lint --json`. */
export type LintReport = Awaited<ReturnType<typeof lintJson>>
export type LintFinding = LintReport['templates'][number]['findings'][number]

/** Either paths, or a source with the name of its file. */
export type LintOptions = LintPaths | LintSource

interface LintPaths extends LintHow {
  /** Files (.html, .txt, .mjml, .eml) or folders with template.yaml. */
  readonly paths: readonly string[]
  readonly source?: never
  readonly filename?: never
}

interface LintSource extends LintHow {
  /** The template itself. */
  readonly source: string
  /** Its ending says what it is; it need not exist. */
  readonly filename: string
  readonly paths?: never
}

interface LintHow {
  /** Short names of laws, e.g. ['jp', 'us']; ['jp'] where not said. */
  readonly laws?: readonly string[]
  /** What is not said of the sender cannot be judged, and is reported as not assessed. */
  readonly sender?: {
    readonly name?: string
    readonly address?: string
    readonly contact?: string
    /** Page that shows the postal address, when the mail links to it. */
    readonly addressPage?: string
  }
  /** Weights of duties by id, e.g. {'jp/postal-address': 'off'}. */
  readonly rules?: Readonly<Record<string, 'off' | Severity>>
  /** What only a person can know and some duties hang on, e.g. {sellerType: 'b2c-distance'}. */
  readonly facts?: DeclaredFacts
  /** marketing where neither this nor the template says it. */
  readonly mailClass?: MailClass
  /**
   * The system that sends the mail, if it is not Todoke, e.g. 'mailchimp': its tags are then known, all others are errors.
   * The names are those of `todoke lint --system`; where it is not said, what template.yaml says holds.
   */
  readonly system?: string
  /** Names that the list offers to tags; any other is then an error. */
  readonly columns?: readonly string[]
  /** A fragment: what only a whole mail must have is not asked of it. */
  readonly partial?: boolean
  /** Judge by the law of that day, e.g. 2026-11-30; today in Japan where not said. */
  readonly day?: string
  /** Of messages; English where not said. */
  readonly lang?: Lang
}

/** Why nothing could be judged: in words what and where, and the next steps. */
export class LintError extends Error {
  override readonly name = 'LintError'
  /** In one word, and stable: OPTION_INVALID, LAW_UNKNOWN, RULE_UNKNOWN, FILE_MISSING, TEMPLATE_MISSING … */
  readonly code: string
  /** What to do about it, a sentence each. */
  readonly next: readonly string[]

  constructor(code: string, message: string, next: readonly string[], cause: unknown) {
    super(message, {cause})
    this.code = code
    this.next = next
  }
}

/** Rejects with a LintError; findings are never errors, and a file that cannot be used is a finding (tpl/readable). */
export async function lint(options: LintOptions): Promise<LintReport> {
  // Whoever calls from JavaScript may have given nothing.
  const lang = options?.lang === 'ja' ? 'ja' : 'en'
  try {
    checkOptions(options)
    return await lintJson(await lintTemplates(askOf(options), await needsOf(options, lang)), lang)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const {code, values, details} = error
    const words = [text(lang, `error.${code}`, values), ...details].join('\n')
    const next = text(lang, `error.${code}.next`, values).split('\n')
    throw new LintError(code, visibleControls(words), next.map(visibleControls), error)
  }
}

function askOf({paths, filename, laws, sender, rules = {}, facts = {}, ...more}: LintOptions): LintRun {
  const {columns, partial = false, day, mailClass = null, system} = more
  return {
    paths: paths ?? [filename],
    laws: lawsOf(laws ?? ['jp']),
    sender: {name: '', address: '', contact: '', addressPage: '', ...sender},
    knownNames: columns === undefined ? null : offeredColumns(columns.map((name) => name.normalize('NFC'))),
    day: (day ?? dayInJapan(Date.now())) as Day,
    weights: new Map(Object.entries(rules)),
    ...{partial, facts, mailClass},
    ...(system !== undefined && {system: systemNamed(system)}),
    baseline: null,
    // Only pages name it.
    version: '',
  }
}

async function needsOf({source}: LintOptions, lang: Lang): Promise<LintNeeds> {
  return source === undefined ? {...(await lintNeeds(lang)), threads: lintThreads(lang)} : lintGivenNeeds(source, lang)
}
