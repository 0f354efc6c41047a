/** What a list's consents and countries look like together: what rules about a whole list are asked to judge. */
import type {AuditedContact} from '../contacts/audited-contact.ts'
import {isStopped} from '../contacts/audited-contact.ts'
import {consentAt, isYes} from '../contacts/consent.ts'
import type {DateFormCount} from '../contacts/date-forms.ts'
import type {CountryGround, Placed} from '../laws/place-contact.ts'
import type {SuppressionReason} from '../suppression/entry.ts'

export interface ListCensus {
  readonly contacts: number
  /** Contacts whose consent that holds has a moment. */
  readonly dated: number
  /** The second that most of these share; count is a lower bound, at most one in ten thousand too low. */
  readonly topSecond: {readonly at: number; readonly count: number} | null
  /** Contacts of the declared audience's country, and of none at all, with that country. */
  readonly assumed: readonly {readonly country: string | null; readonly ground: CountryGround; readonly count: number}[]
  /** Contacts that an opt-out of all mail forbids. */
  readonly stopped: Readonly<Partial<Record<SuppressionReason, number>>>
  /** Columns whose dates are written in more than one way; empty for a list of the store. */
  readonly dateForms: readonly DateFormCount[]
  /** Contacts of countries of which we hold no law, so that the strictest profile judges; most first. */
  readonly lawless: readonly {readonly country: string; readonly count: number}[]
  /** Rows of a file that could not be read, by reason. */
  readonly unread: readonly UnreadRows[]
  /** True when not one row was read: no contact, and none that a segment left out. */
  readonly isNothingRead: boolean
}

export interface UnreadRows {
  /** The word of a fault, see fault.WORD. */
  readonly why: string
  readonly count: number
  /** Of the file, from 1. */
  readonly firstLine: number
}

export interface CensusTaker {
  see(contact: AuditedContact): void
  /** outside: contacts that a segment left out. */
  result(dateForms: readonly DateFormCount[], unread?: readonly UnreadRows[], outside?: number): ListCensus
}

const SECOND_MS = 1000

/** isLawless: whether we hold no law of where somebody lives. */
export function startListCensus(isLawless: (placed: Placed) => boolean = () => false): CensusTaker {
  const seconds = countSeconds()
  const assumed = new Map<string, {country: string | null; ground: CountryGround; count: number}>()
  const stopped: Partial<Record<SuppressionReason, number>> = {}
  const lawless = new Map<string, number>()
  let contacts = 0
  return {
    see(contact) {
      contacts += 1
      const consent = consentAt(contact.case.consents, contact.case.asOf)
      if (consent !== null && consent.at !== null && isYes(consent)) seconds.add(Math.floor(consent.at / SECOND_MS))
      if (isStopped(contact)) stopped[contact.optOut!.reason] = (stopped[contact.optOut!.reason] ?? 0) + 1
      const {ground, country} = contact.placed
      if (country !== null && isLawless(contact.placed)) lawless.set(country, (lawless.get(country) ?? 0) + 1)
      if (ground !== 'audience' && ground !== 'unknown') return
      const known = assumed.get(country ?? '')
      if (known === undefined) assumed.set(country ?? '', {country, ground, count: 1})
      else known.count += 1
    },
    result: (dateForms, unread = [], outside = 0) => ({
      contacts,
      dated: seconds.total(),
      topSecond: seconds.top(),
      assumed: [...assumed.values()],
      stopped,
      dateForms,
      lawless: [...lawless].map(([country, count]) => ({country, count})).sort((a, b) => b.count - a.count),
      unread,
      isNothingRead: contacts + outside === 0,
    }),
  }
}

/** Seconds told apart: below that every count is exact. */
const MOST_SECONDS = 10_000

/** Misra and Gries: when there are too many, each loses one and those with none are forgotten. */
function countSeconds() {
  const counts = new Map<number, number>()
  let total = 0
  return {
    total: () => total,
    add(second: number) {
      total += 1
      const count = counts.get(second)
      if (count !== undefined || counts.size < MOST_SECONDS) counts.set(second, (count ?? 0) + 1)
      else
        for (const [each, left] of counts)
          if (left === 1) counts.delete(each)
          else counts.set(each, left - 1)
    },
    top() {
      let top: {at: number; count: number} | null = null
      for (const [second, count] of counts) if (top === null || count > top.count) top = {at: second * SECOND_MS, count}
      return top
    },
  }
}

/** A list of which there is nothing to say: what rules build their examples on. */
export const EXAMPLE_CENSUS: ListCensus = {
  contacts: 100,
  dated: 100,
  topSecond: {at: Date.UTC(2025, 3, 1), count: 1},
  assumed: [],
  stopped: {},
  dateForms: [],
  lawless: [],
  unread: [],
  isNothingRead: false,
}
