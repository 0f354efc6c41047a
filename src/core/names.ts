/** The one rule for names of lists and sends: they stand in commands, file names, links and mail headers. */
import {AppError} from '../errors.ts'

/** Letters and digits of any script with their marks; a dot, dash or underscore not at the start. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,63}$/u

export function isName(given: string): boolean {
  return NAME.test(given) && !given.includes('..')
}

/** flag: where the name was given, e.g. `--list`. Throws NAME_INVALID. */
export function checkName(given: string, flag: string): void {
  if (isName(given)) return
  // An address may have been typed in the wrong place; errors end up in logs.
  const shown = given.replace(/\S+@\S+/g, '***@***').replace(/\p{C}+/gu, ' ')
  throw new AppError('NAME_INVALID', {flag, given: shown.slice(0, 100)})
}
