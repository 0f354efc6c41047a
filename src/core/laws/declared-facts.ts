/**
 * Facts that only a person can declare (rulebook 0.3): asked for in todoke.yaml, never guessed. A duty that depends on
 * one that is not declared is not assessed.
 */

/** Each fact with the words it may be declared with; null = any value, such as a day. */
export const FACTS = {
  /** Does the sender sell to consumers at a distance (特定商取引法)? */
  sellerType: ['b2c-distance', 'other'],
  /** Did the recipients give prior affirmative consent, so that no ad label is due (US)? */
  affirmativeConsent: ['yes', 'no'],
  /** Day of a 措置命令 under 特定電子メール法 art. 7. */
  underAdministrativeOrder: null,
  /** The file with the FCC's wireless list: a setting of its own, not under `facts`. */
  wirelessDomains: null,
} as const satisfies Readonly<Record<string, readonly string[] | null>>

export type FactName = keyof typeof FACTS

/** Where todoke.yaml holds the fact. */
export function keyOfFact(fact: string): string {
  return fact === 'wirelessDomains' ? fact : `facts.${fact}`
}

/** Values as declared; a fact that is not there was not declared. */
export type DeclaredFacts = Readonly<Partial<Record<FactName, string>>>

/** Where a list's addresses came from; declared per list (`facts.listOrigin.NAME`). */
export const ORIGINS = ['own-form', 'card', 'trade', 'published', 'purchased', 'joint-use', 'entrusted'] as const
export type Origin = (typeof ORIGINS)[number]

/** True, false, or null when nobody declared it. `is: []` takes any value, as a fact without words needs. */
export function factHolds(
  facts: DeclaredFacts,
  when: {readonly fact: string; readonly is: readonly string[]},
): boolean | null {
  const declared = facts[when.fact as FactName]
  if (declared === undefined) return null
  return when.is.length === 0 || when.is.includes(declared)
}
