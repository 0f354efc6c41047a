/** The help as data, in the language of the screen: what --json answers for a command, a topic and the whole. */
import type {Command} from '@oclif/core'
import type {CommandShape} from './usage.ts'
import {usageOf, valueWord, wordsOf} from './usage.ts'

/** command: with its words in the language already. render: fills in the program's and the command's name. */
export function commandAsJson(command: Command.Loadable, render: (text: string) => string) {
  const told = (text: string | undefined) => (text === undefined ? null : render(text))
  return {
    command: wordsOf(command.id),
    usage: `todoke ${usageOf(command as CommandShape)}`,
    summary: told(command.summary),
    description: told(command.description),
    examples: [command.examples ?? []].flat().map((example) => render(String(example))),
    args: Object.values(command.args ?? {})
      .filter(({hidden}) => !hidden)
      .map(({name, description, required}) => ({name, description: told(description), required: required === true})),
    flags: Object.values(command.flags ?? {})
      .filter(({hidden}) => !hidden)
      .map((flag) => ({
        name: flag.name,
        char: flag.char ?? null,
        value: flag.type === 'option' ? valueWord(flag.name, flag) : null,
        options: flag.type === 'option' ? (flag.options ?? null) : null,
        default: plainDefault(flag.default),
        required: flag.required === true,
        several: flag.type === 'option' && flag.multiple === true,
        summary: told(flag.summary ?? flag.description),
      })),
  }
}

function plainDefault(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
