/** Every law we hold, by short name, and the one standard that always applies. */
import type {Law} from '../core/lint/duty.ts'
import {AppError} from '../errors.ts'
import {jp} from './jp.ts'
import {tpl} from './tpl.ts'
import {us} from './us.ts'

/** What a user may name; tpl is ours and needs no naming. */
export const LAWS: readonly Law[] = [jp, us]

/** The laws of those names in that order, each once, and our own standard last. Throws LAW_UNKNOWN with the known names. */
export function lawsOf(ids: readonly string[]): readonly Law[] {
  const named = [...new Set(ids)].map((id) => {
    const law = LAWS.find((each) => each.id === id)
    if (law === undefined) throw new AppError('LAW_UNKNOWN', {law: id, known: LAWS.map((each) => each.id).join(', ')})
    return law
  })
  return [...named, tpl]
}

/** The names under which a user knows these laws; our own standard is not one of them. */
export function namesOf(laws: readonly Law[]): readonly string[] {
  return laws.filter((law) => law !== tpl).map(({id}) => id)
}
