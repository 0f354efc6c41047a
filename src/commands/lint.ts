import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {factFlag, factsOf} from '../cli/facts.ts'
import {failOnFlag, lawFlag} from '../cli/flags.ts'
import {lintChoices} from '../cli/lint-choices.ts'
import type {LintOutput} from '../cli/lint-outputs.ts'
import {lintFormatFlag, lintOutputsOf} from '../cli/lint-outputs.ts'
import {showFixes, showLeftAlone} from '../cli/show-fixes.ts'
import {lintAsText, showLint} from '../cli/show-lint.ts'
import {showWatchRound} from '../cli/show-watch-round.ts'
import {catchStopSignals} from '../cli/stop-signals.ts'
import {ruleFlag, weightsOf} from '../cli/weights.ts'
import {dayInJapan} from '../core/lint/day.ts'
import {worstOf} from '../core/lint/finding.ts'
import {SYSTEM_NAMES, systemNamed} from '../core/lint/sending-system.ts'
import type {LintReport} from '../core/reports/lint-report.ts'
import {countsIn} from '../core/reports/lint-report.ts'
import type {MailClass} from '../core/sending/mail-class.ts'
import {MAIL_CLASSES} from '../core/sending/mail-class.ts'
import {offeredColumns} from '../core/templates/offered-names.ts'
import type {FixAnswer, FixAsk} from '../flows/fix-templates.ts'
import type {LintNeeds, LintRun} from '../flows/lint-templates.ts'
import {lintBaselineOf, lintTemplates} from '../flows/lint-templates.ts'
import type {WatchRound} from '../flows/watch-templates.ts'

