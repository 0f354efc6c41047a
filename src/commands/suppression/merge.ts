import {Args, Flags} from '@oclif/core'
import {askOptOuts} from '../../cli/ask-opt-outs.ts'
import {BaseCommand} from '../../cli/base-command.ts'
import {datesFlag, encodingFlag, requireText, sheetFlag} from '../../cli/flags.ts'
import {mergeJson, showMerge} from '../../cli/show-merge.ts'
import {optOutRowsFlag, percentOf, reasonFlag, scopeFlag, scopeOf} from '../../cli/suppression-flags.ts'
import type {DateReading} from '../../core/contacts/read-moment.ts'
import type {RowsAre} from '../../core/contacts/rows-are.ts'
import type {SuppressionReason} from '../../core/suppression/entry.ts'
import {mergeSuppressions} from '../../flows/merge-suppressions.ts'

export default class SuppressionMerge extends BaseCommand {
  static override summary = 'Join opt-out files with what is recorded: a union, never smaller.'
  static override description =
    'Exports of Amazon SES, SendGrid, Mailchimp, Brevo, Mailgun, Postmark, HubSpot and listmonk, any CSV or plain list with a column of addresses in any position, and lists of hashed addresses (MD5, SHA-1, SHA-256, SHA-512, known by their length); @example.com forbids a whole domain, not its subdomains. All files go in together or not at all, their order does not matter, and merging twice changes nothing. With --base, what the service had the last time, it is told who was added and removed there; what was removed holds on unless --allow-removal says why it may go. Conflicts (a consent newer than the opt-out, a subscriber there who is opted out here) are counted, shown and written to --conflicts; the opt-out holds unless --prefer or a file of decisions (--settle) says otherwise.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> lists/optouts.csv',
    '<%= config.bin %> <%= command.id %> form.csv service.csv --reason optout',
    '<%= config.bin %> <%= command.id %> ses-2026-11.csv --base ses-2026-10.csv --source ses --dry-run',
    '<%= config.bin %> <%= command.id %> partner.sha256.txt --scope third-party --json',
    '<%= config.bin %> <%= command.id %> service.csv --rows subscribers --conflicts conflicts.csv',
    '<%= config.bin %> <%= command.id %> service.csv --rows subscribers --settle conflicts.csv',
  ]

  static override strict = false
  static override args = {
    files: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Opt-out files, also .gz, .zip, .xlsx; - reads standard input.',
    }),
  }
  static override flags = {
    encoding: encodingFlag,
    sheet: sheetFlag,
    column: Flags.string({
      summary: 'The column of addresses or hashes, by name or number (#2); default: found.',
      helpValue: 'NAME',
    }),
    dates: datesFlag,
    rows: optOutRowsFlag,
    reason: reasonFlag,
    scope: scopeFlag,
    source: Flags.string({
      summary: 'What the entries name as their source (default: the name of the file).',
      helpValue: 'NAME',
    }),
    base: Flags.string({
      summary: 'The file that the service gave the last time: tells what was added and what was removed there.',
      helpValue: 'FILE',
    }),
    'allow-removal': Flags.string({
      summary: 'Take over what the service removed, for this reason, which is kept.',
      helpValue: 'REASON',
    }),
    prefer: Flags.string({
      summary: 'Which side of a conflict holds: optout, or newer = a newer consent lifts an opt-out of the person.',
      options: ['optout', 'newer'],
      default: 'optout',
    }),
    conflicts: Flags.string({
      summary: 'Write all conflicts to this file, with an empty column “decision”.',
      helpValue: 'FILE',
    }),
    settle: Flags.string({
      summary: 'Take decisions from such a file: optout or consent for each subject.',
      helpValue: 'FILE',
    }),
    'max-unreadable': Flags.string({
      summary: 'Percent of a file’s lines that may be unreadable; with more, nothing is merged.',
      helpValue: 'PERCENT',
      default: '20',
    }),
    'dry-run': Flags.boolean({summary: 'Tell what would change; nothing is changed.'}),
  }

  async run() {
    const {argv, flags} = await this.parse(SuppressionMerge)
    const {encodingOf, mergeNeeds, rejectsPath} = await import('../../wiring/lists.ts')
    const {offsetOf, workspace} = await import('../../wiring/workspace.ts')
    const text = (flag: 'source' | 'allow-removal') =>
      flags[flag] === undefined ? null : requireText(`--${flag}`, flags[flag])
    const asked = {
      encoding: encodingOf(flags.encoding),
      scope: scopeOf(flags.scope),
      source: text('source'),
      removal: text('allow-removal'),
      mostUnreadable: percentOf('--max-unreadable', flags['max-unreadable']),
    }
    const place = await workspace(this.screen.lang)
    const needs = await mergeNeeds(place)
    try {
      const result = await mergeSuppressions(
        {
          ...asked,
          files: argv as string[],
          base: flags.base ?? null,
          sheet: flags.sheet ?? null,
          column: flags.column ?? null,
          dates: (flags.dates ?? null) as DateReading | null,
          rows: (flags.rows ?? null) as RowsAre | null,
          reason: flags.reason as SuppressionReason,
          offsetMinutes: offsetOf(place.settings),
          rule: flags.prefer as 'optout' | 'newer',
          settle: flags.settle ?? null,
          conflicts: flags.conflicts ?? null,
          isDryRun: flags['dry-run'],
          rejectsOf: (file, sha256) => rejectsPath(place, file, 'optouts', sha256),
          onDoubt: (file, signs) => askOptOuts(file, signs, this.screen),
        },
        needs,
      )
      showMerge(result, offsetOf(place.settings), this.screen)
      if (result.files.some((file) => file.rejectsFile !== null)) this.exitWithFailures()
      return mergeJson(result)
    } finally {
      await needs.store.close()
    }
  }
}
