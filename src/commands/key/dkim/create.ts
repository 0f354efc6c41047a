import {Flags} from '@oclif/core'
import {BaseCommand} from '../../../cli/base-command.ts'
import {kindsOf} from '../../../cli/dkim-flags.ts'
import {showCreatedKeys} from '../../../cli/show-dkim.ts'
import type {CreatedKeys} from '../../../flows/create-dkim-key.ts'
import {createDkimKeys} from '../../../flows/create-dkim-key.ts'

export default class KeyDkimCreate extends BaseCommand {
  static override summary = 'Make a key that signs mails (DKIM); prints its DNS record and the lines for todoke.yaml.'
  static override description =
    'The private key goes into a file that you alone can read, in .todoke/keys/dkim/ or the folder of --out. A key is never overwritten: a new one wants another selector, so that mail under way still verifies. Nothing else is changed: publish the record, then add the lines to todoke.yaml. RSA alone is verified by every receiver; with --type both, an Ed25519 signature stands beside it.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --type both --selector s2026',
    '<%= config.bin %> <%= command.id %> --domain example.com --out keys --json',
  ]

  static override flags = {
    domain: Flags.string({summary: 'Domain that signs (default: that of the From address).', helpValue: 'DOMAIN'}),
    selector: Flags.string({summary: 'Name of the key (default: todoke- and the month).', helpValue: 'NAME'}),
    type: Flags.string({summary: 'Kind of key.', options: ['rsa', 'ed25519', 'both'], default: 'rsa'}),
    bits: Flags.string({summary: 'Length of an RSA key (default: 2048).', options: ['2048', '3072', '4096']}),
    out: Flags.string({summary: 'Folder for the key files; it must be there.', helpValue: 'FOLDER'}),
  }

  async run(): Promise<CreatedKeys> {
    const {flags} = await this.parse(KeyDkimCreate)
    const kinds = kindsOf(flags.type, flags.bits)
    const {findWorkspace} = await import('../../../wiring/workspace.ts')
    const {dkimCreateNeeds} = await import('../../../wiring/keys.ts')
    const place = await findWorkspace(this.screen.lang)
    const from = place?.settings.sender.from.address
    const created = await createDkimKeys(
      {
        domain: flags.domain ?? null,
        selector: flags.selector ?? null,
        kinds,
        bits: Number(flags.bits ?? 2048),
        fromDomain: from?.slice(from.lastIndexOf('@') + 1).toLowerCase() ?? null,
      },
      await dkimCreateNeeds(place, flags.out ?? null, this.screen.lang),
    )
    showCreatedKeys(created, place?.settings ?? null, this.screen)
    return created
  }
}
