import {BaseCommand} from '../../../cli/base-command.ts'
import {showOptOutKeys} from '../../../cli/show-keys.ts'
import {listOptOutKeys} from '../../../flows/opt-out-keys.ts'

export default class KeyOptOutList extends BaseCommand {
  static override summary =
    'Show the keys of the opt-out links: which one signs, which open old links, which are revoked.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run() {
    await this.parse(KeyOptOutList)
    const {offsetOf, workspace} = await import('../../../wiring/workspace.ts')
    const {optOutKeysNeeds} = await import('../../../wiring/keys.ts')
    const place = await workspace(this.screen.lang)
    const ask = {revokedBySettings: place.settings.serve.revokedKeys}
    const keys = await listOptOutKeys(ask, await optOutKeysNeeds(place))
    showOptOutKeys(keys, offsetOf(place.settings), this.screen)
    return {keys}
  }
}
