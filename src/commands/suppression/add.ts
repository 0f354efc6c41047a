import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {dayFlag} from '../../cli/day-flags.ts'
import {showAdded} from '../../cli/show-suppression.ts'
import {reasonFlag, scopeFlag, scopeOf} from '../../cli/suppression-flags.ts'
import type {SuppressionReason} from '../../core/suppression/entry.ts'
import {addSuppression} from '../../flows/add-suppression.ts'

export default class SuppressionAdd extends BaseCommand {
  static override summary = 'Record one opt-out by hand; it binds from this second.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> taro@example.jp',
    '<%= config.bin %> <%= command.id %> taro@example.jp --scope topic:sale',
    '<%= config.bin %> <%= command.id %> @example.com --reason legal',
    '<%= config.bin %> <%= command.id %> taro@example.jp --until 2027-01-01',
  ]

  static override args = {
    subject: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'An address, @DOMAIN for a whole domain (not its subdomains), or a hash.',
    }),
  }
  static override flags = {
    reason: reasonFlag,
    scope: scopeFlag,
    until: Flags.string({summary: 'The day from which it holds no longer (default: never).', helpValue: 'DATE'}),
  }

  async run() {
    const {args, flags} = await this.parse(SuppressionAdd)
    const {clock, offsetOf, storeOf, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const until = dayFlag('--until', flags.until, offsetOf(place.settings))
    const store = await storeOf(place)
    try {
      const ask = {subject: args.subject, reason: flags.reason as SuppressionReason, scope: scopeOf(flags.scope), until}
      const {entry, isNew} = await addSuppression(ask, {store, clock})
      showAdded(entry, isNew, args.subject, this.screen)
      return {added: isNew, reason: entry.reason, scope: entry.scope, until: entry.until}
    } finally {
      await store.close()
    }
  }
}
