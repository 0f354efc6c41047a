import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {requireText} from '../../cli/flags.ts'
import {showRemoved} from '../../cli/show-suppression.ts'
import {scopeOf} from '../../cli/suppression-flags.ts'
import {removeSuppression} from '../../flows/remove-suppression.ts'

export default class SuppressionRemove extends BaseCommand {
  static override summary = 'Take an opt-out back: on a newer consent of the person, or on evidence that you name.'
  static override description =
    'An opt-out goes only when the store holds an express consent of that person that is newer and covers all that was left; a complaint or a legal demand wants --evidence beside it. A bounce, an entry by hand, a domain and a hash want a newer consent or --evidence; a complaint or a legal demand under a hash stays. What was recorded stays in the store, and what lifted it stands beside. All that stand of the subject go, or none.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> taro@example.jp --reason "signed up again"',
    '<%= config.bin %> <%= command.id %> taro@example.jp --reason "signed up again" --scope topic:sale --dry-run',
    '<%= config.bin %> <%= command.id %> @example.com --reason "typed by mistake" --evidence "ticket 1234"',
  ]

  static override args = {
    subject: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'An address, @DOMAIN for a whole domain, or a hash.',
    }),
  }
  static override flags = {
    reason: Flags.string({summary: 'Why it is taken back; kept.', helpValue: 'TEXT', required: true}),
    evidence: Flags.string({
      summary: 'What proves it where no consent can: a ticket, a letter; kept.',
      helpValue: 'TEXT',
    }),
    scope: Flags.string({
      summary: 'Only entries that reach so far: all, third-party, or topic:NAME (default: every one).',
    }),
    'dry-run': Flags.boolean({summary: 'Tell what would be taken back; nothing is changed.'}),
  }

  async run() {
    const {args, flags} = await this.parse(SuppressionRemove)
    const {clock, offsetOf, storeOf, workspace} = await import('../../wiring/workspace.ts')
    const ask = {
      subject: args.subject,
      reason: requireText('--reason', flags.reason),
      evidence: flags.evidence === undefined ? null : requireText('--evidence', flags.evidence),
      scope: flags.scope === undefined ? null : scopeOf(flags.scope),
      isDryRun: flags['dry-run'],
    }
    const place = await workspace(this.screen.lang)
    const store = await storeOf(place)
    try {
      const result = await removeSuppression(ask, {store, clock})
      showRemoved(result, args.subject, offsetOf(place.settings), this.screen)
      const bare = <Entry extends {readonly subject: string}>({subject: _, ...rest}: Entry) => rest
      return {...result, removed: result.removed.map(bare), remaining: result.remaining.map(bare)}
    } finally {
      await store.close()
    }
  }
}
