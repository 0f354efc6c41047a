/**
 * Whether a tag of a text part stands inside an address: a blank in a value would end the link there, and a `&` begin another
 * parameter. A mail program makes a link of https:// and what follows without a blank, so that is read here.
 */

export interface LinkFinder {
  /** Reads a literal stretch. */
  read(literal: string): void
  /** Behind the host of an address that has not ended; asking counts as reading a value that stands there. */
  isInside(): boolean
}

/** Ends in signs that go on in an address; a bracket or a letter beyond ASCII is the sentence's again. */
const OPEN_LINK = /https?:\/\/[^\s/?#<>"()]+[/?#][\w\-.~:/?#@!$&'*+,;=%]*$/i
/** Longer addresses are not made by hand. */
const REACH = 2000

export function startLinkFinder(): LinkFinder {
  let tail = ''
  return {
    read(literal) {
      tail = (tail + literal).slice(-REACH)
    },
    isInside() {
      const isInside = OPEN_LINK.test(tail)
      // Whatever the value is, it goes on in the address; elsewhere it ends what stood before it.
      tail = isInside ? `${tail}x` : ''
      return isInside
    },
  }
}
