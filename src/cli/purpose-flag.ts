/** A purpose given on the command line is one of the settings: one that nobody declared would hold everybody back. */
import {closestName} from '../core/close-names.ts'
import {AppError} from '../errors.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'

/** The purpose that was named, else the first there is; null where there is none. Throws PURPOSE_UNKNOWN. */
export function purposeNamed<Purpose extends {readonly name: string}>(
  known: readonly Purpose[],
  said: string | undefined,
  lang: Lang,
): Purpose | null {
  if (said === undefined) return known[0] ?? null
  const purpose = known.find(({name}) => name === said)
  if (purpose !== undefined) return purpose
  const names = known.map(({name}) => name)
  const near = closestName(said, new Set(names))
  throw new AppError(
    'PURPOSE_UNKNOWN',
    {purpose: said, known: names.join(', ')},
    near === null ? {} : {details: [text(lang, 'help.guess', {name: near})]},
  )
}
