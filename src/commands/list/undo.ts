import {Args} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {showUndo} from '../../cli/show-undo.ts'
import {undoImport} from '../../flows/undo-import.ts'
import type {UndoCounts} from '../../ports/list-import.ts'

export default class ListUndo extends BaseCommand {
  static override summary = 'Take an import back exactly.'
  static override description =
    'Contacts that only this import brought go, fields return to what they were (unless something changed them since), and its consents no longer count. Opt-outs and refusals it brought stay: a protection is never lowered. Contacts that another list or a send knows stay. The newest import of a list goes first.'
  static override examples = ['<%= config.bin %> <%= command.id %> 1f6b2c3d']

  static override args = {
    import: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Id of the import, as `list import` and `list show` print it.',
    }),
  }

  async run(): Promise<UndoCounts> {
    const {args} = await this.parse(ListUndo)
    const {undoNeeds, workspace} = await import('../../wiring.ts')
    const needs = await undoNeeds(await workspace(this.screen.lang))
    try {
      const counts = await undoImport(args.import, needs)
      showUndo(counts, args.import, this.screen)
      return counts
    } finally {
      await needs.store.close()
    }
  }
}
