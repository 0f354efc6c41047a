/** What a list looks like in numbers: counted contact by contact, so that memory does not follow the list. */
import type {Basis, ConsentFact, ConsentKind} from '../contacts/consent.ts'
import {BASES, consentAt, isUnproven} from '../contacts/consent.ts'
import {starred} from '../segments/fault.ts'
import type {SuppressionHit} from '../suppression/entry.ts'
import type {WordCounts} from './count-words.ts'
import {countWords} from './count-words.ts'

export interface ListFigures {
  readonly members: number
  /** As far as the store knows; what a law asks beyond that an audit says. They sum to members. */
  readonly standing: {
    /** A consent holds and no opt-out of all mail. */
    readonly mailable: number
    /** An opt-out, complaint or bounce forbids all mail. */
    readonly suppressed: number
    /** Not suppressed, but the last word was a no, or the consent has expired. */
    readonly refused: number
    /** Not suppressed, and nothing is recorded. */
    readonly withoutConsent: number
  }
  /** Of all but the suppressed: who opted out of a topic, or of giving the data to third parties. */
  readonly partlyOptedOut: number
  /** Members by the month in which they joined, 2026-04, in order. */
  readonly growth: readonly {readonly month: string; readonly added: number}[]
  readonly domains: WordCounts
  readonly consent: {
    /** They sum to members, suppressed or not. */
    readonly holds: number
    readonly refused: number
    readonly none: number
    /** Of those that hold; they sum to holds. */
    readonly bases: Readonly<Record<Basis | 'unknown', number>>
    /** Of those that hold: without a source, and without a date. */
    readonly withoutSource: number
    readonly undated: number
    /** Addresses in them starred out. */
    readonly sources: WordCounts
  }
  /** Attributes in the order of the imports, with the members that have a value. */
  readonly columns: readonly {readonly header: string; readonly filled: number}[]
}

export interface FiguredContact {
  readonly address: string
  /** UTC milliseconds. */
  readonly addedAt: number
  readonly attributes: Readonly<Record<string, string>>
  readonly consents: readonly ConsentFact[]
}

export interface ListTally {
  /** optOut: the strongest that holds. */
  see(contact: FiguredContact, optOut: SuppressionHit | null): void
  result(): ListFigures
}

const KNOWN_DOMAINS = 200_000
const KNOWN_SOURCES = 20_000
const TOP_DOMAINS = 15
const TOP_SOURCES = 10

/** headers: of the attributes. offsetMinutes: the zone in which months begin, east of UTC. */
export function tallyList(ask: {
  readonly headers: readonly string[]
  readonly at: number
  readonly offsetMinutes: number
}): ListTally {
  const {headers, at} = ask
  const standing = {mailable: 0, suppressed: 0, refused: 0, withoutConsent: 0}
  const consents = {holds: 0, refused: 0, none: 0}
  const bases = Object.fromEntries([...BASES, 'unknown'].map((basis) => [basis, 0])) as Record<
    Basis | 'unknown',
    number
  >
  const domains = countWords(KNOWN_DOMAINS)
  const sources = countWords(KNOWN_SOURCES)
  const filled = headers.map(() => 0)
  const months = new Map<string, number>()
  const monthOf = startMonths(ask.offsetMinutes)
  const others = {partlyOptedOut: 0, withoutSource: 0, undated: 0}

  function seeHolding({basis, source, at: day}: ConsentFact): void {
    bases[basis ?? 'unknown'] += 1
    if (day === null) others.undated += 1
    if (source === null) others.withoutSource += 1
    else sources.add(source)
  }

  return {
    see({address, addedAt, attributes, consents: events}, optOut) {
      const consent = consentAt(events, at)
      const state = consent === null || isUnproven(consent) ? 'none' : STATES[consent.kind]
      consents[state] += 1
      if (state === 'holds') seeHolding(consent!)
      const isSuppressed = optOut?.scope === 'all'
      standing[isSuppressed ? 'suppressed' : STANDING[state]] += 1
      if (optOut !== null && !isSuppressed) others.partlyOptedOut += 1
      domains.add(address.slice(address.lastIndexOf('@') + 1))
      const month = monthOf(addedAt)
      months.set(month, (months.get(month) ?? 0) + 1)
      for (let i = 0; i < headers.length; i += 1) if (Object.hasOwn(attributes, headers[i]!)) filled[i]! += 1
    },
    result: () => ({
      members: consents.holds + consents.refused + consents.none,
      standing,
      partlyOptedOut: others.partlyOptedOut,
      growth: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, added]) => ({month, added})),
      domains: domains.result(TOP_DOMAINS),
      consent: {
        ...consents,
        bases,
        withoutSource: others.withoutSource,
        undated: others.undated,
        sources: withoutAddresses(sources.result(TOP_SOURCES)),
      },
      columns: headers.map((header, i) => ({header, filled: filled[i]!})),
    }),
  }
}

function withoutAddresses({top, rest}: WordCounts): WordCounts {
  return {top: top.map(({word, count}) => ({word: starred(word), count})), rest}
}

const STATES: Readonly<Record<ConsentKind, 'holds' | 'refused'>> = {
  requested: 'refused',
  given: 'holds',
  confirmed: 'holds',
  reaffirmed: 'holds',
  refused: 'refused',
  withdrawn: 'refused',
  expired: 'refused',
}

const STANDING = {holds: 'mailable', refused: 'refused', none: 'withoutConsent'} as const

const MINUTE_MS = 60_000

/** Everyone of an import joined at the same moment, so the month is worked out once for each. */
function startMonths(offsetMinutes: number): (moment: number) => string {
  let last = Number.NaN
  let month = ''
  return (moment) => {
    if (moment !== last) {
      month = new Date(moment + offsetMinutes * MINUTE_MS).toISOString().slice(0, 7)
      last = moment
    }
    return month
  }
}
