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
  /** A tag was met that is markup: pieces may still come behind it. */
  pass(tag: FoundTag): void
  /** Another tag was met: what comes behind it is no piece of that address. */
  end(): void
  /** The edit that takes a further piece out, or null when it does not follow one. */
  join(tag: FoundTag): Edit | null
}

export function joinAddress(source: string): AddressJoiner {
  let end = -1
  const gapBefore = (tag: FoundTag): string | null => {
    const gap = end < 0 || tag.start - end > 1500 ? null : source.slice(end, tag.start)
    return gap !== null && GAP.test(gap) ? gap : null
  }
  return {
    begin(tag) {
      end = tag.end
    },
    pass(tag) {
      end = gapBefore(tag) === null ? -1 : tag.end
    },
    end() {
      end = -1
    },
    join(tag) {
      const gap = gapBefore(tag)
      if (gap === null) return null
      const start = end
      end = tag.end
      return {start, end, text: (gap.match(/<[^<>]*>/g) ?? []).join('')}
    },
  }
}
