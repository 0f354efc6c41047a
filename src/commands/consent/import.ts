import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {asTyped} from '../../cli/confirm-consents.ts'
import {datesFlag, encodingFlag, mapFlag, sheetFlag} from '../../cli/flags.ts'
import {startProgress} from '../../cli/progress.ts'
import {consentProgress, showConsentImport} from '../../cli/show-consent-import.ts'
import {catchStopSignals} from '../../cli/stop-signals.ts'
import {CONSENT_KINDS} from '../../core/contacts/consent.ts'
import type {DateReading} from '../../core/contacts/read-moment.ts'
import type {ConsentImportResult} from '../../flows/import-consents.ts'
import {importConsents} from '../../flows/import-consents.ts'

export default class ConsentImport extends BaseCommand {
  static override summary =
    'Take consent events from a file: who agreed or refused, when, how, where, under which wording.'
  static override description =
    'Reads a table with one event per row (event, event_at, basis, method, source, wording, purpose, topic and the proof of single bases; Japanese column names too), or JSON lines with the same names. A file without a word for what happened is no file of consents: a column, a basis, or --event says it. Several events per person are one story, in order of time. Events are only ever added: the same one twice changes nothing. A refusal or withdrawal binds at once, also of people who are in no list. Lines that cannot be read, and people who are in no list, go to a rejects file; then the exit code is 1.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> consents.csv',
    '<%= config.bin %> <%= command.id %> form-log.jsonl --json',
    '<%= config.bin %> <%= command.id %> export.csv --map "日時=event_at" --dates mdy',
  ]

  static override args = {
    file: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'The file: CSV, JSON lines, .gz, .zip, .xlsx; - reads standard input.',
    }),
  }

  static override flags = {
    map: mapFlag,
    event: Flags.option({
      options: CONSENT_KINDS,
      summary: 'What happened, where no column says it: of all lines the same (given, withdrawn …).',
    })(),
    encoding: encodingFlag,
    sheet: sheetFlag,
    dates: datesFlag,
    rejects: Flags.string({summary: 'File for lines that cannot be taken in (default: rejects/ of the workspace).'}),
  }

  async run(): Promise<ConsentImportResult> {
    const {args, flags} = await this.parse(ConsentImport)
    const {consentImportNeeds} = await import('../../wiring/consents.ts')
    const {encodingOf, rejectsPath} = await import('../../wiring/lists.ts')
    const {offsetOf, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const needs = await consentImportNeeds(place)
    const stop = catchStopSignals(() => this.screen.note(this.screen.t('consents.stopping')))
    const progress = startProgress(this.screen)
    try {
      const result = await importConsents(
        {
          file: args.file,
          sheet: flags.sheet ?? null,
          encoding: encodingOf(flags.encoding),
          map: flags.map ?? [],
          event: flags.event ?? null,
          purposes: place.settings.purposes.map(({name}) => name),
          dates: (flags.dates as DateReading | undefined) ?? 'ymd',
          offsetMinutes: offsetOf(place.settings),
          rejectsOf: (sha256, format) =>
            flags.rejects ??
            rejectsPath(place, args.file, 'consents', sha256).replace(/\.csv$/, format === 'csv' ? '.csv' : '.jsonl'),
          command: `todoke consent import ${asTyped(this.argv)}`,
          stop: stop.signal,
          onProgress: consentProgress(progress, this.screen),
        },
        needs,
      )
      progress.stop()
      showConsentImport(result, this.screen)
      if (result.rejected > 0) this.exitWithFailures()
      return result
    } finally {
      progress.stop()
      stop.release()
      await needs.store.close()
    }
  }
}
