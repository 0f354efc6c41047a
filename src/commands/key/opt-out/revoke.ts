import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../../cli/base-command.ts'
import {confirmRevoke} from '../../../cli/confirm-revoke.ts'
import {showOptOutKeys, showRevoked} from '../../../cli/show-keys.ts'
import {revokeOptOutKey} from '../../../flows/opt-out-keys.ts'

export default class KeyOptOutRevoke extends BaseCommand {
  static override summary = 'Revoke a key of the opt-out links that leaked: its links open nothing from then on.'
  static override description =
    'Readers of mails with such links can no longer leave by them, and laws want links to work for weeks after a mail: revoke a key only when a stranger has it. A running `todoke serve` knows within seconds; a detached server when the new file is there (`todoke key serve export`). Plans with that key are refused and have to be made anew. The key stays in its file, marked.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 0a0b0c0d',
    '<%= config.bin %> <%= command.id %> 0a0b0c0d --yes --json',
  ]

  static override args = {
    id: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'The key, 8 hex digits; `todoke key opt-out list` shows them.',
    }),
  }

  static override flags = {yes: Flags.boolean({summary: 'Do not ask.'})}

  async run() {
    const {args, flags} = await this.parse(KeyOptOutRevoke)
    const {offsetOf, workspace} = await import('../../../wiring/workspace.ts')
    const {optOutKeysNeeds} = await import('../../../wiring/keys.ts')
    const {screen} = this
    const place = await workspace(screen.lang)
    const id = args.id.toLowerCase()
    if (!flags.yes)
      await confirmRevoke({words: screen.t('keys.revoke.ask'), command: `key opt-out revoke ${id}`}, screen)
    const ask = {id, revokedBySettings: place.settings.serve.revokedKeys}
    const result = await revokeOptOutKey(ask, await optOutKeysNeeds(place))
    showRevoked(result.key, result.wasRevoked, Boolean(place.settings.optOut.detached), screen)
    showOptOutKeys(result.keys, offsetOf(place.settings), screen)
    return result
  }
}
