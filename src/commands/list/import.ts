import {Args, Flags} from '@oclif/core'
import {askMapping} from '../../cli/ask-mapping.ts'
import {BaseCommand} from '../../cli/base-command.ts'
import {datesFlag, encodingFlag, mapFlag, sheetFlag} from '../../cli/flags.ts'
import {keepFlags, keepOf} from '../../cli/keep-flags.ts'
import {columnsOf, headerOf, mappingFlags} from '../../cli/mapping-flags.ts'
import {startProgress} from '../../cli/progress.ts'
import {purposeNamed} from '../../cli/purpose-flag.ts'
import {shellWord} from '../../cli/shell-word.ts'
import {importProgress, showImport, showListPlan} from '../../cli/show-import.ts'
import {catchStopSignals} from '../../cli/stop-signals.ts'
import type {Basis} from '../../core/contacts/consent.ts'
import {BASES} from '../../core/contacts/consent.ts'
import type {DateReading} from '../../core/contacts/read-moment.ts'
import {savedFrom} from '../../core/contacts/saved-mapping.ts'
import {MASK} from '../../core/sensitive/mask.ts'
import type {ImportResult} from '../../flows/import-list.ts'
import {importList} from '../../flows/import-list.ts'
import type {ListFilePlan} from '../../ports/list-files.ts'
import type {ImportSample} from '../../ports/list-import.ts'

export default class ListImport extends BaseCommand {
  static override summary = 'Take a CSV or Excel file into a list: contacts, consents, opt-outs.'
  static override description =
    'Streams the file, whatever its size; .gz, .zip with one file, .xlsx and - (standard input) are read too, known by their content. Encoding, delimiter and columns are found and shown. Bad rows go to a rejects file in their original bytes. Columns of special-care data without recorded consent, and My Number always, are left out. An import never clears an opt-out. One file per call. --json answers the counts, the samples of a dry run, the rejects, and how the file was read: encoding, encodingConfidence (0 to 100), byteOrderMark, delimiter, headerLine, format (the service it was exported from), sheet or entry (of a workbook or zip), mapping.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> lists/subscribers.csv --list news',
    '<%= config.bin %> <%= command.id %> export.csv --list news --map "連絡先=address" --basis consent',
    '<%= config.bin %> <%= command.id %> members.xlsx --list news --sheet Members',
    '<%= config.bin %> <%= command.id %> export.csv --list news --save-mapping export.yaml',
    '<%= config.bin %> <%= command.id %> export.csv --list news --mapping export.yaml --encoding cp932 --json',
  ]

  static override args = {
    file: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'The file: CSV or other text, .gz, .zip, .xlsx; - reads standard input.',
    }),
  }

  static override flags = {
    'dry-run': Flags.boolean({
      summary: 'Show what an import would do, with samples; change nothing.',
    }),
    list: Flags.string({required: true, summary: 'Name of the list; made when it is not there.'}),
    map: mapFlag,
    encoding: encodingFlag,
    sheet: sheetFlag,
    delimiter: Flags.string({summary: 'The character between columns, or tab (default: found).'}),
    ...mappingFlags,
    dates: datesFlag,
    basis: Flags.string({
      summary: 'Why mailing is allowed, for rows that do not say it themselves.',
      options: [...BASES],
    }),
    ...keepFlags,
    purpose: Flags.string({summary: 'What the data was collected for (default: the first purpose of the settings).'}),
    rejects: Flags.string({summary: 'File for rows that cannot be read (default: rejects/ of the workspace).'}),
  }

  async run(): Promise<Omit<ImportResult, 'plan'> & ReturnType<typeof readingOf>> {
    const {args, flags} = await this.parse(ListImport)
    const {delimiterOf, encodingOf, importNeeds, mappingFiles, rejectsPath, scratchPath} = await import(
      '../../wiring/lists.ts'
    )
    const {offsetOf, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const mappings = await mappingFiles(this.screen.lang)
    const saved = await mappings.read(flags.mapping)
    const purpose = purposeNamed(
      place.settings.purposes,
      flags.purpose ?? saved?.purpose ?? undefined,
      this.screen.lang,
    )
    const sheet = flags.sheet ?? saved?.sheet ?? null
    const dates = (flags.dates as DateReading | undefined) ?? saved?.dates ?? null
    const basis = (flags.basis as Basis | undefined) ?? saved?.basis ?? null
    const onPlan = async (plan: ListFilePlan) => {
      showListPlan(plan, this.screen)
      const file = flags['save-mapping']
      if (file === undefined) return
      const used = savedFrom(plan, {dates, sheet, basis, purpose: flags.purpose ?? saved?.purpose ?? null})
      await mappings.save(file, used, {overwrite: flags.overwrite, list: args.file})
      this.screen.note(this.screen.t('lists.mapping-saved', {file}))
    }
    const command = `todoke list import ${this.argv.map(shellWord).join(' ')}`
    const onUnsure = (plan: ListFilePlan) => {
      showListPlan(plan, this.screen)
      return askMapping(plan, this.screen, command)
    }
    const needs = await importNeeds(place)
    const stop = catchStopSignals(() => this.screen.note(this.screen.t('lists.stopping')))
    const progress = startProgress(this.screen)
    try {
      const result = await importList(
        {
          file: args.file,
          sheet,
          list: flags.list,
          encoding: encodingOf(flags.encoding) ?? saved?.encoding ?? null,
          delimiter: delimiterOf(flags.delimiter) ?? saved?.delimiter ?? null,
          header: headerOf(flags.header, saved),
          ...columnsOf(flags.mapping, saved),
          map: flags.map ?? [],
          rows: flags.rows ?? saved?.rows ?? null,
          dates,
          basis,
          keep: keepOf(flags),
          purpose,
          offsetMinutes: offsetOf(place.settings),
          command,
          scratch: flags['dry-run'] ? scratchPath(place) : null,
          rejectsOf: (sha256) => flags.rejects ?? rejectsPath(place, args.file, flags.list, sha256),
          stop: stop.signal,
          onPlan,
          ...(this.screen.isInteractive && !flags.yes && {onUnsure}),
          onProgress: importProgress(progress, this.screen),
        },
        needs,
      )
      progress.stop()
      showImport(result, flags.list, this.screen)
      if (result.counts.rejected > 0) this.exitWithFailures()
      const {plan, ...rest} = result
      return {...rest, samples: rest.samples.map(withoutValues), ...readingOf(plan)}
    } finally {
      progress.stop()
      stop.release()
      await needs.store.close()
    }
  }
}

/** How the file was read, for JSON. A sheet is our own writing: its encoding and delimiter say nothing of the file. */
function readingOf(plan: ListFilePlan) {
  const {inside, writtenAs} = plan.place
  return {
    encoding: plan.encoding,
    encodingConfidence: writtenAs === null ? plan.confidence : null,
    byteOrderMark: plan.hasBom,
    delimiter: writtenAs === null ? plan.delimiter : null,
    headerLine: plan.headerLine,
    format: plan.format === null ? null : {service: plan.format.id, part: plan.format.part, sure: plan.format.sure},
    sheet: writtenAs === null ? null : inside,
    entry: writtenAs === null ? inside : null,
    mapping: plan.mapping,
  }
}

/** JSON ends up in logs: it says which fields change, not to what. */
function withoutValues(sample: ImportSample): ImportSample {
  const hidden = (value: string | null) => (value === null ? null : MASK)
  return {
    ...sample,
    changes: sample.changes.map((change) => ({...change, before: hidden(change.before), after: hidden(change.after)})),
  }
}
