import {Args} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
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
  ]

  static override args = {
    subject: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'An address, or @DOMAIN for a whole domain.',
    }),
  }
  static override flags = {reason: reasonFlag, scope: scopeFlag}

  async run() {
    const {args, flags} = await this.parse(SuppressionAdd)
    const {clock, storeOf, workspace} = await import('../../wiring/workspace.ts')
    const store = await storeOf(await workspace(this.screen.lang))
    try {
      const ask = {subject: args.subject, reason: flags.reason as SuppressionReason, scope: scopeOf(flags.scope)}
      const {entry, isNew} = await addSuppression(ask, {store, clock})
      showAdded(entry, isNew, args.subject, this.screen)
      return {added: isNew, reason: entry.reason, scope: entry.scope}
    } finally {
      await store.close()
    }
  }
}
