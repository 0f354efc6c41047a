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
  readonly flags: 'giu' | 'gu'
  /** Tells which of them a text may hold; made when first asked for. */
  scan: PatternScan | null
  /** Of each pattern, made when a text may hold it: most are never needed, and each takes V8 a millisecond. */
  readonly searches: RegExp[]
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
  return phrasesOf(catalogues, 'giu')
}

/** As written there, small and capital letters told apart. */
export function exactlyAnyOf(...catalogues: readonly Catalogue[]): Phrases {
  return phrasesOf(catalogues, 'gu')
}

function phrasesOf(catalogues: readonly Catalogue[], flags: Phrases['flags']): Phrases {
  const patterns = catalogues.flatMap((catalogue) => Object.values(catalogue).flat())
  return {patterns, flags, scan: null, searches: []}
}

export function hasAny(phrases: Phrases, folded: string): boolean {
  return searchesFor(phrases, folded).some((search) => folded.search(search) >= 0)
}

/** False = there are none: told without looking for them. */
export function mayHold(phrases: Phrases, folded: string): boolean {
  return possibleIn(phrases, folded).length > 0
}

/** In order of place, none overlapping; where several begin, the one that the catalogue names first. */
export function matchesIn(phrases: Phrases, text: string): readonly RegExpExecArray[] {
  const open = searchesFor(phrases, text).map((search) => ({search, next: nextFrom(search, text, 0)}))
  const found: RegExpExecArray[] = []
  for (;;) {
    let first: RegExpExecArray | null = null
    for (const {next} of open) if (next !== null && (first === null || next.index < first.index)) first = next
    if (first === null) return found
    found.push(first)
    const end = first.index + Math.max(1, first[0].length)
    for (const each of open)
      if (each.next !== null && each.next.index < end) each.next = nextFrom(each.search, text, end)
  }
}

function nextFrom(search: RegExp, text: string, start: number): RegExpExecArray | null {
  search.lastIndex = start
  return search.exec(text)
}

/** The text with that in place of each match. */
export function replaceAny(phrases: Phrases, text: string, by: string): string {
  let end = 0
  let replaced = ''
  for (const {0: found, index} of matchesIn(phrases, text)) {
    replaced += text.slice(end, index) + by
    end = index + found.length
  }
  return replaced + text.slice(end)
}

/** All places, in order. */
export function findAll(phrases: Phrases, folded: Folded): readonly Match[] {
  return matchesIn(phrases, folded.text).map((found) => ({
    start: folded.seenIndex(found.index),
    end: folded.seenIndex(found.index + found[0].length - 1) + 1,
  }))
}

const NONE: readonly number[] = []

/** The patterns that the text may hold, by their places in the catalogue, in order; mostly none. */
export function possibleIn(phrases: Phrases, text: string): readonly number[] {
  phrases.scan ??= scanOf(phrases.patterns)
  const {scan, always} = phrases.scan
  const found = scan(loweredOf(text))
  return found.length === 0 && always.length === 0 ? NONE : [...always, ...found].sort((a, b) => a - b)
}

/** By which a pattern is looked for in all of a text; see possibleIn. */
export function searchOf(phrases: Phrases, index: number): RegExp {
  phrases.searches[index] ??= new RegExp(phrases.patterns[index]!, phrases.flags)
  return phrases.searches[index]
}

function searchesFor(phrases: Phrases, text: string): readonly RegExp[] {
  return possibleIn(phrases, text).map((index) => searchOf(phrases, index))
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
