import {BaseCommand} from '../../cli/base-command.ts'
import {showFigures} from '../../cli/show-suppression.ts'
import {countSuppressions} from '../../flows/count-suppressions.ts'

export default class SuppressionShow extends BaseCommand {
  static override summary = 'Opt-outs in numbers: by kind, reason, scope and source.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run() {
    await this.parse(SuppressionShow)
    const {clock, offsetOf, storeOf, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const store = await storeOf(place)
    try {
      const figures = await countSuppressions({}, {store, clock})
      showFigures(figures, offsetOf(place.settings), this.screen)
      return figures
    } finally {
      await store.close()
    }
  }
}
