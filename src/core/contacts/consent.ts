/** Consent as an event: what happened, on which basis, when, how, where (rulebook E.4). */
import {coversTopic, sharesTopic, topicsOf} from './topics.ts'

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

/** A no: it holds until a yes that covers its topic. */
export function isNo({kind}: ConsentFact): boolean {
  return kind === 'refused' || kind === 'withdrawn'
}

/** A consent that allows mail, as far as it itself says. */
export function isYes({kind}: Pick<ConsentFact, 'kind'>): boolean {
  return kind === 'given' || kind === 'confirmed' || kind === 'reaffirmed'
}

/** What a list tells of a consent (its day, way, place or wording) without saying why mail is allowed. */
export function isUnproven(event: ConsentFact): boolean {
  return event.basis === null && isYes(event)
}

/** A row's word that is no yes, and no plain no either, keeps the person from being mailed: they need not have refused. */
export function isHeld({kind, evidence}: ConsentFact): boolean {
  return kind === 'refused' && evidence.status_word !== undefined
}

/**
 * False for what is limited to other topics than the send's. A yes must cover all topics of the send; of anything else
 * one in common suffices. topic: null = of no send, or of one that names none.
 */
export function isAbout(event: ConsentFact, topic: string | null): boolean {
  if (event.topic === null || topic === null) return true
  return isYes(event) ? coversTopic(event.topic, topic) : sharesTopic(event.topic, topic)
}

/** The first yes dated later than that moment: no consent yet, most often a date gone wrong; null where there is none. */
export function yesToCome(events: readonly ConsentFact[], moment: number): ConsentFact | null {
  for (const event of events) if (event.at !== null && event.at > moment && isYes(event)) return event
  return null
}

/**
 * The event that holds at a moment: the latest of those not after it; undated ones count as earliest, in order. A no
 * is never weaker than that: undated it ends whatever was recorded before it, and dated in the future it holds. What is
 * unproven outweighs nothing: it holds only where there is no other event. An expiry that names its basis ends the
 * yeses of that basis alone.
 *
 * For a send with a topic, what is limited to other topics is neither yes nor no: a no of one topic stops that topic
 * until a yes of that topic or one without topic, and a yes of another topic ends no no. Without a topic (a send that
 * names none, an audit) the mail may be about anything, so the last word counts whatever its topic; only a yes that
 * names other topics than a no outlives it. Whoever took all and then left one topic must be sent to by topic.
 */
export function consentAt(
  events: readonly ConsentFact[],
  moment: number,
  topic: string | null = null,
): ConsentFact | null {
  for (const event of events)
    if (event.topic !== null || endsOneBasis(event)) return amongLimited(events, moment, topic)
  return latestOf(events, moment)
}

function latestOf(events: readonly ConsentFact[], moment: number): ConsentFact | null {
  let latest: ConsentFact | null = null
  for (const event of events) {
    if (event.kind === 'requested') continue
    if (latest !== null && isUnproven(event) && !isUnproven(latest)) continue
    const isRefusal = isNo(event)
    if (event.at !== null && event.at > moment && !isRefusal) continue
    const at = event.at ?? Number.NEGATIVE_INFINITY
    const before = latest?.at ?? Number.NEGATIVE_INFINITY
    // Of a yes and a no of the same moment the no holds.
    const isLater = isRefusal || latest === null || !isNo(latest) ? at >= before : at > before
    const isFirst = latest === null || (isUnproven(latest) && !isUnproven(event))
    if (isFirst || isLater || (isRefusal && event.at === null)) latest = event
  }
  return latest
}

function amongLimited(events: readonly ConsentFact[], moment: number, topic: string | null): ConsentFact | null {
  const about = topic === null ? events : events.filter((event) => isAbout(event, topic))
  const standing = withoutExpired(about, moment)
  const held = latestOf(standing, moment)
  // Where nothing is left, the expiry says why.
  if (held === null) return latestOf(about, moment)
  return topic === null && held.topic !== null && isNo(held) ? (yesOfOtherTopic(standing, moment) ?? held) : held
}

function endsOneBasis({kind, basis}: ConsentFact): boolean {
  return kind === 'expired' && basis !== null
}

/** Without expiries that name a basis, and without the yeses they ended. */
function withoutExpired(events: readonly ConsentFact[], moment: number): readonly ConsentFact[] {
  const ends = new Map<Basis, number>()
  const atOf = (index: number) => events[index]!.at ?? Number.NEGATIVE_INFINITY
  for (const [i, event] of events.entries()) {
    if (!endsOneBasis(event) || atOf(i) > moment) continue
    const known = ends.get(event.basis!)
    if (known === undefined || atOf(i) >= atOf(known)) ends.set(event.basis!, i)
  }
  return events.filter((event, i) => {
    if (endsOneBasis(event)) return false
    const end = isYes(event) && event.basis !== null ? ends.get(event.basis) : undefined
    return end === undefined || atOf(i) > atOf(end) || (atOf(i) === atOf(end) && i > end)
  })
}

/** More topics than one person takes; past them the no holds. */
const MOST_TOPICS = 64

/** The latest yes that a send of one of the topics named in yeses would go by; null where a no stops all of them. */
function yesOfOtherTopic(events: readonly ConsentFact[], moment: number): ConsentFact | null {
  const topics = new Set<string>()
  for (const event of events) {
    if (event.topic === null || !isYes(event)) continue
    for (const name of topicsOf(event.topic)) topics.add(name)
    if (topics.size > MOST_TOPICS) return null
  }
  let latest: ConsentFact | null = null
  for (const topic of topics) {
    const about = events.filter((event) => isAbout(event, topic))
    const yes = latestOf(about, moment)
    if (yes !== null && isYes(yes)) latest = latest === null ? yes : latestOf([latest, yes], moment)
  }
  return latest
}

type Shared = Pick<ConsentFact, 'kind' | 'basis' | 'method' | 'source' | 'wording' | 'purpose' | 'topic'>

/** Whether two say the same, their moments and evidence aside. */
export function saysSame(a: Shared, b: Shared): boolean {
  return (
    a.source === b.source &&
    a.kind === b.kind &&
    a.basis === b.basis &&
    a.method === b.method &&
    a.wording === b.wording &&
    a.purpose === b.purpose &&
    a.topic === b.topic
  )
}
