/** The weights that the user sets for duties: `--rule ID=off|warning|error`. */
import {Flags} from '@oclif/core'
import {closestName} from '../core/close-names.ts'
import type {Severity} from '../core/lint/finding.ts'
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'
import {RULEBOOK} from '../rulebook/laws.ts'

export const ruleFlag = Flags.string({
  summary: 'Weight of a duty: off, warning or error; may be given several times.',
  helpValue: 'ID=WEIGHT',
  multiple: true,
  multipleNonGreedy: true,
})

const WEIGHTS = ['off', 'warning', 'error'] as const

/** command: that was given them, for the message. Throws FLAG_INVALID. */
export function weightsOf(said: readonly string[], command: string, lang: Lang): ReadonlyMap<string, Severity | 'off'> {
  const known = new Set(RULEBOOK.flatMap(({duties}) => duties.map(({id}) => id)))
  return new Map(
    said.map((each): [string, Severity | 'off'] => {
      const equals = each.lastIndexOf('=')
      const id = each.slice(0, equals).trim()
      const weight = WEIGHTS.find((word) => word === each.slice(equals + 1).trim())
      const wrong = {flag: '--rule', given: each, command}
      if (equals < 1 || weight === undefined)
        throw new AppError('FLAG_INVALID', {...wrong, expected: `ID=${WEIGHTS.join('|')}`})
      if (known.has(id)) return [id, weight]
      const guess = closestName(id, known)
      const details = guess === null ? {} : {details: [text(lang, 'help.guess', {name: `--rule ${guess}=${weight}`})]}
      throw new AppError('FLAG_INVALID', {...wrong, expected: 'jp/consent-basis=warning …'}, details)
    }),
  )
}
