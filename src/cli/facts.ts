/** Facts that only a person can know, given with a command: `--fact sellerType=b2c-distance`. */
import {Flags} from '@oclif/core'
import type {DeclaredFacts, FactName} from '../core/laws/declared-facts.ts'
import {FACTS} from '../core/laws/declared-facts.ts'
import {AppError} from '../errors.ts'

/** Those that duties on mails depend on, with the words they may be declared with. */
const OF_MAILS = {sellerType: FACTS.sellerType, affirmativeConsent: FACTS.affirmativeConsent} as const

export const factFlag = Flags.string({
  summary:
    'What only you can know: sellerType=b2c-distance|other, affirmativeConsent=yes|no; may be given several times (default: facts of the settings).',
  helpValue: 'NAME=VALUE',
  multiple: true,
  multipleNonGreedy: true,
})

/** command: that was given them, for the message. Throws FLAG_INVALID. */
export function factsOf(said: readonly string[], command: string): DeclaredFacts {
  return Object.fromEntries(
    said.map((each): [FactName, string] => {
      const equals = each.indexOf('=')
      const name = each.slice(0, equals).trim()
      const value = each.slice(equals + 1).trim()
      const words = Object.entries(OF_MAILS).find(([known]) => known === name)?.[1] as readonly string[] | undefined
      if (words === undefined || !words.includes(value))
        throw new AppError('FLAG_INVALID', {flag: '--fact', given: each, command, expected: EXPECTED})
      return [name as FactName, value]
    }),
  )
}

const EXPECTED = Object.entries(OF_MAILS)
  .map(([name, words]) => `${name}=${words.join('|')}`)
  .join(', ')
