/** The help in Japanese and English, as text or JSON: the first screen, a topic, a command. oclif finds it by package.json. */
import type {Command, Interfaces} from '@oclif/core'
import {Help} from '@oclif/core'
import {chosenLang, isJsonWished} from '../adapters/system/environment.ts'
import {headingIn, TodokeCommandHelp} from './command-help.ts'
import {unknownCommand} from './command-not-found.ts'
import {fail} from './failure.ts'
import {showFirstScreen} from './first-screen.ts'
import {commandAsJson} from './help-json.ts'
import {commandIn, topicIn} from './help-words.ts'
import {makeScreen} from './screen.ts'
import {SEGMENTS_TOPIC, segmentsGuide, showSegmentsGuide} from './segments-guide.ts'
import {wrap} from './table.ts'
import {withNames} from './usage.ts'

export default class TodokeHelp extends Help {
  protected override CommandHelpClass = TodokeCommandHelp
  readonly #isJson = isJsonWished()
  readonly #screen = makeScreen({lang: chosenLang(), isJson: this.#isJson, isQuiet: false})

  constructor(config: Interfaces.Config, opts: Partial<Interfaces.HelpOptions> = {}) {
    super(config, {...opts, flagSortOrder: 'none', hideCommandSummaryInDescription: true})
    this.opts.maxWidth = this.#screen.width
  }

  override async showHelp(argv: string[]): Promise<void> {
    if (argv[0] === SEGMENTS_TOPIC)
      return this.#isJson ? this.#answer(segmentsGuide(this.#screen)) : showSegmentsGuide(this.#screen)
    try {
      await super.showHelp(argv)
    } catch (error) {
      const unknown = /^Command (.+) not found\.$/.exec(error instanceof Error ? error.message : '')
      if (unknown === null) throw error
      fail(unknownCommand(unknown[1]!, this.config.commandIDs, this.#screen.lang), this.#screen, this.#isJson)
    }
  }

  protected override async showRootHelp(): Promise<void> {
    if (this.#isJson) return this.#answer({commands: this.#commandsAsJson('')})
    showFirstScreen(this.sortedTopics, this.#screen)
  }

  override async showCommandHelp(command: Command.Loadable): Promise<void> {
    const shown = commandIn(this.#screen.lang, command)
    if (this.#isJson) return this.#answer(commandAsJson(shown, this.#renderFor(shown)))
    this.log(`${wrap(this.summary(shown) ?? '', this.#screen.width)}\n`)
    this.log(this.formatCommand(shown))
  }

  protected override async showTopicHelp(topic: Interfaces.Topic): Promise<void> {
    const shown = topicIn(this.#screen.lang, topic)
    if (!this.#isJson) return super.showTopicHelp(shown)
    const {name, description} = shown
    this.#answer({topic: name, summary: description ?? null, commands: this.#commandsAsJson(`${name}:`)})
  }

  /** Those whose id begins like that. */
  #commandsAsJson(beginning: string) {
    return this.sortedCommands
      .filter(({id}) => id.startsWith(beginning))
      .map((command) => commandAsJson(command, this.#renderFor(command)))
  }

  #renderFor({id}: Command.Loadable): (text: string) => string {
    return (text) => withNames(text, this.config.bin, id)
  }

  #answer(value: unknown): void {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
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
