import {BaseCommand} from '../../../cli/base-command.ts'
import {momentsAsIso} from '../../../cli/consent-json.ts'
import {showWordings} from '../../../cli/show-wordings.ts'
import {listWordings} from '../../../flows/keep-wording.ts'

export default class ConsentWordingList extends BaseCommand {
  static override summary = 'Form texts that are kept: versions, days, hashes, first words.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run() {
    await this.parse(ConsentWordingList)
    const {offsetOf, storeOf, workspace} = await import('../../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const store = await storeOf(place)
    try {
      const wordings = await listWordings({store})
      const offsetMinutes = offsetOf(place.settings)
      showWordings(wordings, offsetMinutes, this.screen)
      return {wordings: momentsAsIso(wordings, offsetMinutes)}
    } finally {
      await store.close()
    }
  }
}
