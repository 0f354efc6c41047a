import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {whereFlag} from '../../cli/flags.ts'
import {startProgress} from '../../cli/progress.ts'
import {checkExportFlags, sensitiveOf, showExport} from '../../cli/show-export.ts'
import {catchStopSignals} from '../../cli/stop-signals.ts'
import type {ExportAsk, ExportResult} from '../../flows/export-list.ts'
import {exportList} from '../../flows/export-list.ts'

export default class ListExport extends BaseCommand {
  static override summary = 'Write a list as CSV: to standard output, or with --out to a file.'
  static override description =
    'The address first, then the columns of the list, then country, language, consent and opt-out of each person, so that `list import` reads all of it back. Whoever opted out, complained, bounced, or refused or withdrew consent is left out unless --suppressed says otherwise; how many is told. Sensitive columns stay at home; --with-sensitive lets one out, for a --reason that is told in the result. A cell that a spreadsheet would run as a formula gets an apostrophe in front, which an import takes off again.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> news --out news.csv',
    '<%= config.bin %> <%= command.id %> news --where \'country = "JP"\' --columns email,name --encoding cp932 --out jp.csv',
    '<%= config.bin %> <%= command.id %> news --suppressed only --columns email,opt_out_at --out stopped.csv',
    '<%= config.bin %> <%= command.id %> news --suppressed include --out all.csv --overwrite --json',
  ]

  static override args = {
    name: Args.string({required: true, ignoreStdin: true, description: 'Name of the list.'}),
  }

  static override flags = {
    out: Flags.string({
      summary: 'File to write, readable by you alone; it appears when it is whole (default: standard output).',
      helpValue: 'FILE',
    }),
    overwrite: Flags.boolean({summary: 'Replace the file when it is there.'}),
    where: whereFlag,
    columns: Flags.string({
      summary: 'Columns to write, in this order: those of the list, email, country, consent, opt_out … (default: all).',
      helpValue: 'A,B,C',
      multiple: true,
      multipleNonGreedy: true,
    }),
    'with-sensitive': Flags.string({
      summary: 'Let this sensitive column out, for the --reason given.',
      helpValue: 'COLUMN',
      multiple: true,
      multipleNonGreedy: true,
    }),
    reason: Flags.string({summary: 'Why the --with-sensitive columns are passed on.', helpValue: 'TEXT'}),
    suppressed: Flags.string({
      summary: 'People who said no (opted out, complained, bounced, refused or withdrew consent).',
      options: ['exclude', 'include', 'only'],
      default: 'exclude',
    }),
    encoding: Flags.string({
      summary: 'Text encoding to write, any that `list import` reads; a character it does not have stops the export.',
      default: 'utf-8',
    }),
    bom: Flags.boolean({summary: 'Begin with a byte order mark, by which Excel knows UTF-8 (UTF-16 always has one).'}),
    delimiter: Flags.string({summary: 'The character between columns, e.g. ; or tab.', default: ','}),
    raw: Flags.boolean({summary: 'Write cells as they are, also those a spreadsheet would run as formulas.'}),
  }

  async run(): Promise<ExportResult & {readonly encoding: string}> {
    const {args, flags} = await this.parse(ListExport)
    const {delimiterOf, encodingOf, exportNeeds} = await import('../../wiring/lists.ts')
    const {offsetOf, workspace} = await import('../../wiring/workspace.ts')
    const encoding = encodingOf(flags.encoding) ?? 'utf-8'
    const out = flags.out ?? null
    const hasBom = checkExportFlags({out, encoding, bom: flags.bom, isJson: this.jsonEnabled()})
    const sensitive = sensitiveOf(flags['with-sensitive'] ?? [], flags.reason)
    const place = await workspace(this.screen.lang)
    const needs = await exportNeeds(place)
    const stop = catchStopSignals(() => this.screen.note(this.screen.t('lists.stopping')))
    const progress = startProgress(this.screen)
    try {
      const result = await exportList(
        {
          list: args.name,
          out,
          overwrite: flags.overwrite,
          encoding,
          hasBom,
          delimiter: delimiterOf(flags.delimiter) ?? ',',
          where: flags.where ?? null,
          columns: flags.columns ?? null,
          sensitive,
          suppressed: flags.suppressed as ExportAsk['suppressed'],
          raw: flags.raw,
          offsetMinutes: offsetOf(place.settings),
          stop: stop.signal,
          onProgress: (contacts) => progress.show(() => this.screen.t('lists.export.progress', {contacts})),
        },
        needs,
      )
      progress.stop()
      showExport(result, this.screen)
      return {...result, encoding}
    } finally {
      progress.stop()
      stop.release()
      await needs.store.close()
    }
  }
}
