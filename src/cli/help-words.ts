/** Commands and topics with their words in the chosen language; English is what the commands themselves say. */
import type {Command, Interfaces} from '@oclif/core'
import {commandsJa, globalFlagsJa, topicsJa} from '../i18n/help-ja.ts'
import type {Lang} from '../i18n/text.ts'
import {wordsOf} from './usage.ts'

/** Returns a copy; what has no Japanese stays English. */
export function commandIn(lang: Lang, command: Command.Loadable): Command.Loadable {
  const words = lang === 'ja' ? commandsJa[wordsOf(command.id)] : undefined
  if (words === undefined) return {...command}
  const {description: _, ...rest} = command
  const args = Object.entries(command.args ?? {}).map(([name, arg]) => [
    name,
    {...arg, description: words.args?.[name] ?? arg.description},
  ])
  const flags = Object.entries(command.flags ?? {}).map(([name, flag]) => [
    name,
    {...flag, summary: words.flags?.[name] ?? globalFlagsJa[name] ?? flag.summary},
  ])
  return {
    ...rest,
    summary: words.summary,
    ...(words.description === undefined ? {} : {description: words.description}),
    args: Object.fromEntries(args),
    flags: Object.fromEntries(flags),
  }
}

export function topicIn(lang: Lang, topic: Interfaces.Topic): Interfaces.Topic {
  const description =
    lang === 'ja' ? (topicsJa[topic.name.replaceAll(':', ' ')] ?? topic.description) : topic.description
  return {...topic, ...(description === undefined ? {} : {description})}
}
