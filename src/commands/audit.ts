import {Args} from '@oclif/core'
import type {AuditFormat} from '../cli/audit-flags.ts'
import {auditAskOf, auditFlags} from '../cli/audit-flags.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {datesFlag, encodingFlag, failOnFlag, lawFlag, mapFlag, sheetFlag, whereFlag} from '../cli/flags.ts'
import {headerOf, mappingFlags} from '../cli/mapping-flags.ts'
import {startProgress} from '../cli/progress.ts'
import {shellWord} from '../cli/shell-word.ts'
import {auditAsJson, auditAsText, showAudit} from '../cli/show-audit.ts'
import {showStrayOrigins} from '../cli/show-stray-origins.ts'
import {catchStopSignals} from '../cli/stop-signals.ts'
import type {DateReading} from '../core/contacts/read-moment.ts'
import {worstOf} from '../core/lint/finding.ts'
import type {AuditReport} from '../core/reports/audit-report.ts'
import {auditTargets, baselineOf} from '../flows/audit.ts'

export default class Audit extends BaseCommand {
  static override summary = 'Check lists or CSV files: may these people be mailed, and which columns must not be there?'
  static override description =
    'Judges each contact by the laws that bind the sender and by the law of their own country: which basis is recorded (consent, card, trade, published …), its proof and its age. Looks for sensitive columns by header and values, and names what to do next. Works on lists of the workspace or straight on files, without a workspace. Changes nothing; values are never shown.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> news',
    '<%= config.bin %> <%= command.id %> subscribers.csv --law jp,us --fail-on warning',
    '<%= config.bin %> <%= command.id %> news --where "consent_at < 2020-01-01"',
    '<%= config.bin %> <%= command.id %> subscribers.csv --map "連絡先=address" --format json',
    '<%= config.bin %> <%= command.id %> news --format html --output audit.html --way-out way-out',
    '<%= config.bin %> <%= command.id %> news --baseline known.json --rule jp/consent-wording=off',
  ]

  static override strict = false
  static override args = {
    target: Args.string({
      required: true,
      ignoreStdin: true,
      description:
        'Names of lists, or paths of files (CSV, .gz, .zip, .xlsx); several may be given; - reads standard input.',
    }),
  }

  static override flags = {
    law: lawFlag,
    'fail-on': failOnFlag,
    ...auditFlags,
    encoding: encodingFlag,
    sheet: sheetFlag,
    map: mapFlag,
    dates: datesFlag,
    header: mappingFlags.header,
    where: whereFlag,
  }

  async run() {
    const {argv, flags} = await this.parse(Audit)
    const {auditNeeds} = await import('../wiring/audits.ts')
    const {clock, findWorkspace, offsetOf, storeOf} = await import('../wiring/workspace.ts')
    const {lang} = this.screen
    const place = await findWorkspace(lang)
    const settings = place?.settings ?? null
    const now = clock.now()
    const ask = auditAskOf(flags, settings, {now, offsetMinutes: offsetOf(settings), lang})
    const header = headerOf(flags.header, null, 'audit')
    const dates = flags.dates as DateReading | undefined
    const needs = await auditNeeds(place, {...flags, ...ask, header, dates, targets: argv as string[], lang})
    if (place !== null && Object.keys(place.settings.listOrigins).length > 0) {
      const store = await storeOf(place)
      await showStrayOrigins(place.settings, store, this.screen).finally(() => store.close())
    }
    const progress = startProgress(this.screen)
    const stop = catchStopSignals(() => this.screen.note(this.screen.t('lists.stopping')))
    const report = await auditTargets(
      {
        ...ask,
        baseline: needs.baseline,
        version: this.config.version,
        onProgress: (of, count) => progress.show(() => this.screen.t('audit.progress', {of, count})),
        stop: stop.signal,
        command: ['todoke', 'audit', ...(argv as string[]).map(shellWord)].join(' '),
      },
      needs,
    ).finally(() => {
      progress.stop()
      stop.release()
    })
    if (flags['write-baseline'] !== undefined)
      await this.writeResult(flags['write-baseline'], baselineOf(report), flags)
    await this.tell(report, flags, needs.baseline !== null)
    const isNew = report.targets.flatMap(({findings}) => findings.filter((finding) => !finding.isKnown))
    if (flags['write-baseline'] === undefined) this.exitWith(worstOf(isNew), flags['fail-on'])
    return auditAsJson(report, lang)
  }

  /** The result in the format that was asked for, on the screen or into a file. */
  private async tell(
    report: AuditReport,
    flags: {readonly format: string; readonly output: string | undefined; readonly overwrite: boolean},
    hasBaseline: boolean,
  ): Promise<void> {
    const format = flags.format as AuditFormat
    const {lang} = this.screen
    if (format === 'stylish' && flags.output === undefined) return showAudit(report, this.screen)
    const {auditPages} = await import('../wiring/audits.ts')
    const text =
      format === 'stylish'
        ? auditAsText(report, this.screen)
        : format === 'json'
          ? `${JSON.stringify(auditAsJson(report, lang), null, 2)}\n`
          : (await auditPages())[format](report, lang, hasBaseline)
    if (flags.output === undefined) this.screen.out(text.replace(/\r?\n$/, ''))
    else await this.writeResult(flags.output, text, flags)
  }
}
