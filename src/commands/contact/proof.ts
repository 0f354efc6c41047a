import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {momentsAsIso} from '../../cli/consent-json.ts'
import {requireText} from '../../cli/flags.ts'
import {proofSheet} from '../../cli/proof-sheet.ts'
import {showSheet} from '../../cli/show-sheet.ts'
import {openProof} from '../../flows/open-proof.ts'

export default class ContactProof extends BaseCommand {
  static override summary = 'Open the proof of consent of an erased person that a law still wants kept.'
  static override description =
    'Opens what `contact erase` locked away, for an authority or a court: it takes the address, since neither the store nor the key alone can open it. Who opened it, when and why stays recorded. Exit code 1 when nothing is locked away.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> taro@example.jp --reason "order of the authority, 2026-11-02"',
    '<%= config.bin %> <%= command.id %> taro@example.jp --reason "claim 17/2026" --by "Yamada Hanako" --json',
  ]

  static override args = {address: Args.string({required: true, ignoreStdin: true, description: 'The address.'})}

  static override flags = {
    reason: Flags.string({required: true, summary: 'Why it is opened; is recorded.'}),
    by: Flags.string({summary: 'Who opens it (default: the name of the account).'}),
  }

  async run() {
    const {args, flags} = await this.parse(ContactProof)
    const {accountName} = await import('../../wiring/consents.ts')
    const {offsetOf, showNeeds, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const offsetMinutes = offsetOf(place.settings)
    const reason = requireText('--reason', flags.reason)
    const by = flags.by === undefined ? await accountName() : requireText('--by', flags.by)
    const needs = await showNeeds(place)
    try {
      const proofs = await openProof({address: args.address, reason, by}, needs)
      if (proofs.length === 0) {
        this.screen.out(this.screen.t('proof.none'))
        this.exitWithFailures()
      } else showSheet(proofSheet(args.address, proofs, offsetMinutes, this.screen), this.screen)
      return momentsAsIso({proofs}, offsetMinutes)
    } finally {
      await needs.store.close()
    }
  }
}
