/**
 * Looks for the phrases of a catalogue in text as seen. Catalogues are lists of patterns by language. A pattern that
 * cannot be in a text, since what it must hold is not there, is not looked for: a mail holds few of them.
 */
import type {Folded} from './fold-text.ts'
import {KNOWN_LITERALS} from './known-literals.ts'
import {literalsOf} from './literals-of.ts'
import type {Scan} from './sought-literals.ts'
import {scanFor} from './sought-literals.ts'

export type Catalogue = Readonly<Record<string, readonly string[]>>

export interface Phrases {
  readonly patterns: readonly string[]
  /** Tells which of them a text may hold; made when first asked for. */
  scan: PatternScan | null
  /** By which patterns they look for, e.g. "0,7". */
  readonly searches: Map<string, RegExp>
}

interface PatternScan {
  readonly scan: Scan
  /** Of patterns of which nothing is known that a text must hold. */
  readonly always: readonly number[]
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
    scan: null,
    searches: new Map(),
  }
}

export function hasAny(phrases: Phrases, folded: string): boolean {
  const search = searchFor(phrases, folded)
  // Not test(): a global pattern would remember where it stopped.
  return search !== null && folded.search(search) >= 0
}

/** False = there are none: told without looking for them. */
export function mayHold(phrases: Phrases, folded: string): boolean {
  return searchFor(phrases, folded) !== null
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

/** Texts differ in what they hold; crafted ones must not fill the memory, nor have expressions made all the time. */
const MOST_SEARCHES = 100
/** One that may hold more patterns is searched for all of them. */
const MOST_PATTERNS = 5

/** Finds in that text what all patterns together would find; null = nothing. */
function searchFor(phrases: Phrases, text: string): RegExp | null {
  phrases.scan ??= scanOf(phrases.patterns)
  const {scan, always} = phrases.scan
  const found = scan(loweredOf(text))
  if (found.length === 0 && always.length === 0) return null
  const isMany = found.length > MOST_PATTERNS || phrases.searches.size >= MOST_SEARCHES
  const left = isMany ? [...phrases.patterns.keys()] : [...always, ...found].sort((a, b) => a - b)
  const key = left.join()
  let search = phrases.searches.get(key)
  if (search === undefined) {
    search = new RegExp(left.map((index) => `(?:${phrases.patterns[index]!})`).join('|'), 'giu')
    phrases.searches.set(key, search)
  }
  return search
}

function scanOf(patterns: readonly string[]): PatternScan {
  const literals = patterns.map((each) => KNOWN_LITERALS.get(each) ?? literalsOf(each))
  const wanted = literals.flatMap((each, by) => (each ?? []).map((literal) => ({literal, by})))
  return {scan: scanFor(wanted), always: literals.flatMap((each, by) => (each === null ? by : []))}
}

/** Rules ask a few whole texts many times before they go on to the next: newest first. */
let last: readonly {readonly text: string; readonly lowered: string}[] = []
const MOST_LAST = 3
const LONG = 1000

function loweredOf(text: string): string {
  if (text.length < LONG) return text.toLowerCase()
  const known = last.find((each) => each.text === text)
  if (known !== undefined) return known.lowered
  const lowered = text.toLowerCase()
  last = [{text, lowered}, ...last.slice(0, MOST_LAST - 1)]
  return lowered
}