export default class Lint extends BaseCommand {
  static override summary = 'Check templates: opt-out link and notice, sender’s name, address, contact, placeholders.'
  static override description =
    'Reads .html, .txt, .mjml and .eml files, folders with template.yaml, all such files below other folders, patterns in quotes, or - for standard input, and reports what a law, a standard or our own finds missing, with line and column. Sender and laws come from the flags, from todoke.lint.yaml near the template, or from todoke.yaml of the workspace, in that order. Changes nothing without --fix.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> templates/news',
    '<%= config.bin %> <%= command.id %> mail.html mail.txt --sender-name 株式会社サンプル',
    '<%= config.bin %> <%= command.id %> mail.html --law jp,us --columns 氏名,会社名 --format json',
    "<%= config.bin %> <%= command.id %> 'templates/**/*.html' newsletter.eml",
    '<%= config.bin %> <%= command.id %> - --stdin-filename mail.html',
    '<%= config.bin %> <%= command.id %> templates/news --list news',
    '<%= config.bin %> <%= command.id %> templates/news --fix --dry-run',
    '<%= config.bin %> <%= command.id %> templates/news --format github --format sarif=lint.sarif --max-warnings 0',
  ]

  static override strict = false
  static override args = {
    files: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Files, folders or patterns; several may be named. - reads standard input.',
    }),
  }

  static override flags = {
    law: lawFlag,
    'sender-name': Flags.string({summary: 'Legal name of the sender (default: sender.name of the settings).'}),
    'sender-address': Flags.string({summary: 'Postal address of the sender, on one line.'}),
    'sender-contact': Flags.string({summary: 'Phone, mail address or URL for complaints.'}),
    'address-page': Flags.string({summary: 'Page that shows the postal address, when the mail links to it.'}),
    list: Flags.string({
      summary:
        'Fill each template for every contact of this list: empty fields, long subjects, values that do not fit.',
      helpValue: 'NAME',
    }),
    fact: factFlag,
    class: Flags.string({
      summary: 'What the mail is, where template.yaml does not say (default: marketing).',
      options: [...MAIL_CLASSES],
    }),
    columns: Flags.string({
      summary: 'Names the list offers, separated by commas; a tag with any other name is then an error.',
      helpValue: 'NAME,…',
    }),
    system: Flags.option({
      summary:
        'The system that sends these mails, if it is not Todoke: its tags are then known, all others are errors.',
      options: SYSTEM_NAMES,
      helpValue: 'SYSTEM',
    })(),
    config: Flags.string({
      summary: 'Settings of this file instead of the todoke.lint.yaml near each template.',
      helpValue: 'FILE',
    }),
    'stdin-filename': Flags.string({
      summary: 'Name of what - reads; its ending (.html, .txt, .mjml, .eml) says what it is.',
      helpValue: 'NAME',
    }),
    rule: ruleFlag,
    'fail-on': failOnFlag,
    'max-warnings': Flags.integer({
      summary: 'Exit with 1 when there are more warnings than this.',
      helpValue: 'COUNT',
      min: 0,
    }),
    strict: Flags.boolean({
      allowNo: true,
      summary: 'Exit with 1 also when something could not be judged for want of a declared fact.',
    }),
    partial: Flags.boolean({
      summary: 'Lint fragments: leave aside what only a whole mail must have (always so for names like _footer.html).',
    }),
    format: lintFormatFlag,
    baseline: Flags.string({
      summary: 'Findings in this file are known: they are marked and do not fail.',
      helpValue: 'FILE',
    }),
    'write-baseline': Flags.string({summary: 'Write all findings to this file as known.', helpValue: 'FILE'}),
    overwrite: Flags.boolean({summary: 'Replace files that are there.'}),
    fix: Flags.boolean({
      summary:
        'Mend what is safe in the files, then lint: footer, missing text part, language of <html>, https for hosts that have it.',
    }),
    'dry-run': Flags.boolean({summary: 'With --fix: show the changes as a diff and make none.', dependsOn: ['fix']}),
    watch: Flags.boolean({
      summary: 'Lint again whenever a file changes; Ctrl-C ends it with the exit code of the last state.',
      exclusive: ['fix', 'write-baseline', 'json'],
    }),
  }

  async run() {
    const {argv, flags} = await this.parse(Lint)
    const {findWorkspace, workspace} = await import('../wiring/workspace.ts')
    const {filledNeeds, lintNeeds, pipedIn} = await import('../wiring/sends.ts')
    const {lintThreads} = await import('../wiring/lint-threads.ts')
    const {baselineFrom} = await import('../wiring/baselines.ts')
    const {lang} = this.screen
    const outputs = lintOutputsOf(flags.format)
    const {checkOutputFiles} = await import('../wiring/files.ts')
    checkOutputFiles(
      [
        ...outputs.map(({file}) => ({flag: 'format', file: file ?? undefined})),
        {flag: 'write-baseline', file: flags['write-baseline']},
      ],
      argv as string[],
      flags.overwrite,
    )
    const place = flags.list === undefined ? await findWorkspace(lang) : await workspace(lang)
    const settings = place?.settings ?? null
    const weights = weightsOf(flags.rule ?? [], 'lint', lang)
    const stdinName = flags['stdin-filename'] ?? null
    const {lintTargets} = await import('../wiring/lint-targets.ts')
    const targets = await lintTargets({words: argv as string[], config: flags.config ?? null, stdinName, lang})
    const {laws, own, isStrict, maxWarnings, ...said} = lintChoices(
      {
        laws: namesIn(flags.law) ?? null,
        sender: {
          name: flags['sender-name'],
          address: flags['sender-address'],
          contact: flags['sender-contact'],
          addressPage: flags['address-page'],
        },
        weights,
        strict: flags.strict,
        maxWarnings: flags['max-warnings'],
      },
      targets.settings,
      settings,
    )
    const ask = {
      ...said,
      paths: targets.paths,
      laws,
      own,
      from: settings?.sender.from ?? null,
      replyTo: settings?.sender.replyTo ?? null,
      facts: {...settings?.facts, ...factsOf(flags.fact ?? [], 'lint')},
      mailClass: flags.class === undefined ? null : (flags.class as MailClass),
      knownNames: flags.columns === undefined ? null : offeredColumns(namesIn(flags.columns, 'as-written')!),
      day: dayInJapan(Date.now()),
      ...(flags.system !== undefined && {system: systemNamed(flags.system)}),
      ...(place !== null && flags.list !== undefined && {list: flags.list, content: place.settings}),
      partial: flags.partial,
      baseline: flags.baseline === undefined ? null : await baselineFrom(flags.baseline, lang),
      version: this.config.version,
    }
    const stdin = pipedIn(stdinName)
    const judging = {...flags, strict: isStrict, 'max-warnings': maxWarnings ?? undefined}
    const usual = {...(await lintNeeds(lang, stdin)), threads: lintThreads(lang)}
    // Last of all: what fails before this leaves no store open.
    const filled = place === null || flags.list === undefined ? null : await filledNeeds(place, lang)
    const needs = filled === null ? usual : {...usual, filled}
    try {
      return await this.answer(ask, needs, outputs, judging)
    } finally {
      await filled?.store.close()
    }
  }

  private async answer(ask: LintRun, needs: LintNeeds, outputs: readonly LintOutput[], flags: AnswerFlags) {
    const {lang} = this.screen
    const tell: Tell = async (each, overwrite, only = null) => {
      for (const output of outputs) await this.tell(each, output, {...flags, overwrite, only})
    }
    if (flags.watch) return this.watch(ask, needs, tell, flags)
    const made: Mended = flags.fix
      ? await this.fix({...ask, isDry: flags['dry-run']}, needs)
      : {report: await lintTemplates(ask, needs)}
    const {report, fixed, left = []} = made
    if (fixed !== undefined) {
      const isToScreen = outputs.some(({format, file}) => format === 'stylish' && file === null)
      showFixes(fixed, {isDry: flags['dry-run'], isToScreen}, this.screen)
      showLeftAlone(left, isToScreen, this.screen)
    }
    if (flags['write-baseline'] !== undefined)
      await this.writeResult(flags['write-baseline'], lintBaselineOf(report), flags)
    await tell(report, flags.overwrite)
    if (flags['write-baseline'] === undefined) this.judge(report, flags)
    const {lintJson} = await import('../wiring/lint-pages.ts')
    return {...(await lintJson(report, lang)), ...(fixed !== undefined && {fixed, left})}
  }

  /** Until Ctrl-C; then as if the last state were the answer. */
  private async watch(ask: LintRun, needs: LintNeeds, tell: Tell, flags: JudgeFlags & {readonly overwrite: boolean}) {
    const {watchPaths} = await import('../wiring/watch.ts')
    const {watchTemplates} = await import('../flows/watch-templates.ts')
    const {lintJson} = await import('../wiring/lint-pages.ts')
    const stop = catchStopSignals(() => undefined)
    let last: WatchRound | null = null
    for await (const round of watchTemplates(ask, {...needs, ...(await watchPaths(ask.paths, stop.signal))})) {
      showWatchRound(round, last === null, this.screen)
      if (round.error === null) await tell(round.all, flags.overwrite || last !== null, round.changed)
      if (last === null) this.screen.note(this.screen.t('watch.waiting'))
      last = round
    }
    stop.release()
    if (last!.error !== null) throw last!.error
    this.judge(last!.all, flags)
    return lintJson(last!.all, this.screen.lang)
  }

  private async fix(ask: FixAsk, needs: LintNeeds) {
    const {fixNeeds} = await import('../wiring/sends.ts')
    const {fixTemplates} = await import('../flows/fix-templates.ts')
    return fixTemplates(ask, {...(await fixNeeds(this.screen.lang)), ...needs})
  }

  private async tell(
    report: LintReport,
    {format, file}: LintOutput,
    flags: {
      readonly overwrite: boolean
      readonly baseline: string | undefined
      readonly only: readonly string[] | null
    },
  ): Promise<void> {
    const {lang} = this.screen
    // Nobody would see it, and breaking thousands of lines well takes longer than finding what they say.
    if (format === 'stylish' && file === null && this.jsonEnabled()) return
    if (format === 'stylish' && file === null) return showLint(report, this.screen, flags.only)
    const {lintPage} = await import('../wiring/lint-pages.ts')
    const text =
      format === 'stylish'
        ? lintAsText(report, this.screen)
        : await lintPage(format, report, lang, flags.baseline !== undefined)
    if (file !== null) await this.writeResult(file, text, flags)
    else if (text !== '') this.screen.out(text.replace(/\n$/, ''))
  }

  private judge({templates, warnings, notAssessed}: LintReport, flags: JudgeFlags): void {
    const most = flags['max-warnings']
    const counted = templates.flatMap(({findings}) => findings).filter(countsIn)
    if (most !== undefined && warnings > most) {
      this.screen.note(this.screen.t('lint.too-many-warnings', {count: warnings, most}))
      this.exitWithFailures()
    }
    if (flags.strict && notAssessed > 0) {
      this.screen.note(this.screen.t('lint.strict', {count: notAssessed}))
      this.exitWithFailures()
    }
    this.exitWith(worstOf(counted), flags['fail-on'])
  }
}

/** overwrite: files that are there. only: see showLint. */
type Tell = (report: LintReport, overwrite: boolean, only?: readonly string[] | null) => Promise<void>

type Mended = Pick<FixAnswer, 'report'> & Partial<FixAnswer>

interface JudgeFlags {
  readonly 'fail-on': string
  readonly 'max-warnings': number | undefined
  readonly strict: boolean
}

interface AnswerFlags extends JudgeFlags {
  readonly fix: boolean
  readonly watch: boolean
  readonly 'dry-run': boolean
  readonly overwrite: boolean
  readonly baseline: string | undefined
  readonly 'write-baseline': string | undefined
}

function namesIn(list: string | undefined, letters: 'lower' | 'as-written' = 'lower'): readonly string[] | undefined {
  const names = list
    ?.split(',')
    .map((name) => name.trim().normalize('NFC'))
    .filter((name) => name !== '')
  return letters === 'lower' ? names?.map((name) => name.toLowerCase()) : names
}
