/** Whether an opt-out may be taken back, and on what. Source: rulebook E.7 (a new sign-up lifts only older opt-outs). */
import type {ConsentFact} from '../contacts/consent.ts'
import {coversTopic} from '../contacts/topics.ts'
import type {SuppressionHit, SuppressionKind, SuppressionScope} from './entry.ts'

export interface ProvingConsent {
  readonly uuid: string
  /** UTC milliseconds. */
  readonly at: number
}

/**
 * Whether a consent can end an opt-out of that scope: an express yes (a purchase or a trade never asked for mail back) to
 * at least all that was left. That data go to third parties only a yes that names it ends.
 */
export function answersOptOut(
  {kind, basis, topic}: Pick<ConsentFact, 'kind' | 'basis' | 'topic'>,
  scope: SuppressionScope,
): boolean {
  if (basis !== 'consent' || (kind !== 'given' && kind !== 'confirmed')) return false
  if (scope === 'third-party') return topic !== null && coversTopic(topic, scope)
  return coversTopic(topic, scope === 'all' ? '' : scope)
}

/** why: a word for what is missing; null = it may be taken back, on the consent if there is one. */
export interface RemovalFate {
  readonly why: 'no-consent' | 'consent-older' | 'needs-evidence' | 'hashed' | null
  readonly consent: ProvingConsent | null
}

/**
 * The person's own no goes only by the person's own newer yes. A complaint or a legal demand wants that and what else
 * was agreed on; a bounce, an entry by hand, a domain and a hash, which no consent speaks of, want evidence alone; but a complaint or a legal demand under a
 * hash stays, since nobody can say whose yes would end it.
 */
export function removalFate(
  entry: Pick<SuppressionHit, 'reason' | 'from' | 'recordedAt'>,
  kind: SuppressionKind,
  consent: ProvingConsent | null,
  evidence: string | null,
): RemovalFate {
  const {reason} = entry
  const newer = consent !== null && consent.at > (entry.from ?? entry.recordedAt) ? consent : null
  if (kind === 'hash' && (reason === 'complaint' || reason === 'legal')) return {why: 'hashed', consent: null}
  if (kind !== 'address' || reason === 'bounce' || reason === 'manual')
    return evidence === null && newer === null ? {why: 'needs-evidence', consent: null} : {why: null, consent: newer}
  if (newer === null) return {why: consent === null ? 'no-consent' : 'consent-older', consent: null}
  if (reason !== 'optout' && evidence === null) return {why: 'needs-evidence', consent: null}
  return {why: null, consent: newer}
}
