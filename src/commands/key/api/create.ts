import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../../cli/base-command.ts'
import {showCreatedApiKey} from '../../../cli/show-api-keys.ts'
import {checkName} from '../../../core/names.ts'
import {createApiKey} from '../../../flows/api-keys.ts'

export default class KeyApiCreate extends BaseCommand {
  static override summary = 'Make a key for a program that uses the JSON API of `todoke serve`; it is shown once.'
  static override description =
    'Only its hash is kept. Give the key to the program by a file or a variable, never on a command line; it is sent as `Authorization: Bearer KEY`, over TLS. With --read-only it can look and add nothing. A running `todoke serve` takes it at once. What the API can do stands in /api/v1/openapi.json.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> shop',
    '<%= config.bin %> <%= command.id %> dashboard --read-only --json',
  ]

  static override args = {
    name: Args.string({required: true, ignoreStdin: true, description: 'What the key is called, e.g. shop.'}),
  }

  static override flags = {'read-only': Flags.boolean({summary: 'A key that can look, and add nothing.'})}

  async run() {
    const {args, flags} = await this.parse(KeyApiCreate)
    checkName(args.name, 'NAME')
    const {workspace} = await import('../../../wiring/workspace.ts')
    const {apiKeysNeeds} = await import('../../../wiring/keys.ts')
    const place = await workspace(this.screen.lang)
    const ask = {name: args.name, isReadOnly: flags['read-only'] === true}
    const {key, kept} = await createApiKey(ask, await apiKeysNeeds(place))
    showCreatedApiKey(key, kept, this.screen)
    return {key, ...kept}
  }
}
