import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {factFlag, factsOf} from '../cli/facts.ts'
import {failOnFlag, lawFlag} from '../cli/flags.ts'
import type {LintOutput} from '../cli/lint-outputs.ts'
import {lintFormatFlag, lintOutputsOf} from '../cli/lint-outputs.ts'
import {lintAsJson, lintAsText, showLint} from '../cli/show-lint.ts'
import {ruleFlag, weightsOf} from '../cli/weights.ts'
import {dayAt} from '../core/lint/day.ts'
import {worstOf} from '../core/lint/finding.ts'
import type {LintReport} from '../core/reports/lint-report.ts'
import {countsIn} from '../core/reports/lint-report.ts'
import type {MailClass} from '../core/sending/send-content.ts'
import {offeredColumns} from '../core/templates/offered-names.ts'
import {lintBaselineOf, lintTemplates} from '../flows/lint-templates.ts'
import {lawsOf} from '../rulebook/laws.ts'

export default class Lint extends BaseCommand {
  static override summary = 'Check templates: opt-out link and notice, sender’s name, address, contact, placeholders.'
  static override description =
    'Reads .html, .txt and .mjml files, or folders with template.yaml, and reports what a law or our own standard finds missing, with line and column. Inside a workspace the sender and the laws come from todoke.yaml; elsewhere from the flags. Changes nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> templates/news',
    '<%= config.bin %> <%= command.id %> mail.html mail.txt --sender-name 株式会社サンプル',
    '<%= config.bin %> <%= command.id %> mail.html --law jp,us --columns 氏名,会社名 --format json',
    '<%= config.bin %> <%= command.id %> templates/news --format github --format sarif=lint.sarif --max-warnings 0',
  ]

  static override strict = false
  static override args = {
    files: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Files or template folders; several may be named.',
    }),
  }

  static override flags = {
    law: lawFlag,
    'sender-name': Flags.string({summary: 'Legal name of the sender (default: sender.name of the settings).'}),
    'sender-address': Flags.string({summary: 'Postal address of the sender, on one line.'}),
    'sender-contact': Flags.string({summary: 'Phone, mail address or URL for complaints.'}),
    'address-page': Flags.string({summary: 'Page that shows the postal address, when the mail links to it.'}),
    fact: factFlag,
    class: Flags.string({
      summary: 'What the mail is, where template.yaml does not say (default: marketing).',
      options: ['marketing', 'transactional'],
    }),
    columns: Flags.string({
      summary: 'Names the list offers, separated by commas; a tag with any other name is then an error.',
      helpValue: 'NAME,…',
    }),
    rule: ruleFlag,
    'fail-on': failOnFlag,
    'max-warnings': Flags.integer({
      summary: 'Exit with 1 when there are more warnings than this.',
      helpValue: 'COUNT',
      min: 0,
    }),
    strict: Flags.boolean({
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
  }

  async run() {
    const {argv, flags} = await this.parse(Lint)
    const {findWorkspace} = await import('../wiring/workspace.ts')
    const {lintNeeds} = await import('../wiring/sends.ts')
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
    const settings = (await findWorkspace(lang))?.settings ?? null
    const ask = {
      paths: argv as string[],
      laws: lawsOf(namesIn(flags.law) ?? settings?.laws ?? ['jp']),
      sender: {
        name: flags['sender-name'] ?? settings?.sender.name ?? '',
        address: flags['sender-address'] ?? settings?.sender.address ?? '',
        contact: flags['sender-contact'] ?? settings?.sender.contact ?? '',
        addressPage: flags['address-page'] ?? '',
      },
      from: settings?.sender.from ?? null,
      replyTo: settings?.sender.replyTo ?? null,
      facts: {...settings?.facts, ...factsOf(flags.fact ?? [], 'lint')},
      mailClass: flags.class === undefined ? null : (flags.class as MailClass),
      knownNames: flags.columns === undefined ? null : offeredColumns(namesIn(flags.columns, 'as-written')!),
      day: dayAt(Date.now(), 'Asia/Tokyo'),
      weights: weightsOf(flags.rule ?? [], 'lint', lang),
      partial: flags.partial,
      baseline: flags.baseline === undefined ? null : await baselineFrom(flags.baseline, lang),
      version: this.config.version,
    }
    const report = await lintTemplates(ask, await lintNeeds(lang))
    if (flags['write-baseline'] !== undefined)
      await this.writeResult(flags['write-baseline'], lintBaselineOf(report), flags)
    for (const output of outputs) await this.tell(report, output, flags)
    if (flags['write-baseline'] === undefined) this.judge(report, flags)
    return lintAsJson(report, lang)
  }

  private async tell(
    report: LintReport,
    {format, file}: LintOutput,
    flags: {readonly overwrite: boolean; readonly baseline: string | undefined},
  ): Promise<void> {
    const {lang} = this.screen
    if (format === 'stylish' && file === null) return showLint(report, this.screen)
    const {lintPages} = await import('../wiring/lint-pages.ts')
    const text =
      format === 'stylish'
        ? lintAsText(report, this.screen)
        : format === 'json'
          ? `${JSON.stringify(lintAsJson(report, lang), null, 2)}\n`
          : (await lintPages())[format](report, lang, flags.baseline !== undefined)
    if (file !== null) await this.writeResult(file, text, flags)
    else if (text !== '') this.screen.out(text.replace(/\n$/, ''))
  }

  private judge(
    {templates, warnings, notAssessed}: LintReport,
    flags: {readonly 'fail-on': string; readonly 'max-warnings': number | undefined; readonly strict: boolean},
  ): void {
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

function namesIn(list: string | undefined, letters: 'lower' | 'as-written' = 'lower'): readonly string[] | undefined {
  const names = list
    ?.split(',')
    .map((name) => name.trim().normalize('NFC'))
    .filter((name) => name !== '')
  return letters === 'lower' ? names?.map((name) => name.toLowerCase()) : names
}
