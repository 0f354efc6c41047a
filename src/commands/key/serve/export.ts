import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../../cli/base-command.ts'
import {showExportedHost} from '../../../cli/show-keys.ts'
import {exportHost} from '../../../flows/export-host.ts'

export default class KeyServeExport extends BaseCommand {
  static override summary =
    'Write the file that a server without the list needs: keys of opt-out links, words of the pages.'
  static override description =
    'Carry the file to the host by a way that nobody reads (scp), keep it 0600, and start `todoke serve --detached FILE` there, which takes opt-outs alone, no sign-ups and no confirmations; the settings under `serve` describe that host. It holds the keys that open opt-out links and no others, the key that seals the journal and the hash of the one that opens it; no address and no list. Whoever has it can make links that opt people out whose random ids they know, and none that confirms or signs anybody up. After `key opt-out rotate` or `revoke` and changes of the sender export it anew; the running server takes new keys from it without a restart.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> detached.json',
    '<%= config.bin %> <%= command.id %> detached.json --overwrite --json',
  ]

  static override args = {
    file: Args.string({required: true, ignoreStdin: true, description: 'Where to write it; made 0600.'}),
  }

  static override flags = {overwrite: Flags.boolean({summary: 'Replace the file when it is there.'})}

  async run() {
    const {args, flags} = await this.parse(KeyServeExport)
    const {workspace} = await import('../../../wiring/workspace.ts')
    const {exportHostNeeds, hostOf} = await import('../../../wiring/detached.ts')
    const place = await workspace(this.screen.lang)
    const needs = await exportHostNeeds(place, {file: args.file, overwrite: flags.overwrite === true}, this.screen.lang)
    const exported = await exportHost(hostOf(place), needs)
    const isSet = Boolean(place.settings.optOut.detached)
    showExportedHost(exported, {file: args.file, isSet}, this.screen)
    return {file: args.file, ...exported}
  }
}
