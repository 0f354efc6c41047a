import {Args, loadHelpClass} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'

export default class HelpCommand extends BaseCommand {
  static override summary = 'Show help on a command or a topic.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> send plan',
    '<%= config.bin %> <%= command.id %> suppression --lang ja',
    '<%= config.bin %> <%= command.id %> segments',
  ]

  static override strict = false
  static override args = {
    command: Args.string({ignoreStdin: true, description: 'Command or topic, e.g. send plan.'}),
  }

  /** The help prints its own JSON, as it does behind --help. */
  async run(): Promise<void> {
    const {argv} = await this.parse(HelpCommand)
    const Help = await loadHelpClass(this.config)
    await new Help(this.config, {}).showHelp(argv as string[])
  }
}
