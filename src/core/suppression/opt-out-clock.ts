/**
 * How long an opt-out took from its arrival until it bound, and how long it might have: the earliest deadline of the laws
 * that bind the contact and of the mailbox provider. A mail that went out in between is worse than any delay.
 */
import {dayNumber, lastDayOf} from '../laws/calendar.ts'
import type {Law, Period} from '../laws/law.ts'
import {zoneOf} from '../laws/law.ts'
import type {Words} from '../lint/duty.ts'
import {isScannerNetwork} from './scanner-networks.ts'

/** An opt-out of somebody in the audience of a send. */
export interface ArrivedOptOut {
  readonly publicId: string
  readonly reason: 'optout' | 'complaint' | 'legal'
  /** As the opt-out says, else when it was recorded; UTC milliseconds. */
  readonly arrivedAt: number
  /** From here on no mail left. */
  readonly boundAt: number
  /** The newest mail before it arrived; null = none. */
  readonly mailedBeforeAt: number | null
  /** The first mail that it should have stopped; null = none. */
  readonly mailedAfterAt: number | null
  /** Domain of the reverse name of the network it came from; null = not recorded. */
  readonly network: string | null
}

export interface Deadline {
  /** Id of the law or of the provider. */
  readonly by: string
  readonly name: Words
  readonly period: Period
  /** The last moment, UTC milliseconds. */
  readonly at: number
  readonly source: string
}

export interface ProviderDeadline {
  readonly id: string
  readonly name: Words
  /** Domains of its mailboxes. */
  readonly domains: readonly string[]
  readonly period: Period
  readonly source: string
}

export interface TimedOptOut extends ArrivedOptOut {
  readonly tookMs: number
  readonly deadline: Deadline
  readonly isLate: boolean
  /** It came so soon after a mail, from the network of a scanner, that a machine may have sent it. It binds all the same. */
  readonly isSuspicious: boolean
}

/** Files tell moments to the minute. */
const GRACE_MS = 60_000
const SCANNER_MS = 2 * 60_000
const DAY_MS = 86_400_000

export function timeOptOut(optOut: ArrivedOptOut, deadline: Deadline): TimedOptOut {
  const {arrivedAt, boundAt, mailedBeforeAt, network} = optOut
  return {
    ...optOut,
    tookMs: Math.max(0, boundAt - arrivedAt),
    deadline,
    isLate: boundAt > deadline.at + GRACE_MS,
    isSuspicious:
      network !== null &&
      mailedBeforeAt !== null &&
      arrivedAt - mailedBeforeAt <= SCANNER_MS &&
      isScannerNetwork(network),
  }
}

/** Where no law names a deadline: at once, as the strictest do. domain: of the contact, lower case. */
export function deadlineOf(
  arrivedAt: number,
  {
    laws,
    domain,
    providers,
  }: {readonly laws: readonly Law[]; readonly domain: string; readonly providers: readonly ProviderDeadline[]},
): Deadline {
  const ofLaws = laws.flatMap((law): Deadline[] => {
    const general = law.facts?.optOut.find(({of}) => of === null) ?? law.facts?.optOut[0]
    if (general === undefined) return []
    const source = general.sources.map(({title}) => title).join(' / ')
    return [
      {
        by: law.id,
        name: law.name,
        period: general.deadline,
        at: endOf(arrivedAt, general.deadline, zoneOf(law)),
        source,
      },
    ]
  })
  const ofProviders = providers
    .filter(({domains}) => domains.includes(domain))
    .map(({id, name, period, source}): Deadline => ({by: id, name, period, at: endOf(arrivedAt, period, 0), source}))
  return (
    [...ofLaws, ...ofProviders].reduce<Deadline | null>(
      (first, each) => (first === null || each.at < first.at ? each : first),
      null,
    ) ?? {by: 'strictest', name: STRICTEST, period: AT_ONCE, at: arrivedAt, source: ''}
  )
}

const STRICTEST: Words = {ja: '国が不明のため最も厳しい基準', en: 'the strictest, since no law is known'}
const AT_ONCE: Period = {unit: 'hours', n: 0}

/** Hours run from the moment; days to the end of the last one in the zone of the law. */
function endOf(moment: number, period: Period, zone: number): number {
  if (period.unit === 'hours') return moment + period.n * 3_600_000
  return (lastDayOf(dayNumber(moment, zone), period, 'earliest') + 1) * DAY_MS - zone * 60_000
}

/** Mailed after it first, then late ones by how late, then the slowest. */
export function worstFirst(a: TimedOptOut, b: TimedOptOut): number {
  return (
    Number(b.mailedAfterAt !== null) - Number(a.mailedAfterAt !== null) ||
    Number(b.isLate) - Number(a.isLate) ||
    (a.isLate ? b.boundAt - b.deadline.at - (a.boundAt - a.deadline.at) : 0) ||
    b.tookMs - a.tookMs ||
    (a.publicId < b.publicId ? -1 : 1)
  )
}
