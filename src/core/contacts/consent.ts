/** Consent as an event: what happened, on which basis, when, how, where (rulebook E.4). */

/** Why mailing is allowed. Words of the rulebook's E.4. */
export const BASES = [
  'consent',
  'card',
  'trade',
  'published',
  'soft_optin',
  'implied_purchase',
  'implied_inquiry',
  'legit_interest',
  'contract',
] as const
export type Basis = (typeof BASES)[number]

/** requested: asked, not answered yet. reaffirmed: a yes said again. */
export const CONSENT_KINDS = [
  'requested',
  'given',
  'confirmed',
  'reaffirmed',
  'refused',
  'withdrawn',
  'expired',
] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/** One consent event without its store fields. Moments are UTC milliseconds; null = not recorded. */
export interface ConsentFact {
  readonly kind: ConsentKind
  readonly basis: Basis | null
  readonly at: number | null
  /** How: web_form, paper, card, … or the list's own words. */
  readonly method: string | null
  /** Where: URL, form id, event name. */
  readonly source: string | null
  /** Wording or version that was shown. */
  readonly wording: string | null
  readonly purpose: string | null
  readonly topic: string | null
  /** Other proof by field name (card_received_at, last_transaction_at, published_url …), values as given. */
  readonly evidence: Readonly<Record<string, string>>
}

/** A consent without its moment: what many rows of a list have in common. evidence: a JSON object. */
export type ConsentDetails = Omit<ConsentFact, 'at' | 'evidence'> & {readonly evidence: string}

/** What is sealed of a consent event, the same whenever it is worked out. */
export function consentContent(details: ConsentDetails): string {
  const {kind, basis, method, source, wording, purpose, topic, evidence} = details
  return JSON.stringify([kind, basis, method, source, wording, purpose, topic, evidence])
}

/** Not a no: what a later event of any kind replaces. */
function holdsOn({kind}: ConsentFact): boolean {
  return kind !== 'refused' && kind !== 'withdrawn'
}

/** A consent that allows mail, as far as it itself says. */
export function isYes({kind}: ConsentFact): boolean {
  return kind === 'given' || kind === 'confirmed' || kind === 'reaffirmed'
}

/**
 * The event that holds at a moment: the latest of those not after it; undated ones count as earliest, in order. A no
 * is never weaker than that: undated it ends whatever was recorded before it, and dated in the future it holds.
 */
export function consentAt(events: readonly ConsentFact[], moment: number): ConsentFact | null {
  let latest: ConsentFact | null = null
  for (const event of events) {
    if (event.kind === 'requested') continue
    const isNo = event.kind === 'refused' || event.kind === 'withdrawn'
    if (event.at !== null && event.at > moment && !isNo) continue
    const at = event.at ?? Number.NEGATIVE_INFINITY
    const before = latest?.at ?? Number.NEGATIVE_INFINITY
    // Of a yes and a no of the same moment the no holds.
    const isLater = isNo || latest === null || holdsOn(latest) ? at >= before : at > before
    if (latest === null || isLater || (isNo && event.at === null)) latest = event
  }
  return latest
}
