/** Whether a statement for many may speak for one of them: never over a no, never over a record that proves itself. */
import type {Basis, ConsentFact} from '../contacts/consent.ts'
import {consentAt, isYes} from '../contacts/consent.ts'
import {isNo} from './read-event.ts'

/** already: holds the same declaration. proven: has a record of their own with day, way and wording. */
export const DECLARE_FATES = ['declare', 'already', 'proven', 'refused', 'suppressed'] as const
export type DeclareFate = (typeof DECLARE_FATES)[number]

/** same: UUIDs of declarations that say the same. */
export function declareFate(
  consents: readonly ConsentFact[],
  {
    now,
    basis,
    same,
    isSuppressed,
  }: {readonly now: number; readonly basis: Basis; readonly same: ReadonlySet<string>; readonly isSuppressed: boolean},
): DeclareFate {
  if (isSuppressed) return 'suppressed'
  const holding = consentAt(consents, now)
  if (holding !== null && isNo(holding.kind)) return 'refused'
  for (const {evidence} of consents)
    if (evidence.declaration !== undefined && same.has(evidence.declaration)) return 'already'
  return holding !== null && isProven(holding, basis) ? 'proven' : 'declare'
}

function isProven(fact: ConsentFact, basis: Basis): boolean {
  const {at, method, source, wording, evidence} = fact
  const isOwn = evidence.declaration === undefined
  return isYes(fact) && isOwn && fact.basis === basis && at !== null && wording !== null && (method ?? source) !== null
}
