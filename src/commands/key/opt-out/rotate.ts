import {BaseCommand} from '../../../cli/base-command.ts'
import {showOptOutKeys, showRotated} from '../../../cli/show-keys.ts'
import {rotateOptOutKey} from '../../../flows/opt-out-keys.ts'

export default class KeyOptOutRotate extends BaseCommand {
  static override summary =
    'Make a new key for the opt-out links of plans from now on; links in old mails go on working.'
  static override description =
    'The newest key signs, the older ones go on opening their links. A running `todoke serve` takes links of the new key at once. A detached server has to get the key first (`todoke key serve export`): until then plans are refused, since their links would lead nowhere. Plans that are made already keep their key.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run() {
    await this.parse(KeyOptOutRotate)
    const {offsetOf, workspace} = await import('../../../wiring/workspace.ts')
    const {optOutKeysNeeds} = await import('../../../wiring/keys.ts')
    const place = await workspace(this.screen.lang)
    const ask = {revokedBySettings: place.settings.serve.revokedKeys}
    const result = await rotateOptOutKey(ask, await optOutKeysNeeds(place))
    showRotated(result.key, Boolean(place.settings.optOut.detached), this.screen)
    showOptOutKeys(result.keys, offsetOf(place.settings), this.screen)
    return result
  }
}
