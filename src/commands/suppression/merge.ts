import {Args, Flags} from '@oclif/core'
import {askOptOuts} from '../../cli/ask-opt-outs.ts'
import {BaseCommand} from '../../cli/base-command.ts'
import {asTyped} from '../../cli/confirm-consents.ts'
import {datesFlag, encodingFlag, requireText, sheetFlag} from '../../cli/flags.ts'
import {startProgress} from '../../cli/progress.ts'
import {joinJson, mergeJson, showJoin, showMerge} from '../../cli/show-merge.ts'
import {catchStopSignals} from '../../cli/stop-signals.ts'
import {optOutRowsFlag, percentOf, reasonFlag, scopeFlag, scopeOf} from '../../cli/suppression-flags.ts'
import type {DateReading} from '../../core/contacts/read-moment.ts'
import type {RowsAre} from '../../core/contacts/rows-are.ts'
import type {SuppressionReason} from '../../core/suppression/entry.ts'
import type {JoinAsk, JoinResult} from '../../flows/join-opt-outs.ts'
import type {MergeAsk} from '../../flows/merge-suppressions.ts'
import {mergeSuppressions} from '../../flows/merge-suppressions.ts'

/** Written in about 20 seconds here, in minutes on a slow disk. */
const MANY_ENTRIES = 1_000_000

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
    '<%= config.bin %> <%= command.id %> a.csv b.csv --out union.csv',
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
    out: Flags.string({
      summary: 'Write the union of the files to this file and record nothing; needs no workspace.',
      helpValue: 'FILE',
      exclusive: ['base', 'allow-removal', 'conflicts', 'settle', 'dry-run'],
    }),
    overwrite: Flags.boolean({summary: 'Replace the file of --out when it is there.', dependsOn: ['out']}),
  }

  async run() {
    const {argv, flags} = await this.parse(SuppressionMerge)
    const {encodingOf, mergeNeeds, rejectsPath} = await import('../../wiring/lists.ts')
    const {findWorkspace, offsetOf, workspace} = await import('../../wiring/workspace.ts')
    const text = (flag: 'source' | 'allow-removal') =>
      flags[flag] === undefined ? null : requireText(`--${flag}`, flags[flag])
    const asked = {
      encoding: encodingOf(flags.encoding),
      scope: scopeOf(flags.scope),
      source: text('source'),
      removal: text('allow-removal'),
      mostUnreadable: percentOf('--max-unreadable', flags['max-unreadable']),
    }
    const place = flags.out === undefined ? await workspace(this.screen.lang) : await findWorkspace(this.screen.lang)
    const offsetMinutes = offsetOf(place?.settings ?? null)
    const progress = startProgress(this.screen)
    const stop = catchStopSignals(() => this.screen.note(this.screen.t('lists.stopping')))
    const working = <Result>(work: Promise<Result>) =>
      work.finally(() => {
        progress.stop()
        stop.release()
      })
    const command = `todoke suppression merge ${asTyped(this.argv)}`
    const ask: MergeAsk = {
      command,
      ...asked,
      files: argv as string[],
      base: flags.base ?? null,
      sheet: flags.sheet ?? null,
      column: flags.column ?? null,
      dates: (flags.dates ?? null) as DateReading | null,
      rows: (flags.rows ?? null) as RowsAre | null,
      reason: flags.reason as SuppressionReason,
      offsetMinutes,
      rule: flags.prefer as 'optout' | 'newer',
      settle: flags.settle ?? null,
      conflicts: flags.conflicts ?? null,
      isDryRun: flags['dry-run'],
      rejectsOf: (file, sha256) => rejectsPath(flags.out === undefined ? place : null, file, 'optouts', sha256),
      manyEntries: MANY_ENTRIES,
      onHoldUp: (entries) => this.screen.note(`▲ ${this.screen.t('suppression.hold-up', {entries})}`),
      stop: stop.signal,
      onProgress: (stage, count) => progress.show(() => this.screen.t(`suppression.${stage}`, {count})),
      onDoubt: (file, signs) => {
        progress.stop()
        return askOptOuts({file, signs, command}, this.screen)
      },
    }
    const {checkOutputFiles} = await import('../../wiring/files.ts')
    checkOutputFiles([{flag: 'out', file: flags.out}], argv as string[], flags.overwrite)
    if (flags.out !== undefined) return this.join({...ask, out: flags.out, overwrite: flags.overwrite}, working)
    const needs = await mergeNeeds(place!)
    try {
      const result = await working(mergeSuppressions(ask, needs))
      showMerge(result, offsetMinutes, this.screen)
      if (result.files.some((file) => file.rejectsFile !== null)) this.exitWithFailures()
      return mergeJson(result)
    } finally {
      await needs.store.close()
    }
  }

  private async join(ask: JoinAsk, working: (work: Promise<JoinResult>) => Promise<JoinResult>) {
    const {joinNeeds} = await import('../../wiring/lists.ts')
    const needs = await joinNeeds()
    try {
      const {joinOptOuts} = await import('../../flows/join-opt-outs.ts')
      const result = await working(joinOptOuts(ask, needs))
      showJoin(result, this.screen)
      if (result.merged.files.some((file) => file.rejectsFile !== null)) this.exitWithFailures()
      return joinJson(result)
    } finally {
      await needs.close()
    }
  }
}
