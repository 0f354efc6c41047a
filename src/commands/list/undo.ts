import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {confirmUndo} from '../../cli/confirm-undo.ts'
import {showUndo} from '../../cli/show-undo.ts'
import {undoImport} from '../../flows/undo-import.ts'
import type {UndoCounts} from '../../ports/list-import.ts'

export default class ListUndo extends BaseCommand {
  static override summary = 'Take an import back exactly.'
  static override description =
    'Contacts that only this import brought go, fields return to what they were (unless something changed them since), and its consents no longer count. Opt-outs and refusals it brought stay: a protection is never lowered. Contacts that another list or a send knows stay; mails planned on what it brought are left out when the send runs. The newest import of a list goes first. On a terminal it shows what would be taken back, and asks.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 1f6b2c3d',
    '<%= config.bin %> <%= command.id %> 1f6b2c3d --yes --json',
  ]

  static override args = {
    import: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'Id of the import, as `list import` and `list show` print it.',
    }),
  }

  static override flags = {
    yes: Flags.boolean({char: 'y', summary: 'Do not ask; needed without a terminal.'}),
  }

  async run(): Promise<UndoCounts> {
    const {args, flags} = await this.parse(ListUndo)
    const {undoNeeds} = await import('../../wiring/lists.ts')
    const {workspace} = await import('../../wiring/workspace.ts')
    const needs = await undoNeeds(await workspace(this.screen.lang))
    try {
      const counts = await undoImport(
        {
          importId: args.import,
          onPreview: async (preview) => {
            if (!flags.yes) await confirmUndo(preview, args.import, this.screen)
          },
        },
        needs,
      )
      showUndo(counts, args.import, this.screen)
      return counts
    } finally {
      await needs.store.close()
    }
  }
}
