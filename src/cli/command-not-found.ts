/**
 * What a word that is no command ends with: exit 2 and the nearest command. It never asks and never runs the guess:
 * a tool that sends mail does what was typed or nothing.
 */
import type {Hook} from '@oclif/core'
import {loadHelpClass} from '@oclif/core'
import {chosenLang} from '../adapters/system/environment.ts'
import {closestName} from '../core/close-names.ts'
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'
import {fail} from './failure.ts'
import {safe} from './flag-errors.ts'
import {makeScreen} from './screen.ts'
import {wordsOf} from './usage.ts'

const commandNotFound: Hook<'command_not_found'> = async ({id, argv = [], config}) => {
  // `todoke --lang ja` names no command: whoever types it wants the first screen.
  if (/^--lang(=|$)/.test(id) && argv.length === (id.includes('=') ? 0 : 1)) {
    const Help = await loadHelpClass(config)
    await new Help(config, {}).showHelp([])
    return
  }
  const lang = chosenLang()
  const isJson = [id, ...argv].includes('--json')
  fail(unknownCommand(id, config.commandIDs, lang), makeScreen({lang, isJson, isQuiet: false}), isJson)
}

export default commandNotFound

/** id: words joined with colons, as oclif has them. known: the ids of the commands. */
export function unknownCommand(id: string, known: readonly string[], lang: Lang): AppError {
  const given = wordsOf(id)
  if (given.startsWith('-')) {
    const flag = given.replace(/=.*$/, '')
    return new AppError('COMMAND_UNKNOWN', {given: flag}, {details: [text(lang, 'help.flag-order', {flag})]})
  }
  const guess = closestCommand(given, known.map(wordsOf))
  const details = guess === null ? [] : [text(lang, 'help.guess', {name: `todoke ${guess}`})]
  return new AppError('COMMAND_UNKNOWN', {given: safe(given)}, {details})
}

/** The command that the first words nearly spell, in full or by its last word alone (`import` for `list import`). */
function closestCommand(given: string, known: readonly string[]): string | null {
  const words = given.split(' ')
  const byLastWord = new Map(known.map((name) => [name.split(' ').at(-1)!, name]))
  for (let count = words.length; count > 0; count--) {
    const exact = byLastWord.get(words[count - 1]!)
    if (exact !== undefined) return exact
    const near = closestName(words.slice(0, count).join(' '), new Set(known))
    if (near !== null) return near
    const last = closestName(words[count - 1]!, new Set(byLastWord.keys()))
    if (last !== null) return byLastWord.get(last)!
  }
  return null
}
