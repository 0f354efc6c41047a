/**
 * Whether a tag of a text part stands inside an address: a blank in a value would end the link there, and a `&` begin another
 * parameter; in the host, it would lead elsewhere. A mail program makes a link of https:// and what follows without a
 * blank, so that is read here.
 */

/** refused: in or right behind the host of an address; url-part: behind it, in an address that has not ended. */
export type TextSpot = 'outside' | 'url-part' | 'refused'

export interface LinkFinder {
  /** Reads a literal stretch. */
  read(literal: string): void
  /** Where a tag stands here; asking counts as reading a value that stands there. */
  spot(): TextSpot
  /** How the text may end so far, the likeliest first. */
  ends(): readonly string[]
  /** What was read since those ends may be left out: the text may end in them too. */
  mayEndIn(ends: readonly string[]): void
}

/** Ends in signs that go on in an address; a bracket or a letter beyond ASCII is the sentence's again. */
const OPEN_LINK = /https?:\/\/[^\s/?#<>"()]+[/?#][\w\-.~:/?#@!$&'*+,;=%]*$/i
/** Ends in a host, which may be written in any letters. */
const OPEN_HOST = /https?:\/\/[\p{L}\p{M}\p{N}_.~:@%[\]!$&'*+,;=-]*$/iu
/** Longer addresses are not made by hand. */
const REACH = 2000
/** As many as sections make within an address of a real mail. */
const MOST_ENDS = 16

export function startLinkFinder(): LinkFinder {
  let tails: readonly string[] = ['']
  return {
    read(literal) {
      tails = [...new Set(tails.map((tail) => (tail + literal).slice(-REACH)))].slice(0, MOST_ENDS)
    },
    spot() {
      const isInHost = tails.some((tail) => OPEN_HOST.test(tail))
      const isInside = isInHost || OPEN_LINK.test(tails[0]!)
      // Whatever the value is, it goes on in the address; elsewhere it ends what stood before it.
      tails = isInside ? tails.map((tail) => `${tail}x`) : ['']
      if (isInHost) return 'refused'
      return isInside ? 'url-part' : 'outside'
    },
    ends: () => tails,
    mayEndIn(ends) {
      tails = [...new Set([...tails, ...ends])].slice(0, MOST_ENDS)
    },
  }
}
