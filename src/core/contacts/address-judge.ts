/**
 * Looks at a list as a whole for addresses that a program made up (rulebook jp/generated-addresses): numbers and
 * letters counted out, and a dictionary of functions tried at one domain. Memory does not grow with the list.
 */

import {LOCAL_KINDS, LONGEST_LOCAL} from './address-words.ts'
import type {ContactLabel} from './audited-contact.ts'
import {startNumberJudge} from './number-sequences.ts'
import {isProvider} from './well-known-domains.ts'

export const PATTERN_KINDS = ['numbers', 'letters', 'functions'] as const
export type PatternKind = (typeof PATTERN_KINDS)[number]

export interface AddressPattern {
  readonly kind: PatternKind
  readonly domain: string
  /** Addresses in the pattern; a few at its beginning may be missing. */
  readonly count: number
  /** Up to three labels of such addresses. */
  readonly samples: readonly ContactLabel[]
}

export interface AddressJudge {
  /** address: what was parsed, in the list's order. labelOf: a row number or public id; asked for samples only. */
  see(address: {readonly key: string; readonly domain: string}, labelOf: () => ContactLabel): void
  /** The largest first, at most fifty. */
  result(): readonly AddressPattern[]
}

const MOST_PATTERNS = 50

export function startAddressJudge(): AddressJudge {
  const numbers = startNumberJudge()
  const letters = startLetterJudge()
  const functions = startFunctionJudge()
  return {
    see({key, domain}, labelOf) {
      const end = key.length - domain.length - 1
      numbers.see(key, end, domain, labelOf)
      letters.see(key, end, domain, labelOf)
      functions.see(key, end, domain, labelOf)
    },
    result: () =>
      [
        ...numbers.result().map((each) => ({kind: 'numbers' as const, ...each})),
        ...letters.result().map((each) => ({kind: 'letters' as const, ...each})),
        ...functions.result().map((each) => ({kind: 'functions' as const, ...each})),
      ]
        .sort((a, b) => b.count - a.count)
        .slice(0, MOST_PATTERNS),
  }
}

interface Found {
  count: number
  readonly samples: ContactLabel[]
}
const MOST_DOMAINS = 10_000
const MOST_SAMPLES = 3

/** Rows that follow each other like aab@, aac@, aad@: ten, or at providers one alphabet. */
function startLetterJudge() {
  const found = new Map<string, Found>()
  let lastKey = ''
  let lastEnd = 0
  let lastDomain = ''
  let run = 1

  return {
    see(key: string, end: number, domain: string, labelOf: () => ContactLabel): void {
      const isNext = end === lastEnd && domain === lastDomain && follows(lastKey, key, end)
      lastKey = key
      lastEnd = end
      lastDomain = domain
      run = isNext ? run + 1 : 1
      if (run < 10) return
      const needed = isProvider(domain) ? 26 : 10
      if (run < needed) return
      let known = found.get(domain)
      if (known === undefined) {
        if (found.size >= MOST_DOMAINS) return
        known = {count: 0, samples: []}
        found.set(domain, known)
      }
      known.count += run === needed ? needed : 1
      if (known.samples.length < MOST_SAMPLES) known.samples.push(labelOf())
    },
    result: () => [...found].map(([domain, each]) => ({domain, ...each})),
  }
}

const A = 0x61
const Z = 0x7a

/** True when b's local part is the next word after a's, counted in letters: aaa, aab, …, aaz, aba. */
function follows(a: string, b: string, end: number): boolean {
  let at = end - 1
  while (at > 0 && a.charCodeAt(at) === Z && b.charCodeAt(at) === A) at -= 1
  const next = b.charCodeAt(at)
  if (next <= A || next > Z || next !== a.charCodeAt(at) + 1) return false
  for (let i = 0; i < at; i += 1) if (a.charCodeAt(i) !== b.charCodeAt(i)) return false
  return true
}

/** info@, sales@, admin@ … of one domain: a firm has some of them, a dictionary has them all. */
const MANY_FUNCTIONS = 12

function startFunctionJudge() {
  const tried = new Map<string, Found & {readonly words: Set<string>}>()
  return {
    see(key: string, end: number, domain: string, labelOf: () => ContactLabel): void {
      if (end > LONGEST_LOCAL) return
      const local = key.slice(0, end)
      const kind = LOCAL_KINDS.get(local)
      if (kind !== 'role' && kind !== 'system-role') return
      if (isProvider(domain)) return
      let known = tried.get(domain)
      if (known === undefined) {
        if (tried.size >= MOST_DOMAINS) for (const [each, {words}] of tried) if (words.size < 4) tried.delete(each)
        if (tried.size >= MOST_DOMAINS) return
        known = {count: 0, samples: [], words: new Set()}
        tried.set(domain, known)
      }
      known.count += 1
      if (known.samples.length < MOST_SAMPLES) known.samples.push(labelOf())
      if (known.words.size < MANY_FUNCTIONS) known.words.add(local)
    },
    result: () =>
      [...tried]
        .filter(([, {words}]) => words.size >= MANY_FUNCTIONS)
        .map(([domain, {count, samples}]) => ({domain, count, samples})),
  }
}
