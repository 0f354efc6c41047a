import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {showInit} from '../cli/show-init.ts'
import {initWorkspace} from '../flows/init-workspace.ts'
import type {MadeWorkspace} from '../ports/workspace.ts'
import {LAWS} from '../rulebook/laws.ts'

export default class Init extends BaseCommand {
  static override summary = 'Make a workspace: settings, a sample list, sample mails in Japanese and English.'
  static override description =
    'Writes todoke.yaml, lists/, templates/ and .todoke/ into the folder. Nothing that is there is overwritten; then nothing is made at all. What no flag says becomes an example value, and the lines to edit are listed.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> newsletter --lang ja',
    '<%= config.bin %> <%= command.id %> newsletter --sender-name "Mihon KK" --from "Mihon News <news@example.com>" --relay-host smtp.example.com',
  ]

  static override args = {
    folder: Args.string({
      default: '.',
      ignoreStdin: true,
      description: 'Folder of the workspace; made when it is not there.',
    }),
  }

  static override flags = {
    'sender-name': Flags.string({summary: 'Legal name of the sender.'}),
    'sender-address': Flags.string({summary: 'Postal address of the sender, on one line.'}),
    'sender-contact': Flags.string({summary: 'Where complaints are taken: phone number, mail address or URL.'}),
    from: Flags.string({summary: 'The From line.', helpValue: '"NAME <ADDRESS>"'}),
    'opt-out-url': Flags.string({summary: 'https address of the opt-out page.'}),
    'opt-out-mailto': Flags.string({summary: 'Mail address that takes opt-outs.'}),
    'relay-host': Flags.string({summary: 'SMTP server that takes the mail.'}),
    'relay-port': Flags.integer({summary: 'Its port.'}),
    'relay-tls': Flags.string({
      summary: 'Its TLS; none is for loopback only.',
      options: ['implicit', 'starttls', 'none'],
    }),
    'relay-user': Flags.string({summary: 'User name for the relay.'}),
    'relay-password-file': Flags.string({summary: 'File that holds its password.'}),
    law: Flags.string({summary: 'Laws to check, by short name, separated by commas (default: jp).', helpValue: 'jp'}),
  }

  async run(): Promise<MadeWorkspace> {
    const {args, flags} = await this.parse(Init)
    const {initNeeds} = await import('../wiring/start.ts')
    const values = {
      ...given('senderName', flags['sender-name']),
      ...given('senderAddress', flags['sender-address']),
      ...given('senderContact', flags['sender-contact']),
      ...given('from', flags.from),
      ...given('optOutUrl', flags['opt-out-url']),
      ...given('optOutMailto', flags['opt-out-mailto']),
      ...given('relayHost', flags['relay-host']),
      ...given('relayPort', flags['relay-port']),
      ...given('relayTls', flags['relay-tls']),
      ...given('relayUser', flags['relay-user']),
      ...given('relayPasswordFile', flags['relay-password-file']),
      ...given(
        'laws',
        flags.law?.split(',').map((name) => name.trim().toLowerCase()),
      ),
    }
    const needs = await initNeeds({laws: LAWS.map(({id}) => id), lang: this.screen.lang})
    const made = await initWorkspace({folder: args.folder, values}, needs)
    showInit(made, args.folder, this.screen)
    return made
  }
}

/** A property only when there is a value: what is not said must not look said. */
function given<Name extends string, Value>(name: Name, value: Value | undefined): {[key in Name]?: Value} {
  return value === undefined ? {} : ({[name]: value} as {[key in Name]?: Value})
}
