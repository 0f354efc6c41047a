import {Args} from '@oclif/core'
import {BaseCommand} from '../../../cli/base-command.ts'
import {showRevokedApiKey} from '../../../cli/show-api-keys.ts'
import {revokeApiKey} from '../../../flows/api-keys.ts'

export default class KeyApiRevoke extends BaseCommand {
  static override summary = 'Revoke a key of the JSON API; a running server refuses it within seconds.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> shop',
    '<%= config.bin %> <%= command.id %> 0a0b0c0d --json',
  ]

  static override args = {
    key: Args.string({required: true, ignoreStdin: true, description: 'Its name, or its 8 hex digits.'}),
  }

  async run() {
    const {args} = await this.parse(KeyApiRevoke)
    const {workspace} = await import('../../../wiring/workspace.ts')
    const {apiKeysNeeds} = await import('../../../wiring/keys.ts')
    const place = await workspace(this.screen.lang)
    const {kept, wasRevoked} = await revokeApiKey({which: args.key}, await apiKeysNeeds(place))
    showRevokedApiKey(kept, wasRevoked, this.screen)
    return {...kept, wasRevoked}
  }
}
