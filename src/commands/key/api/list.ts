import {BaseCommand} from '../../../cli/base-command.ts'
import {showApiKeys} from '../../../cli/show-api-keys.ts'
import {listApiKeys} from '../../../flows/api-keys.ts'

export default class KeyApiList extends BaseCommand {
  static override summary = 'Show the keys of the JSON API: names, what they may do, which are revoked.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run() {
    await this.parse(KeyApiList)
    const {offsetOf, workspace} = await import('../../../wiring/workspace.ts')
    const {apiKeysNeeds} = await import('../../../wiring/keys.ts')
    const place = await workspace(this.screen.lang)
    const keys = await listApiKeys({}, await apiKeysNeeds(place))
    showApiKeys(keys, offsetOf(place.settings), this.screen)
    return {keys}
  }
}
