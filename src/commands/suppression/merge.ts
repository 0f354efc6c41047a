import {Args} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {encodingFlag, sheetFlag} from '../../cli/flags.ts'
import {showMerge} from '../../cli/show-suppression.ts'
import {reasonFlag, scopeFlag, scopeOf} from '../../cli/suppression-flags.ts'
import type {SuppressionReason} from '../../core/suppression/entry.ts'
import type {MergeResult} from '../../flows/merge-suppressions.ts'
import {mergeSuppressions} from '../../flows/merge-suppressions.ts'

export default class SuppressionMerge extends BaseCommand {
  static override summary = 'Join opt-out files with what is recorded: a union, never smaller.'
  static override description =
    'Any CSV or plain list with a column of addresses, in any position; @example.com forbids a whole domain. All files go in together or not at all, their order does not matter, and merging twice changes nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> lists/optouts.csv',
    '<%= config.bin %> <%= command.id %> form.csv service.csv --reason optout',
    '<%= config.bin %> <%= command.id %> complaints.csv --reason complaint --json',
  ]

  static override strict = false
  static override args = {
    files: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Opt-out files, also .gz, .zip, .xlsx; - reads standard input.',
    }),
  }
  static override flags = {encoding: encodingFlag, sheet: sheetFlag, reason: reasonFlag, scope: scopeFlag}

  async run(): Promise<MergeResult> {
    const {argv, flags} = await this.parse(SuppressionMerge)
    const {encodingOf, mergeNeeds, rejectsPath} = await import('../../wiring/lists.ts')
    const {offsetOf, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const needs = await mergeNeeds(place)
    try {
      const result = await mergeSuppressions(
        {
          files: argv as string[],
          sheet: flags.sheet ?? null,
          encoding: encodingOf(flags.encoding),
          reason: flags.reason as SuppressionReason,
          scope: scopeOf(flags.scope),
          offsetMinutes: offsetOf(place.settings),
          rejectsOf: (file, sha256) => rejectsPath(place, file, 'optouts', sha256),
        },
        needs,
      )
      showMerge(result, this.screen)
      if (result.files.some((file) => file.rejectsFile !== null)) this.exitWithFailures()
      return result
    } finally {
      await needs.store.close()
    }
  }
}
