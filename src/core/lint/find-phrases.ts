/** Looks for the phrases of a catalogue in text as seen. Catalogues are lists of patterns by language. */
import type {Folded} from './fold-text.ts'

export type Catalogue = Readonly<Record<string, readonly string[]>>

export interface Match {
  /** Start and end in the text as seen. */
  readonly start: number
  readonly end: number
}

/** One pattern for all languages of the catalogues, case folded. Meant for folded text. */
export function anyOf(...catalogues: readonly Catalogue[]): RegExp {
  const patterns = catalogues.flatMap((catalogue) => Object.values(catalogue).flat())
  return new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'giu')
}

export function hasAny(pattern: RegExp, folded: string): boolean {
  // Not test(): a global pattern would remember where it stopped.
  return folded.search(pattern) >= 0
}

/** All places, in order. */
export function findAll(pattern: RegExp, folded: Folded): readonly Match[] {
  return [...folded.text.matchAll(pattern)].map((found) => ({
    start: folded.seenIndex(found.index),
    end: folded.seenIndex(found.index + found[0].length - 1) + 1,
  }))
}
