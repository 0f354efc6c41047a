/**
 * Looks for the phrases of a catalogue in text as seen. Catalogues are lists of patterns by language. A pattern that
 * cannot be in a text, since what it must hold is not there, is not looked for: a mail holds few of them.
 */
import type {Folded} from './fold-text.ts'
import {literalsOf} from './literals-of.ts'
import type {Pairs, Sought} from './pairs-in.ts'
import {mayHold, pairsIn, soughtOf} from './pairs-in.ts'

export type Catalogue = Readonly<Record<string, readonly string[]>>

export interface Phrases {
  readonly patterns: readonly string[]
  /** Of which each must hold one, null where it cannot be told; made when first asked for. */
  sought: readonly (readonly Sought[] | null)[] | null
  /** By which patterns they look for, e.g. "0,7". */
  readonly searches: Map<string, RegExp>
}

export interface Match {
  /** Start and end in the text as seen. */
  readonly start: number
  readonly end: number
}

/** Case makes no difference. Meant for folded text. */
export function anyOf(...catalogues: readonly Catalogue[]): Phrases {
  return {
    patterns: catalogues.flatMap((catalogue) => Object.values(catalogue).flat()),
    sought: null,
    searches: new Map(),
  }
}

export function hasAny(phrases: Phrases, folded: string): boolean {
  const search = searchFor(phrases, folded)
  // Not test(): a global pattern would remember where it stopped.
  return search !== null && folded.search(search) >= 0
}

/** In order of place, none overlapping. */
export function matchesIn(phrases: Phrases, text: string): readonly RegExpExecArray[] {
  const search = searchFor(phrases, text)
  return search === null ? [] : [...text.matchAll(search)]
}

/** The text with that in place of each match. */
export function replaceAny(phrases: Phrases, text: string, by: string): string {
  const search = searchFor(phrases, text)
  return search === null ? text : text.replace(search, () => by)
}

/** All places, in order. */
export function findAll(phrases: Phrases, folded: Folded): readonly Match[] {
  return matchesIn(phrases, folded.text).map((found) => ({
    start: folded.seenIndex(found.index),
    end: folded.seenIndex(found.index + found[0].length - 1) + 1,
  }))
}

/** Texts differ in what they hold; crafted ones must not fill the memory. */
const MOST_SEARCHES = 500

/** Finds in that text what all patterns together would find; null = nothing. */
function searchFor(phrases: Phrases, text: string): RegExp | null {
  phrases.sought ??= phrases.patterns.map((pattern) => literalsOf(pattern)?.map(soughtOf) ?? null)
  const pairs = pairsOf(text)
  const left: number[] = []
  for (let index = 0; index < phrases.sought.length; index += 1)
    if (mayHoldAny(pairs, phrases.sought[index]!)) left.push(index)
  if (left.length === 0) return null
  const key = left.join()
  let search = phrases.searches.get(key)
  if (search === undefined) {
    search = new RegExp(left.map((index) => `(?:${phrases.patterns[index]!})`).join('|'), 'giu')
    if (phrases.searches.size === MOST_SEARCHES) phrases.searches.clear()
    phrases.searches.set(key, search)
  }
  return search
}

function mayHoldAny(pairs: Pairs, sought: readonly Sought[] | null): boolean {
  if (sought === null) return true
  for (const each of sought) if (mayHold(pairs, each)) return true
  return false
}

/** Rules ask one text many times before they go on to the next; a long one is worth keeping for longer. */
const LAST: Record<'long' | 'short', {readonly of: string; readonly pairs: Pairs} | null> = {long: null, short: null}
const LONG = 1000

function pairsOf(text: string): Pairs {
  const kind = text.length < LONG ? 'short' : 'long'
  const last = LAST[kind]
  if (last?.of === text) return last.pairs
  const pairs = pairsIn(text)
  LAST[kind] = {of: text, pairs}
  return pairs
}
