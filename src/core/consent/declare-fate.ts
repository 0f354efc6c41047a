/** Whether a statement for many may speak for one of them: never over a no, never over a record that proves itself. */
import type {Basis, ConsentFact} from '../contacts/consent.ts'
import {consentAt, isNo, isYes} from '../contacts/consent.ts'
import type {Origin} from '../laws/declared-facts.ts'
import {DECLARATION_BARS, declarationBar} from './declaration-bar.ts'

/** already: holds the same declaration. proven: has a record of their own with day, way and wording. */
export const DECLARE_FATES = ['declare', 'already', 'proven', ...DECLARATION_BARS, 'refused', 'suppressed'] as const
export type DeclareFate = (typeof DECLARE_FATES)[number]

/** same: UUIDs of declarations that say the same. origin: of the list, as the settings declare it. */
export function declareFate(
  consents: readonly ConsentFact[],
  {
    now,
    basis,
    same,
    origin,
    isSuppressed,
  }: {
    readonly now: number
    readonly basis: Basis
    readonly same: ReadonlySet<string>
    readonly origin: Origin | null
    readonly isSuppressed: boolean
  },
): DeclareFate {
  const holding = consentAt(consents, now)
  if ((holding !== null && isNo(holding)) || leftTopic(consents, now)) return 'refused'
  if (isSuppressed) return 'suppressed'
  for (const {evidence} of consents)
    if (evidence.declaration !== undefined && same.has(evidence.declaration)) return 'already'
  const bar = declarationBar(consents, {now, origin})
  if (bar !== null) return bar
  return holding !== null && isProven(holding, basis) ? 'proven' : 'declare'
}

/** A declaration names no topic, and would end a no to one of them. */
function leftTopic(consents: readonly ConsentFact[], now: number): boolean {
  const topics = new Set<string>()
  for (const event of consents) if (event.topic !== null && isNo(event)) topics.add(event.topic)
  for (const topic of topics) {
    const holding = consentAt(consents, now, topic)
    if (holding !== null && isNo(holding)) return true
  }
  return false
}

function isProven(fact: ConsentFact, basis: Basis): boolean {
  const {at, method, source, wording, evidence} = fact
  const isOwn = evidence.declaration === undefined
  return isYes(fact) && isOwn && fact.basis === basis && at !== null && wording !== null && (method ?? source) !== null
}
