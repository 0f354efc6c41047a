/** Why nobody may state a consent for a person: asked and never answered, run out, or from a bought or collected list. */
import type {ConsentFact} from '../contacts/consent.ts'
import {consentAt, isYes} from '../contacts/consent.ts'
import type {Origin} from '../laws/declared-facts.ts'
import {originTold} from './origin-words.ts'

export const DECLARATION_BARS = ['asked', 'expired', 'bad-origin'] as const
export type DeclarationBar = (typeof DECLARATION_BARS)[number]

/**
 * Null where a statement may speak for the person, as far as these go. origin: of the list as declared; null = not
 * declared. A word of the record beats it, and of several records any bad one counts.
 */
export function declarationBar(
  consents: readonly ConsentFact[],
  {now, origin}: {readonly now: number; readonly origin: Origin | null},
): DeclarationBar | null {
  const told = consents.flatMap(originsOf)
  if (told.some(isBad) || (told.length === 0 && isBad(origin))) return 'bad-origin'
  if (isUnanswered(consents)) return 'asked'
  return consentAt(consents, now)?.kind === 'expired' ? 'expired' : null
}

/** Of a route only what is bad counts: "card" as a method is no declared origin. */
function originsOf({method, source, evidence}: ConsentFact): readonly string[] {
  const own = evidence.origin === undefined ? null : originTold(evidence.origin)
  const routes = [method, source].flatMap((text) => (text === null ? [] : [originTold(text)])).filter(isBad)
  return [own, ...routes].filter((origin) => origin !== null)
}

function isBad(origin: string | null): boolean {
  return origin === 'purchased' || origin === 'scraped'
}

/** The last question came after the last yes; an undated one came before all that is dated. */
function isUnanswered(consents: readonly ConsentFact[]): boolean {
  const asked = latest(consents.filter(({kind}) => kind === 'requested'))
  const answered = latest(consents.filter(isYes))
  return asked !== null && (answered === null || asked > answered)
}

function latest(facts: readonly ConsentFact[]): number | null {
  if (facts.length === 0) return null
  return facts.reduce((last, {at}) => Math.max(last, at ?? Number.NEGATIVE_INFINITY), Number.NEGATIVE_INFINITY)
}
