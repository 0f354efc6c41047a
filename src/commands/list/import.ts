import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {encodingFlag, mapFlag} from '../../cli/flags.ts'
import {startProgress} from '../../cli/progress.ts'
import {importProgress, showImport, showListPlan} from '../../cli/show-import.ts'
import {catchStopSignals} from '../../cli/stop-signals.ts'
import type {Basis} from '../../core/contacts/consent.ts'
import {BASES} from '../../core/contacts/consent.ts'
import {AppError} from '../../errors.ts'
import type {ImportResult} from '../../flows/import-list.ts'
import {importList} from '../../flows/import-list.ts'

export default class ListImport extends BaseCommand {
  static override summary = 'Take a CSV file into a list: contacts, consents, opt-outs.'
  static override description =
    'Streams the file, whatever its size. Encoding, delimiter and columns are found and shown. Bad rows go to a rejects file in their original bytes. Columns of special-care data without recorded consent, and My Number always, are left out. An import never clears an opt-out.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> lists/subscribers.csv --list news',
    '<%= config.bin %> <%= command.id %> export.csv --list news --map "連絡先=address" --basis consent',
    '<%= config.bin %> <%= command.id %> export.csv --list news --encoding cp932 --json',
  ]

  static override args = {file: Args.string({required: true, ignoreStdin: true, description: 'The CSV file.'})}

  static override flags = {
    list: Flags.string({required: true, summary: 'Name of the list; made when it is not there.'}),
    map: mapFlag,
    encoding: encodingFlag,
    delimiter: Flags.string({summary: 'The character between columns (default: found in the header).'}),
    basis: Flags.string({
      summary: 'Why mailing is allowed, for rows that do not say it themselves.',
      options: [...BASES],
    }),
    purpose: Flags.string({summary: 'What the data was collected for (default: the first purpose of the settings).'}),
    rejects: Flags.string({summary: 'File for rows that cannot be read (default: rejects/ of the workspace).'}),
  }

  async run(): Promise<Omit<ImportResult, 'plan'> & {mapping: ImportResult['plan']['mapping']; encoding: string}> {
    const {args, flags} = await this.parse(ListImport)
    const {delimiterOf, encodingOf, importNeeds, offsetOf, rejectsPath, workspace} = await import('../../wiring.ts')
    const place = await workspace(this.screen.lang)
    const purpose = purposeOf(place.settings.purposes, flags.purpose)
    const needs = await importNeeds(place)
    const stop = catchStopSignals(() => this.screen.note(this.screen.t('lists.stopping')))
    const progress = startProgress(this.screen)
    try {
      const result = await importList(
        {
          file: args.file,
          list: flags.list,
          encoding: encodingOf(flags.encoding),
          delimiter: delimiterOf(flags.delimiter),
          map: flags.map ?? [],
          basis: (flags.basis as Basis | undefined) ?? null,
          purpose,
          offsetMinutes: offsetOf(place.settings),
          rejectsOf: (sha256) => flags.rejects ?? rejectsPath(place, args.file, flags.list, sha256),
          stop: stop.signal,
          onPlan: (plan) => showListPlan(plan, this.screen),
          onProgress: importProgress(progress, this.screen),
        },
        needs,
      )
      progress.stop()
      showImport(result, flags.list, this.screen)
      if (result.counts.rejected > 0) this.exitWithFailures()
      const {plan, ...rest} = result
      return {...rest, mapping: plan.mapping, encoding: plan.encoding}
    } finally {
      progress.stop()
      stop.release()
      await needs.store.close()
    }
  }
}

function purposeOf<Purpose extends {readonly name: string}>(
  known: readonly Purpose[],
  said: string | undefined,
): Purpose | null {
  if (said === undefined) return known[0] ?? null
  const purpose = known.find((each) => each.name === said)
  if (purpose === undefined)
    throw new AppError('PURPOSE_UNKNOWN', {purpose: said, known: known.map((each) => each.name).join(', ')})
  return purpose
}
