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
  if (isOfBadOrigin(consents, origin)) return 'bad-origin'
  if (isUnanswered(consents)) return 'asked'
  return consentAt(consents, now)?.kind === 'expired' ? 'expired' : null
}

/** Of a route only what is bad counts: "card" as a method is no declared origin. */
function isOfBadOrigin(consents: readonly ConsentFact[], declared: Origin | null): boolean {
  let isTold = false
  for (const {method, source, evidence} of consents) {
    const own = evidence.origin === undefined ? null : originTold(evidence.origin)
    if (isBad(own) || isBadRoute(method) || isBadRoute(source)) return true
    if (own !== null) isTold = true
  }
  return !isTold && isBad(declared)
}

function isBadRoute(text: string | null): boolean {
  return text !== null && isBad(originTold(text))
}

function isBad(origin: string | null): boolean {
  return origin === 'purchased' || origin === 'scraped'
}

/** The last question came after the last yes; an undated one came before all that is dated. */
function isUnanswered(consents: readonly ConsentFact[]): boolean {
  const asked = latest(consents, isQuestion)
  if (asked === null) return false
  const answered = latest(consents, isYes)
  return answered === null || asked > answered
}

function isQuestion({kind}: ConsentFact): boolean {
  return kind === 'requested'
}

/** Null where there is none of that kind. */
function latest(facts: readonly ConsentFact[], isMeant: (fact: ConsentFact) => boolean): number | null {
  let last: number | null = null
  for (const fact of facts)
    if (isMeant(fact)) last = Math.max(last ?? Number.NEGATIVE_INFINITY, fact.at ?? Number.NEGATIVE_INFINITY)
  return last
}
