import {Args, loadHelpClass} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {SEGMENTS_TOPIC, segmentsGuide} from '../cli/segments-guide.ts'

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

  async run() {
    const {argv} = await this.parse(HelpCommand)
    if (this.jsonEnabled() && argv[0] === SEGMENTS_TOPIC) return segmentsGuide(this.screen)
    if (this.jsonEnabled()) return this.#asJson(argv.join(':'))
    const Help = await loadHelpClass(this.config)
    await new Help(this.config, {}).showHelp(argv as string[])
    return undefined
  }

  /** Commands of that name or topic, with their flags and arguments. */
  #asJson(topic: string) {
    const commands = this.config.commands.filter(({id}) => topic === '' || id === topic || id.startsWith(`${topic}:`))
    return {
      commands: commands.map(({id, summary, args, flags}) => ({
        command: id.replaceAll(':', ' '),
        summary,
        args: Object.keys(args),
        flags: Object.keys(flags),
      })),
    }
  }
}
