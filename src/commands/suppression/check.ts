import {Args} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {showHolding} from '../../cli/show-suppression.ts'
import {checkSuppression} from '../../flows/add-suppression.ts'

export default class SuppressionCheck extends BaseCommand {
  static override summary =
    'May this address be mailed? Shows every opt-out that holds, with its source. Exit 1 when one does.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> taro@example.jp',
    '<%= config.bin %> <%= command.id %> taro@example.jp --json',
  ]

  static override args = {address: Args.string({required: true, ignoreStdin: true, description: 'The address.'})}

  async run() {
    const {args} = await this.parse(SuppressionCheck)
    const {clock, offsetOf, storeOf, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const store = await storeOf(place)
    try {
      const holding = await checkSuppression(args.address, {store, clock})
      showHolding(holding, args.address, offsetOf(place.settings), this.screen)
      if (holding.length > 0) this.exitWithFailures()
      return {suppressed: holding.length > 0, entries: holding.map(({subject: _, ...rest}) => rest)}
    } finally {
      await store.close()
    }
  }
}
