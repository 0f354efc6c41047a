/** Phone numbers in a text: digits that are grouped as such, anywhere in the world. */
import type {Folded} from './fold-text.ts'

export interface PhoneNumber {
  /** Start and end in the folded text. */
  readonly start: number
  readonly end: number
  /** Its form alone tells that it is one; others need a word before them that says so. */
  readonly isPlain: boolean
}

/** ℡ is folded to TEL. */
const DIGITS = /(?<![\d#./+-]|(?<!te)l|[a-km-z_])(?:\+ ?)?\(?\d[\d ()./-]{5,22}\d(?![\w%]|[-./]\d)/giu
const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b/u
/** International; in brackets; 3-3-4 as in North America, with or without a leading 1; Japan and Korea from 0. */
const PLAIN =
  /^(?:\+ ?\d[\d ()./-]+|\(\d{2,4}\)[ -]{0,2}\d{3,4}[- ]\d{3,4}|(?:1[- .])?\d{3}([-. ])\d{3}\1\d{4}|0\d{1,4}-\d{1,4}-\d{3,4}|0120-?\d{3}-?\d{3})$/u
const FEWEST = 8
/** E.164. */
const MOST = 15

/** In order of place. Linear; never throws. */
export function phoneNumbers({text}: Folded): readonly PhoneNumber[] {
  return [...text.matchAll(DIGITS)].flatMap((found) => {
    const written = found[0]
    const count = written.replace(/\D/g, '').length
    if (count < FEWEST || count > MOST || DATE.test(written)) return []
    return [{start: found.index, end: found.index + written.length, isPlain: PLAIN.test(written)}]
  })
}
