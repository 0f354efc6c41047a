/**
 * Other systems fill a sender's address piece by piece (street, city, postcode); ours is one value. The pieces behind
 * the street go, with the commas between them.
 */
import type {FoundTag} from './scan.ts'

/** What may stand between two pieces: blanks, commas and markup. */
const GAP = /^(?:[\s,、。·|-]|&nbsp;|<[^<>]{0,400}>){0,60}$/

/** A stretch of the source, end exclusive, and what takes its place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface AddressJoiner {
  /** The street was met. */
  begin(tag: FoundTag): void
  /** The edit that takes a further piece out, or null when it does not follow one. */
  join(tag: FoundTag): Edit | null
}

export function joinAddress(source: string): AddressJoiner {
  let end = -1
  return {
    begin(tag) {
      end = tag.end
    },
    join(tag) {
      const gap = end < 0 || tag.start - end > 1500 ? null : source.slice(end, tag.start)
      if (gap === null || !GAP.test(gap)) return null
      const start = end
      end = tag.end
      return {start, end, text: (gap.match(/<[^<>]*>/g) ?? []).join('')}
    },
  }
}
