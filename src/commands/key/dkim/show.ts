import {Flags} from '@oclif/core'
import {BaseCommand} from '../../../cli/base-command.ts'
import {showKeys} from '../../../cli/show-dkim.ts'
import type {ShownKey} from '../../../flows/show-dkim-keys.ts'
import {showDkimKeys} from '../../../flows/show-dkim-keys.ts'

export default class KeyDkimShow extends BaseCommand {
  static override summary = 'Show the DNS records of the DKIM keys in todoke.yaml, and whether they are published.'
  static override description =
    'Reads each key, proves that it can sign, and prints the record to publish; of private keys nothing is shown. With --check the records are looked up in DNS: exit code 1 unless each is there, of its key, and in force.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --check',
    '<%= config.bin %> <%= command.id %> --check --dns 192.0.2.53 --json',
  ]

  static override flags = {
    check: Flags.boolean({summary: 'Look the records up in DNS.'}),
    dns: Flags.string({
      summary: 'DNS server to ask instead of those of the system; implies --check.',
      helpValue: 'HOST[:PORT]',
    }),
  }

  async run(): Promise<{readonly keys: readonly ShownKey[]}> {
    const {flags} = await this.parse(KeyDkimShow)
    const {workspace} = await import('../../../wiring/workspace.ts')
    const {dkimShowNeeds} = await import('../../../wiring/keys.ts')
    const place = await workspace(this.screen.lang)
    const needs = await dkimShowNeeds(place, flags.dns ?? null, this.screen.lang)
    const withDns = flags.check || flags.dns !== undefined
    const keys = await showDkimKeys({settings: place.settings.dkim, withDns}, needs)
    showKeys(keys, this.screen)
    if (keys.some(({dns}) => dns !== null && dns.state !== 'published')) this.exitWithFailures()
    return {keys}
  }
}
