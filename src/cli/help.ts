/** The help in Japanese and English: the first screen, a topic, a command. oclif finds it by package.json. */
import type {Command, Interfaces} from '@oclif/core'
import {Help} from '@oclif/core'
import {chosenLang} from '../adapters/system/environment.ts'
import {headingIn, TodokeCommandHelp} from './command-help.ts'
import {unknownCommand} from './command-not-found.ts'
import {fail} from './failure.ts'
import {showFirstScreen} from './first-screen.ts'
import {commandIn, topicIn} from './help-words.ts'
import {makeScreen} from './screen.ts'
import {SEGMENTS_TOPIC, showSegmentsGuide} from './segments-guide.ts'
import {wrap} from './table.ts'

export default class TodokeHelp extends Help {
  protected override CommandHelpClass = TodokeCommandHelp
  readonly #screen = makeScreen({lang: chosenLang(), isJson: false, isQuiet: false})

  constructor(config: Interfaces.Config, opts: Partial<Interfaces.HelpOptions> = {}) {
    super(config, {...opts, flagSortOrder: 'none', hideCommandSummaryInDescription: true})
    this.opts.maxWidth = this.#screen.width
  }

  override async showHelp(argv: string[]): Promise<void> {
    if (argv[0] === SEGMENTS_TOPIC) return showSegmentsGuide(this.#screen)
    try {
      await super.showHelp(argv)
    } catch (error) {
      const unknown = /^Command (.+) not found\.$/.exec(error instanceof Error ? error.message : '')
      if (unknown === null) throw error
      fail(unknownCommand(unknown[1]!, this.config.commandIDs, this.#screen.lang), this.#screen, false)
    }
  }

  protected override async showRootHelp(): Promise<void> {
    showFirstScreen(this.sortedTopics, this.#screen)
  }

  override async showCommandHelp(command: Command.Loadable): Promise<void> {
    const shown = commandIn(this.#screen.lang, command)
    this.log(`${wrap(this.summary(shown) ?? '', this.#screen.width)}\n`)
    this.log(this.formatCommand(shown))
  }

  protected override showTopicHelp(topic: Interfaces.Topic): Promise<void> {
    return super.showTopicHelp(topicIn(this.#screen.lang, topic))
  }

  protected override get sortedCommands(): Command.Loadable[] {
    return super.sortedCommands.map((command) => commandIn(this.#screen.lang, command))
  }

  protected override get sortedTopics(): Interfaces.Topic[] {
    return super.sortedTopics.map((topic) => topicIn(this.#screen.lang, topic))
  }

  override section(heading: string, body: Parameters<Help['section']>[1]): string {
    return super.section(headingIn(this.#screen.lang, heading), body)
  }

  override wrap(body: string, spacing?: number): string {
    return wrap(this.render(body), this.#screen.width - (spacing ?? this.indentSpacing))
  }
}
