/**
 * The versions of form texts out of append-only records: a version ends where the next of its name begins, or where
 * it was said to end. Also decides what adding a text means: nothing new, a new version, or a contradiction.
 */
import type {Wording} from './wordings.ts'
import {wordingAt} from './wordings.ts'

/** records: in the order they were made. Returns versions by name, then by first day; ends worked out. */
export function wordingHistory<Record extends Wording>(records: readonly Record[]): readonly Record[] {
  const byName = new Map<string, Map<number, Record>>()
  for (const record of records) {
    const key = nameKey(record.name)
    const versions = byName.get(key) ?? new Map<number, Record>()
    // Of one first day the later record holds: it says when the same text ended.
    versions.set(record.from, record)
    byName.set(key, versions)
  }
  return [...byName.keys()].sort().flatMap((key) => {
    const versions = [...byName.get(key)!.values()].sort((a, b) => a.from - b.from)
    return versions.map((version, i) => ({...version, until: earlier(version.until, versions[i + 1]?.from ?? null)}))
  })
}

export interface WordingAsk {
  readonly name: string
  readonly sha256: string
  /** UTC milliseconds; null = not said. */
  readonly from: number | null
  readonly until: number | null
}

/** known: the name is there already. differs: a version of that day, or the newest where no day was said, has another text. */
export type WordingStep =
  | {readonly kind: 'known'; readonly wording: Wording}
  | {readonly kind: 'differs'; readonly wording: Wording}
  /** ended: the version that ends where this one begins; null = none. */
  | {readonly kind: 'add'; readonly from: number; readonly ended: Wording | null}

/** versions: as wordingHistory gives them, of any names. today: first moment of the day, for a first text without date. */
export function wordingStep(versions: readonly Wording[], ask: WordingAsk, today: number): WordingStep {
  const named = versions.filter(({name}) => nameKey(name) === nameKey(ask.name))
  const newest = named.at(-1)
  if (newest === undefined) return {kind: 'add', from: ask.from ?? today, ended: null}
  if (ask.from === null) {
    if (newest.sha256 !== ask.sha256) return {kind: 'differs', wording: newest}
    if (ask.until === null || ask.until === newest.until) return {kind: 'known', wording: newest}
    return {kind: 'add', from: newest.from, ended: null}
  }
  const {from, until} = ask
  const sameDay = named.find((each) => each.from === from)
  if (sameDay !== undefined && sameDay.sha256 !== ask.sha256) return {kind: 'differs', wording: sameDay}
  const shown = wordingAt(named, from)
  if (shown?.sha256 !== ask.sha256) return {kind: 'add', from, ended: shown}
  if (until === null || until === shown.until) return {kind: 'known', wording: shown}
  return {kind: 'add', from: shown.from, ended: null}
}

function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}
