/**
 * Finds addresses that were counted out (info001@ to info999@ of one domain), in order or shuffled, in any number
 * of rows: memory stays below 20 MB. Who repeats a number is counted again; singles cost a byte.
 */
import type {ContactLabel} from './audited-contact.ts'
import {isProvider} from './well-known-domains.ts'

/** Rows that follow each other with numbers that do. At providers, where all numbers are taken, it takes more. */
const RUN = {own: 10, provider: 30}
/** Different numbers after one stem, and the share of all between the least and the greatest. */
const CROWD = {own: {numbers: 20, share: 0.7}, provider: {numbers: 200, share: 0.9}}

/** Stems are told apart by hash; only those seen more often than that are looked at closely. */
const SEEN_BEFORE = 5
const BUCKETS = 1 << 22
const MOST_GROUPS = 20_000
/** Numbers are marked by their remainder: 1,024 bits each. */
const MARKS = 1024
const LONGEST_NUMBER = 9

interface Group {
  readonly domain: string
  readonly marks: Uint32Array
  readonly samples: ContactLabel[]
  seen: number
  least: number
  greatest: number
}

export interface Sequence {
  readonly domain: string
  readonly count: number
  readonly samples: readonly ContactLabel[]
}

export interface NumberJudge {
  /** key: address in lower case; end: where its local part ends; labelOf: how a sample is named. */
  see(key: string, end: number, domain: string, labelOf: () => ContactLabel): void
  /** One per domain. */
  result(): readonly Sequence[]
}

const MOST_SAMPLES = 3

export function startNumberJudge(): NumberJudge {
  const often = new Uint8Array(BUCKETS)
  const groups = new Map<number, Group>()
  const runs = new Map<string, {count: number; samples: ContactLabel[]}>()
  const last = {stem: 0, number: -1, run: 0}

  function seeRun(stem: number, number: number, domain: string, labelOf: () => ContactLabel): void {
    last.run = stem === last.stem && number === last.number + 1 ? last.run + 1 : 1
    last.stem = stem
    last.number = number
    if (last.run < RUN.own) return
    const needed = isProvider(domain) ? RUN.provider : RUN.own
    if (last.run < needed) return
    let known = runs.get(domain)
    if (known === undefined) {
      if (runs.size >= MOST_GROUPS) return
      known = {count: 0, samples: []}
      runs.set(domain, known)
    }
    known.count += last.run === needed ? needed : 1
    if (known.samples.length < MOST_SAMPLES) known.samples.push(labelOf())
  }

  function seeGroup(stem: number, number: number, domain: string, labelOf: () => ContactLabel): void {
    const bucket = stem & (BUCKETS - 1)
    const before = often[bucket]!
    if (before < SEEN_BEFORE) {
      often[bucket] = before + 1
      return
    }
    let group = groups.get(stem)
    if (group === undefined) {
      if (groups.size >= MOST_GROUPS) dropSmall(groups)
      const marks = new Uint32Array(MARKS / 32)
      group = {domain, marks, samples: [], seen: SEEN_BEFORE, least: number, greatest: number}
      groups.set(stem, group)
    }
    group.seen += 1
    group.least = Math.min(group.least, number)
    group.greatest = Math.max(group.greatest, number)
    group.marks[(number & (MARKS - 1)) >> 5]! |= 1 << (number & 31)
    if (group.samples.length < MOST_SAMPLES) group.samples.push(labelOf())
  }

  return {
    see(key, end, domain, labelOf) {
      let start = end
      while (start > 0 && isDigit(key.charCodeAt(start - 1))) start -= 1
      const digits = end - start
      if (digits === 0 || digits > LONGEST_NUMBER) return
      // How many digits there are belongs to the stem, so that a year behind the same word is another sequence.
      let stem = Math.imul(digits, 0x9e3779b1)
      for (let i = 0; i < start; i += 1) stem = Math.imul(stem ^ key.charCodeAt(i), 0x01000193)
      for (let i = end; i < key.length; i += 1) stem = Math.imul(stem ^ key.charCodeAt(i), 0x01000193)
      stem ^= stem >>> 15
      let number = 0
      for (let i = start; i < end; i += 1) number = number * 10 + key.charCodeAt(i) - 0x30
      seeRun(stem, number, domain, labelOf)
      seeGroup(stem, number, domain, labelOf)
    },
    result() {
      const found = new Map<string, {count: number; samples: ContactLabel[]}>()
      for (const group of groups.values()) {
        if (!isCrowded(group)) continue
        const known = found.get(group.domain)
        if (known === undefined) found.set(group.domain, {count: group.seen, samples: group.samples})
        else known.count += group.seen
      }
      // The same rows may stand in both: the larger count is the nearer one.
      for (const [domain, run] of runs) if (run.count > (found.get(domain)?.count ?? 0)) found.set(domain, run)
      return [...found].map(([domain, {count, samples}]) => ({domain, count, samples}))
    },
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isCrowded({domain, marks, seen, least, greatest}: Group): boolean {
  const {numbers, share} = isProvider(domain) ? CROWD.provider : CROWD.own
  let marked = 0
  for (let word of marks) for (; word !== 0; word &= word - 1) marked += 1
  if (marked < numbers) return false
  const span = greatest - least + 1
  return span <= MARKS ? marked / span >= share : marked / MARKS >= share && seen / span >= share
}

/** Makes room: what was seen least goes first, until half is gone. */
function dropSmall(groups: Map<number, Group>): void {
  const wanted = groups.size / 2
  for (let most = SEEN_BEFORE + 1; groups.size > wanted; most *= 2)
    for (const [stem, {seen}] of groups) if (seen <= most) groups.delete(stem)
}
