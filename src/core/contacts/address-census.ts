/** Counts the flags of a list's addresses, with the first line of each; never keeps an address. */
import type {Address} from './address.ts'
import type {AddressFlagger, FlagKind} from './address-flags.ts'
import {FLAG_KINDS} from './address-flags.ts'

export interface FlagCount {
  readonly kind: FlagKind
  /** null where the flag is no matter of the domain, and for the domains beyond the most that are counted apart. */
  readonly domain: string | null
  readonly suggestion: string | null
  readonly count: number
  /** Line of the file, from 1. */
  readonly firstLine: number
}

export interface AddressCensus {
  /** lineOf is asked only where a count begins. */
  see(address: Address, lineOf: () => number): void
  /** By kind in the order of FLAG_KINDS, the largest first. */
  result(): readonly FlagCount[]
}

/** Domains counted apart, in all. */
const MOST_DOMAINS = 500

export function startAddressCensus(flagsOf: AddressFlagger): AddressCensus {
  const counted = new Map<string, {-readonly [K in keyof FlagCount]: FlagCount[K]}>()
  return {
    see(address, lineOf) {
      for (const {kind, domain, suggestion} of flagsOf(address)) {
        let id = domain === undefined ? kind : `${kind} ${domain}`
        let entry = counted.get(id)
        if (entry === undefined && domain !== undefined && counted.size >= MOST_DOMAINS) {
          id = kind
          entry = counted.get(id)
        }
        if (entry !== undefined) entry.count += 1
        else {
          const isApart = id !== kind
          counted.set(id, {
            kind,
            domain: isApart ? (domain ?? null) : null,
            suggestion: isApart ? (suggestion ?? null) : null,
            count: 1,
            firstLine: lineOf(),
          })
        }
      }
    },
    result: () =>
      [...counted.values()].sort(
        (a, b) =>
          FLAG_KINDS.indexOf(a.kind) - FLAG_KINDS.indexOf(b.kind) || b.count - a.count || a.firstLine - b.firstLine,
      ),
  }
}
