/**
 * What a recogniser of identifying numbers is: one kind of number, told by words and by form and check digits. Under
 * words that name it the form is enough; without them a number counts only where its own check proves it.
 */
import type {IdentifierCategory} from '../column-judgement.ts'

export interface Recogniser {
  /** Words joined by hyphens, beginning with the country's code where it is of one country. Never reused. */
  readonly kind: string
  readonly category: IdentifierCategory
  readonly name: {readonly ja: string; readonly en: string}
  /** How such a number looks, for reports: a dot for each sign, never a value. */
  readonly shape: string
  /** Words in NFKC that name it, in a header or in front of a number; flags iu. */
  readonly label: RegExp
  /** Words that name it in a header only where the values agree (PAN, TIN): they mean other things too; flags iu. */
  readonly hint?: RegExp
  /** The label says nothing in a header: companies have such numbers too. */
  readonly isSharedWithCompanies?: true
  /** The number as it is written, with its separators, in NFKC; flags giu. */
  readonly form: RegExp
  /** What else must be so. compact: the match in capitals, without separators. */
  readonly holds?: (compact: string) => boolean
  /** Whole cells that need no words. Absent = the number looks like many others. */
  readonly proves?: Proof
}

export interface Proof {
  /** How long the number is without separators. */
  readonly lengths: readonly number[]
  /** compact fulfils form and holds already. */
  readonly test: (compact: string) => boolean
  /** strong: check digits or a form of its own; weak: a form that article codes may have too. */
  readonly strength: 'strong' | 'weak'
  /** How the whole cell must be written, where bare digits prove nothing. */
  readonly written?: RegExp
  /** A single cell raises the question: chance and other numbers hardly ever pass. */
  readonly alone?: true
}

/** text: in NFKC. True when a number of the kind stands anywhere in it. */
export function holdsNumber({form, holds}: Recogniser, text: string): boolean {
  if (holds === undefined) return text.search(form) >= 0
  for (const [found] of text.matchAll(form)) if (holds(compactOf(found))) return true
  return false
}

/** True when a word that names the kind stands in text and such a number shortly behind it. */
export function holdsLabelled(recogniser: Recogniser, text: string): boolean {
  const found = recogniser.label.exec(text)
  if (found === null) return false
  const from = found.index + found[0].length
  return holdsNumber(recogniser, text.slice(from, from + LABEL_REACH))
}

const LABEL_REACH = 36

/** Capitals, without blanks, hyphens, points, colons, slashes and brackets. */
export function compactOf(text: string): string {
  return text.replace(/[\s\-.:/()]/gu, '').toUpperCase()
}
